//! What was typed, as typed: nothing here is valid yet, and nothing is ever erased.

mod read;

pub use read::{Place, Problem, asks_bodies, read};

use engine::catalogue::{BodyKind, FieldIx, ServiceIx};
use engine::request::{DEFAULT_YEARS, Membership};
use std::collections::{BTreeMap, BTreeSet};

/// The form's whole state.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The kind of body.
    pub kind: Option<BodyKind>,
    /// Length of the period, in years.
    pub years: u8,
    /// The way to join.
    pub membership: Membership,
    /// Whether its EPCI covers the body.
    pub covered_by_epci: bool,
    /// The texts of number fields.
    pub texts: BTreeMap<FieldIx, String>,
    /// The answers to choices, by position.
    pub choices: BTreeMap<FieldIx, u8>,
    /// The bodies of the territory.
    pub bodies: Vec<BodyEntry>,
    /// The services ticked.
    pub chosen: BTreeSet<ServiceIx>,
    next_key: u32,
}

/// A body of the territory, as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyEntry {
    /// Stays with the row while others come and go.
    pub key: u32,
    /// Its kind.
    pub kind: BodyKind,
    /// Its inhabitants.
    pub inhabitants: String,
}

impl Default for Form {
    fn default() -> Form {
        Form {
            kind: None,
            years: DEFAULT_YEARS,
            membership: Membership::None,
            covered_by_epci: false,
            texts: BTreeMap::new(),
            choices: BTreeMap::new(),
            bodies: Vec::new(),
            chosen: BTreeSet::new(),
            next_key: 0,
        }
    }
}

impl Form {
    /// The text of a field: empty when nothing was typed.
    pub fn text(&self, field: FieldIx) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Writes the text of a field.
    pub fn type_in(&mut self, field: FieldIx, text: String) {
        self.texts.insert(field, text);
    }

    /// Ticks or unticks a service. What was typed for it stays.
    pub fn choose(&mut self, service: ServiceIx, chosen: bool) {
        if chosen {
            self.chosen.insert(service);
        } else {
            self.chosen.remove(&service);
        }
    }

    /// Adds a body to the territory and returns its key.
    pub fn add_body(&mut self, kind: BodyKind) -> u32 {
        let key = self.next_key;
        self.next_key = key.wrapping_add(1);
        self.bodies.push(BodyEntry { key, kind, inhabitants: String::new() });
        key
    }

    /// Takes a body out of the territory.
    pub fn remove_body(&mut self, key: u32) {
        self.bodies.retain(|body| body.key != key);
    }

    /// The body of that key.
    pub fn body(&self, key: u32) -> Option<&BodyEntry> {
        self.bodies.iter().find(|body| body.key == key)
    }

    /// The body of that key, to be written.
    pub fn body_mut(&mut self, key: u32) -> Option<&mut BodyEntry> {
        self.bodies.iter_mut().find(|body| body.key == key)
    }
}

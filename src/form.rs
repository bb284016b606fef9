//! What was typed, as typed: nothing here is valid yet, and nothing is ever erased.

mod answers;
mod dossier;
pub mod examples;
pub mod history;
mod home;
pub mod origin;
pub mod places;
mod read;
mod rows;

pub use ::dossier::Sharing;
pub use answers::{Told, answers, key, listed, tallied};
pub use home::{Epci, Home, Member};
pub use read::{Place, Problem, Reading, Seat, asks_bodies, read, read_again, shares_out};
pub use rows::Rows;

use engine::catalogue::{BodyKind, FieldIx, ServiceIx};
use engine::french::ordinal_year;
use engine::request::{DEFAULT_YEARS, Membership};

/// The form's whole state.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The kind of body.
    pub kind: Option<BodyKind>,
    /// Length of the period, in years.
    pub years: u8,
    /// The calendar year it begins in; `None` while nobody chose one.
    pub start: Option<u16>,
    /// The way to join.
    pub membership: Membership,
    /// Whether its EPCI covers the body.
    pub covered_by_epci: bool,
    /// What stands in each field that was touched.
    pub answers: Vec<(FieldIx, Answer)>,
    /// The bodies of the territory.
    pub bodies: Rows,
    /// Where the body was found, when it was looked for by name.
    pub home: Option<Home>,
    /// How the territory's bill is shared out.
    pub sharing: Sharing,
    /// The services ticked, in the order they were.
    pub chosen: Vec<ServiceIx>,
    next_key: u32,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// What was typed.
    Text(String),
    /// The answer chosen, by position.
    Choice(u8),
}

/// A body of the territory, as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyEntry {
    /// Stays with the row while others come and go.
    pub key: u32,
    /// Its kind.
    pub kind: BodyKind,
    /// Its name; empty when nobody gave it one.
    pub name: String,
    /// Its inhabitants, population totale.
    pub inhabitants: String,
    /// Its population municipale: typed in the commune's own view, if anywhere.
    pub municipal: String,
    /// What is published of it, when it comes from the list of communes.
    pub known: Option<Member>,
    /// Whether it is left out of the estimate.
    pub left_out: bool,
    /// Whether its CCAS is one more body of the territory.
    pub ccas: bool,
    /// Its part of the bill, when parts are given by hand.
    pub part: String,
}

impl Default for Form {
    fn default() -> Form {
        Form {
            kind: None,
            years: DEFAULT_YEARS,
            start: None,
            membership: Membership::None,
            covered_by_epci: false,
            answers: Vec::new(),
            bodies: Rows::default(),
            home: None,
            sharing: Sharing::default(),
            chosen: Vec::new(),
            next_key: 0,
        }
    }
}

impl Form {
    /// The text of a field: empty when nothing was typed.
    pub fn text(&self, field: FieldIx) -> &str {
        match self.answer(field) {
            Some(Answer::Text(text)) => text,
            _ => "",
        }
    }

    /// The answer to a choice, by position.
    pub fn choice(&self, field: FieldIx) -> Option<u8> {
        match self.answer(field) {
            Some(Answer::Choice(place)) => Some(*place),
            _ => None,
        }
    }

    fn answer(&self, field: FieldIx) -> Option<&Answer> {
        self.answers.iter().find(|(known, _)| *known == field).map(|(_, answer)| answer)
    }

    /// Writes what stands in a field.
    pub fn set(&mut self, field: FieldIx, answer: Answer) {
        match self.answers.iter_mut().find(|(known, _)| *known == field) {
            Some((_, known)) => *known = answer,
            None => self.answers.push((field, answer)),
        }
    }

    /// Ticks or unticks a service. What was typed for it stays.
    pub fn choose(&mut self, service: ServiceIx, chosen: bool) {
        self.chosen.retain(|known| *known != service);
        if chosen {
            self.chosen.push(service);
        }
    }

    /// Adds a body to the territory and returns its key.
    pub fn add_body(&mut self, kind: BodyKind) -> u32 {
        let key = self.next_key;
        self.next_key = key.wrapping_add(1);
        self.bodies.push(BodyEntry {
            key,
            kind,
            name: String::new(),
            inhabitants: String::new(),
            municipal: String::new(),
            known: None,
            left_out: false,
            ccas: false,
            part: String::new(),
        });
        key
    }

    /// Takes a body out of the territory.
    pub fn remove_body(&mut self, key: u32) {
        self.bodies.retain(|body| body.key != key);
    }

    /// What a year of the period is called: by its number, or by the calendar once a first year is chosen.
    pub fn year_name(&self, year: u8) -> String {
        match self.start {
            Some(start) => start.saturating_add(u16::from(year)).saturating_sub(1).to_string(),
            None => ordinal_year(year),
        }
    }

    /// The body of that key.
    pub fn body(&self, key: u32) -> Option<&BodyEntry> {
        self.bodies.iter().find(|body| body.key == key)
    }

    /// What a body is called: by its name, or by its place in the list.
    pub fn body_name(&self, key: u32) -> String {
        match self.body(key) {
            Some(body) if !body.name.trim().is_empty() => body.name.trim().to_owned(),
            _ => {
                let place = self.bodies.iter().position(|body| body.key == key);
                format!("organisme n°\u{a0}{}", place.map_or(0, |place| place.saturating_add(1)))
            }
        }
    }

    /// The body of that key, to be written.
    pub fn body_mut(&mut self, key: u32) -> Option<&mut BodyEntry> {
        self.bodies.iter_mut().find(|body| body.key == key)
    }
}

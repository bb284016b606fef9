//! What a visitor carries away: everything the form holds, in stable ids and as typed.
//!
//! ```text
//! Form ──▶ Dossier ──link::write──▶ #s1;…     ──link::open──▶ Dossier + notes ──▶ Form
//!             └─────file::write──▶ {"simulateur": 1, …} ──file::open──┘
//! ```
//!
//! A form is made of positions in one edition of the price list; a dossier of ids, which outlive it. What
//! is opened is either exactly what was written, or comes with a [`Note`] for each thing that is not.
//!
//! The page fetches this crate when somebody saves, shares or opens something.

mod base;
pub mod case;
mod check;
pub mod file;
mod fit;
pub mod link;
mod note;
mod places;
mod said;
mod sharing;
mod text;
mod tidy;

pub use note::{Note, Refusal};
pub use sharing::Sharing;
pub use tidy::{LONGEST_NAME, LONGEST_TEXT, MOST_ROWS, MOST_SERVICES, MOST_VALUES};

use engine::Catalogue;
use engine::catalogue::{BodyKind, Edition};
use engine::request::{DEFAULT_YEARS, Membership};
use territory::Territory;

/// Everything a form holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// Id of the edition of the price list it was filled in with.
    pub edition: String,
    /// The kind of body that asks.
    pub kind: Option<BodyKind>,
    /// Length of the period, in years.
    pub years: u8,
    /// The calendar year it begins in.
    pub start: Option<u16>,
    /// The way to join.
    pub membership: Membership,
    /// Whether its EPCI covers the body.
    pub covered_by_epci: bool,
    /// What stands in each field that is not empty, by field id, in the order of the edition.
    pub values: Vec<(String, Answer)>,
    /// The services ticked, by id, in the order they were.
    pub services: Vec<String>,
    /// Where the body was found, when it was looked for by name.
    pub home: Option<Home>,
    /// By what the territory's bill is shared out.
    pub sharing: Sharing,
    /// The bodies of the territory.
    pub rows: Vec<Row>,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What was typed.
    Text(String),
    /// The id of the answer chosen.
    Choice(String),
}

/// The EPCI whose communes are the rows, and which of them the form speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The EPCI's SIREN.
    pub epci: String,
    /// INSEE code of the commune that asks; `None` when the EPCI itself does.
    pub viewed: Option<String>,
    /// The EPCI's own populations as typed, totale and municipale, while a commune asks.
    pub waiting: [String; 2],
}

/// A body of the territory, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its INSEE code, when it comes from the list of communes.
    pub code: Option<String>,
    /// Its kind.
    pub kind: BodyKind,
    /// Its name.
    pub name: String,
    /// Its inhabitants, population totale.
    pub inhabitants: String,
    /// Its population municipale.
    pub municipal: String,
    /// Whether it is left out of the estimate.
    pub left_out: bool,
    /// Whether its CCAS is one more body of the territory.
    pub ccas: bool,
    /// Its part of the bill, when parts are given by hand.
    pub part: String,
}

/// What ids are looked up in.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Every edition of the price list.
    pub catalogue: &'a Catalogue,
    /// The edition for whatever names none, or one that is unknown.
    pub edition: &'a Edition,
    /// The EPCI and their communes.
    pub territory: &'a Territory<'static>,
}

impl<'a> Known<'a> {
    /// The edition of that id, or the one that stands for an unknown one.
    pub(crate) fn edition_named(&self, id: &str) -> &'a Edition {
        self.catalogue.edition(id).unwrap_or(self.edition)
    }
}

/// Something opened, and what of it is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it holds.
    pub dossier: Dossier,
    /// What was kept otherwise than written, or not at all; empty when all is exact.
    pub notes: Vec<Note>,
}

impl Dossier {
    /// An untouched form on an edition.
    pub fn new(edition: &str) -> Dossier {
        Dossier {
            edition: edition.to_owned(),
            kind: None,
            years: DEFAULT_YEARS,
            start: None,
            membership: Membership::None,
            covered_by_epci: false,
            values: Vec::new(),
            services: Vec::new(),
            home: None,
            sharing: Sharing::default(),
            rows: Vec::new(),
        }
    }

    /// What stands in the field of that id.
    pub fn value(&self, id: &str) -> Option<&Answer> {
        self.values.iter().find(|(known, _)| known == id).map(|(_, answer)| answer)
    }

    /// The same, within the limits of what a link or a file may hold and in the ids of its edition: what
    /// comes back from one.
    pub fn checked(mut self, known: &Known<'_>) -> Opened {
        let mut notes = Vec::new();
        tidy::tidy(&mut self, &mut notes);
        places::settle(&mut self, known.territory, &mut notes);
        fit::fit(&mut self, known, &mut notes);
        Opened { dossier: self, notes }
    }

    /// The same in the ids of another edition, and a note for whatever that one does not know.
    pub fn moved_to(mut self, edition: &Edition, known: &Known<'_>) -> Opened {
        let mut notes = Vec::new();
        edition.id.clone_into(&mut self.edition);
        fit::fit(&mut self, known, &mut notes);
        Opened { dossier: self, notes }
    }
}

impl Answer {
    /// What was typed, or the id chosen.
    pub fn text(&self) -> &str {
        match self {
            Answer::Text(text) | Answer::Choice(text) => text,
        }
    }
}

impl Row {
    /// A row that no list names.
    pub fn new(kind: BodyKind) -> Row {
        Row {
            code: None,
            kind,
            name: String::new(),
            inhabitants: String::new(),
            municipal: String::new(),
            left_out: false,
            ccas: false,
            part: String::new(),
        }
    }
}

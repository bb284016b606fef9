//! The territory: the 28 EPCI with a member in the Gironde, their communes, and how to find one.
//!
//! ```text
//! data/*.csv ──read──▶ Territory ──search──▶ places ──describe──▶ a line of French
//!                          └──bodies──▶ what the engine prices
//! ```
//!
//! The page fetches this crate when somebody first looks for a place: it has no table of Unicode, no
//! regular expression and no hash map, and it reads the data where it lies. What only the tools and the
//! tests ask, the thorough checks and the measures, is behind the feature `check`.

mod bodies;
#[cfg(feature = "check")]
#[allow(clippy::arithmetic_side_effects)] // It is never in the page.
pub mod check;
mod describe;
mod entry;
#[cfg(feature = "check")]
#[allow(clippy::arithmetic_side_effects)] // The same.
pub mod measure;
mod near;
mod place;
mod read;
mod search;
pub mod source;
mod spelling;

pub use bodies::{ccas_from, ccas_name, volume_field};
pub use place::{Commune, Epci, Former, Place};
pub use read::Fault;
pub use search::Found;

use entry::Entry;
use std::sync::OnceLock;

/// Every EPCI with a member in the Gironde, and every commune of theirs.
///
/// A position is a place in one of the lists below.
#[derive(Clone, Debug)]
pub struct Territory<'t> {
    /// The EPCI, by SIREN.
    pub epcis: Vec<Epci<'t>>,
    /// The communes, by INSEE code.
    pub communes: Vec<Commune<'t>>,
    /// The communes that joined another under a new name, by INSEE code.
    pub former: Vec<Former<'t>>,
    entries: Vec<Entry>,
}

impl Territory<'static> {
    /// The territory of the committed files. `None` is for files that cannot be read: a test reads them.
    pub fn embedded() -> Option<&'static Territory<'static>> {
        static EMBEDDED: OnceLock<Option<Territory<'static>>> = OnceLock::new();
        let read = || Territory::read(source::EPCI, source::COMMUNES, source::FORMER).ok();
        EMBEDDED.get_or_init(read).as_ref()
    }
}

impl<'t> Territory<'t> {
    /// The EPCI of that SIREN.
    pub fn epci(&self, siren: &str) -> Option<&Epci<'t>> {
        self.epcis.iter().find(|epci| epci.siren == siren)
    }

    /// The commune of that INSEE code.
    pub fn commune(&self, code: &str) -> Option<&Commune<'t>> {
        self.communes.iter().find(|commune| commune.code == code)
    }

    /// The former commune of that INSEE code: maybe the code of the commune that took its place.
    pub fn former(&self, code: &str) -> Option<&Former<'t>> {
        self.former.iter().find(|former| former.code == code)
    }

    /// The EPCI at that position.
    pub fn epci_at(&self, position: u16) -> Option<&Epci<'t>> {
        self.epcis.get(usize::from(position))
    }

    /// The commune at that position.
    pub fn commune_at(&self, position: u16) -> Option<&Commune<'t>> {
        self.communes.get(usize::from(position))
    }

    /// The place of that code: the INSEE code of a commune, or of a former one for the present commune,
    /// or the SIREN of an EPCI or of a commune.
    pub fn place(&self, code: &str) -> Option<Place> {
        let commune = self.communes.iter().position(|commune| commune.code == code || commune.siren == code);
        let commune = commune.and_then(|position| u16::try_from(position).ok());
        if let Some(position) = commune.or_else(|| self.former(code).map(|former| former.commune)) {
            return Some(Place::Commune(position));
        }
        let epci = self.epcis.iter().position(|epci| epci.siren == code)?;
        u16::try_from(epci).ok().map(Place::Epci)
    }
}

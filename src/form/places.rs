//! The list of communes and EPCI, as the form takes it. Only the part that brings the list calls this.

use crate::form::{Epci, Form, Member};
use engine::catalogue::Edition;
use territory::{Found, Place, Territory};

/// How many proposals stand under the field.
const MOST: usize = 8;

/// A commune or an EPCI proposed for what was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Which.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// What tells it from others of that name, and how it was found.
    pub detail: String,
}

/// What a query finds, best first.
pub fn find(query: &str) -> Vec<Suggestion> {
    let Some(territory) = Territory::embedded() else { return Vec::new() };
    let suggestion = |found: Found| Suggestion {
        place: found.place,
        name: territory.name(found.place).to_owned(),
        detail: detail(territory, found),
    };
    territory.search(query, MOST).into_iter().map(suggestion).collect()
}

/// What stands behind the name: kind, postcode, inhabitants, EPCI; the former name that led there.
fn detail(territory: &Territory<'_>, found: Found) -> String {
    let whole = territory.describe(found.place);
    let behind = whole.strip_prefix(territory.name(found.place)).unwrap_or(&whole);
    let former = found.via.and_then(|at| territory.former.get(usize::from(at)));
    former.map_or_else(|| behind.to_owned(), |former| format!(" (anciennement {}){behind}", former.name))
}

/// Speaks for a place.
pub fn settle(form: &mut Form, place: Place, edition: &'static Edition) {
    let Some(territory) = Territory::embedded() else { return };
    let commune = match place {
        Place::Commune(at) => territory.commune_at(at),
        Place::Epci(_) => None,
    };
    let epci = match place {
        Place::Commune(_) => commune.and_then(|commune| territory.epci_at(commune.epci)),
        Place::Epci(at) => territory.epci_at(at),
    };
    let Some(epci) = epci else { return };
    let members = epci.members.iter().filter_map(|at| territory.commune_at(*at)).map(member);
    let members: Vec<Member> = members.collect();
    let published = published(epci);
    match commune {
        Some(commune) => form.settle_commune(commune.code, published, &members, edition),
        None => form.settle_epci(published, &members, edition),
    }
}

/// What is published of an EPCI, as the form keeps it.
pub fn published(epci: &territory::Epci<'static>) -> Epci {
    Epci { siren: epci.siren, name: epci.name, kind: epci.kind, total: epci.total, municipal: epci.municipal }
}

/// The same of a commune.
pub fn member(commune: &territory::Commune<'static>) -> Member {
    Member {
        code: commune.code,
        name: commune.name,
        total: commune.total,
        municipal: commune.municipal,
        outside: commune.is_outside(),
    }
}

//! What a link need not say: a form in which an EPCI was found by name and nothing was typed since.
//!
//! The rules here are those of links `s1`, and never change: see `tests/links/`.

use crate::check::Sum;
use crate::{Answer, Dossier, Home, Row};
use engine::catalogue::{BodyKind, Edition, PerBody};
use engine::french::number;
use rust_decimal::Decimal;
use territory::{Commune, Epci, Territory};

/// The fields of the populations, in the order of every pair here.
const POPULATIONS: [PerBody; 2] = [PerBody::Inhabitants, PerBody::Municipal];

/// The untouched form on an edition.
pub(crate) fn untouched(edition: &Edition) -> Dossier {
    // Not `Dossier::new`: its period may change one day, and links say what differs from this one.
    Dossier { years: 4, ..Dossier::new(&edition.id) }
}

/// The same once an EPCI was found, and maybe one of its communes looked at.
pub(crate) fn settled(
    edition: &Edition,
    territory: &Territory<'static>,
    epci: &Epci<'static>,
    viewed: Option<&Commune<'static>>,
) -> Dossier {
    let own = [epci.total, epci.municipal];
    let (kind, populations) = match viewed {
        Some(commune) => (BodyKind::Commune, [commune.total, commune.municipal]),
        None => (epci.kind, own),
    };
    let mut dossier = untouched(edition);
    dossier.kind = Some(kind);
    for (which, text) in POPULATIONS.into_iter().zip(populations.map(written)) {
        let id = &edition.field_per_body(which).id;
        // An edition may ask no population.
        if !id.is_empty() {
            dossier.values.push((id.clone(), Answer::Text(text)));
        }
    }
    dossier.rows = members(territory, epci).map(row).collect();
    dossier.home = Some(Home {
        epci: epci.siren.to_owned(),
        viewed: viewed.map(|commune| commune.code.to_owned()),
        waiting: if viewed.is_some() { own.map(written) } else { Default::default() },
    });
    dossier
}

/// A commune as it is published.
pub(crate) fn row(commune: &Commune<'static>) -> Row {
    Row {
        code: Some(commune.code.to_owned()),
        name: commune.name.to_owned(),
        inhabitants: written(commune.total),
        municipal: written(commune.municipal),
        ..Row::new(BodyKind::Commune)
    }
}

/// The communes of an EPCI.
pub(crate) fn members<'t>(
    territory: &'t Territory<'static>,
    epci: &'t Epci<'static>,
) -> impl Iterator<Item = &'t Commune<'static>> {
    epci.members.iter().filter_map(|at| territory.commune_at(*at))
}

/// The sum of all that is published of an EPCI: when it changes, what a link left unsaid has changed.
pub(crate) fn sum(territory: &Territory<'static>, epci: &Epci<'static>) -> String {
    let mut sum = Sum::new().add(epci.kind.id());
    let all = members(territory, epci).map(|commune| (commune.code, commune.name, commune.total, commune.municipal));
    for (code, name, total, municipal) in std::iter::once((epci.siren, "", epci.total, epci.municipal)).chain(all) {
        sum = sum.add(&format!("{code};{name};{total};{municipal}\n"));
    }
    sum.letters()
}

fn written(population: u32) -> String {
    number(Decimal::from(population))
}

//! A place in one line of French, so that homonyms and shared postcodes are told apart.

use crate::{Commune, Epci, Found, Place, Territory};
use engine::catalogue::BodyKind;
use engine::french::counted;
use rust_decimal::Decimal;

impl Territory<'_> {
    /// The name of a place.
    pub fn name(&self, place: Place) -> &str {
        match place {
            Place::Commune(position) => self.commune_at(position).map_or("", |commune| commune.name),
            Place::Epci(position) => self.epci_at(position).map_or("", |epci| epci.name),
        }
    }

    /// A place in one line: `Blaye – commune, 33390, 5 137 habitants, CC de Blaye`.
    pub fn describe(&self, place: Place) -> String {
        match place {
            Place::Commune(position) => self.commune_at(position).map(|commune| self.of_commune(commune)),
            Place::Epci(position) => self.epci_at(position).map(of_epci),
        }
        .unwrap_or_default()
    }

    /// The same of an answer, behind the former name that led there: `Castillon-de-Castets → Castets et
    /// Castillon – commune, …`.
    pub fn describe_found(&self, found: Found) -> String {
        let former = found.via.and_then(|position| self.former.get(usize::from(position)));
        let place = self.describe(found.place);
        match former {
            Some(former) => [former.name, " → ", &place].concat(),
            None => place,
        }
    }

    fn of_commune(&self, commune: &Commune<'_>) -> String {
        let postcodes = commune.postcodes.replace(' ', ", ");
        let epci = self.epci_at(commune.epci).map_or("", |epci| epci.name);
        let outside = if commune.is_outside() { ", hors de la Gironde" } else { "" };
        [commune.name, " – commune, ", &postcodes, ", ", &inhabitants(commune.total), ", ", epci, outside].concat()
    }
}

fn of_epci(epci: &Epci<'_>) -> String {
    let kind = match epci.kind {
        BodyKind::Ca => "communauté d'agglomération",
        BodyKind::Metropole => "métropole",
        _ => "communauté de communes",
    };
    let members = u32::try_from(epci.members.len()).unwrap_or(u32::MAX);
    let members = counted(Decimal::from(members), if members < 2 { "commune" } else { "communes" });
    [epci.name, " – ", kind, ", ", &members, ", ", &inhabitants(epci.total)].concat()
}

fn inhabitants(number: u32) -> String {
    counted(Decimal::from(number), if number < 2 { "habitant" } else { "habitants" })
}

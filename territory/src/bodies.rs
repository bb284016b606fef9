//! An EPCI as the engine asks for one.

use crate::{Epci, Territory};
use engine::Request;
use engine::catalogue::{Asked, BodyKind, Edition, Field};
use engine::request::{Body, Membership};

impl Territory<'_> {
    /// What an EPCI asks for: its kind, the way it joins, and its communes. The volume of data is left to
    /// whoever knows it: see [`volume_field`].
    pub fn request(&self, epci: &Epci<'_>, membership: Membership) -> Request {
        Request { kind: Some(epci.kind), membership, bodies: self.bodies(epci), ..Request::default() }
    }

    /// The communes of an EPCI, by INSEE code, with both their populations.
    pub fn bodies(&self, epci: &Epci<'_>) -> Vec<Body> {
        self.each(epci, BodyKind::Commune, 0, |name| name.to_owned())
    }

    /// The CCAS of each commune of an EPCI that has at least that many inhabitants, with the inhabitants
    /// of its commune: see [`ccas_from`].
    pub fn ccas(&self, epci: &Epci<'_>, from: u32) -> Vec<Body> {
        self.each(epci, BodyKind::Ccas, from, ccas_name)
    }

    /// A body for each commune of an EPCI from that many inhabitants on.
    fn each(&self, epci: &Epci<'_>, kind: BodyKind, from: u32, name: fn(&str) -> String) -> Vec<Body> {
        let members = epci.members.iter().filter_map(|member| self.commune_at(*member));
        let large = members.filter(|commune| commune.total >= from);
        let body = large.map(|commune| Body {
            kind,
            inhabitants: Some(commune.total),
            municipal: Some(commune.municipal),
            name: name(commune.name),
        });
        body.collect()
    }
}

/// From how many inhabitants on a CCAS counts, by an edition's own rule.
pub fn ccas_from(edition: &Edition) -> Option<u32> {
    edition.counting.iter().find(|rule| rule.of.contains(&BodyKind::Ccas)).map(|rule| rule.from)
}

/// The field that an edition asks with the membership: the volume of data of the territory, in Go.
pub fn volume_field(edition: &Edition) -> Option<&Field> {
    edition.fields.iter().find(|field| field.asked == Asked::Membership)
}

/// The name of a commune's CCAS: `CCAS de Blaye`, `CCAS d'Arcachon`, `CCAS du Barp`.
///
/// An H is taken as mute: it is in Hostens and Hourtin, the communes in H that are large enough to count.
pub fn ccas_name(commune: &str) -> String {
    if let Some(rest) = commune.strip_prefix("Le ") {
        return ["CCAS du ", rest].concat();
    }
    if let Some(rest) = commune.strip_prefix("Les ") {
        return ["CCAS des ", rest].concat();
    }
    let elides = commune.starts_with(['A', 'E', 'H', 'I', 'O', 'U', 'Y', 'É', 'È', 'Ê', 'Î']);
    ["CCAS ", if elides { "d'" } else { "de " }, commune].concat()
}

#[cfg(test)]
mod tests {
    use super::ccas_name;

    #[test]
    fn the_name_of_a_ccas_is_in_french() {
        let names = ["Blaye", "Arcachon", "Le Barp", "Les Billaux", "La Brède", "Étauliers", "Hourtin", "Yvrac"];
        let named = names.map(ccas_name);
        let expected = [
            "CCAS de Blaye",
            "CCAS d'Arcachon",
            "CCAS du Barp",
            "CCAS des Billaux",
            "CCAS de La Brède",
            "CCAS d'Étauliers",
            "CCAS d'Hourtin",
            "CCAS d'Yvrac",
        ];
        assert_eq!(named, expected);
    }
}

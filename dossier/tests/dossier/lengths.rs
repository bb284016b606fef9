//! How long links are.

use crate::known;
use dossier::{Answer, Dossier, Home, Row, Sharing, link};
use engine::catalogue::{Asked, BodyKind, FieldKind, PerBody};
use engine::french::number;
use engine::request::Membership;
use territory::{Epci, ccas_from};

/// What mail programs, chats and old browsers still pass on whole, the address in front included.
const LONGEST: usize = 2_000;
/// The address in front.
const ADDRESS: &str = "https://simulateur.girondenumerique.fr/index.html#";

/// An EPCI's territory with every service ticked, every field filled, every choice answered, and every
/// CCAS that may count.
fn whole(epci: &Epci<'static>) -> Dossier {
    let known = known();
    let (edition, territory) = (known.edition, known.territory);
    let populations = [(PerBody::Inhabitants, epci.total), (PerBody::Municipal, epci.municipal)];
    let mut dossier = Dossier::new(&edition.id);
    dossier.kind = Some(epci.kind);
    dossier.years = 10;
    dossier.start = Some(2026);
    dossier.membership = Membership::Mutualised;
    dossier.sharing = Sharing::Alone;
    for field in edition.fields.iter().filter(|field| !matches!(field.asked, Asked::Derived(_))) {
        let published = populations.iter().find(|(which, _)| field.per_body == Some(*which));
        let answer = match (&field.kind, published) {
            (FieldKind::Choice(choices), _) => {
                let longest = choices.iter().max_by_key(|choice| choice.id.len()).unwrap();
                Answer::Choice(longest.id.clone())
            }
            (_, Some((_, published))) => Answer::Text(number((*published).into())),
            _ => Answer::Text("12\u{202f}345".to_owned()),
        };
        dossier.values.push((field.id.clone(), answer));
    }
    let services = edition.services.iter().filter(|service| service.is_choosable(edition));
    dossier.services = services.map(|service| service.id.clone()).collect();
    let from = ccas_from(edition).unwrap();
    for member in &epci.members {
        let commune = territory.commune_at(*member).unwrap();
        dossier.rows.push(Row {
            code: Some(commune.code.to_owned()),
            name: commune.name.to_owned(),
            inhabitants: number(commune.total.into()),
            municipal: number(commune.municipal.into()),
            ccas: commune.total >= from,
            ..Row::new(BodyKind::Commune)
        });
    }
    dossier.home = Some(Home { epci: epci.siren.to_owned(), viewed: None, waiting: Default::default() });
    dossier
}

#[test]
fn every_territory_with_everything_fits_in_a_mail() {
    let known = known();
    let length = |dossier: &Dossier| {
        let written = link::write(dossier, &known);
        assert_eq!(written.notes, []);
        assert_eq!(link::open(&written.text, &known).unwrap().dossier, *dossier);
        ADDRESS.len() + written.text.len()
    };
    let mut longest: Vec<(usize, &str)> =
        known.territory.epcis.iter().map(|epci| (length(&whole(epci)), epci.name)).collect();
    longest.sort_unstable();
    let (most, name) = longest.last().unwrap();
    let parts = known.territory.epcis.iter().map(|epci| {
        let mut dossier = whole(epci);
        dossier.sharing = Sharing::ByHand;
        dossier.rows.iter_mut().for_each(|row| row.part = "12,5".to_owned());
        (length(&dossier), epci.name)
    });
    let (with_parts, its_name) = parts.max().unwrap();
    println!("longest: {most} characters, {name}; with a part for each commune: {with_parts}, {its_name}");
    assert!(*most < LONGEST, "{most} characters for {name}");
}

//! What the committed files hold.

use crate::territory;
use engine::catalogue::BodyKind;
use territory::check::{self, Counts, EXPECTED};
use territory::{Place, source};

#[test]
fn the_committed_files_pass_every_check_and_have_the_expected_counts() {
    let read = check::read(source::EPCI, source::COMMUNES, source::FORMER).unwrap();
    assert_eq!(Counts::of(&read), EXPECTED);
}

#[test]
fn places_are_found_by_code() {
    let territory = territory();
    let blaye = territory.commune("33058").unwrap();
    assert_eq!((blaye.name, blaye.siren, blaye.postcodes), ("Blaye", "213300585", "33390"));
    assert_eq!((blaye.total, blaye.municipal), (5_137, 5_017));
    let epci = territory.epci_at(blaye.epci).unwrap();
    assert_eq!((epci.siren, epci.kind, epci.name), ("200023794", BodyKind::Cc, "CC de Blaye"));
    assert_eq!((epci.total, epci.municipal, epci.members.len()), (20_915, 20_458, 20));
    assert_eq!(territory.epci("200023794"), Some(epci));
    assert_eq!(territory.epci("33058"), None);
    assert_eq!(territory.commune("75056"), None);
    assert_eq!(territory.place("200023794"), Some(Place::Epci(0)));
    let blaye = territory.place("33058");
    assert!(blaye.is_some_and(|place| territory.name(place) == "Blaye"));
    assert_eq!(territory.place("213300585"), blaye);
    assert_eq!(territory.place("75056"), None);
}

#[test]
fn a_former_commune_leads_to_the_present_one() {
    let territory = territory();
    let former = territory.former("33107").unwrap();
    assert_eq!(former.name, "Castillon-de-Castets");
    assert_eq!(territory.commune_at(former.commune).unwrap().name, "Castets et Castillon");
    assert_eq!(territory.place("33107"), Some(Place::Commune(former.commune)));
    // The code of a present commune and of one of those it was made of.
    assert!(territory.former("33106").is_some() && territory.commune("33106").is_some());
}

#[test]
fn two_communes_are_outside_the_gironde() {
    let outside: Vec<_> = territory().communes.iter().filter(|commune| commune.is_outside()).collect();
    let epci = |position| territory().epci_at(position).unwrap().name;
    let named: Vec<_> = outside.iter().map(|commune| (commune.name, epci(commune.epci))).collect();
    let expected =
        [("Port-Sainte-Foy-et-Ponchapt", "CC du Pays Foyen"), ("Saint-Michel-de-Montaigne", "CC Castillon/Pujols")];
    assert_eq!(named, expected);
}

#[test]
fn the_page_says_what_the_data_are() {
    assert_eq!(source::VINTAGE, "INSEE 2025");
    for word in
        ["INSEE", "légales 2022", "1er janvier 2025", "DGCL, liste 2026", "La Poste", "6.0.0", "Licence Ouverte 2.0"]
    {
        assert!(source::ATTRIBUTION.contains(word), "{word}");
    }
}

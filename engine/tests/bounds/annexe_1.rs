//! Annexe 1: participation, grid, who counts, who may join.

use crate::ask::{by, participation, territory};
use crate::check::check;
use engine::catalogue::BodyKind;
use engine::catalogue::BodyKind::{Autre, Ca, Cc, Ccas, Commune, Metropole, Syndicat};
use engine::request::Membership;

#[test]
fn participation_by_inhabitants() {
    check(
        participation,
        &[
            ("1", "participation 350"),
            ("99", "participation 350"),
            ("100", "participation 500"),
            ("101", "participation 500"),
            ("499", "participation 500"),
            ("500", "participation 900"),
            ("501", "participation 900"),
            ("999", "participation 900"),
            ("1000", "participation 1500"),
            ("1001", "participation 1500"),
            ("2499", "participation 1500"),
            ("2500", "participation 2500"),
            ("2501", "participation 2500"),
            ("4999", "participation 2500"),
            ("5000", "participation 4000"),
            ("5001", "participation 4000"),
            ("9999", "participation 4000"),
            ("10000", "participation 7500"),
            ("10001", "participation 7500"),
            ("19999", "participation 7500"),
            ("20000", "participation 20000"),
            ("20001", "participation 20000"),
            ("99999", "participation 20000"),
            ("100000", "participation-individuelle on quote"),
            ("100001", "participation-individuelle on quote"),
            ("800000", "participation-individuelle on quote"),
        ],
    );
}

#[test]
fn grid_by_data_volume() {
    let asked = |volume: &str| by(Cc).joins(Membership::Mutualised).with("volume-territoire", volume);
    check(
        asked,
        &[
            ("1", "adhesion 5802"),
            ("499", "adhesion 5802"),
            ("500", "adhesion 5802"),
            ("500.001", "adhesion 7912"),
            ("501", "adhesion 7912"),
            ("999", "adhesion 7912"),
            ("1000", "adhesion 7912"),
            ("1001", "adhesion 10549"),
            ("1499", "adhesion 10549"),
            ("1500", "adhesion 10549"),
            ("1501", "adhesion 13186"),
            ("1999", "adhesion 13186"),
            ("2000", "adhesion 13186"),
            ("2001", "adhesion 15824"),
            ("2499", "adhesion 15824"),
            ("2500", "adhesion 15824"),
            ("2501", "adhesion 18461"),
            ("2999", "adhesion 18461"),
            ("3000", "adhesion 18461"),
            ("3001", "adhesion 21098"),
            ("3499", "adhesion 21098"),
            ("3500", "adhesion 21098"),
            ("3500.001", "adhesion-mutualisee on quote"),
            ("3501", "adhesion-mutualisee on quote"),
        ],
    );
}

#[test]
fn grid_by_counted_bodies() {
    let steps = [
        (0..=0, "adhesion 5802"),
        (1..=3, "adhesion 7912"),
        (4..=5, "adhesion 10549"),
        (6..=10, "adhesion 13186"),
        (11..=14, "adhesion 15824"),
        (15..=18, "adhesion 18461"),
        (19..=22, "adhesion 21098"),
        (23..=25, "adhesion 23735"),
        (26..=28, "adhesion 26373"),
        (29..=31, "adhesion 29010"),
        (32..=34, "adhesion 31647"),
        (35..=37, "adhesion 34285"),
        (38..=40, "adhesion 36922"),
        (41..=43, "adhesion 39559"),
        (44..=46, "adhesion 42196"),
        (47..=49, "adhesion-mutualisee on quote"),
    ];
    for (counts, expected) in steps {
        for count in counts {
            assert_eq!(territory("500", &vec![(Commune, 300); count]).told(), expected, "{count} EP");
        }
    }
}

#[test]
fn the_grid_is_on_quote_as_soon_as_one_side_is() {
    assert_eq!(territory("3500", &[(Commune, 300); 46]).told(), "adhesion 58020");
    assert_eq!(territory("3501", &[(Commune, 300); 46]).told(), "adhesion-mutualisee on quote");
    assert_eq!(territory("3500", &[(Commune, 300); 47]).told(), "adhesion-mutualisee on quote");
}

#[test]
fn bodies_count_from_300_or_1500_inhabitants() {
    let bodies = [
        (Commune, 299, 0),
        (Commune, 300, 1),
        (Commune, 301, 1),
        (Ccas, 1499, 0),
        (Ccas, 1500, 1),
        (Ccas, 1501, 1),
        (Syndicat, 1499, 0),
        (Syndicat, 1500, 1),
        (Syndicat, 1501, 1),
        (Autre, 1499, 0),
        (Autre, 1500, 1),
        (Autre, 1501, 1),
        (Cc, 50_000, 0),
        (Ca, 50_000, 0),
        (Metropole, 50_000, 0),
    ];
    for (kind, inhabitants, expected) in bodies {
        let asked = territory("500", &[(kind, inhabitants)]);
        assert_eq!(asked.estimate().census.counted(), expected, "{kind:?} of {inhabitants}");
        let amount = if expected == 1 { "adhesion 7912" } else { "adhesion 5802" };
        assert_eq!(asked.told(), amount, "{kind:?} of {inhabitants}");
    }
    let together: Vec<(BodyKind, u32)> = bodies.map(|(kind, inhabitants, _)| (kind, inhabitants)).into();
    assert_eq!(territory("500", &together).estimate().census.counted(), 8);
    assert_eq!(territory("500", &together).told(), "adhesion 13186");
}

#[test]
fn an_epci_joins_alone_beside_its_communes() {
    let asked = by(Cc).joins(Membership::Individual).with("volume-territoire", "500").bodies(&[
        (Commune, 99),
        (Commune, 100),
        (Ccas, 9000),
        (Commune, 100_000),
    ]);
    let expected = "adhesion 5802, body 0: participation 350, body 1: participation 500, \
                    body 3: participation-individuelle on quote";
    assert_eq!(asked.told(), expected);
}

#[test]
fn joining_by_kind_of_body() {
    let mutualised = |kind| by(kind).joins(Membership::Mutualised).with("volume-territoire", "500").told();
    for kind in [Cc, Ca, Metropole] {
        assert_eq!(mutualised(kind), "adhesion 5802", "{kind:?}");
    }
    for kind in [Commune, Syndicat, Ccas, Autre] {
        assert_eq!(mutualised(kind), "adhesion-mutualisee on quote", "{kind:?}");
    }
    for kind in [Syndicat, Ccas, Autre] {
        let individual = by(kind).joins(Membership::Individual).with("habitants", "2000");
        assert_eq!(individual.told(), "participation-individuelle on quote", "{kind:?}");
    }
}

#[test]
fn shared_it_person_by_rhythm() {
    let asked = |rhythm: &str| by(Commune).with("rythme-informaticien", rhythm).wants("informaticien");
    let table = [
        ("jour-semaine", "informaticien-annuel 12500"),
        ("jour-mois", "informaticien-annuel 2500"),
        ("autre-rythme", "informaticien on quote"),
    ];
    check(asked, &table);
    // Annexe 1 charges it to members: a membership does not contain it.
    check(|rhythm: &str| asked(rhythm).covered(), &table);
    assert_eq!(by(Commune).wants("sur-mesure-adherents").told(), "sur-mesure-adherents on quote");
}

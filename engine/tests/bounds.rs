//! Every bracket at n − 1, n, n + 1 and above the last, with what the list charges there.
//!
//! Expected values are written by hand from the text of the deliberation and from the project's
//! reading of it, never computed from the catalogue: unit prices before VAT as printed, differences
//! and thresholds in what leaves the budget (exempt, or TTC).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, missing_docs)]

mod support;

use engine::catalogue::{BodyKind, Edition, FieldIx, LedgerIx};
use engine::line::{Change, Charge, Difference, Item, Line, Outcome};
use engine::remark::{Need, Remark};
use engine::request::{Body, Membership, Request, Value};
use engine::{Catalogue, Estimate, Money, Totals, estimate};
use rust_decimal::Decimal;
use std::sync::LazyLock;

use BodyKind::{Autre, Ca, Cc, Ccas, Commune, Metropole, Syndicat};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(support::catalogue);

// ------------------------------------------------------------------ annexe 1: participation, by inhabitants

#[test]
fn participation_by_inhabitants() {
    let asked = |inhabitants: &str| by(Commune).joins(Membership::Individual).with("habitants", inhabitants);
    check(
        asked,
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

// ------------------------------------------------------------------ annexe 1: the grid, by volume and EP

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
    let asked = by(Cc)
        .joins(Membership::Individual)
        .with("volume-territoire", "500")
        .bodies(&[(Commune, 99), (Commune, 100), (Ccas, 9000), (Commune, 100_000)]);
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

// ------------------------------------------------------------------ annexe 2: RGPD, data, identity

#[test]
fn rgpd_by_budget() {
    let below_500_000 = "rgpd-acces 500, rgpd-suivi 150";
    let below_1_000_000 = "rgpd-acces 1000, rgpd-suivi 300";
    let below_5_000_000 = "rgpd-acces 2000, rgpd-suivi 500";
    let above_5_000_000 = "rgpd-acces 3000, rgpd-suivi 750";
    check(
        |budget: &str| by(Commune).with("budget", budget).wants("rgpd"),
        &[
            ("0", below_500_000),
            ("499999", below_500_000),
            ("499999.99", below_500_000),
            ("500000", below_1_000_000),
            ("500000.01", below_1_000_000),
            ("500001", below_1_000_000),
            ("999999", below_1_000_000),
            ("999999.99", below_1_000_000),
            ("1000000", below_5_000_000),
            ("1000000.01", below_5_000_000),
            ("1000001", below_5_000_000),
            ("4999999", below_5_000_000),
            ("4999999.99", below_5_000_000),
            ("5000000", above_5_000_000),
            ("5000000.01", above_5_000_000),
            ("5000001", above_5_000_000),
            ("100000000000", above_5_000_000),
        ],
    );
    assert_eq!(by(Commune).wants("rgpd-complements").told(), "rgpd-complements on quote");
}

#[test]
fn data_protection_by_volume() {
    let to_50 = "securisation-acces 1500, securisation-abonnement 300";
    let to_100 = "securisation-acces 1500, securisation-abonnement 500";
    let to_200 = "securisation-acces 1500, securisation-abonnement 900";
    check(
        |volume: &str| by(Commune).with("volume-securisation", volume).wants("securisation"),
        &[
            ("1", to_50),
            ("49", to_50),
            ("50", to_50),
            ("50.001", to_100),
            ("51", to_100),
            ("99", to_100),
            ("100", to_100),
            ("101", to_200),
            ("199", to_200),
            ("200", to_200),
            ("200.001", "securisation on quote"),
            ("201", "securisation on quote"),
        ],
    );
}

#[test]
fn digital_identity_by_volume() {
    let first_10 = "identite-acces 500, identite-abonnement 100";
    let one_more = "identite-acces 500, identite-abonnement 100, identite-supplement 50 × 1";
    let two_more = "identite-acces 500, identite-abonnement 100, identite-supplement 50 × 2";
    check(
        |volume: &str| by(Commune).with("volume-identite", volume).wants("identite"),
        &[
            ("1", first_10),
            ("9", first_10),
            ("10", first_10),
            ("10.001", one_more),
            ("11", one_more),
            ("19", one_more),
            ("20", one_more),
            ("20.001", two_more),
            ("21", two_more),
            ("30", two_more),
            ("31", "identite-acces 500, identite-abonnement 100, identite-supplement 50 × 3"),
        ],
    );
}

#[test]
fn services_at_one_price() {
    let table = [
        ("dematerialisation", "dematerialisation-acces 300, dematerialisation-abonnement 80"),
        ("collaboratif", "collaboratif-acces 500, collaboratif-abonnement 100"),
        ("conges", "conges-acces 500, conges-abonnement 100"),
        ("ecoles", "ecoles-diagnostic free"),
        ("ecoles-groupement", "ecoles-groupement on quote"),
        ("sur-mesure", "sur-mesure on quote"),
    ];
    for kind in BodyKind::ALL {
        check(|service: &str| by(kind).wants(service), &table);
    }
}

// ------------------------------------------------------------------ annexe 2: certificates

#[test]
fn certificates_with_and_without_a_membership() {
    let asked = |count: &str| by(Commune).with("certificats", count).wants("certificat");
    check(
        asked,
        &[("1", "certificat-rgs 175 × 1"), ("2", "certificat-rgs 175 × 2"), ("3", "certificat-rgs 175 × 3")],
    );
    check(
        |count: &str| asked(count).covered(),
        &[
            ("1", "certificat-rgs included (175 × 1)"),
            ("2", "certificat-rgs included (175 × 2)"),
            ("3", "certificat-rgs included (175 × 2), certificat-rgs 175 × 1"),
            ("5", "certificat-rgs included (175 × 2), certificat-rgs 175 × 3"),
        ],
    );
}

#[test]
fn certificates_over_1_to_10_years() {
    // 175,00 € HT are 210,00 € TTC, due in years 1, 4, 7 and 10.
    let periods = [210, 210, 210, 420, 420, 420, 630, 630, 630, 840];
    let years = [210, 0, 0, 210, 0, 0, 210, 0, 0, 210];
    for (length, one) in (1..).zip(periods) {
        let period = |count: &str, covered: bool| {
            let asked = by(Commune).with("certificats", count).wants("certificat").over(length);
            let estimate = if covered { asked.covered().estimate() } else { asked.estimate() };
            let each: Vec<Money> = years[..usize::from(length)].iter().map(|n| euros(*n)).collect();
            let found: Vec<Money> = estimate.by_year.iter().map(|year| year.outlay()).collect();
            if count == "1" && !covered {
                assert_eq!(found, each, "{length} years");
            }
            estimate.period.outlay()
        };
        assert_eq!(period("1", false), euros(one), "1 over {length} years");
        assert_eq!(period("2", false), euros(2 * one), "2 over {length} years");
        assert_eq!(period("3", false), euros(3 * one), "3 over {length} years");
        assert_eq!(period("1", true), euros(0), "1 of a member over {length} years");
        assert_eq!(period("2", true), euros(0), "2 of a member over {length} years");
        assert_eq!(period("3", true), euros(one), "3 of a member over {length} years");
    }
}

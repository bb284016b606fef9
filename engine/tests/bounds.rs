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
use engine::{Catalogue, Estimate, Money, Totals, estimate, explain};
use rust_decimal::Decimal;
use std::sync::LazyLock;

use BodyKind::{Autre, Ca, Cc, Ccas, Commune, Metropole, Syndicat};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(support::catalogue);

// ------------------------------------------------------------------ annexe 1: participation, by inhabitants

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

// ------------------------------------------------------------------ annexe 2: RGPD, data, identity

#[test]
fn rgpd_by_budget() {
    let below_500_000 = "rgpd-acces 500, rgpd-suivi 150";
    let below_1_000_000 = "rgpd-acces 1000, rgpd-suivi 300";
    let below_5_000_000 = "rgpd-acces 2000, rgpd-suivi 500";
    let above_5_000_000 = "rgpd-acces 3000, rgpd-suivi 750";
    check(
        rgpd,
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
        nas,
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
        identity,
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
    check(asked, &[("1", "certificat-rgs 175 × 1"), ("2", "certificat-rgs 175 × 2"), ("3", "certificat-rgs 175 × 3")]);
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
    let asked = |count: &str, years: u8| by(Commune).with("certificats", count).wants("certificat").over(years);
    let outlay = |ask: Ask| ask.estimate().period.outlay();
    for (years, one) in (1..).zip(periods) {
        assert_eq!(outlay(asked("1", years)), euros(one), "1 over {years} years");
        assert_eq!(outlay(asked("2", years)), euros(2 * one), "2 over {years} years");
        assert_eq!(outlay(asked("3", years)), euros(3 * one), "3 over {years} years");
        assert_eq!(outlay(asked("1", years).covered()), Money::ZERO, "1 of a member over {years} years");
        assert_eq!(outlay(asked("2", years).covered()), Money::ZERO, "2 of a member over {years} years");
        assert_eq!(outlay(asked("3", years).covered()), euros(one), "3 of a member over {years} years");
    }
    let each: Vec<Money> = asked("1", 10).estimate().by_year.iter().map(|year| year.outlay()).collect();
    assert_eq!(each, [210, 0, 0, 210, 0, 0, 210, 0, 0, 210].map(euros));
}

// ------------------------------------------------------------------ annexe 2: Opendemande

const CLASS_1: &str = "opendemande-installation 1150, opendemande-formation 850, opendemande-abonnement 884.16";
const CLASS_2: &str = "opendemande-installation 1920, opendemande-formation 1600, opendemande-abonnement 1362.91";
const CLASS_3: &str = "opendemande-installation 3050, opendemande-formation 2350, opendemande-abonnement 2141.66";

#[test]
fn opendemande_by_inhabitants_of_a_commune_and_of_the_bodies_read_like_one() {
    for kind in [Commune, Syndicat, Ccas, Autre] {
        check(
            |inhabitants: &str| opendemande(kind, inhabitants),
            &[
                ("1", CLASS_1),
                ("3499", CLASS_1),
                ("3500", CLASS_2),
                ("3501", CLASS_2),
                ("9999", CLASS_2),
                ("10000", CLASS_3),
                ("10001", CLASS_3),
                ("500000", CLASS_3),
            ],
        );
    }
}

#[test]
fn opendemande_of_an_epci_whatever_its_inhabitants() {
    for inhabitants in ["1000", "3500", "9999", "10000", "10001", "800000"] {
        assert_eq!(opendemande(Cc, inhabitants).told(), CLASS_2, "{inhabitants}");
        assert_eq!(opendemande(Ca, inhabitants).told(), CLASS_3, "{inhabitants}");
        assert_eq!(opendemande(Metropole, inhabitants).told(), CLASS_3, "{inhabitants}");
    }
    let unknown = |kind| by(kind).with("utilisateurs", "1").wants("opendemande").told();
    assert_eq!(unknown(Cc), CLASS_2);
    assert_eq!(unknown(Ca), CLASS_3);
    assert_eq!(unknown(Metropole), CLASS_3);
}

#[test]
fn opendemande_by_users() {
    let classes = [("3499", CLASS_1, 5), ("9999", CLASS_2, 8), ("10000", CLASS_3, 15)];
    for (inhabitants, expected, most) in classes {
        let asked = |users: i32| opendemande(Commune, inhabitants).with("utilisateurs", &users.to_string()).told();
        assert_eq!(asked(most - 1), expected);
        assert_eq!(asked(most), expected);
        assert_eq!(asked(most + 1), "opendemande on quote");
        assert_eq!(asked(10 * most), "opendemande on quote");
    }
}

#[test]
fn opendemande_options_by_class() {
    let class_1 = "iparapheur-connecteur 145.83, iparapheur-maintenance 51.67, \
                   visas-workflows 480, visas-formation 850, visas-maintenance 95, \
                   vip-parametrage 225, vip-teleformation 360, vip-maintenance 55, ldap-connecteur 560";
    let class_2 = "iparapheur-connecteur 145.83, iparapheur-maintenance 63.33, \
                   visas-workflows 795, visas-formation 850, visas-maintenance 233.33, \
                   vip-parametrage 760, vip-teleformation 360, vip-maintenance 130, ldap-connecteur 560";
    let class_3 = "iparapheur-connecteur 145.83, iparapheur-maintenance 95.83, \
                   visas-workflows 1110, visas-formation 850, visas-maintenance 345, \
                   vip-parametrage 760, vip-teleformation 360, vip-maintenance 185, ldap-connecteur 560";
    let options = |ask: Ask| {
        let modules = ["opendemande-iparapheur", "opendemande-visas", "opendemande-vip", "opendemande-ldap"];
        modules.iter().fold(ask, |ask, module| ask.wants(module))
    };
    for kind in [Commune, Syndicat, Ccas, Autre] {
        check(
            |inhabitants: &str| options(by(kind).with("habitants", inhabitants)),
            &[
                ("3499", class_1),
                ("3500", class_2),
                ("3501", class_2),
                ("9999", class_2),
                ("10000", class_3),
                ("10001", class_3),
            ],
        );
    }
    assert_eq!(options(by(Cc)).told(), class_2);
    assert_eq!(options(by(Ca)).told(), class_3);
    assert_eq!(options(by(Metropole)).told(), class_3);
}

#[test]
fn opendemande_training_by_quantity() {
    let days = |days: &str| by(Commune).with("jours-formation", days).wants("opendemande-formation-site");
    check(days, &[("1", "opendemande-formation-jour 850 × 1"), ("2", "opendemande-formation-jour 850 × 2")]);
    let remote = |sessions: &str| by(Commune).with("teleformations", sessions).wants("opendemande-teleformation");
    check(remote, &[("1", "opendemande-teleformation-4h 360 × 1"), ("3", "opendemande-teleformation-4h 360 × 3")]);
}

// ------------------------------------------------------------------ annexe 2: police

#[test]
fn logilibre_by_agents_and_inhabitants() {
    let small = [
        ("1", "logilibre-installation 725, logilibre-abonnement 241.67, logilibre-assistance 33.33 × 1"),
        ("2", "logilibre-installation 725, logilibre-abonnement 241.67, logilibre-assistance 33.33 × 2"),
        ("3", "logilibre-installation 1125, logilibre-abonnement 300, logilibre-assistance 35 × 3"),
        ("4", "logilibre-installation 1125, logilibre-abonnement 300, logilibre-assistance 35 × 4"),
        ("5", "logilibre-installation 1875, logilibre-abonnement 491.67, logilibre-assistance 26.67 × 5"),
        ("6", "logilibre-installation 1875, logilibre-abonnement 491.67, logilibre-assistance 26.67 × 6"),
        ("40", "logilibre-installation 1875, logilibre-abonnement 491.67, logilibre-assistance 26.67 × 40"),
    ];
    let large = "logilibre-installation 2333.33, logilibre-abonnement 633.33, logilibre-assistance 26.67";
    for (agents, expected) in small {
        assert_eq!(logilibre("9999", agents).told(), expected, "{agents} agents");
        assert_eq!(logilibre("10000", agents).told(), format!("{large} × {agents}"), "{agents} agents");
        assert_eq!(logilibre("10001", agents).told(), format!("{large} × {agents}"), "{agents} agents");
    }
}

#[test]
fn opendispo_by_agents_and_inhabitants() {
    let small = [
        ("2", "opendispo-installation 166.67, opendispo-maintenance 16.67 × 2"),
        ("3", "opendispo-installation 283.33, opendispo-maintenance 23.33 × 3"),
        ("4", "opendispo-installation 283.33, opendispo-maintenance 23.33 × 4"),
        ("5", "opendispo-installation 358.33, opendispo-maintenance 23.33 × 5"),
        ("6", "opendispo-installation 358.33, opendispo-maintenance 23.33 × 6"),
    ];
    for (agents, expected) in small {
        let large = format!("opendispo-installation 541.67, opendispo-maintenance 23.33 × {agents}");
        assert_eq!(opendispo("9999", agents).told(), expected, "{agents} agents");
        assert_eq!(opendispo("10000", agents).told(), large, "{agents} agents");
        assert_eq!(opendispo("10001", agents).told(), large, "{agents} agents");
    }
}

#[test]
fn ticketing_tablets() {
    let asked = |tablets: &str| by(Commune).with("tablettes", tablets).wants("verbalisation");
    check(asked, &[("1", "verbalisation-tablette 240 × 1"), ("2", "verbalisation-tablette 240 × 2")]);
}

// ------------------------------------------------------------------ annexe 2: acts, SMS, telecom

#[test]
fn digitised_acts_by_place() {
    let asked = |place: &str| by(Commune).with("lieu-numerisation", place).with("actes", "1000").wants("numerisation");
    check(
        asked,
        &[("site-centralise", "numerisation-acte 0.45 × 1000"), ("en-mairie", "numerisation-acte 0.55 × 1000")],
    );
}

#[test]
fn sms_from_the_first() {
    let asked = |sms: &str| by(Commune).with("sms", sms).wants("alerte-sms");
    check(
        asked,
        &[
            ("1", "sms-acces free, sms-envoi 0.06 × 1"),
            ("2", "sms-acces free, sms-envoi 0.06 × 2"),
            ("1000", "sms-acces free, sms-envoi 0.06 × 1000"),
        ],
    );
}

#[test]
fn telecom_diagnosis_by_communes_and_kind() {
    for (kind, amount) in [(Cc, 2350), (Ca, 2950)] {
        let asked = |communes: &str| by(kind).with("communes-diagnostic", communes).wants("telecom").told();
        for communes in ["1", "4", "5"] {
            assert_eq!(asked(communes), format!("telecom-diagnostic {amount}"), "{communes} communes");
        }
        assert_eq!(asked("6"), format!("telecom-diagnostic {amount}, telecom-commune 330 × 1"));
        assert_eq!(asked("7"), format!("telecom-diagnostic {amount}, telecom-commune 330 × 2"));
    }
    for kind in [Commune, Metropole, Syndicat, Ccas, Autre] {
        assert_eq!(by(kind).with("communes-diagnostic", "6").wants("telecom").told(), "telecom on quote", "{kind:?}");
    }
}

#[test]
fn call_for_tenders_by_kind_and_inhabitants() {
    let asked = |kind| by(kind).with("habitants", "20000").wants("telecom-appel-offre").told();
    assert_eq!(asked(Cc), "telecom-appel-offre-amoa 1500");
    for kind in [Ca, Metropole, Syndicat, Ccas, Autre] {
        assert_eq!(asked(kind), "telecom-appel-offre on quote", "{kind:?}");
    }
    check(
        |inhabitants: &str| by(Commune).with("habitants", inhabitants).wants("telecom-appel-offre"),
        &[
            ("9999", "telecom-appel-offre on quote"),
            ("10000", "telecom-appel-offre on quote"),
            ("10001", "telecom-appel-offre-amoa 1200"),
            ("200000", "telecom-appel-offre-amoa 1200"),
        ],
    );
    let offers = |count: &str| by(Commune).with("offres", count).wants("telecom-offres");
    check(offers, &[("1", "telecom-offres-analyse 375 × 1"), ("3", "telecom-offres-analyse 375 × 3")]);
}

// ------------------------------------------------------------------ VAT and sums

#[test]
fn vat_is_rounded_on_each_line() {
    let module = |inhabitants| by(Commune).with("habitants", inhabitants).wants("opendemande-iparapheur");
    let acts = |place, acts| by(Commune).with("lieu-numerisation", place).with("actes", acts).wants("numerisation");
    let sms = |count| by(Commune).with("sms", count).wants("alerte-sms");
    // A fifth of whole cents never ends on half a cent: which way a half goes is for `money.rs` to test.
    let table = [
        // 0,012 · 0,024 · 0,036 · 0,048
        (sms("1"), "sms-envoi", "0.06 + 0.01"),
        (sms("2"), "sms-envoi", "0.12 + 0.02"),
        (sms("3"), "sms-envoi", "0.18 + 0.04"),
        (sms("4"), "sms-envoi", "0.24 + 0.05"),
        // 0,27 · 0,77
        (acts("site-centralise", "3"), "numerisation-acte", "1.35 + 0.27"),
        (acts("en-mairie", "7"), "numerisation-acte", "3.85 + 0.77"),
        // 176,832 · 272,582 · 428,332
        (opendemande(Commune, "100"), "opendemande-abonnement", "884.16 + 176.83"),
        (opendemande(Commune, "5000"), "opendemande-abonnement", "1362.91 + 272.58"),
        (opendemande(Commune, "20000"), "opendemande-abonnement", "2141.66 + 428.33"),
        // 29,166 · 10,334 · 12,666 · 19,166
        (module("100"), "iparapheur-connecteur", "145.83 + 29.17"),
        (module("100"), "iparapheur-maintenance", "51.67 + 10.33"),
        (module("5000"), "iparapheur-maintenance", "63.33 + 12.67"),
        (module("20000"), "iparapheur-maintenance", "95.83 + 19.17"),
        // On the line, not by agent: 2 × 33,33 = 66,66, whose VAT is 13,332; 4 × 23,33 = 93,32, 18,664
        (police("100", "2"), "logilibre-assistance", "66.66 + 13.33"),
        (police("100", "4"), "opendispo-maintenance", "93.32 + 18.66"),
        (police("100", "7"), "logilibre-assistance", "186.69 + 37.34"),
        // 466,666 · 126,666 · 48,334 · 98,334 · 33,334 · 56,666
        (police("20000", "2"), "logilibre-installation", "2333.33 + 466.67"),
        (police("20000", "2"), "logilibre-abonnement", "633.33 + 126.67"),
        (police("100", "2"), "logilibre-abonnement", "241.67 + 48.33"),
        (police("100", "7"), "logilibre-abonnement", "491.67 + 98.33"),
        (police("100", "2"), "opendispo-installation", "166.67 + 33.33"),
        (police("100", "4"), "opendispo-installation", "283.33 + 56.67"),
    ];
    for (asked, price, expected) in table {
        let estimate = asked.estimate();
        let Charge::Taxed { ht, tva, rate } = line(&estimate, price).charge else { panic!("{price} is exempt") };
        assert_eq!(format!("{} + {}", plain(ht), plain(tva)), expected, "{price}");
        assert_eq!(rate, Decimal::from(20), "{price}");
    }
}

#[test]
fn years_are_plain_sums_and_exempt_stays_apart() {
    // A member commune of 962: 900 a year exempt. Opendemande 1 150 + 230, 850 + 170, 884,16 + 176,83 a year.
    // 1 000 SMS 60 + 12 a year. Of 3 certificates the third is charged: 175 + 35 in years 1 and 4.
    let asked = by(Commune)
        .joins(Membership::Individual)
        .with("habitants", "962")
        .with("utilisateurs", "5")
        .with("sms", "1000")
        .with("certificats", "3")
        .wants("opendemande")
        .wants("alerte-sms")
        .wants("certificat");
    let estimate = asked.estimate();
    let sums =
        |totals: Totals| [totals.exempt, totals.ht, totals.tva, totals.ttc, totals.outlay()].map(plain).join(" ");
    let years: Vec<String> = estimate.by_year.iter().map(|year| sums(*year)).collect();
    let between = "900 944.16 188.83 1132.99 2032.99";
    assert_eq!(years, ["900 3119.16 623.83 3742.99 4642.99", between, between, "900 1119.16 223.83 1342.99 2242.99"]);
    // VAT on the sum would be 1 225,33.
    assert_eq!(sums(estimate.period), "3600 6126.64 1225.32 7351.96 10951.96");
    assert!(!estimate.is_at_least());
}

#[test]
fn a_total_with_a_quote_is_a_least_amount() {
    let estimate = nas("201").wants("conges").estimate();
    assert!(estimate.is_at_least());
    assert_eq!(estimate.quotes().count(), 1);
    assert_eq!(plain(estimate.year(1).unwrap().ttc), "600");
    assert_eq!(plain(estimate.year(2).unwrap().ttc), "120");
}

// ------------------------------------------------------------------ what a membership contains

#[test]
fn a_membership_contains_page_one_but_what_is_outside() {
    let asked = |service: &str| {
        by(Cc)
            .covered()
            .with("habitants", "2000")
            .with("budget", "650000")
            .with("volume-securisation", "75")
            .with("volume-identite", "21")
            .with("certificats", "2")
            .with("utilisateurs", "5")
            .with("agents", "2")
            .with("actes", "10")
            .with("lieu-numerisation", "en-mairie")
            .with("sms", "10")
            .with("communes-diagnostic", "4")
            .wants(service)
    };
    check(
        asked,
        &[
            ("rgpd", "rgpd-acces included (1000), rgpd-suivi included (300)"),
            ("securisation", "securisation-acces included (1500), securisation-abonnement included (500)"),
            ("dematerialisation", "dematerialisation-acces included (300), dematerialisation-abonnement included (80)"),
            ("collaboratif", "collaboratif-acces included (500), collaboratif-abonnement included (100)"),
            ("conges", "conges-acces included (500), conges-abonnement included (100)"),
            (
                "identite",
                "identite-acces included (500), identite-abonnement included (100), identite-supplement included (50 × 2)",
            ),
            ("certificat", "certificat-rgs included (175 × 2)"),
            ("opendemande", CLASS_2),
            ("logilibre", "logilibre-installation 725, logilibre-abonnement 241.67, logilibre-assistance 33.33 × 2"),
            ("numerisation", "numerisation-acte 0.55 × 10"),
            ("alerte-sms", "sms-acces free, sms-envoi 0.06 × 10"),
            ("telecom", "telecom-diagnostic 2350"),
            ("ecoles", "ecoles-diagnostic free"),
        ],
    );
    let contained = ["rgpd", "securisation", "dematerialisation", "collaboratif", "conges", "identite", "certificat"];
    for service in contained {
        assert_eq!(asked(service).estimate().period, Totals::ZERO, "{service}");
    }
}

#[test]
fn a_membership_contains_what_would_be_on_quote() {
    let asked = nas("201").covered();
    assert_eq!(asked.told(), "securisation-acces included, securisation-abonnement included");
    assert!(!asked.estimate().is_at_least());
}

#[test]
fn the_price_avoided_is_shown() {
    let asked = by(Commune)
        .covered()
        .with("budget", "650000")
        .with("volume-securisation", "75")
        .with("volume-identite", "21")
        .with("certificats", "3");
    let asked = ["rgpd", "securisation", "identite", "certificat"].iter().fold(asked, |ask, id| ask.wants(id));
    let estimate = asked.estimate();
    let avoided = [
        ("rgpd-acces", "+1200 in year 1, +1200 over 4"),
        ("rgpd-suivi", "0 in year 1, +1080 over 4"),
        ("securisation-acces", "+1800 in year 1, +1800 over 4"),
        ("securisation-abonnement", "0 in year 1, +1800 over 4"),
        ("identite-acces", "+600 in year 1, +600 over 4"),
        ("identite-abonnement", "+120 in year 1, +480 over 4"),
        ("identite-supplement", "+120 in year 1, +480 over 4"),
        ("certificat-rgs", "+420 in year 1, +840 over 4"),
    ];
    for (price, expected) in avoided {
        assert_eq!(other_reading(&estimate, included(&estimate, price), "L4"), expected, "{price}");
    }
    // The third certificate is charged under either reading.
    assert_eq!(entries(line(&estimate, "certificat-rgs")), ["L5"]);
}

// ------------------------------------------------------------------ the ledger

#[test]
fn entries_touched_by_each_price() {
    let three = [(Commune, 300); 3];
    let four = [(Commune, 300), (Commune, 300), (Commune, 300), (Ccas, 1500)];
    let identity = identity("11");
    let modules = modules("100");
    let table: &[(Ask, &str, &[&str])] = &[
        (territory("500", &three), "adhesion", &["L2", "L3", "L9"]),
        (territory("700", &three), "adhesion", &["L1", "L2", "L3", "L9"]),
        (territory("499", &three), "adhesion", &["L2", "L3", "L9"]),
        (territory("500", &four), "adhesion", &["L1", "L2", "L3", "L9", "L11"]),
        (participation("100"), "participation", &["L3", "L9"]),
        (by(Cc).with("rythme-informaticien", "jour-mois").wants("informaticien"), "informaticien-annuel", &[]),
        (rgpd("500000"), "rgpd-acces", &["L5", "L10"]),
        (rgpd("4999999.99"), "rgpd-acces", &["L5", "L10"]),
        (rgpd("5000000"), "rgpd-acces", &["L5", "L6", "L10"]),
        (rgpd("5000000"), "rgpd-suivi", &["L5", "L6", "L10"]),
        (rgpd("5000000.01"), "rgpd-acces", &["L5", "L10"]),
        (nas("49"), "securisation-abonnement", &["L5"]),
        (nas("50"), "securisation-abonnement", &["L5"]),
        (nas("51"), "securisation-abonnement", &["L1", "L5"]),
        (nas("75"), "securisation-acces", &["L1", "L5"]),
        (nas("100"), "securisation-abonnement", &["L5"]),
        (nas("200"), "securisation-abonnement", &["L5"]),
        (identity.clone(), "identite-acces", &["L5"]),
        (identity.clone(), "identite-abonnement", &["L5", "L7"]),
        (identity, "identite-supplement", &["L5", "L7"]),
        (by(Commune).wants("conges"), "conges-abonnement", &["L5"]),
        (by(Commune).with("certificats", "1").wants("certificat"), "certificat-rgs", &["L5"]),
        (by(Commune).with("sms", "1").wants("alerte-sms"), "sms-envoi", &["L5"]),
        (opendemande(Commune, "9999"), "opendemande-installation", &["L5", "L9"]),
        (opendemande(Commune, "9999"), "opendemande-abonnement", &["L5", "L7", "L9"]),
        (opendemande(Commune, "3500"), "opendemande-installation", &["L5", "L9"]),
        (opendemande(Commune, "10000"), "opendemande-installation", &["L5", "L6", "L9"]),
        (opendemande(Commune, "10001"), "opendemande-installation", &["L5", "L9"]),
        (opendemande(Cc, "10000"), "opendemande-installation", &["L5"]),
        (opendemande(Ca, "10000"), "opendemande-abonnement", &["L5", "L7"]),
        (opendemande(Metropole, "10000"), "opendemande-installation", &["L5", "L8"]),
        (opendemande(Syndicat, "2000"), "opendemande-installation", &["L5", "L8", "L9"]),
        (opendemande(Ccas, "10000"), "opendemande-abonnement", &["L5", "L6", "L7", "L8", "L9"]),
        (opendemande(Autre, "10001"), "opendemande-installation", &["L5", "L8", "L9"]),
        (modules.clone(), "visas-formation", &["L5", "L9", "L12"]),
        (modules.clone(), "visas-maintenance", &["L5", "L7", "L9"]),
        (modules, "vip-teleformation", &["L5", "L12"]),
        (police("9999", "4"), "logilibre-installation", &["L5", "L9"]),
        (police("9999", "5"), "logilibre-installation", &["L5", "L6", "L9"]),
        (police("9999", "5"), "logilibre-assistance", &["L5", "L6", "L7", "L9"]),
        (police("10000", "4"), "opendispo-installation", &["L5", "L6", "L9"]),
        (police("10001", "5"), "opendispo-maintenance", &["L5", "L7", "L9"]),
    ];
    for (asked, price, expected) in table {
        let estimate = asked.estimate();
        assert_eq!(entries(line(&estimate, price)), *expected, "{price}: {:?}", asked.0);
    }
}

#[test]
fn quotes_say_which_entry_leads_there() {
    for kind in [Commune, Metropole, Syndicat, Ccas, Autre] {
        let asked = by(kind).with("communes-diagnostic", "6").wants("telecom");
        assert_eq!(quote_entries(&asked.estimate()), ["L8"], "{kind:?}");
    }
    for kind in [Ca, Metropole, Syndicat, Ccas, Autre] {
        assert_eq!(quote_entries(&by(kind).wants("telecom-appel-offre").estimate()), ["L8"], "{kind:?}");
    }
}

#[test]
fn l1_the_step_below() {
    let table = [
        // 700 Go and 4 EP: 13 186 or, both steps below, 7 912.
        (territory("700", &[(Commune, 300); 4]), "adhesion", "-5274 in year 1, -21096 over 4"),
        // 700 Go and 3 EP: 10 549 or 7 912. 500 Go and 4 EP: the same.
        (territory("700", &[(Commune, 300); 3]), "adhesion", "-2637 in year 1, -10548 over 4"),
        (territory("500", &[(Commune, 300); 4]), "adhesion", "-2637 in year 1, -10548 over 4"),
        // 1 EP: 7 912 or the CDC alone, 5 802.
        (territory("500", &[(Commune, 300)]), "adhesion", "-2110 in year 1, -8440 over 4"),
        (nas("75"), "securisation-acces", "0 in year 1, 0 over 4"),
        (nas("75"), "securisation-abonnement", "0 in year 1, -720 over 4"),
        (nas("51"), "securisation-abonnement", "0 in year 1, -720 over 4"),
        (nas("150"), "securisation-abonnement", "0 in year 1, -1440 over 4"),
        (nas("199"), "securisation-abonnement", "0 in year 1, -1440 over 4"),
    ];
    check_reading("L1", &table);
}

#[test]
fn l2_the_grid_once() {
    let three = territory("500", &[(Commune, 300); 3]);
    check_reading(
        "L2",
        &[
            (three.clone(), "adhesion", "0 in year 1, -23736 over 4"),
            (three.over(1), "adhesion", "0 in year 1, 0 over 1"),
        ],
    );
}

#[test]
fn l3_participations_on_top_of_the_territory() {
    // 500 + 900 + 1 500 + 500 of participations a year; the syndicat pays none. 3 EP: 7 912, alone: 5 802.
    let bodies = [(Commune, 400), (Commune, 700), (Commune, 1200), (Commune, 120), (Syndicat, 1000)];
    let together = territory("500", &bodies);
    assert_eq!(together.told(), "adhesion 7912");
    let alone = together.clone().joins(Membership::Individual);
    let commune = participation("400");
    check_reading(
        "L3",
        &[
            (together, "adhesion", "+3400 in year 1, +13600 over 4"),
            (alone, "adhesion", "+2110 in year 1, +8440 over 4"),
            // The territory's membership is billed to the EPCI either way.
            (commune, "participation", "0 in year 1, 0 over 4"),
        ],
    );
    let large = [(Commune, 100_000)];
    check_reading("L3", &[(territory("500", &large), "adhesion", "on quote")]);
}

#[test]
fn l6_the_lower_class_exactly_on_the_bound() {
    let rgpd = rgpd("5000000");
    let ten_thousand = opendemande(Commune, "10000");
    let table = [
        // 3 600 or 2 400 TTC; 900 or 600 TTC from year 2.
        (rgpd.clone(), "rgpd-acces", "-1200 in year 1, -1200 over 4"),
        (rgpd, "rgpd-suivi", "0 in year 1, -900 over 4"),
        // 3 660 or 2 304; 2 820 or 1 920; 2 569,99 or 1 635,49.
        (ten_thousand.clone(), "opendemande-installation", "-1356 in year 1, -1356 over 4"),
        (ten_thousand.clone(), "opendemande-formation", "-900 in year 1, -900 over 4"),
        (ten_thousand.clone(), "opendemande-abonnement", "-934.5 in year 1, -3738 over 4"),
        // 8 users fit the lower class, 9 do not.
        (ten_thousand.clone().with("utilisateurs", "8"), "opendemande-formation", "-900 in year 1, -900 over 4"),
        (ten_thousand.with("utilisateurs", "9"), "opendemande-formation", "on quote"),
        // 5 agents: 2 250 or 1 350; 590 or 360; 133,35 + 26,67 or 175 + 35.
        (police("9999", "5"), "logilibre-installation", "-900 in year 1, -900 over 4"),
        (police("9999", "5"), "logilibre-abonnement", "-230 in year 1, -920 over 4"),
        (police("9999", "5"), "logilibre-assistance", "+49.98 in year 1, +199.92 over 4"),
        // 430 or 340; 23,33 an agent either way.
        (police("9999", "5"), "opendispo-installation", "-90 in year 1, -90 over 4"),
        (police("9999", "5"), "opendispo-maintenance", "0 in year 1, 0 over 4"),
        // 10 000 inhabitants and 4 agents: 2 800 or 1 350; 760 or 360; 106,68 + 21,34 or 140 + 28.
        (police("10000", "4"), "logilibre-installation", "-1450 in year 1, -1450 over 4"),
        (police("10000", "4"), "logilibre-abonnement", "-400 in year 1, -1600 over 4"),
        (police("10000", "4"), "logilibre-assistance", "+39.98 in year 1, +159.92 over 4"),
        // On both bounds at once, both lower classes: 2 800 or 1 350.
        (police("10000", "5"), "logilibre-installation", "-1450 in year 1, -1450 over 4"),
    ];
    check_reading("L6", &table);
}

#[test]
fn l7_subscriptions_from_year_2() {
    let identity = identity("11");
    let base =
        opendemande(Commune, "100").wants("opendemande-iparapheur").wants("opendemande-visas").wants("opendemande-vip");
    let police = police("100", "2");
    let table = [
        (identity.clone(), "identite-abonnement", "-120 in year 1, -120 over 4"),
        (identity, "identite-supplement", "-60 in year 1, -60 over 4"),
        (base.clone(), "opendemande-abonnement", "-1060.99 in year 1, -1060.99 over 4"),
        (base.clone(), "iparapheur-maintenance", "-62 in year 1, -62 over 4"),
        (base.clone(), "visas-maintenance", "-114 in year 1, -114 over 4"),
        (base, "vip-maintenance", "-66 in year 1, -66 over 4"),
        (police.clone(), "logilibre-abonnement", "-290 in year 1, -290 over 4"),
        (police.clone(), "logilibre-assistance", "-79.99 in year 1, -79.99 over 4"),
        (police, "opendispo-maintenance", "-40.01 in year 1, -40.01 over 4"),
    ];
    check_reading("L7", &table);
}

#[test]
fn l8_kinds_the_list_does_not_name() {
    for kind in [Metropole, Syndicat, Ccas, Autre] {
        let asked = opendemande(kind, "2000").wants("opendemande-vip");
        let prices = ["opendemande-installation", "opendemande-abonnement", "vip-parametrage"];
        check_reading("L8", &prices.map(|price| (asked.clone(), price, "on quote")));
    }
}

#[test]
fn l9_population_municipale() {
    let municipal = |municipal| participation("1000").with("habitants-municipale", municipal);
    let mut counted = territory("500", &[(Commune, 300)]);
    let unknown = counted.clone();
    counted.0.bodies[0].municipal = Some(299);
    let table = [
        (municipal("999"), "participation", "-600 in year 1, -2400 over 4"),
        (municipal("1001"), "participation", "0 in year 1, 0 over 4"),
        (counted, "adhesion", "-2110 in year 1, -8440 over 4"),
        (unknown, "adhesion", "needs ep-municipale"),
        (opendemande(Commune, "3500"), "opendemande-installation", "needs habitants-municipale"),
        (
            opendemande(Commune, "3500").with("habitants-municipale", "3499"),
            "opendemande-installation",
            "-924 in year 1, -924 over 4",
        ),
    ];
    check_reading("L9", &table);
}

#[test]
fn l10_operating_budget() {
    let rgpd = rgpd("1000000");
    let table = [
        (rgpd.clone(), "rgpd-acces", "needs budget-fonctionnement"),
        (rgpd.clone().with("budget-fonctionnement", "999999.99"), "rgpd-acces", "-1200 in year 1, -1200 over 4"),
        (rgpd.with("budget-fonctionnement", "999999.99"), "rgpd-suivi", "0 in year 1, -720 over 4"),
    ];
    check_reading("L10", &table);
}

#[test]
fn l12_training_inside_a_module() {
    let modules = modules("100");
    let table = [
        (modules.clone(), "visas-formation", "-1020 in year 1, -1020 over 4"),
        (modules, "vip-teleformation", "-432 in year 1, -432 over 4"),
    ];
    check_reading("L12", &table);
}

#[test]
fn entries_without_another_price() {
    let counted = territory("500", &[(Commune, 300), (Ccas, 1500)]);
    check_reading("L11", &[(counted, "adhesion", "not priced")]);
    check_reading("L5", &[(by(Commune).wants("conges"), "conges-acces", "not priced")]);
}

#[test]
fn a_number_on_a_bound_is_remarked() {
    let table: [(Ask, &[&str]); 12] = [
        (participation("99"), &[]),
        (participation("100"), &["habitants 100"]),
        (participation("101"), &[]),
        (rgpd("500000"), &["budget 500000"]),
        (rgpd("5000000"), &["budget 5000000, double"]),
        (rgpd("4999999.99"), &[]),
        (opendemande(Commune, "3500"), &["habitants 3500"]),
        (opendemande(Commune, "10000"), &["habitants 10000, double"]),
        (logilibre("9999", "3"), &["agents 3"]),
        (logilibre("9999", "5"), &["agents 5, double"]),
        (logilibre("10000", "5"), &["habitants 10000, double"]),
        (nas("50"), &[]),
    ];
    for (asked, expected) in table {
        let estimate = asked.estimate();
        let found: Vec<String> = estimate
            .remarks
            .iter()
            .filter_map(|remark| match remark {
                Remark::ExactBound { field, bound, double, .. } => {
                    let double = if *double { ", double" } else { "" };
                    Some(format!("{} {bound}{double}", field_id(&estimate, *field)))
                }
                _ => None,
            })
            .collect();
        assert_eq!(found, expected, "{:?}", asked.0);
    }
}

// ------------------------------------------------------------------ thresholds

#[test]
fn thresholds_of_annexe_1() {
    let table: [(Ask, &str, &[&str]); 11] = [
        (participation("962"), "participation", &["habitants +38 to 1000: +600", "habitants -463 to 499: -400"]),
        (participation("60"), "participation", &["habitants +40 to 100: +150"]),
        (participation("99"), "participation", &["habitants +1 to 100: +150"]),
        (participation("100"), "participation", &["habitants +400 to 500: +400", "habitants -1 to 99: -150"]),
        (
            participation("99999"),
            "participation",
            &["habitants +1 to 100000: on quote", "habitants -80000 to 19999: -12500"],
        ),
        (territory("500", &[]), "adhesion", &["ep +1 to 1: +2110", "volume-territoire +1 to 501: +2110"]),
        (
            territory("500", &[(Commune, 300); 4]),
            "adhesion",
            &["ep +2 to 6: +2637", "ep -1 to 3: -2637", "volume-territoire +1 to 501: +2637"],
        ),
        (
            territory("3500", &[(Commune, 300); 46]),
            "adhesion",
            // 58 020, with 43 EP 55 383, with 3 To 55 383.
            &[
                "ep +1 to 47: on quote",
                "ep -3 to 43: -2637",
                "volume-territoire +1 to 3501: on quote",
                "volume-territoire -500 to 3000: -2637",
            ],
        ),
        (
            territory("700.5", &[(Commune, 300); 3]),
            "adhesion",
            &[
                "ep +1 to 4: +2637",
                "ep -3 to 0: -2637",
                "volume-territoire +300.5 to 1001: +2637",
                "volume-territoire -200.5 to 500: -2637",
            ],
        ),
        (
            // Alone beside its communes, an EPCI's own column is fixed: only the volume can change.
            territory("500", &[(Commune, 300)]).joins(Membership::Individual),
            "adhesion",
            &["volume-territoire +1 to 501: +2110"],
        ),
        (by(Cc).with("rythme-informaticien", "jour-mois").wants("informaticien"), "informaticien-annuel", &[]),
    ];
    check_thresholds(&table);
}

#[test]
fn thresholds_of_annexe_2() {
    let users = |inhabitants, users| opendemande(Commune, inhabitants).with("utilisateurs", users);
    let amoa = by(Commune).with("habitants", "10001").wants("telecom-appel-offre");
    let table: [(Ask, &str, &[&str]); 21] = [
        // 600 · 1 200 · 2 400 · 3 600 TTC
        (rgpd("499999.99"), "rgpd-acces", &["budget +0.01 to 500000: +600"]),
        (rgpd("650000"), "rgpd-acces", &["budget +350000 to 1000000: +1200", "budget -150001 to 499999: -600"]),
        (rgpd("650000"), "rgpd-suivi", &["budget +350000 to 1000000: +240", "budget -150001 to 499999: -180"]),
        (rgpd("5000000"), "rgpd-acces", &["budget -1 to 4999999: -1200"]),
        // The access costs the same everywhere; the subscription 360 · 600 · 1 080 TTC.
        (nas("100"), "securisation-acces", &[]),
        (
            nas("100"),
            "securisation-abonnement",
            &["volume-securisation +1 to 101: +480", "volume-securisation -50 to 50: -240"],
        ),
        (nas("200"), "securisation-acces", &["volume-securisation +1 to 201: on quote"]),
        (
            nas("200"),
            "securisation-abonnement",
            &["volume-securisation +1 to 201: on quote", "volume-securisation -100 to 100: -480"],
        ),
        (identity("11"), "identite-supplement", &["volume-identite +10 to 21: +60", "volume-identite -1 to 10: -60"]),
        (identity("20"), "identite-supplement", &["volume-identite +1 to 21: +60", "volume-identite -10 to 10: -60"]),
        (identity("21"), "identite-supplement", &["volume-identite +10 to 31: +60", "volume-identite -1 to 20: -60"]),
        // 1 380 · 2 304 · 3 660 TTC, and the users a class serves.
        (
            users("3499", "5"),
            "opendemande-installation",
            &["habitants +1 to 3500: +924", "utilisateurs +1 to 6: on quote"],
        ),
        (
            users("3500", "5"),
            "opendemande-installation",
            &["habitants +6500 to 10000: +1356", "habitants -1 to 3499: -924", "utilisateurs +4 to 9: on quote"],
        ),
        (
            users("3500", "6"),
            "opendemande-installation",
            &["habitants +6500 to 10000: +1356", "habitants -1 to 3499: on quote", "utilisateurs +3 to 9: on quote"],
        ),
        (
            users("10000", "15"),
            "opendemande-installation",
            &["habitants -1 to 9999: on quote", "utilisateurs +1 to 16: on quote"],
        ),
        (
            opendemande(Cc, "100").with("utilisateurs", "8"),
            "opendemande-installation",
            &["utilisateurs +1 to 9: on quote"],
        ),
        // 870 · 1 350 · 2 250 · 2 800 TTC
        (
            police("9999", "4"),
            "logilibre-installation",
            &["agents +1 to 5: +900", "agents -2 to 2: -480", "habitants +1 to 10000: +1450"],
        ),
        // 4 agents 168,00; 5 at 26,67 160,02; 2 at 33,33 79,99; 4 at 26,67 128,02 TTC
        (
            police("9999", "4"),
            "logilibre-assistance",
            &["agents +1 to 5: -7.98", "agents -2 to 2: -88.01", "habitants +1 to 10000: -39.98"],
        ),
        (police("10000", "4"), "logilibre-installation", &["habitants -1 to 9999: -1450"]),
        (amoa, "telecom-appel-offre-amoa", &["habitants -1 to 10000: on quote"]),
        (by(Commune).with("sms", "1").wants("alerte-sms"), "sms-envoi", &[]),
    ];
    check_thresholds(&table);
}

#[test]
fn a_threshold_reads_as_a_sentence() {
    let read = |asked: Ask| {
        let estimate = asked.estimate();
        let line = line(&estimate, "participation");
        let sentences = line.thresholds.iter().map(|threshold| explain::threshold(estimate.edition, line, threshold));
        let mut plain: Vec<String> = sentences.map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect();
        plain.sort();
        plain
    };
    let both = ["38 habitants de plus : + 600,00 € par an", "463 habitants de moins : − 400,00 € par an"];
    assert_eq!(read(participation("962")), both);
    let last = ["1 habitant de plus : sur devis", "80 000 habitants de moins : − 12 500,00 € par an"];
    assert_eq!(read(participation("99999")), last);
}

// ------------------------------------------------------------------ asking

/// A request being written.
#[derive(Clone)]
struct Ask(Request);

fn by(kind: BodyKind) -> Ask {
    Ask(Request { kind: Some(kind), years: 4, ..Request::default() })
}

/// The membership of a communauté de communes of these bodies.
fn territory(volume: &str, bodies: &[(BodyKind, u32)]) -> Ask {
    by(Cc).joins(Membership::Mutualised).with("volume-territoire", volume).bodies(bodies)
}

fn participation(inhabitants: &str) -> Ask {
    by(Commune).joins(Membership::Individual).with("habitants", inhabitants)
}

fn rgpd(budget: &str) -> Ask {
    by(Commune).with("budget", budget).wants("rgpd")
}

fn nas(volume: &str) -> Ask {
    by(Commune).with("volume-securisation", volume).wants("securisation")
}

fn identity(volume: &str) -> Ask {
    by(Commune).with("volume-identite", volume).wants("identite")
}

/// Opendemande for one user.
fn opendemande(kind: BodyKind, inhabitants: &str) -> Ask {
    by(kind).with("habitants", inhabitants).with("utilisateurs", "1").wants("opendemande")
}

/// The two modules of Opendemande that name a training.
fn modules(inhabitants: &str) -> Ask {
    by(Commune).with("habitants", inhabitants).wants("opendemande-visas").wants("opendemande-vip")
}

fn logilibre(inhabitants: &str, agents: &str) -> Ask {
    by(Commune).with("habitants", inhabitants).with("agents", agents).wants("logilibre")
}

fn opendispo(inhabitants: &str, agents: &str) -> Ask {
    by(Commune).with("habitants", inhabitants).with("agents", agents).wants("opendispo")
}

fn police(inhabitants: &str, agents: &str) -> Ask {
    logilibre(inhabitants, agents).wants("opendispo")
}

impl Ask {
    fn with(mut self, field: &str, answer: &str) -> Ask {
        let number = engine::decimal::parse(answer).map(Value::Number);
        self.0.values.insert(field.to_owned(), number.unwrap_or_else(|| Value::Choice(answer.to_owned())));
        self
    }

    fn wants(mut self, service: &str) -> Ask {
        self.0.services.push(service.to_owned());
        self
    }

    fn joins(mut self, membership: Membership) -> Ask {
        self.0.membership = membership;
        self
    }

    fn covered(mut self) -> Ask {
        self.0.covered_by_epci = true;
        self
    }

    fn over(mut self, years: u8) -> Ask {
        self.0.years = years;
        self
    }

    fn bodies(mut self, bodies: &[(BodyKind, u32)]) -> Ask {
        let body = |(kind, inhabitants): &(BodyKind, u32)| Body {
            kind: *kind,
            inhabitants: Some(*inhabitants),
            municipal: None,
            name: String::new(),
        };
        self.0.bodies = bodies.iter().map(body).collect();
        self
    }

    fn estimate(&self) -> Estimate<'static> {
        estimate(&CATALOGUE, &self.0).unwrap()
    }

    /// What came out, item by item.
    fn told(&self) -> String {
        let estimate = self.estimate();
        let items: Vec<String> = estimate.items.iter().map(|item| tell(&estimate, item)).collect();
        items.join(", ")
    }
}

// ------------------------------------------------------------------ telling

/// "conges-acces 500", "certificat-rgs 175 × 3", "conges-acces included (500)", "securisation on quote"…
fn tell(estimate: &Estimate<'_>, item: &Item<'_>) -> String {
    let told = match &item.outcome {
        Outcome::Charged(line) => format!("{} {}", line.price.id, unit(line)),
        Outcome::Included(price, Some(line)) => format!("{} included ({})", price.id, unit(line)),
        Outcome::Included(price, None) => format!("{} included", price.id),
        Outcome::Free(price, _) => format!("{} free", price.id),
        Outcome::Quote(..) => format!("{} on quote", item.service.id),
        Outcome::Missing(price, Need::Kind) => format!("{} needs the kind", price.id),
        Outcome::Missing(price, Need::Field(field)) => format!("{} needs {}", price.id, field_id(estimate, *field)),
    };
    item.body.map_or(told.clone(), |body| format!("body {body}: {told}"))
}

/// The unit price, and how many when they are counted.
fn unit(line: &Line<'_>) -> String {
    let unit = plain(line.priced.unit);
    line.priced.counted.map_or(unit.clone(), |_| format!("{unit} × {}", line.priced.quantity))
}

/// What another reading changes.
fn other_reading(estimate: &Estimate<'_>, line: &Line<'_>, entry: &str) -> String {
    let hit = line.hits.iter().find(|hit| entry_id(estimate.edition, hit.entry) == entry);
    match hit.unwrap_or_else(|| panic!("{} does not touch {entry}", line.price.id)).difference {
        Difference::NotPriced => "not priced".to_owned(),
        Difference::Quote => "on quote".to_owned(),
        Difference::Needs(field) => format!("needs {}", field_id(estimate, field)),
        Difference::Amount { first_year, period } => {
            format!("{} in year 1, {} over {}", signed(first_year.euros()), signed(period.euros()), estimate.years)
        }
    }
}

/// A line's thresholds, sorted: "habitants +38 to 1000: +600".
fn thresholds(estimate: &Estimate<'_>, line: &Line<'_>) -> Vec<String> {
    let threshold = |threshold: &engine::line::Threshold| {
        let change = match threshold.change {
            Change::Amount(amount) => signed(amount.euros()),
            Change::Quote => "on quote".to_owned(),
        };
        let field = field_id(estimate, threshold.field);
        format!("{field} {} to {}: {change}", signed(threshold.distance), threshold.reached.normalize())
    };
    let mut told: Vec<String> = line.thresholds.iter().map(threshold).collect();
    told.sort();
    told
}

/// The ids of the entries a line touches, in the ledger's order.
fn entries(line: &Line<'_>) -> Vec<&'static str> {
    let mut entries: Vec<LedgerIx> = line.hits.iter().map(|hit| hit.entry).collect();
    entries.sort();
    entries.into_iter().map(|entry| entry_id(CATALOGUE.newest().unwrap(), entry)).collect()
}

fn quote_entries<'c>(estimate: &Estimate<'c>) -> Vec<&'c str> {
    let entries = estimate.quotes().filter_map(|item| match &item.outcome {
        Outcome::Quote(_, entries) => Some(entries),
        _ => None,
    });
    entries.flatten().map(|entry| entry_id(estimate.edition, *entry)).collect()
}

fn line<'a, 'c>(estimate: &'a Estimate<'c>, price: &str) -> &'a Line<'c> {
    estimate.lines().find(|line| line.price.id == price).unwrap_or_else(|| panic!("no line {price}"))
}

/// The line a membership contains.
fn included<'a, 'c>(estimate: &'a Estimate<'c>, price: &str) -> &'a Line<'c> {
    let mut lines = estimate.included().filter_map(|item| match &item.outcome {
        Outcome::Included(_, line) => line.as_ref(),
        _ => None,
    });
    lines.find(|line| line.price.id == price).unwrap_or_else(|| panic!("{price} is not included"))
}

fn entry_id(edition: &Edition, entry: LedgerIx) -> &str {
    &edition.ledger_entry(entry).unwrap().id
}

fn field_id<'c>(estimate: &Estimate<'c>, field: FieldIx) -> &'c str {
    &estimate.edition.field(field).id
}

fn euros(amount: i64) -> Money {
    Money::from_euros(Decimal::from(amount))
}

/// An amount without useless zeros.
fn plain(amount: Money) -> String {
    amount.euros().normalize().to_string()
}

/// The same with its sign, but for nothing.
fn signed(number: Decimal) -> String {
    let plus = if number.is_sign_positive() && !number.is_zero() { "+" } else { "" };
    format!("{plus}{}", number.normalize())
}

// ------------------------------------------------------------------ checking

/// Asks with one value after the other.
fn check(asked: impl Fn(&str) -> Ask, table: &[(&str, &str)]) {
    for (value, expected) in table {
        assert_eq!(asked(value).told(), *expected, "at {value}");
    }
}

/// Reads one entry the other way.
fn check_reading(entry: &str, table: &[(Ask, &str, &str)]) {
    for (asked, price, expected) in table {
        let estimate = asked.estimate();
        assert_eq!(other_reading(&estimate, line(&estimate, price), entry), *expected, "{price}: {:?}", asked.0);
    }
}

fn check_thresholds(table: &[(Ask, &str, &[&str])]) {
    for (asked, price, expected) in table {
        let estimate = asked.estimate();
        assert_eq!(thresholds(&estimate, line(&estimate, price)), *expected, "{price}: {:?}", asked.0);
    }
}

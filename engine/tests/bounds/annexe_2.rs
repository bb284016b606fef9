//! Annexe 2, but Opendemande: RGPD, data, identity, certificates, police, acts, SMS, telecom.

use crate::ask::{Ask, by, identity, logilibre, nas, opendispo, rgpd};
use crate::check::check;
use crate::tell::euros;
use engine::catalogue::BodyKind;
use engine::catalogue::BodyKind::{Autre, Ca, Cc, Ccas, Commune, Metropole, Syndicat};
use engine::{Money, Request, Totals};

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
    // For most kinds all of it is on quote: while the kind is not known, nothing of it is "au moins" anything.
    let unknown = Ask(Request::default()).with("communes-diagnostic", "8").wants("telecom");
    assert_eq!(unknown.told(), "telecom-diagnostic needs the kind, telecom-commune needs the kind");
    assert_eq!(unknown.estimate().period, Totals::ZERO);
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

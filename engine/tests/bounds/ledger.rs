//! The ledger: entries touched, and each other reading.

use crate::ask::{Ask, by, identity, logilibre, modules, nas, opendemande, participation, police, rgpd, territory};
use crate::check::check_reading;
use crate::tell::{entries, field_id, line, quote_entries};
use engine::catalogue::BodyKind::{Autre, Ca, Cc, Ccas, Commune, Metropole, Syndicat};
use engine::remark::Remark;
use engine::request::Membership;

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
        let prices = ["opendemande-installation", "opendemande-abonnement", "vip-parametrage", "vip-teleformation"];
        check_reading("L8", &prices.map(|price| (asked.clone(), price, "on quote")));
    }
}

#[test]
fn l9_population_municipale() {
    let municipal = |municipal| participation("1000").with("habitants-municipale", municipal);
    let mut counted = territory("500", &[(Commune, 300)]);
    let unknown = counted.clone();
    let mut impossible = counted.clone();
    impossible.0.bodies[0].municipal = Some(0);
    counted.0.bodies[0].municipal = Some(299);
    let table = [
        (municipal("999"), "participation", "-600 in year 1, -2400 over 4"),
        (municipal("1001"), "participation", "0 in year 1, 0 over 4"),
        (counted, "adhesion", "-2110 in year 1, -8440 over 4"),
        (unknown, "adhesion", "needs ep-municipale"),
        (impossible, "adhesion", "needs ep-municipale"),
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

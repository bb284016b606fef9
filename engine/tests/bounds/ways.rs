//! Ways to join, side by side, worked by hand.

use crate::CATALOGUE;
use crate::ask::{Ask, by, territory};
use crate::tell::plain;
use engine::catalogue::BodyKind::{Autre, Ca, Cc, Ccas, Commune, Syndicat};
use engine::request::{Body, Value};
use engine::territory::ways::WayKind::{Covered, EachBody, Individual, Mutualised, OwnNeeds};
use engine::territory::ways::{BreakEven, Cheapest, Comparison, Lead, WayKind, doubts, reservations, ways};
use engine::{Money, Outlay};

fn compare(asked: &Ask) -> Comparison<'static> {
    ways(&CATALOGUE, &asked.0)
}

/// "Mutualised 29703 20961 = 50664", with "≥" before a least amount.
fn told(comparison: &Comparison<'_>) -> Vec<String> {
    let ways = comparison.ways.iter().map(|way| {
        let said = |outlay: Outlay| format!("{}{}", if outlay.at_least { "≥" } else { "" }, plain(outlay.amount));
        let years: Vec<String> = way.outlays.iter().map(|year| said(*year)).collect();
        format!("{:?} {} = {}", way.kind, years.join(" "), said(way.outlay))
    });
    ways.collect()
}

fn known(leads: &[(WayKind, u8)]) -> Cheapest {
    Cheapest::Known(leads.iter().map(|(way, from_year)| Lead { way: *way, from_year: *from_year }).collect())
}

fn break_even(asked: &Ask) -> Option<BreakEven> {
    compare(asked).break_even
}

fn from(least: usize, whichever: usize) -> Option<BreakEven> {
    Some(BreakEven::From { least, whichever })
}

/// The second example of the page: 10 communes of 400, one of 299 and one of 120.
fn cdc_of_12() -> Ask {
    let mut bodies = vec![(Commune, 400); 10];
    bodies.extend([(Commune, 299), (Commune, 120)]);
    let asked = territory("1200", &bodies).with("rythme-informaticien", "jour-mois");
    let asked = asked.with("communes-diagnostic", "12").with("offres", "3");
    asked.wants("informaticien").wants("telecom").wants("telecom-appel-offre").wants("telecom-offres")
}

/// 4 that count at 500 Go: 10 549; alone 5 802; participations 900, 2 500 and 4 000.
fn cdc_of_3() -> Ask {
    territory("500", &[(Commune, 800), (Commune, 2_500), (Commune, 5_000), (Ccas, 1_500)])
        .with("budget", "900000")
        .wants("rgpd")
        .wants("conges")
}

/// Everything a membership contains, but certificates: 6 400 HT in year 1, then 2 030; 5 802 for a CDC by itself.
fn alone_with_everything() -> Ask {
    let asked = territory("500", &[]).with("budget", "6000000").with("volume-securisation", "200");
    let asked = asked.with("volume-identite", "10").wants("rgpd").wants("securisation").wants("dematerialisation");
    asked.wants("collaboratif").wants("conges").wants("identite")
}

/// Informaticien 2 500 a year, telecom 8 742 in year 1, whoever joins how. "1,5 To" with 10 EP is 18 461,
/// alone 10 549; 12 participations of 500. A membership contains none of it: nobody else buys anything.
#[test]
fn the_cdc_of_12_communes() {
    let comparison = compare(&cdc_of_12());
    let expected = [
        "Mutualised 29703 20961 20961 20961 = 92586",
        "Individual 27791 19049 19049 19049 = 84938",
        "OwnNeeds 11242 2500 2500 2500 = 18742",
        "EachBody 11242 2500 2500 2500 = 18742",
    ];
    assert_eq!(told(&comparison), expected);
    assert_eq!(comparison.cheapest, known(&[(Individual, 1)]), "the others buy nothing by themselves either");
    // 7 912 a year to make up for, and 6 000 of participations.
    assert_eq!(break_even(&cdc_of_12()), Some(BreakEven::Never));
    assert_eq!(comparison.supposed, None);
}

/// RGPD 1 200 then 360, leave 600 then 120: 1 800, 480, 480, 480, five times over.
#[test]
fn each_body_has_the_same_needs() {
    let comparison = compare(&cdc_of_3());
    let expected = [
        "Mutualised 10549 10549 10549 10549 = 42196",
        "Individual 15002 13682 13682 13682 = 56048", // 13 202, and the CCAS buys for itself
        "OwnNeeds 1800 480 480 480 = 3240",
        "EachBody 9000 2400 2400 2400 = 16200",
    ];
    assert_eq!(told(&comparison), expected);
    assert_eq!(comparison.cheapest, known(&[(EachBody, 1)]));
    // 4 747 a year to make up for: 900 + 2 500 are not enough, 4 000 + 2 500 are.
    assert_eq!(break_even(&cdc_of_3()), from(2, 3));
}

/// What a membership does not contain is bought once; of 3 certificates it contains 2.
#[test]
fn a_body_buys_no_more_than_a_membership_contains() {
    let asked = cdc_of_3().with("certificats", "3").wants("certificat").with("sms", "1000").wants("alerte-sms");
    let comparison = compare(&asked);
    // 210 a certificate in years 1 and 4; 72 of SMS a year.
    let expected = [
        "Mutualised 10831 10621 10621 10831 = 42904",
        "Individual 15704 13754 13754 14384 = 57596", // of which the CCAS 2 220, 480, 480, 900
        "OwnNeeds 2502 552 552 1182 = 4788",
        "EachBody 11382 2472 2472 4782 = 21108",
    ];
    assert_eq!(told(&comparison), expected);
    let way = comparison.way(EachBody).unwrap();
    assert_eq!(way.bodies.len(), 4);
    for body in &way.bodies {
        assert_eq!(body.request.services, ["rgpd", "conges", "certificat"]);
        assert_eq!(body.request.values.get("certificats"), Some(&Value::Number(2.into())));
    }
    assert_eq!(way.request.values.get("certificats"), Some(&Value::Number(3.into())));
    let inhabitants = |place: usize| way.bodies[place].request.values.get("habitants").cloned();
    assert_eq!(inhabitants(1), Some(Value::Number(2_500.into())));
    assert_eq!((way.bodies[3].place, way.bodies[3].request.kind), (3, Some(Ccas)));
}

/// 7 680 then 2 436 against 5 802 a year: dearer after one year, cheaper from the second.
#[test]
fn a_way_may_be_the_cheapest_from_a_later_year() {
    let comparison = compare(&alone_with_everything());
    let expected = [
        "Mutualised 5802 5802 5802 5802 = 23208",
        "Individual 5802 5802 5802 5802 = 23208",
        "OwnNeeds 7680 2436 2436 2436 = 14988",
        "EachBody 7680 2436 2436 2436 = 14988",
    ];
    assert_eq!(told(&comparison), expected);
    assert_eq!(comparison.cheapest, known(&[(OwnNeeds, 2), (EachBody, 2)]));
    assert_eq!(compare(&alone_with_everything().over(1)).cheapest, known(&[(Mutualised, 1), (Individual, 1)]));
    // No commune, nothing to break even.
    assert_eq!(break_even(&alone_with_everything()), None);
}

/// RGPD 1 200 then 360, leave 600 then 120, 2 certificates 420 in years 1 and 4, SMS 72 a year; "< 1 000" is 900.
#[test]
fn the_commune_of_800() {
    let asked =
        by(Commune).with("habitants", "800").with("budget", "650000").with("certificats", "2").with("sms", "1000");
    let asked = asked.wants("rgpd").wants("conges").wants("certificat").wants("alerte-sms");
    let comparison = compare(&asked);
    let expected =
        ["Covered 72 72 72 72 = 288", "Individual 972 972 972 972 = 3888", "OwnNeeds 2292 552 552 972 = 4368"];
    assert_eq!(told(&comparison), expected);
    assert_eq!(comparison.cheapest, known(&[(Covered, 1)]));
    assert_eq!(comparison.break_even, None);
}

#[test]
fn other_bodies_are_covered_or_not() {
    for kind in [Syndicat, Ccas, Autre] {
        let comparison = compare(&by(kind).wants("conges").covered());
        assert_eq!(told(&comparison), ["Covered 0 0 0 0 = 0", "OwnNeeds 600 120 120 120 = 960"], "{kind:?}");
    }
}

/// 47 that count: the territory's membership could cost anything, nothing included.
#[test]
fn above_46_bodies_the_cheapest_is_undecided() {
    let asked = territory("500", &[(Commune, 300); 47]).wants("conges");
    let comparison = compare(&asked);
    let expected = [
        "Mutualised ≥0 ≥0 ≥0 ≥0 = ≥0",
        "Individual 29302 29302 29302 29302 = 117208", // 5 802 + 47 × 500
        "OwnNeeds 600 120 120 120 = 960",
        "EachBody 28800 5760 5760 5760 = 46080", // 48 of them
    ];
    assert_eq!(told(&comparison), expected);
    assert_eq!(comparison.cheapest, Cheapest::Undecided(vec![Mutualised, EachBody]));
    assert_eq!(break_even(&asked), Some(BreakEven::Unknown));
    // Who asks for nothing has nothing without a membership: that is not ranked.
    let nothing = compare(&territory("500", &[(Commune, 300); 47]));
    assert_eq!(nothing.cheapest, Cheapest::Undecided(vec![Mutualised, Individual]));
}

#[test]
fn a_participation_on_quote_leaves_the_break_even_open() {
    let asked = territory("500", &[(Commune, 100_000), (Commune, 400)]).wants("conges");
    let comparison = compare(&asked);
    assert_eq!(
        told(&comparison)[..2],
        ["Mutualised 7912 7912 7912 7912 = 31648", "Individual ≥6302 ≥6302 ≥6302 ≥6302 = ≥25208"]
    );
    assert_eq!(comparison.cheapest, known(&[(EachBody, 1)]));
    assert_eq!(break_even(&asked), Some(BreakEven::Unknown));
    let commune = compare(&by(Commune).with("habitants", "100000").wants("conges"));
    assert_eq!(told(&commune)[1], "Individual ≥0 ≥0 ≥0 ≥0 = ≥0");
    // Covered costs 0 € for sure.
    assert_eq!(commune.cheapest, known(&[(Covered, 1)]));
}

/// None counts: the whole territory pays what its EPCI pays alone, from no commune on.
#[test]
fn where_no_body_counts_none_need_take_part() {
    assert_eq!(break_even(&territory("500", &[(Commune, 299), (Commune, 120)])), from(0, 0));
    // Whatever their participations, which nobody knows.
    assert_eq!(break_even(&territory("3501", &[(Commune, 299)])), Some(BreakEven::Unknown));
}

#[test]
fn a_body_without_inhabitants_leaves_amounts_open() {
    let mut asked = territory("500", &[(Commune, 400), (Commune, 400)]);
    asked.0.bodies[1].inhabitants = None;
    assert_eq!(
        told(&compare(&asked)),
        [
            "Mutualised ≥7912 ≥7912 ≥7912 ≥7912 = ≥31648",
            "Individual ≥6302 ≥6302 ≥6302 ≥6302 = ≥25208",
            "OwnNeeds 0 0 0 0 = 0",
            "EachBody 0 0 0 0 = 0",
        ]
    );
    assert_eq!(break_even(&asked), Some(BreakEven::Unknown));
    // A CCAS that may count leaves the territory's amount open, and the participations known.
    let mut asked = territory("500", &[(Commune, 5_000), (Ccas, 1_500)]);
    assert_eq!(break_even(&asked), from(1, 1));
    asked.0.bodies[1].inhabitants = None;
    assert_eq!(break_even(&asked), Some(BreakEven::Unknown));
    // A commune that does not say how many: its participation waits.
    let commune = compare(&by(Commune).wants("conges"));
    assert_eq!(told(&commune)[1], "Individual ≥0 ≥0 ≥0 ≥0 = ≥0");
}

/// The list of bodies says it is an EPCI; which one is of matter where a price asks.
#[test]
fn a_request_without_kind_is_an_epci_s_when_it_lists_bodies() {
    let mut asked = cdc_of_3();
    asked.0.kind = None;
    let comparison = compare(&asked);
    assert_eq!(comparison.supposed, Some(Cc));
    assert_eq!(told(&comparison), told(&compare(&cdc_of_3())));
    assert_eq!(comparison.break_even, compare(&cdc_of_3()).break_even);
    let asked = asked.with("utilisateurs", "3").wants("opendemande");
    let comparison = compare(&asked);
    assert!(comparison.ways.iter().all(|way| way.outlay.at_least));
    assert_eq!(comparison.cheapest, Cheapest::Undecided(vec![Mutualised, Individual, EachBody]));
    let mut nobody = by(Cc).wants("conges");
    nobody.0.kind = None;
    assert_eq!(told(&compare(&nobody)), ["Covered 0 0 0 0 = 0", "OwnNeeds 600 120 120 120 = 960"]);
}

/// An EPCI in the list is the one that asks, or a mistake: it buys nothing twice.
#[test]
fn an_epci_in_the_list_is_not_one_of_its_bodies() {
    let mut asked = territory("500", &[(Ca, 50_000), (Commune, 400)]).wants("conges");
    asked.0.bodies.push(Body { kind: Cc, inhabitants: None, municipal: None, name: String::new() });
    let comparison = compare(&asked);
    assert_eq!(told(&comparison)[3], "EachBody 1200 240 240 240 = 1920");
    assert_eq!(comparison.way(EachBody).unwrap().bodies[0].place, 1);
}

/// At 1 200 Go "1 To" instead of "1,5 To" is 2 637 less for either; due once, 3 years fewer; on top of it,
/// 12 × 500 more for the one and 18 461 − 10 549 for the other. Nobody gave a population municipale.
#[test]
fn what_the_list_leaves_open_in_a_way() {
    let comparison = compare(&cdc_of_12());
    let of = |kind| {
        let found = reservations(&CATALOGUE, comparison.way(kind).unwrap());
        let told = found.iter().map(|r| format!("{} {}", r.entry.id, r.difference.map_or("?".to_owned(), plain)));
        told.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(of(Mutualised), "L1 -10548, L2 -55383, L3 24000, L9 ?");
    assert_eq!(of(Individual), "L1 -10548, L2 -31647, L3 31648, L9 ?");
    assert_eq!(of(OwnNeeds), "");
    // 37 203 against 53 291 were it due once, the same were it on top: another order. VAT has no other rate.
    let found = doubts(&CATALOGUE, &comparison);
    let told: Vec<_> = found.iter().map(|doubt| (doubt.entry.id.as_str(), doubt.reorders)).collect();
    let expected = [("L1", Some(false)), ("L2", Some(true)), ("L3", Some(true)), ("L5", None), ("L9", None)];
    assert_eq!(told, expected);
    // Annexe 2 charged to members too: 5 × 3 240 more for the one, 4 × 3 240 for the other, whose CCAS pays already.
    let doubt = doubts(&CATALOGUE, &compare(&cdc_of_3())).into_iter().find(|doubt| doubt.entry.id == "L4").unwrap();
    assert_eq!(doubt.reorders, Some(false));
}

/// 10 communes of 400 and RGPD at 6 300 (budget of 6 M€): charged to members too, eleven of them pay it.
#[test]
fn what_members_are_spared_may_be_charged_by_another_reading() {
    let asked = territory("500", &[(Commune, 400); 10]).with("budget", "6000000").wants("rgpd");
    let comparison = compare(&asked);
    assert_eq!(comparison.cheapest, known(&[(Individual, 1)]));
    let doubt = doubts(&CATALOGUE, &comparison).into_iter().find(|doubt| doubt.entry.id == "L4").unwrap();
    assert_eq!(doubt.reorders, Some(true));
}

/// A syndicat has no participation: it buys for itself, or has nothing, and then that way is not the cheapest.
#[test]
fn who_has_no_participation_buys_for_itself() {
    let bodies = [(Commune, 99), (Syndicat, 2_000), (Syndicat, 2_000), (Syndicat, 2_000), (Syndicat, 2_000)];
    let asked = territory("500", &bodies).with("budget", "6000000");
    let bought = compare(&asked.clone().wants("rgpd"));
    // 5 802 + 350 a year, and four times what the EPCI pays alone: 6 300 then 1 890.
    let [individual, alone] = [Individual, OwnNeeds].map(|kind| bought.way(kind).unwrap().outlay.amount);
    assert_eq!(
        plain(individual),
        plain(Money::from_euros(24_608.into()).plus(alone).plus(alone).plus(alone).plus(alone))
    );
    assert!(bought.way(Individual).unwrap().is_ranked());
    let nothing = compare(&asked);
    assert!(!nothing.way(Individual).unwrap().is_ranked());
    assert_eq!(nothing.cheapest, known(&[(Mutualised, 1)]));
}

/// A CCAS without inhabitants leaves the one way a least amount: no other reading can be said to change nothing.
#[test]
fn a_least_amount_may_come_to_stand_anywhere() {
    let mut asked =
        territory("500", &[(Commune, 400), (Commune, 400), (Commune, 400), (Ccas, 0)]).with("budget", "6000000");
    asked.0.bodies[3].inhabitants = None;
    let doubts = doubts(&CATALOGUE, &compare(&asked.wants("rgpd")));
    assert!(!doubts.is_empty() && doubts.iter().all(|doubt| doubt.reorders != Some(false)), "{doubts:?}");
}

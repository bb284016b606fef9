//! VAT and sums.

use crate::ask::{by, nas, opendemande, police};
use crate::tell::{line, plain};
use engine::catalogue::BodyKind::{Cc, Commune};
use engine::line::Charge;
use engine::request::Membership;
use engine::{Lacking, Money, Totals};
use rust_decimal::Decimal;

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

#[test]
fn a_sum_lacks_what_is_taxed_like_it() {
    let quoted = nas("201").estimate();
    assert_eq!((quoted.lacking_over_period().exempt, quoted.lacking_over_period().taxed), (false, true));
    assert_eq!(quoted.lacking_over_period().known(quoted.period)[0], Some(Money::ZERO), "nothing exempt was asked for");
    assert_eq!(quoted.lacking_over_period().known(quoted.period)[1..], [None; 4]);
    let waiting = by(Cc).joins(Membership::Mutualised).wants("conges").estimate();
    assert_eq!((waiting.lacking_over_period().exempt, waiting.lacking_over_period().taxed), (true, false));
    assert_eq!(waiting.lacking_over_period().known(waiting.period)[0], None, "the membership's volume is not said");
    assert_eq!(waiting.lacking_over_period().known(waiting.period)[3], Some(waiting.period.ttc));
    assert_eq!(nas("200").estimate().lacking_over_period(), Lacking::default());
}

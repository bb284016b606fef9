//! What a membership contains.

use crate::ask::{by, nas};
use crate::check::check;
use crate::opendemande::CLASS_2;
use crate::tell::{entries, included, line, other_reading};
use engine::Totals;
use engine::catalogue::BodyKind::{Cc, Commune};

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
    assert_eq!(asked.told(), "securisation-acces included (on quote), securisation-abonnement included (on quote)");
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

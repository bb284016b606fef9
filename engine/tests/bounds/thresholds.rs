//! Thresholds.

use crate::ask::{Ask, by, identity, nas, opendemande, participation, police, rgpd, territory};
use crate::check::check_thresholds;
use crate::tell::line;
use engine::catalogue::BodyKind::{Cc, Commune};
use engine::explain;
use engine::request::Membership;

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
    let table: [(Ask, &str, &[&str]); 22] = [
        // The same price in the class just below: the next that differs is told.
        (
            opendemande(Commune, "143751").wants("opendemande-vip"),
            "vip-parametrage",
            &["habitants -140252 to 3499: -642"],
        ),
        // 600 · 1 200 · 2 400 · 3 600 TTC
        (rgpd("499999.99"), "rgpd-acces", &["budget +0.01 to 500000: +600"]),
        (rgpd("650000"), "rgpd-acces", &["budget +350000 to 1000000: +1200", "budget -150001 to 499999: -600"]),
        (rgpd("650000"), "rgpd-suivi", &["budget +350000 to 1000000: +240", "budget -150001 to 499999: -180"]),
        (rgpd("5000000"), "rgpd-acces", &["budget -1 to 4999999: -1200"]),
        // The access costs the same everywhere; the subscription 360 · 600 · 1 080 TTC.
        (nas("100"), "securisation-acces", &["volume-securisation +101 to 201: on quote"]),
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

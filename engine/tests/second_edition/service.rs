//! The service and the option that the second edition brings are asked, priced and explained like any other.

use crate::{BOTH, NEW, codes, estimate, euros, outlays};
use engine::line::Outcome;
use engine::{Money, explain};

/// The service brought by the second edition is asked, priced and explained like any other.
#[test]
fn a_new_service_asks_its_own_fields() {
    let edition = BOTH.edition(NEW).unwrap();
    let cases: [(&str, &[&str]); 3] =
        [("archivage", &["volume-archives"]), ("archivage-reprise", &["sites-archives"]), ("conges", &[])];
    for (service, expected) in cases {
        let service = edition.service_named(service).unwrap();
        let asked: Vec<&str> = service.asked_fields(edition).iter().map(|ix| edition.field(*ix).id.as_str()).collect();
        assert_eq!(asked, expected);
        assert!(service.is_choosable(edition));
    }
    let option = edition.service_named("archivage-reprise").unwrap();
    assert_eq!(edition.service(option.option_of.unwrap()).unwrap().id, "archivage");
}

#[test]
fn a_new_service_is_priced_in_all_its_columns() {
    // Volume, setup and subscription before VAT, what leaves the budget in years 1 and 2.
    let cases = [
        ("0.5", "410.00", "95.00", ["606.00", "114.00"]),
        ("100", "410.00", "95.00", ["606.00", "114.00"]),
        ("100.1", "720.50", "180.00", ["1080.60", "216.00"]),
        ("500", "720.50", "180.00", ["1080.60", "216.00"]),
        ("500.1", "1300.00", "333.33", ["1960.00", "400.00"]),
        ("1000", "1300.00", "333.33", ["1960.00", "400.00"]),
    ];
    for (volume, once, yearly, expected) in cases {
        let estimate =
            estimate(&format!(r#"{{"years":2,"values":{{"volume-archives":"{volume}"}},"services":["archivage"]}}"#));
        let units: Vec<Money> = estimate.lines().map(|line| line.priced.unit).collect();
        assert_eq!(units, [euros(once), euros(yearly)], "{volume}");
        assert_eq!(outlays(&estimate), expected, "{volume}");
        assert!(!estimate.is_at_least());
    }
    let beyond = estimate(r#"{"years":2,"values":{"volume-archives":"1000.1"},"services":["archivage"]}"#);
    assert_eq!(codes(&beyond), ["out-of-list"]);
    assert_eq!(outlays(&beyond), ["0.00", "0.00"]);
    assert!(beyond.is_at_least());
    let unknown = estimate(r#"{"years":2,"services":["archivage"]}"#);
    assert_eq!(codes(&unknown), ["missing"]);
    assert!(unknown.items.iter().all(|item| matches!(item.outcome, Outcome::Missing(..))));
}

#[test]
fn a_new_service_gives_its_reasons() {
    let estimate = estimate(
        r#"{"values":{"volume-archives":"750.5","sites-archives":3},"services":["archivage-reprise","archivage"]}"#,
    );
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    let reasons: Vec<(String, Vec<String>, &str)> = estimate
        .lines()
        .map(|line| {
            let steps = explain::formula(estimate.edition, line).iter().map(|step| plain(&step.to_string())).collect();
            (plain(&explain::sentence(estimate.edition, line)), steps, line.price.source.as_str())
        })
        .collect();
    let expected = [
        (
            "1 300,00 € HT, soit 1 560,00 € TTC, une seule fois, la 1re année : colonne « jusqu'à 1 000 Go » pour 750,5 Go.",
            vec!["1 300,00 € × 20 % = 260,00 €", "1 300,00 € + 260,00 € = 1 560,00 €"],
            "Annexe 2, «\u{a0}Archivage électronique\u{a0}»",
        ),
        (
            "333,33 € HT, soit 400,00 € TTC, chaque année dès la 1re : colonne « jusqu'à 1 000 Go » pour 750,5 Go.",
            vec!["333,33 € × 20 % = 66,666 €, arrondi à 66,67 €", "333,33 € + 66,67 € = 400,00 €"],
            "Annexe 2, «\u{a0}Archivage électronique\u{a0}»",
        ),
        (
            "62,50 € HT par site × 3 = 187,50 € HT, soit 225,00 € TTC, une seule fois, la 1re année.",
            vec!["62,50 € × 3 = 187,50 €", "187,50 € × 20 % = 37,50 €", "187,50 € + 37,50 € = 225,00 €"],
            "Annexe 2, «\u{a0}Archivage électronique, Options\u{a0}»",
        ),
    ];
    let expected = expected
        .map(|(sentence, steps, source)| (sentence.to_owned(), steps.into_iter().map(String::from).collect(), source));
    assert_eq!(reasons, expected);
    let thresholds: Vec<String> = estimate
        .lines()
        .flat_map(|line| line.thresholds.iter().map(|near| plain(&explain::threshold(estimate.edition, line, near))))
        .collect();
    assert_eq!(
        thresholds,
        [
            "250,5 Go de moins : − 695,40 € une fois",
            "250,5 Go de plus : sur devis",
            "250,5 Go de moins : − 184,00 € par an",
            "250,5 Go de plus : sur devis",
        ]
    );
}

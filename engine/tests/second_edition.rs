//! Two editions side by side: the one the product ships, and a fictitious one of 2031 that changes a
//! price, adds a bracket to a scale, and brings a service and an option of it, without a line of code.
//!
//! The second is made for these tests only; its differences are marked in `editions/2031-01-01-fictive/`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs
)]

mod support;

use engine::catalogue::{Edition, SealError};
use engine::line::{Item, Outcome};
use engine::nearby::{Change, nearby};
use engine::reading::{EditionFiles, read};
use engine::ways::{BreakEven, WayKind, doubts, reservations, ways};
use engine::{Catalogue, Estimate, Money, Request, explain};
use std::path::Path;
use std::sync::LazyLock;

const OLD: &str = "2021-05-20";
const NEW: &str = "2031-01-01-fictive";

/// Both editions.
static BOTH: LazyLock<Catalogue> = LazyLock::new(|| side_by_side(&[support::shipped(), fictitious()]));

fn fictitious() -> EditionFiles {
    support::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editions").join(NEW))
}

fn side_by_side(editions: &[EditionFiles]) -> Catalogue {
    read(editions).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Prices a request written in JSON.
fn estimate(json: &str) -> Estimate<'static> {
    let request: Request = serde_json::from_str(json).unwrap();
    engine::estimate(&BOTH, &request).unwrap()
}

fn euros(text: &str) -> Money {
    Money::from_euros(text.parse().unwrap())
}

/// What leaves the budget each year.
fn outlays(estimate: &Estimate<'_>) -> Vec<String> {
    estimate.by_year.iter().map(|year| format!("{:.2}", year.outlay().euros())).collect()
}

fn codes(estimate: &Estimate<'_>) -> Vec<&'static str> {
    estimate.remarks.iter().map(|remark| remark.code()).collect()
}

#[test]
fn the_day_decides_which_edition_is_in_force() {
    let cases = [
        ("2000-01-01", OLD), // Before any edition: the oldest.
        ("2021-05-19", OLD),
        ("2021-05-20", OLD),
        ("2030-12-31", OLD),
        ("2031-01-01", NEW),
        ("2031-01-02", NEW),
        ("2099-12-31", NEW),
    ];
    // The order the folders are found in is of no matter.
    for catalogue in [&*BOTH, &side_by_side(&[fictitious(), support::shipped()])] {
        assert_eq!(catalogue.editions().iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>(), [OLD, NEW]);
        assert_eq!(catalogue.newest().unwrap().id, NEW);
        for (day, expected) in cases {
            assert_eq!(catalogue.in_force(day).unwrap().id, expected, "{day}");
        }
        for id in [OLD, NEW] {
            assert_eq!(catalogue.edition(id).unwrap().id, id);
        }
    }
}

/// A request keeps the prices of the edition it names; one that names none gets the newest.
#[test]
fn each_request_is_priced_by_its_edition() {
    let conges = r#""values":{},"services":["conges"]"#;
    let commune = |inhabitants: u32| {
        format!(r#""kind":"commune","membership":"individual","values":{{"habitants":{inhabitants}}},"services":[]"#)
    };
    let cases: [(String, [&str; 2], [&str; 2]); 7] = [
        // The changed price: 500 HT, then 540,50 HT.
        (conges.to_owned(), ["600.00", "120.00"], ["648.60", "120.00"]),
        // The new bound: 50 000 inhabitants, strict like the others.
        (commune(19_999), ["7500.00", "7500.00"], ["7500.00", "7500.00"]),
        (commune(20_000), ["20000.00", "20000.00"], ["12000.00", "12000.00"]),
        (commune(49_999), ["20000.00", "20000.00"], ["12000.00", "12000.00"]),
        (commune(50_000), ["20000.00", "20000.00"], ["20000.00", "20000.00"]),
        (commune(99_999), ["20000.00", "20000.00"], ["20000.00", "20000.00"]),
        // On quote in both.
        (commune(100_000), ["0.00", "0.00"], ["0.00", "0.00"]),
    ];
    for (request, old, new) in cases {
        let priced = |edition: &str| estimate(&format!(r#"{{{edition}"years":2,{request}}}"#));
        let (named_old, named_new, unnamed) =
            (priced(r#""edition":"2021-05-20","#), priced(r#""edition":"2031-01-01-fictive","#), priced(""));
        assert_eq!(
            (named_old.edition.id.as_str(), outlays(&named_old)),
            (OLD, old.map(String::from).to_vec()),
            "{request}"
        );
        assert_eq!(
            (named_new.edition.id.as_str(), outlays(&named_new)),
            (NEW, new.map(String::from).to_vec()),
            "{request}"
        );
        assert_eq!(unnamed, named_new, "{request}");
        assert_eq!(named_old.is_at_least(), request.contains("100000"), "{request}");
        assert_eq!(named_new.is_at_least(), request.contains("100000"), "{request}");
    }
}

/// The edition named prices the same whether or not others stand beside it.
#[test]
fn a_newer_edition_changes_nothing_in_an_older_one() {
    assert_eq!(BOTH.edition(OLD), support::catalogue().edition(OLD));
}

#[test]
fn an_unknown_edition_is_a_remark_and_the_newest_is_used() {
    let estimate = estimate(r#"{"edition":"1999-12-31","years":1,"services":["conges"]}"#);
    assert_eq!(estimate.edition.id, NEW);
    assert_eq!(outlays(&estimate), ["648.60"]);
    assert_eq!(codes(&estimate), ["unknown-edition"]);
    assert!(estimate.remarks[0].is_refusal());
    assert_eq!(
        estimate.remarks[0].sentence(estimate.edition),
        "L'édition «\u{a0}1999-12-31\u{a0}» n'est pas connue : le calcul utilise celle du 2031-01-01-fictive."
    );
}

/// What an edition does not know yet is a remark, not an error and not an amount.
#[test]
fn the_older_edition_does_not_know_what_the_newer_brings() {
    let request = r#""values":{"volume-archives":50,"sites-archives":2},"services":["archivage","archivage-reprise"]"#;
    let old = estimate(&format!(r#"{{"edition":"{OLD}",{request}}}"#));
    assert_eq!(codes(&old), ["unknown-field", "unknown-field", "unknown-service", "unknown-service"]);
    assert_eq!(old.items, Vec::<Item<'_>>::new());
    let new = estimate(&format!("{{{request}}}"));
    assert_eq!(codes(&new), Vec::<&str>::new());
    assert_eq!(new.lines().count(), 3);
}

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

#[test]
fn sealing_both_editions_loses_nothing() {
    let bytes = BOTH.seal();
    let opened = Catalogue::unseal(&bytes).unwrap();
    assert_eq!(opened, *BOTH);
    assert_eq!(opened.seal(), bytes);
    // And the copy prices like the original, reasons included.
    for edition in [OLD, NEW] {
        let request = everything(BOTH.edition(edition).unwrap());
        assert_eq!(engine::estimate(&opened, &request), engine::estimate(&BOTH, &request));
    }
}

/// Whatever the reading accepts comes back from its seal as it was; else the reading must refuse it.
#[test]
fn what_is_read_survives_sealing() {
    let nested = |depth: usize| {
        let question = r#"{ field = "volume-securisation", up-to = ["9"], then = [1, "#;
        let end = r#"{ field = "volume-securisation", up-to = ["50", "100"], then = [2, 3, "quote"] }"#;
        format!("tree = {}{end}{}\n", question.repeat(depth), "] }".repeat(depth))
    };
    let nas = "tree = { field = \"volume-securisation\", up-to = [\"50\", \"100\", \"200\"], between = \"L1\", then = [1, 2, 3, \"quote\"] }\n";
    let bound = |number: &str| nas.replace("\"200\"", &format!("\"{number}\""));
    let cases = [
        bound("200.125"),
        bound("4294967296"),
        bound("9223372036854775807"),
        bound("9223372036854775808"),
        bound("18446744073709551616"),
        bound("100.0000000000000000000000001"),
        bound("79228162514264337593543950335"),
        nested(2),
        nested(30),
        nested(31),
        nested(35),
    ];
    let mut lost = Vec::new();
    for tree in cases {
        let mut files = support::shipped();
        let annexe = files.files.iter_mut().find(|file| file.name == "annexe-2.toml").unwrap();
        assert!(annexe.text.contains(nas));
        annexe.text = annexe.text.replace(nas, &tree);
        if let Ok(catalogue) = read(&[files])
            && Catalogue::unseal(&catalogue.seal()).as_ref() != Ok(&catalogue)
        {
            lost.push(tree.chars().take(90).collect::<String>());
        }
    }
    assert!(lost.is_empty(), "read, sealed, and not the same any more:\n{}", lost.join("\n"));
}

#[test]
fn bytes_cut_at_any_length_or_lengthened_are_refused() {
    let bytes = BOTH.seal();
    assert_eq!(Catalogue::unseal(&[]), Err(SealError::Version));
    for length in 1..bytes.len() {
        assert_eq!(Catalogue::unseal(&bytes[..length]), Err(SealError::Damaged), "{length} of {} bytes", bytes.len());
    }
    assert_eq!(Catalogue::unseal(&[&bytes[..], &[0]].concat()), Err(SealError::Damaged));
}

#[test]
fn bytes_of_another_version_are_refused() {
    let mut bytes = BOTH.seal();
    let version = bytes[0];
    for other in (0..=u8::MAX).filter(|byte| *byte != version) {
        bytes[0] = other;
        assert_eq!(Catalogue::unseal(&bytes), Err(SealError::Version));
    }
}

#[test]
fn an_altered_byte_is_refused_or_makes_another_catalogue() {
    let mut bytes = support::catalogue().seal();
    let original = bytes.clone();
    for place in 0..bytes.len() {
        for altered in [!original[place], original[place].wrapping_add(1)] {
            bytes[place] = altered;
            if let Ok(catalogue) = Catalogue::unseal(&bytes) {
                assert_ne!(catalogue.seal(), original, "byte {place}");
            }
        }
        bytes[place] = original[place];
    }
}

/// Bytes nobody checked may open to a catalogue no reading would accept: pricing it must not panic either.
#[test]
fn an_altered_catalogue_is_priced_and_explained_without_panic() {
    let catalogue = support::catalogue();
    let request = everything(catalogue.newest().unwrap());
    let mut bytes = catalogue.seal();
    let original = bytes.clone();
    // All of the edition's head, then one byte in every few.
    let places = (0..bytes.len()).filter(|place| *place < 400 || place % 17 == 0);
    let mut panics = Vec::new();
    for place in places {
        for altered in [0, 127, original[place].wrapping_sub(1)] {
            bytes[place] = altered;
            if std::panic::catch_unwind(|| Catalogue::unseal(&bytes).map(|opened| explain_all(&opened, &request)))
                .is_err()
            {
                panics.push((place, altered));
            }
        }
        bytes[place] = original[place];
    }
    assert!(panics.is_empty(), "byte, value: {panics:?}");
}

/// The same in its smallest form: an edition whose longest period is 0 years.
#[test]
fn an_edition_of_no_year_is_priced_without_panic() {
    let mut edition = support::catalogue().newest().unwrap().clone();
    edition.max_years = 0;
    let catalogue = Catalogue::new(vec![edition]).unwrap();
    let estimate = engine::estimate(&catalogue, &Request::default()).unwrap();
    assert_eq!(estimate.period, engine::Totals::ZERO);
}

/// What is near a territory, and how it may join, follow the list: 250 inhabitants to count, 400 Go a first
/// row, and a participation of 60 000 € for towns that this other list would not put on quote.
#[test]
fn ways_and_what_is_near_are_read_from_the_list() {
    let mut files = support::shipped();
    for (old, new) in [
        (r#"from = "300""#, r#"from = "250""#),
        (r#"up-to = ["500", "1000","#, r#"up-to = ["400", "1000","#),
        (
            r#""20000", "100000"], then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            r#""20000", "100000"], then = [1, 2, 3, 4, 5, 6, 7, 8, 8]"#,
        ),
        (r#""7500", "20000"]"#, r#""7500", "60000"]"#),
    ] {
        files = replaced(files, old, new);
    }
    let other = side_by_side(&[files]);
    let json = r#"{"kind":"cc","values":{"volume-territoire":400},
        "bodies":[{"kind":"commune","inhabitants":249},{"kind":"commune","inhabitants":200000}]}"#;
    let request: Request = serde_json::from_str(json).unwrap();
    let near = nearby(&other, &request);
    assert!(matches!(&near[0].change, Change::OneMoreBody(body) if body.inhabitants == Some(250)));
    assert_eq!(near[1].change, Change::OneFewerBody(1));
    assert!(matches!(&near[2].change, Change::OneMoreStep { reached, .. } if *reached == 800.into()));
    let comparison = ways(&other, &request);
    let apart = comparison.way(WayKind::Individual).unwrap();
    assert_eq!(outlays(&apart.estimate)[0], "66302.00");
    assert!(!apart.at_least);
    // 7 912 − 5 802 to make up for: the town's 60 000 are enough, the village's 500 are not.
    assert_eq!(comparison.break_even, Some(BreakEven { whichever: Some(2), at_least: Some(1) }));
}

/// The same files with one passage otherwise.
fn replaced(mut files: EditionFiles, old: &str, new: &str) -> EditionFiles {
    let holds = files.files.iter().filter(|file| file.text.contains(old)).count();
    assert_eq!(holds, 1, "{old}");
    files.files.iter_mut().for_each(|file| file.text = file.text.replace(old, new));
    files
}

/// Prices a request and writes everything there is to write about it, and compares its ways to join.
fn explain_all(catalogue: &Catalogue, request: &Request) -> usize {
    let estimate = engine::estimate(catalogue, request).unwrap();
    let (edition, mut written) = (estimate.edition, 0);
    for line in estimate.lines() {
        written += explain::sentence(edition, line).len();
        written += explain::formula(edition, line).iter().map(|step| step.to_string().len()).sum::<usize>();
        written += line.thresholds.iter().map(|near| explain::threshold(edition, line, near).len()).sum::<usize>();
        written += line.hits.iter().map(|hit| explain::hit(edition, hit, estimate.years).len()).sum::<usize>();
    }
    let comparison = ways(catalogue, request);
    written += doubts(catalogue, &comparison).len() + nearby(catalogue, request).len();
    written += comparison.ways.iter().map(|way| reservations(catalogue, way).len()).sum::<usize>();
    written + estimate.remarks.iter().map(|remark| remark.sentence(edition).len()).sum::<usize>()
}

/// A request that walks every scale and every rule of an edition.
fn everything(edition: &Edition) -> Request {
    let values = r#""habitants":12000,"habitants-municipale":9000,"budget":"5000000","budget-fonctionnement":"4000000.5",
        "volume-territoire":1200,"rythme-informaticien":"jour-mois","volume-securisation":75,"volume-identite":35,"certificats":5,
        "utilisateurs":9,"jours-formation":2,"teleformations":1,"agents":5,"tablettes":3,"lieu-numerisation":"en-mairie","actes":1000,
        "sms":2000,"communes-diagnostic":8,"offres":4"#;
    let bodies =
        r#"{"kind":"commune","inhabitants":900,"municipal":850},{"kind":"ccas","inhabitants":1500,"municipal":1400}"#;
    let json =
        format!(r#"{{"years":10,"kind":"cc","membership":"individual","bodies":[{bodies}],"values":{{{values}}}}}"#);
    let mut request: Request = serde_json::from_str(&json).unwrap();
    request.edition = Some(edition.id.clone());
    request.services = edition.services.iter().map(|service| service.id.clone()).collect();
    request
}

//! Which edition prices a request: the day, the id it names, and what the older one does not know.

use crate::{BOTH, NEW, OLD, codes, estimate, outlays};
use editions::{fictitious, side_by_side};
use engine::line::Item;

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
    for catalogue in [&*BOTH, &side_by_side(&[fictitious(), editions::shipped()])] {
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
    assert_eq!(BOTH.edition(OLD), editions::catalogue().edition(OLD));
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

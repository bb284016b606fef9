//! The worked cases: by link and by file they come to the same cent.

use crate::on_a_page;
use engine::{Request, amounts};
use simulateur::carry::{Found, of_file, of_link, to_file, to_link};
use simulateur::form::read;
use std::fs;
use std::path::Path;

#[test]
fn every_case_comes_to_the_same_totals_by_link_and_by_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let case: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let request: Request = serde_json::from_value(case["request"].clone()).unwrap();
        on_a_page(|state| {
            let expected = amounts(state.catalogue, &request).unwrap();
            let Found { form, notes } = of_file(&case["request"].to_string(), state).unwrap();
            assert_eq!(notes, Vec::<String>::new(), "{}", path.display());
            let by_link = of_link(&to_link(&form, state).text, state).unwrap();
            let by_file = of_file(&to_file(&form, state).text, state).unwrap();
            for found in [by_link, by_file] {
                assert_eq!(found.notes, Vec::<String>::new(), "{}", path.display());
                let opened = read(&found.form, state.edition).request;
                let totals = amounts(state.catalogue, &opened).unwrap();
                assert_eq!(totals.by_year, expected.by_year, "{}", path.display());
                assert_eq!(totals.is_at_least(), expected.is_at_least(), "{}", path.display());
            }
        });
        count += 1;
    }
    assert!(count > 30, "{count}");
}

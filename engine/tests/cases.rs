//! Worked cases: requests and what they cost, computed by hand from the price list. See `tests/cases/`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs
)]

#[path = "../../tests/shared/case.rs"]
mod case;

use case::Case;
use std::fs;

#[test]
fn every_case_costs_what_was_found_by_hand() {
    let catalogue = editions::catalogue();
    let files = editions::cases();
    assert!(files.len() >= 14, "only {} cases", files.len());
    let mut wrong = String::new();
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        let case: Case = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let differences = case.differences(&catalogue);
        if !differences.is_empty() {
            let name = file.file_name().unwrap().to_string_lossy();
            wrong.push_str(&format!("\n{name}: {}\n  ({})\n", case.name, case.why));
            differences.iter().for_each(|difference| wrong.push_str(&format!("  - {difference}\n")));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

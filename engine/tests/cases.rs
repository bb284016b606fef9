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

mod support;

use engine::report::{Line, Report, YearAmounts, refusals};
use engine::request::Request;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;

/// One file of `tests/cases/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What it is about.
    name: String,
    /// How the figures were found, by hand.
    why: String,
    request: Request,
    expect: Expect,
}

/// What a reader of the estimate sees. Amounts are what leaves the budget, year by year.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    outlay_by_year: Vec<String>,
    quotes: usize,
    missing: usize,
    at_least: bool,
    /// Every line charged, by row of the list; the lines of several bodies are added up.
    lines: Option<BTreeMap<String, Vec<String>>>,
    /// The same for what a membership contains.
    avoided: Option<BTreeMap<String, Vec<String>>>,
    /// The rows that are free, in the list's words.
    free: Option<BTreeMap<String, String>>,
    /// The kinds of remark that must be there, among others.
    #[serde(default)]
    remarks: Vec<String>,
}

#[test]
fn every_case_costs_what_was_found_by_hand() {
    let catalogue = support::catalogue();
    let mut files: Vec<_> =
        fs::read_dir(support::root().join("tests/cases")).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 14, "only {} cases", files.len());
    let mut wrong = String::new();
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        let case: Case = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let estimate = engine::estimate(&catalogue, &case.request).unwrap();
        let mut differences: Vec<String> = refusals(&case.request, &estimate).iter().map(ToString::to_string).collect();
        differences.extend(compare(&case.expect, &Report::of(&estimate)));
        if !differences.is_empty() {
            let name = file.file_name().unwrap().to_string_lossy();
            wrong.push_str(&format!("\n{name}: {}\n  ({})\n", case.name, case.why));
            differences.iter().for_each(|difference| wrong.push_str(&format!("  - {difference}\n")));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Where a report is not what was expected, one sentence each.
fn compare(expect: &Expect, report: &Report) -> Vec<String> {
    let mut found = Vec::new();
    let years: Vec<_> = report.by_year.iter().map(|year| year.outlay.0.clone()).collect();
    differ(&mut found, "outlay_by_year", &expect.outlay_by_year, &years);
    differ(&mut found, "quotes", &expect.quotes, &report.quotes);
    differ(&mut found, "missing", &expect.missing, &report.missing);
    differ(&mut found, "at_least", &expect.at_least, &report.at_least);
    if let Some(lines) = &expect.lines {
        differ_by_id(&mut found, "lines", lines, &by_price(report.lines.iter()));
    }
    if let Some(avoided) = &expect.avoided {
        let lines = report.included_items.iter().filter_map(|item| item.avoided.as_ref());
        differ_by_id(&mut found, "avoided", avoided, &by_price(lines));
    }
    if let Some(free) = &expect.free {
        let items = report.free_items.iter().map(|item| (item.price.id.clone(), item.wording.clone())).collect();
        differ_by_id(&mut found, "free", free, &items);
    }
    for code in &expect.remarks {
        if report.remarks.iter().all(|remark| remark.code != code) {
            let codes: Vec<_> = report.remarks.iter().map(|remark| remark.code).collect();
            found.push(format!("remarks: no `{code}` among {codes:?}"));
        }
    }
    found
}

fn differ<T: PartialEq + Debug>(found: &mut Vec<String>, what: &str, expected: &T, got: &T) {
    if expected != got {
        found.push(format!("{what}: expected {expected:?}, got {got:?}"));
    }
}

fn differ_by_id<T: PartialEq + Debug>(
    found: &mut Vec<String>,
    what: &str,
    expected: &BTreeMap<String, T>,
    got: &BTreeMap<String, T>,
) {
    for (id, value) in expected {
        match got.get(id) {
            None => found.push(format!("{what}: no `{id}`, expected {value:?}")),
            Some(other) => differ(found, &format!("{what}.{id}"), value, other),
        }
    }
    for (id, value) in got.iter().filter(|(id, _)| !expected.contains_key(*id)) {
        found.push(format!("{what}: `{id}` was not expected, got {value:?}"));
    }
}

/// What leaves the budget each year, by row of the list.
fn by_price<'a>(lines: impl Iterator<Item = &'a Line>) -> BTreeMap<String, Vec<String>> {
    let mut rows: BTreeMap<String, Vec<Decimal>> = BTreeMap::new();
    for line in lines {
        let sums = rows.entry(line.price.id.clone()).or_insert_with(|| vec![Decimal::ZERO; line.by_year.len()]);
        for (sum, year) in sums.iter_mut().zip(&line.by_year) {
            let (YearAmounts::Exempt { outlay, .. } | YearAmounts::Taxed { outlay, .. }) = year;
            *sum += outlay.0.parse::<Decimal>().unwrap();
        }
    }
    rows.into_iter().map(|(id, sums)| (id, sums.iter().map(|sum| format!("{sum:.2}")).collect())).collect()
}

//! The reader of `tests/cases/`: what a case says, and where an estimate is not what it says.

use engine::report::{Line, Report, YearAmounts, refusals};
use engine::{Catalogue, Request};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Debug;

/// One file of `tests/cases/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it is about.
    pub name: String,
    /// How the figures were found, by hand.
    pub why: String,
    pub request: Request,
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

impl Case {
    /// Where its request does not come to what it expects, one sentence each.
    pub fn differences(&self, catalogue: &Catalogue) -> Vec<String> {
        let estimate = engine::estimate(catalogue, &self.request).unwrap();
        let mut found: Vec<String> = refusals(&self.request, &estimate).iter().map(ToString::to_string).collect();
        found.extend(compare(&self.expect, &Report::of(&estimate)));
        found
    }
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

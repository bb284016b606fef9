//! A situation and its amounts as a worked case: a file in the form of `tests/cases/`, for somebody who knows
//! the price list to confirm, and for the tests to read as it is from then on.

use engine::line::{Line, Outcome};
use engine::{Estimate, Money, Request};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
struct Case<'c> {
    name: &'c str,
    why: &'c str,
    request: &'c Request,
    expect: Expect<'c>,
}

/// What a reader of the estimate sees: amounts are what leaves the budget, year by year.
#[derive(Serialize)]
struct Expect<'c> {
    outlay_by_year: Vec<String>,
    quotes: usize,
    missing: usize,
    at_least: bool,
    lines: Rows<'c>,
    avoided: Rows<'c>,
    free: BTreeMap<&'c str, &'c str>,
    remarks: BTreeSet<&'static str>,
}

/// Amounts by row of the list; those of several bodies are added up.
type Rows<'c> = BTreeMap<&'c str, Vec<String>>;

/// Writes a request and what it comes to, under a title and with the reason why it should be believed.
pub fn write(name: &str, why: &str, request: &Request, estimate: &Estimate<'_>) -> String {
    let of = |wanted: fn(&Outcome<'_>) -> bool| estimate.items.iter().filter(|item| wanted(&item.outcome)).count();
    let free = estimate.items.iter().filter_map(|item| match &item.outcome {
        Outcome::Free(price, wording) => Some((price.id.as_str(), *wording)),
        _ => None,
    });
    let expect = Expect {
        outlay_by_year: estimate.by_year.iter().map(|year| written(year.outlay())).collect(),
        quotes: of(|outcome| matches!(outcome, Outcome::Quote(..))),
        missing: of(|outcome| matches!(outcome, Outcome::Missing(..))),
        at_least: estimate.is_at_least(),
        lines: rows(estimate, |outcome| match outcome {
            Outcome::Charged(line) => Some(line),
            _ => None,
        }),
        avoided: rows(estimate, |outcome| match outcome {
            Outcome::Included(_, avoided) => avoided.line(),
            _ => None,
        }),
        free: free.collect(),
        remarks: estimate.remarks.iter().map(|remark| remark.code()).collect(),
    };
    // Strings and numbers alone: there is nothing in it that JSON could not say.
    let mut text = serde_json::to_string_pretty(&Case { name, why, request, expect }).unwrap_or_default();
    text.push('\n');
    text
}

/// The lines of a sort, by row of the list and year.
fn rows<'e, 'c>(estimate: &'e Estimate<'c>, line: fn(&'e Outcome<'c>) -> Option<&'e Line<'c>>) -> Rows<'c> {
    let mut sums: BTreeMap<&'c str, Vec<Money>> = BTreeMap::new();
    for line in estimate.items.iter().filter_map(|item| line(&item.outcome)) {
        let row = sums.entry(&line.price.id).or_insert_with(|| vec![Money::ZERO; usize::from(estimate.years)]);
        for (sum, year) in row.iter_mut().zip(1..) {
            *sum = sum.plus(line.in_year(year).map_or(Money::ZERO, |charge| charge.outlay()));
        }
    }
    sums.into_iter().map(|(id, sums)| (id, sums.into_iter().map(written).collect())).collect()
}

fn written(amount: Money) -> String {
    format!("{:.2}", amount.euros())
}

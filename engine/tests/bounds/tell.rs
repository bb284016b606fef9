//! Telling: what an estimate says, in a few words.

use crate::CATALOGUE;
use engine::catalogue::{Edition, FieldIx, LedgerIx};
use engine::line::{Avoided, Change, Difference, Item, Line, Outcome};
use engine::remark::Need;
use engine::{Estimate, Fee, Money};
use rust_decimal::Decimal;

/// "conges-acces 500", "certificat-rgs 175 × 3", "conges-acces included (500)", "securisation on quote"…
pub fn tell(estimate: &Estimate<'_>, item: &Item<'_>) -> String {
    let told = match &item.outcome {
        Outcome::Charged(line) => format!("{} {}", line.price.id, unit(line)),
        Outcome::Included(price, Avoided::Line(line)) => format!("{} included ({})", price.id, unit(line)),
        Outcome::Included(price, Avoided::Quote) => format!("{} included (on quote)", price.id),
        Outcome::Included(price, Avoided::Unknown) => format!("{} included", price.id),
        Outcome::Free(price, _) => format!("{} free", price.id),
        Outcome::Quote(..) => format!("{} on quote", item.service.id),
        Outcome::Missing(price, Need::Kind) => format!("{} needs the kind", price.id),
        Outcome::Missing(price, Need::Field(field)) => format!("{} needs {}", price.id, field_id(estimate, *field)),
    };
    item.body.map_or(told.clone(), |body| format!("body {body}: {told}"))
}

/// The unit price, and how many when they are counted.
pub fn unit(line: &Line<'_>) -> String {
    let unit = plain(line.priced.unit);
    line.priced.counted.map_or(unit.clone(), |_| format!("{unit} × {}", line.priced.quantity))
}

/// "900", "on quote", "not known", "none".
pub fn fee(fee: Fee) -> String {
    match fee {
        Fee::None => "none".to_owned(),
        Fee::Unknown => "not known".to_owned(),
        Fee::Known(amount) => plain(amount),
        Fee::Quote => "on quote".to_owned(),
    }
}

/// What another reading changes.
pub fn other_reading(estimate: &Estimate<'_>, line: &Line<'_>, entry: &str) -> String {
    let hit = line.hits.iter().find(|hit| entry_id(estimate.edition, hit.entry) == entry);
    match hit.unwrap_or_else(|| panic!("{} does not touch {entry}", line.price.id)).difference {
        Difference::NotPriced => "not priced".to_owned(),
        Difference::Quote => "on quote".to_owned(),
        Difference::Needs(field) => format!("needs {}", field_id(estimate, field)),
        Difference::Amount { first_year, period } => {
            format!("{} in year 1, {} over {}", signed(first_year.euros()), signed(period.euros()), estimate.years)
        }
    }
}

/// A line's thresholds, sorted: "habitants +38 to 1000: +600".
pub fn thresholds(estimate: &Estimate<'_>, line: &Line<'_>) -> Vec<String> {
    let threshold = |threshold: &engine::line::Threshold| {
        let change = match threshold.change {
            Change::Amount(amount) => signed(amount.euros()),
            Change::Quote => "on quote".to_owned(),
        };
        let field = field_id(estimate, threshold.field);
        format!("{field} {} to {}: {change}", signed(threshold.distance), threshold.reached.normalize())
    };
    let mut told: Vec<String> = line.thresholds.iter().map(threshold).collect();
    told.sort();
    told
}

/// The ids of the entries a line touches, in the ledger's order.
pub fn entries(line: &Line<'_>) -> Vec<&'static str> {
    let mut entries: Vec<LedgerIx> = line.hits.iter().map(|hit| hit.entry).collect();
    entries.sort();
    entries.into_iter().map(|entry| entry_id(CATALOGUE.newest().unwrap(), entry)).collect()
}

pub fn quote_entries<'c>(estimate: &Estimate<'c>) -> Vec<&'c str> {
    let entries = estimate.quotes().filter_map(|item| match &item.outcome {
        Outcome::Quote(_, entries) => Some(entries),
        _ => None,
    });
    entries.flatten().map(|entry| entry_id(estimate.edition, *entry)).collect()
}

pub fn line<'a, 'c>(estimate: &'a Estimate<'c>, price: &str) -> &'a Line<'c> {
    estimate.lines().find(|line| line.price.id == price).unwrap_or_else(|| panic!("no line {price}"))
}

/// The line a membership contains.
pub fn included<'a, 'c>(estimate: &'a Estimate<'c>, price: &str) -> &'a Line<'c> {
    let mut lines = estimate.included().filter_map(|item| match &item.outcome {
        Outcome::Included(_, avoided) => avoided.line(),
        _ => None,
    });
    lines.find(|line| line.price.id == price).unwrap_or_else(|| panic!("{price} is not included"))
}

pub fn entry_id(edition: &Edition, entry: LedgerIx) -> &str {
    &edition.ledger_entry(entry).unwrap().id
}

pub fn field_id<'c>(estimate: &Estimate<'c>, field: FieldIx) -> &'c str {
    &estimate.edition.field(field).id
}

pub fn euros(amount: i64) -> Money {
    Money::from_euros(Decimal::from(amount))
}

/// An amount without useless zeros.
pub fn plain(amount: Money) -> String {
    amount.euros().normalize().to_string()
}

/// The same with its sign, but for nothing.
pub fn signed(number: Decimal) -> String {
    let plus = if number.is_sign_positive() && !number.is_zero() { "+" } else { "" };
    format!("{plus}{}", number.normalize())
}

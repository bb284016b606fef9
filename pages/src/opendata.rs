//! The price list as open data: everything as JSON, every printed price as CSV.

mod json;
mod sheet;
mod tree;

pub use json::json;
pub use sheet::csv;

use engine::catalogue::{Edition, Price, Schedule, Service};

/// The ids of the hypotheses that a row may rest on.
fn hypotheses<'c>(edition: &'c Edition, service: &Service, price: &Price) -> Vec<&'c str> {
    let touched = crate::touches::touches(edition, service, price).into_iter();
    touched.filter_map(|ix| edition.ledger_entry(ix)).map(|entry| entry.id.as_str()).collect()
}

/// A schedule in the words of the catalogue's files.
fn schedule(schedule: Schedule) -> String {
    match schedule {
        Schedule::Once => String::from("once"),
        Schedule::Yearly => String::from("yearly"),
        Schedule::FromYear2 => String::from("from-year-2"),
        Schedule::EveryYears(years) => format!("every-{years}-years"),
    }
}

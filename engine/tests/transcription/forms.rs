//! Both sides in one form.

use crate::annexe_1::{ANNEXE_1, GRID_ROWS};
use crate::annexe_2::{ANNEXE_2, PARTS};
use crate::beside::OPTIONS;
use crate::table::{PERIOD, Table, YEARLY};
use engine::Money;
use engine::catalogue::{Edition, Price, Quantity, Rule};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;

pub fn tables() -> impl Iterator<Item = &'static Table> {
    ANNEXE_1.iter().chain(ANNEXE_2)
}

pub fn is_option_of_opendemande(table: &Table) -> bool {
    OPTIONS.contains(&(table.service, "opendemande"))
}

/// The re-keyed grid, in cents.
pub fn grid() -> Vec<Vec<i64>> {
    GRID_ROWS.map(|(_, _, cells)| cells.split('|').map(cents).collect()).into()
}

/// Every re-keyed figure at its place.
pub fn printed_figures() -> BTreeSet<String> {
    let mut figures = BTreeSet::new();
    for (row, cells) in grid().iter().enumerate() {
        figures.extend(cells.iter().enumerate().map(|(column, cell)| at_crossing(row, column, *cell, YEARLY)));
    }
    for row in tables().flat_map(|table| table.rows) {
        figures.extend(match row.amounts {
            [only] => vec![at("only", row.price, cents(only), row.due)],
            all => (0..all.len()).map(|column| at(column, row.price, row.cents(column), row.due)).collect(),
        });
    }
    for (price, part, amounts) in PARTS {
        figures.extend(amounts.iter().enumerate().map(|(column, amount)| of_part(price, part, column, cents(amount))));
    }
    figures
}

/// Every amount of the catalogue at its place.
pub fn catalogue_figures(edition: &Edition) -> BTreeSet<String> {
    let mut figures = BTreeSet::new();
    for price in prices(edition) {
        let years: Vec<u8> = (1..=PERIOD).filter(|year| price.schedule.due(*year)).collect();
        match &price.rule {
            Rule::Flat(amount) | Rule::PerUnit(amount, _) => {
                figures.insert(at("only", &price.id, in_cents(*amount), &years));
            }
            Rule::Columns(_, amounts, _) => figures.extend(
                amounts.iter().enumerate().map(|(column, amount)| at(column, &price.id, in_cents(*amount), &years)),
            ),
            Rule::Grid(grid) => figures.extend(grid.cells.iter().enumerate().flat_map(|(row, cells)| {
                let years = &years;
                let cells = cells.iter().enumerate();
                cells.map(move |(column, cell)| at_crossing(row, column, in_cents(*cell), years))
            })),
            Rule::Free(_) | Rule::Quote(_) => {}
        }
        for part in &price.parts {
            let amounts = part.amounts.iter().enumerate();
            figures.extend(amounts.map(|(column, amount)| of_part(&price.id, &part.label, column, in_cents(*amount))));
        }
    }
    figures
}

pub fn at(column: impl std::fmt::Display, price: &str, cents: i64, years: &[u8]) -> String {
    format!("{price}, column {column}: {cents} in {years:?}")
}

pub fn at_crossing(row: usize, column: usize, cents: i64, years: &[u8]) -> String {
    at(format!("{column}, row {row}"), "adhesion", cents, years)
}

pub fn of_part(price: &str, part: &str, column: usize, cents: i64) -> String {
    format!("{price}, part {part}, column {column}: {cents}")
}

/// Both ways at once, so that one wrong figure shows with what stands in its place.
pub fn compare(printed: &BTreeSet<String>, kept: &BTreeSet<String>) {
    let missing: Vec<_> = printed.difference(kept).collect();
    let extra: Vec<_> = kept.difference(printed).collect();
    assert!(missing.is_empty() && extra.is_empty(), "printed, not kept: {missing:#?}\nkept, not printed: {extra:#?}");
}

pub fn check_headings(edition: &Edition, table: &Table) {
    for row in table.rows {
        if let Rule::Columns(scale, ..) = &price(edition, row.price).rule {
            let printed: Vec<&str> = table.columns.iter().map(|column| column.heading).collect();
            assert_eq!(squeezed(&edition.scale(*scale).columns), squeezed(&printed), "{}", row.price);
        }
    }
}

/// Every long word of a text is among the printed ones.
pub fn check_words(text: &str, printed: &str) {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        words.map(str::to_lowercase).collect()
    };
    let invented: Vec<String> = words(text).difference(&words(printed)).cloned().collect();
    assert!(invented.is_empty(), "\"{text}\": {invented:?} not printed in \"{printed}\"");
}

pub fn prices(edition: &Edition) -> impl Iterator<Item = &Price> {
    edition.services.iter().flat_map(|service| &service.prices)
}

pub fn price<'c>(edition: &'c Edition, id: &str) -> &'c Price {
    prices(edition).find(|price| price.id == id).unwrap_or_else(|| panic!("no price {id}"))
}

pub fn quantity(price: &Price) -> Option<&Quantity> {
    match &price.rule {
        Rule::PerUnit(_, quantity) => Some(quantity),
        Rule::Columns(_, _, quantity) => quantity.as_ref(),
        _ => None,
    }
}

/// A text without its spaces: the print puts them differently from place to place.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

pub fn squeezed(texts: &[impl AsRef<str>]) -> Vec<String> {
    texts.iter().map(|text| squeeze(text.as_ref())).collect()
}

/// A printed amount in cents: "1 362,91€" is 136291, "500€" is 50000.
pub fn cents(printed: &str) -> i64 {
    let digits: String = printed.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let (euros, cents) = digits.split_once(',').unwrap_or((&digits, "00"));
    assert_eq!(cents.len(), 2, "{printed}");
    euros.parse::<i64>().unwrap() * 100 + cents.parse::<i64>().unwrap()
}

/// An amount of the engine in cents; it has no fraction of a cent.
pub fn in_cents(amount: Money) -> i64 {
    let cents = amount.euros() * Decimal::ONE_HUNDRED;
    assert!(cents.fract().is_zero(), "{cents}");
    cents.to_i64().unwrap()
}

//! The engine against the print.

use crate::CATALOGUE;
use crate::annexe_1::{ANNEXE_1, GRID_COLUMNS, GRID_ROWS, PARTICIPATION};
use crate::annexe_2::ANNEXE_2;
use crate::forms::{cents, grid, in_cents};
use crate::table::{PERIOD, Row, Table, YEARLY};
use engine::catalogue::BodyKind;
use engine::catalogue::BodyKind::{Cc, Commune};
use engine::line::{Charge, Line};
use engine::request::{Body, Membership, Request, Value};
use engine::{Money, Totals, estimate};
use rust_decimal::Decimal;
use std::iter::zip;

#[test]
fn every_printed_figure_comes_out_of_the_engine() {
    for (annexe, rate) in [(ANNEXE_1, 0), (ANNEXE_2, 20)] {
        for table in annexe {
            for place in 0..table.columns.len() {
                check_column(table, place, rate);
            }
        }
    }
}

#[test]
fn every_cell_of_the_grid_comes_out_of_the_engine() {
    for ((heading, volume, _), cells) in zip(GRID_ROWS, grid()) {
        for ((_, bodies), cell) in zip(GRID_COLUMNS, cells) {
            let asked = Request {
                membership: Membership::Mutualised,
                bodies: vec![body(300); bodies],
                ..request(Cc, &[("volume-territoire", volume)], &[])
            };
            let estimate = estimate(&CATALOGUE, &asked).unwrap();
            let found: Vec<String> = estimate.lines().map(told).collect();
            assert_eq!(found, [due("adhesion", cell, 1, 0, YEARLY)], "{heading}, {bodies} EP");
            assert!(!estimate.is_at_least() && estimate.items.len() == 1, "{heading}, {bodies} EP");
            assert_eq!(estimate.by_year, [totals(&[(cell, 0)]); 10]);
        }
    }
}

#[test]
fn a_certificate_is_renewed_at_the_printed_price() {
    let estimate = estimate(&CATALOGUE, &request(Commune, &[("certificats", "1")], &["certificat"])).unwrap();
    let (cost, renewal) = (cents("175,00€"), cents("175,00€"));
    for (year, expected) in [(1, cost), (2, 0), (3, 0), (4, renewal), (7, renewal), (10, renewal)] {
        assert_eq!(in_cents(estimate.year(year).unwrap().ht), expected, "year {year}");
    }
}

/// Asks for a column of a table: every row comes out at its printed amount, and the years add up.
fn check_column(table: &Table, place: usize, rate: i64) {
    let column = &table.columns[place];
    let asked = if table.service == PARTICIPATION {
        Request { membership: Membership::Individual, ..request(column.kind, column.answers, &[]) }
    } else {
        request(column.kind, column.answers, &[table.service])
    };
    let context = format!("{}, column \"{}\"", table.service, column.heading);
    let estimate = estimate(&CATALOGUE, &asked).unwrap();
    let found: Vec<String> = estimate.lines().map(told).collect();
    let units = |row: &Row| row.units.get(place).copied().unwrap_or(1);
    let printed: Vec<String> =
        table.rows.iter().map(|row| due(row.price, row.cents(place), units(row), rate, row.due)).collect();
    assert_eq!(found, printed, "{context}");
    assert!(!estimate.is_at_least(), "{context}");
    for (year, sums) in zip(1.., &estimate.by_year) {
        let rows = table.rows.iter().filter(|row| row.due.contains(&year));
        let amounts: Vec<(i64, i64)> = rows.map(|row| (row.cents(place) * units(row), rate)).collect();
        assert_eq!(*sums, totals(&amounts), "{context}, year {year}");
    }
}

fn request(kind: BodyKind, answers: &[(&str, &str)], services: &[&str]) -> Request {
    let value = |text: &str| engine::decimal::parse(text).map_or_else(|| Value::Choice(text.to_owned()), Value::Number);
    Request {
        years: PERIOD,
        kind: Some(kind),
        values: answers.iter().map(|(field, answer)| ((*field).to_owned(), value(answer))).collect(),
        services: services.iter().map(|id| (*id).to_owned()).collect(),
        ..Request::default()
    }
}

/// A commune of a territory.
fn body(inhabitants: u32) -> Body {
    Body { kind: Commune, inhabitants: Some(inhabitants), municipal: None, name: String::new() }
}

/// A line as the engine prices it, in the form of [`due`].
fn told(line: &Line<'_>) -> String {
    let years: Vec<u8> = (1..=PERIOD).filter(|year| line.in_year(*year).is_some()).collect();
    let charge = match line.charge {
        Charge::Exempt(amount) => format!("{} exempt", in_cents(amount)),
        Charge::Taxed { ht, tva, .. } => format!("{} + {} VAT", in_cents(ht), in_cents(tva)),
    };
    format!("{}: {} × {} = {charge} in {years:?}", line.price.id, in_cents(line.priced.unit), line.priced.quantity)
}

/// A line as it should be: unit price in cents, units, VAT rate, years.
fn due(price: &str, unit: i64, units: i64, rate: i64, years: &[u8]) -> String {
    let amount = unit * units;
    let charge = if rate == 0 { format!("{amount} exempt") } else { format!("{amount} + {} VAT", vat(amount, rate)) };
    format!("{price}: {unit} × {units} = {charge} in {years:?}")
}

/// VAT on an amount in cents, rounded half away from zero.
fn vat(amount: i64, rate: i64) -> i64 {
    (amount * rate + 50) / 100
}

/// The sums of amounts in cents, each with its VAT rate.
fn totals(amounts: &[(i64, i64)]) -> Totals {
    let sum = |taxed: bool, part: fn(i64, i64) -> i64| {
        let kept = amounts.iter().filter(|(_, rate)| (*rate > 0) == taxed);
        Money::from_euros(Decimal::new(kept.map(|(amount, rate)| part(*amount, *rate)).sum(), 2))
    };
    let (ht, tva) = (sum(true, |amount, _| amount), sum(true, vat));
    Totals { exempt: sum(false, |amount, _| amount), ht, tva, ttc: ht.plus(tva) }
}

//! One amount of the list, and by which rule it is charged.

use super::{FieldIx, LedgerIx, ScaleIx};
use crate::Money;
use alloc::{string::String, vec::Vec};
use rust_decimal::Decimal;

/// One row of a printed table: a line of an estimate when its service is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// Stable id.
    pub id: String,
    /// The row's printed label.
    pub label: String,
    /// What the row says it contains; empty when it says nothing.
    pub detail: String,
    /// What one unit price pays for: "agent", "tablette", "prestation".
    pub unit: String,
    /// When it falls due.
    pub schedule: Schedule,
    /// How it is taxed: a position in [`super::Edition::vat`].
    pub vat: u8,
    /// How the amount is found.
    pub rule: Rule,
    /// What one unit is made of, column by column.
    pub parts: Vec<Part>,
    /// A remark printed for some of the columns; empty strings elsewhere.
    pub column_notes: Vec<String>,
    /// Other readings of the row itself.
    pub readings: Vec<Reading>,
    /// The annexe and the table's title.
    pub source: String,
}

/// The closed set of pricing rules.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// One amount, whoever asks.
    Flat(Money),
    /// One amount for each unit.
    PerUnit(Money, Quantity),
    /// The amount of a scale's column, for each unit when there is a quantity.
    Columns(ScaleIx, Vec<Money>, Option<Quantity>),
    /// The amount where a row and a column meet.
    Grid(Grid),
    /// Nothing to pay, said in the list's own words.
    Free(String),
    /// On quote, said in the list's own words.
    Quote(String),
}

/// A table of two scales.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Chooses the row.
    pub rows: ScaleIx,
    /// Chooses the column.
    pub columns: ScaleIx,
    /// Row by row.
    pub cells: Vec<Vec<Money>>,
}

/// How many units are charged: those beyond the included ones, by packs begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What is counted.
    pub field: FieldIx,
    /// Units already inside another row of the table.
    pub beyond: Decimal,
    /// Units sold together; a pack begun is due.
    pub pack: Decimal,
}

/// A part of a unit price, as printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The printed label.
    pub label: String,
    /// One amount per column.
    pub amounts: Vec<Money>,
}

/// When a price falls due. Years count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// In year 1 only.
    Once,
    /// Every year from year 1.
    Yearly,
    /// Every year from year 2.
    FromYear2,
    /// In year 1, then again after that many years; never 0.
    EveryYears(u8),
}

/// Another reading of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The entry it belongs to.
    pub ledger: LedgerIx,
    /// What it would change.
    pub effect: ReadingEffect,
}

/// What another reading changes in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingEffect {
    /// It would fall due otherwise.
    Schedule(Schedule),
    /// It would not be due.
    Omit,
}

impl Schedule {
    /// Whether something falls due in that year, from 1.
    pub fn due(self, year: u8) -> bool {
        match self {
            Schedule::Once => year == 1,
            Schedule::Yearly => year >= 1,
            Schedule::FromYear2 => year >= 2,
            Schedule::EveryYears(n) => year.checked_sub(1).and_then(|y| y.checked_rem(n)) == Some(0),
        }
    }

    /// How often something falls due over a period.
    pub fn times(self, years: u8) -> Decimal {
        Decimal::from((1..=years).filter(|year| self.due(*year)).count())
    }
}

impl Price {
    /// Calls `visit` with every field the price depends on.
    pub fn visit_fields(&self, edition: &super::Edition, visit: &mut impl FnMut(FieldIx)) {
        match &self.rule {
            Rule::Flat(_) | Rule::Free(_) | Rule::Quote(_) => {}
            Rule::PerUnit(_, quantity) => visit(quantity.field),
            Rule::Columns(scale, _, quantity) => {
                edition.scale(*scale).tree.visit_fields(visit);
                if let Some(quantity) = quantity {
                    visit(quantity.field);
                }
            }
            Rule::Grid(grid) => {
                edition.scale(grid.rows).tree.visit_fields(visit);
                edition.scale(grid.columns).tree.visit_fields(visit);
            }
        }
    }
}

//! How a printed table is keyed.

use crate::forms::cents;
use engine::catalogue::BodyKind;

/// A printed table, or a block of one.
pub struct Table {
    pub service: &'static str,
    pub columns: &'static [Column],
    pub rows: &'static [Row],
}

/// A column: its printed heading, empty when it has none, and answers that fall in it.
pub struct Column {
    pub heading: &'static str,
    pub kind: BodyKind,
    pub answers: &'static [(&'static str, &'static str)],
}

/// A row: one amount per column, or a single one printed across all of them.
pub struct Row {
    pub price: &'static str,
    pub due: &'static [u8],
    pub amounts: &'static [&'static str],
    /// How many units the answers of each column ask for; empty for one unit everywhere.
    pub units: &'static [i64],
}

pub const fn column(heading: &'static str, kind: BodyKind, answers: &'static [(&'static str, &'static str)]) -> Column {
    Column { heading, kind, answers }
}

pub const fn row(price: &'static str, due: &'static [u8], amounts: &'static [&'static str]) -> Row {
    Row { price, due, amounts, units: &[] }
}

impl Row {
    pub const fn times(self, units: &'static [i64]) -> Row {
        Row { units, ..self }
    }

    /// The amount printed for a column, in cents.
    pub fn cents(&self, column: usize) -> i64 {
        cents(if let [across] = self.amounts { across } else { self.amounts[column] })
    }
}

// The years in which something falls due, over the longest period.
pub const ONCE: &[u8] = &[1];
pub const YEARLY: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
pub const FROM_YEAR_2: &[u8] = &[2, 3, 4, 5, 6, 7, 8, 9, 10];
pub const EVERY_3_YEARS: &[u8] = &[1, 4, 7, 10];
pub const PERIOD: u8 = 10;

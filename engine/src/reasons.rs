//! How much is said of a line beside its amount: everything, or nothing.
//!
//! Pricing reaches the code of the reasons (ledger hits, next thresholds) through [`Reasons`] alone,
//! a table of functions that only [`estimate`](crate::estimate()) names. A program that calls
//! [`amounts`](crate::amounts()) and nothing else does not link that code; a page cut into files
//! leaves it to the file that calls `estimate`.

mod hits;
mod joining;
mod thresholds;

use crate::joining::membership::{Joining, Way};
use crate::line::{Item, Line};
use crate::pricing::row::Row;
use alloc::vec::Vec;

/// What is added to the lines, as they are made.
pub(crate) trait Reasons {
    /// To the line of a row that is charged.
    fn charged<'c>(&self, row: Row<'_, 'c>, line: &mut Line<'c>);

    /// To the line of a row that a membership contains.
    fn included<'c>(&self, row: Row<'_, 'c>, line: &mut Line<'c>);

    /// To the lines of a way to join, after what [`Reasons::charged`] said of each.
    fn joined<'c>(&self, joining: &Joining<'_, 'c>, way: Way<'_>, items: &mut [Item<'c>]);
}

/// Every ledger hit and every next threshold.
pub(crate) struct All;

impl Reasons for All {
    fn charged<'c>(&self, row: Row<'_, 'c>, line: &mut Line<'c>) {
        line.hits = hits::of(row, line);
        line.thresholds = thresholds::of(row, line);
    }

    fn included<'c>(&self, row: Row<'_, 'c>, line: &mut Line<'c>) {
        // The line costs nothing, so no other place and no bound changes what is paid.
        line.hits = Vec::from([hits::charged_after_all(row, line)]);
    }

    fn joined<'c>(&self, joining: &Joining<'_, 'c>, way: Way<'_>, items: &mut [Item<'c>]) {
        joining::add_hits(joining, way, items);
    }
}

/// Nothing: the amounts alone.
pub(crate) struct Silent;

impl Reasons for Silent {
    fn charged<'c>(&self, _: Row<'_, 'c>, _: &mut Line<'c>) {}

    fn included<'c>(&self, _: Row<'_, 'c>, _: &mut Line<'c>) {}

    fn joined<'c>(&self, _: &Joining<'_, 'c>, _: Way<'_>, _: &mut [Item<'c>]) {}
}

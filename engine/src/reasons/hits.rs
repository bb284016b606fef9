//! The silent places a row touches, each priced again with its other reading.

use crate::Money;
use crate::catalogue::{FieldIx, LedgerIx, Schedule};
use crate::line::{Difference, Hit, Line};
use crate::pricing::row::Row;
use crate::pricing::walk::{Deaf, Step, Trail};
use crate::pricing::whole::Whole;
use crate::pricing::{self, Verdict};
use crate::remark::Need;
use alloc::vec::Vec;

/// Every silent place the row touches, with what its other reading changes.
pub(super) fn of(row: Row<'_, '_>, line: &Line<'_>) -> Vec<Hit> {
    let vat = row.view.edition.vat_class(row.price.vat).and_then(|class| class.ledger);
    let own = row.price.readings.iter().map(|reading| reading.ledger);
    let entries = line.trail.touched.iter().copied().chain(own).chain(vat);
    let mut hits: Vec<Hit> = Vec::new();
    for entry in entries {
        if hits.iter().all(|hit| hit.entry != entry) {
            hits.push(Hit { entry, difference: read_otherwise(row, line, entry) });
        }
    }
    for entry in of_the_other_rows(row) {
        if hits.iter().all(|hit| hit.entry != entry) && is_quote_otherwise(row, entry) {
            hits.push(Hit { entry, difference: Difference::Quote });
        }
    }
    hits
}

/// The silent places that the other rows of the service touch.
fn of_the_other_rows(row: Row<'_, '_>) -> Vec<LedgerIx> {
    let mut trail = Trail::default();
    for price in row.service.prices.iter().filter(|price| price.id != row.price.id) {
        pricing::price(row.service, price, row.view, &mut trail);
    }
    trail.touched
}

/// Whether the service, and with it each of its rows, would be on quote by the other reading of an entry.
fn is_quote_otherwise(row: Row<'_, '_>, entry: LedgerIx) -> bool {
    matches!(Whole::of(row.service, &row.view.reading_otherwise(entry)), Whole::Quote(..))
}

/// The entry on what a membership contains: its other reading charges the row.
pub(super) fn charged_after_all(row: Row<'_, '_>, line: &Line<'_>) -> Hit {
    let outlay = line.charge.outlay();
    let first_year = if line.schedule.due(1) { outlay } else { Money::ZERO };
    let difference = Difference::Amount { first_year, period: line.outlay_over(row.years) };
    Hit { entry: row.view.edition.cover_ledger, difference }
}

/// What reading one entry the other way changes.
fn read_otherwise(row: Row<'_, '_>, line: &Line<'_>, entry: LedgerIx) -> Difference {
    let edition = row.view.edition;
    if edition.ledger_entry(entry).is_none_or(|e| e.other.is_none()) {
        return Difference::NotPriced;
    }
    if let Some(field) = unanswered(row, line, entry) {
        return Difference::Needs(field);
    }
    if is_quote_otherwise(row, entry) {
        return Difference::Quote;
    }
    let view = row.view.reading_otherwise(entry);
    let Some(schedule) = view.schedule(row.price) else {
        return difference(line, row.years, Money::ZERO, line.schedule);
    };
    match pricing::price(row.service, row.price, &view, &mut Deaf) {
        Verdict::Priced(priced) => difference(line, row.years, row.charge(priced).outlay(), schedule),
        Verdict::Nothing | Verdict::Free(_) => difference(line, row.years, Money::ZERO, schedule),
        Verdict::Quote(_) => Difference::Quote,
        Verdict::Missing(Need::Field(field)) => Difference::Needs(field),
        Verdict::Missing(Need::Kind) => Difference::NotPriced,
    }
}

/// The field an entry would look at instead, when nobody answered it.
fn unanswered(row: Row<'_, '_>, line: &Line<'_>, entry: LedgerIx) -> Option<FieldIx> {
    let looked_at = line.trail.steps.iter().filter_map(Step::field).chain(line.priced.counted.map(|c| c.field));
    let others = looked_at.filter_map(|field| row.view.edition.field(field).other);
    let mut of_entry = others.filter(|other| other.ledger == entry).map(|other| other.field);
    of_entry.find(|field| row.view.inputs.number(*field).is_none())
}

/// The difference between a line and the same charged otherwise.
fn difference(line: &Line<'_>, years: u8, outlay: Money, schedule: Schedule) -> Difference {
    let first = |due: bool, amount: Money| if due { amount } else { Money::ZERO };
    let taken = first(line.schedule.due(1), line.charge.outlay());
    Difference::Amount {
        first_year: first(schedule.due(1), outlay).minus(taken),
        period: outlay.times(schedule.times(years)).minus(line.outlay_over(years)),
    }
}

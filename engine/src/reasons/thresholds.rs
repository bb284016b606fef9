//! The next bounds of the numbers a row looked at, each found by pricing the row again just across it.

use crate::catalogue::FieldIx;
use crate::line::{Change, Line, Threshold};
use crate::pricing::{self, Counted, Verdict};
use crate::row::Row;
use crate::walk::{BracketStep, Deaf, Step};
use crate::{Money, decimal};
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// The next bounds up and down of each number the row looked at.
pub(super) fn of(row: Row<'_, '_>, line: &Line<'_>) -> Vec<Threshold> {
    let mut found: Vec<Threshold> = Vec::new();
    let steps = line.trail.steps.iter().filter_map(|step| neighbours(row, step));
    let packs = line.priced.counted.filter(|counted| counted.pack > Decimal::ONE).map(|counted| packs(row, &counted));
    for (field, number, neighbours) in steps.chain(packs) {
        for reached in neighbours.into_iter().flatten() {
            let known = found.iter().any(|t| t.field == field && t.reached == reached);
            if known || row.fixed == Some(field) || !row.view.edition.field(field).accepts(reached) {
                continue;
            }
            let distance = decimal::minus(reached, number);
            found.extend(change(row, line, field, reached).map(|change| Threshold {
                field,
                distance,
                reached,
                change,
            }));
        }
    }
    found
}

/// The numbers just across the bounds of a step.
fn neighbours(row: Row<'_, '_>, step: &Step<'_>) -> Option<(FieldIx, Decimal, [Option<Decimal>; 2])> {
    match step {
        Step::Bracket(step) => {
            let smallest = row.view.edition.field(step.bracket.field).step();
            Some((step.bracket.field, step.number, across(step, smallest)))
        }
        Step::Within(field, number, most) => {
            let smallest = row.view.edition.field(*field).step();
            Some((*field, *number, [None, Some(decimal::plus(*most, smallest))]))
        }
        Step::Kind(_) | Step::Choice(..) => None,
    }
}

/// The numbers just below and just above a step's class, moving by whole steps of the field.
fn across(step: &BracketStep<'_>, smallest: Decimal) -> [Option<Decimal>; 2] {
    if step.bracket.inclusive {
        [step.lower(), step.upper().map(|bound| decimal::plus(bound, smallest))]
    } else {
        [step.lower().map(|bound| decimal::minus(bound, smallest)), step.upper()]
    }
}

/// The numbers just across the packs of a quantity.
fn packs(row: Row<'_, '_>, counted: &Counted) -> (FieldIx, Decimal, [Option<Decimal>; 2]) {
    let smallest = row.view.edition.field(counted.field).step();
    let reach = |units: Decimal| decimal::plus(counted.beyond, decimal::times(units, counted.pack));
    let units = counted.units();
    let down = (!units.is_zero()).then(|| reach(decimal::minus(units, Decimal::ONE)));
    (counted.field, counted.number, [down, Some(decimal::plus(reach(units), smallest))])
}

/// What a number taken there would change; `None` when it changes nothing.
fn change(row: Row<'_, '_>, line: &Line<'_>, field: FieldIx, reached: Decimal) -> Option<Change> {
    let view = row.view.with(field, reached);
    let now = line.charge.outlay();
    let then = match pricing::price(row.service, row.price, &view, &mut Deaf) {
        Verdict::Priced(priced) => row.charge(priced).outlay(),
        Verdict::Nothing | Verdict::Free(_) => Money::ZERO,
        Verdict::Quote(_) => return Some(Change::Quote),
        Verdict::Missing(_) => return None,
    };
    (then != now).then(|| Change::Amount(then.minus(now)))
}

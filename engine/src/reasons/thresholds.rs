//! The next bounds of the numbers a row looked at at which its price changes, each found by pricing the row again just
//! across it.

use crate::catalogue::FieldIx;
use crate::line::{Change, Line, Threshold};
use crate::pricing::row::Row;
use crate::pricing::walk::{BracketStep, Deaf, Step};
use crate::pricing::whole::Whole;
use crate::pricing::{self, Counted, Verdict};
use crate::{Money, decimal};
use alloc::vec;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// The next bounds up and down of each number the row looked at.
pub(super) fn of(row: Row<'_, '_>, line: &Line<'_>) -> Vec<Threshold> {
    let mut found: Vec<Threshold> = Vec::new();
    let steps = line.trail.steps.iter().filter_map(|step| neighbours(row, step));
    let packs = line.priced.counted.filter(|counted| counted.pack > Decimal::ONE).map(|counted| packs(row, &counted));
    for (field, number, ways) in steps.chain(packs) {
        if row.fixed == Some(field) {
            continue;
        }
        for way in ways {
            let accepted = way.into_iter().filter(|reached| row.view.edition.field(field).accepts(*reached));
            let changed = accepted.filter_map(|reached| Some((reached, change(row, line, field, reached)?))).next();
            let Some((reached, change)) = changed else { continue };
            if !found.iter().any(|near| near.field == field && near.reached == reached) {
                found.push(Threshold { field, distance: decimal::minus(reached, number), reached, change });
            }
        }
    }
    found
}

/// A field, the number that stands in it, and others to try, the nearest first: below it, then above it.
type Tried = (FieldIx, Decimal, [Vec<Decimal>; 2]);

/// The numbers just across the bounds of a step.
fn neighbours(row: Row<'_, '_>, step: &Step<'_>) -> Option<Tried> {
    match step {
        Step::Bracket(step) => {
            let smallest = row.view.edition.field(step.bracket.field).step();
            Some((step.bracket.field, step.number, across(step, smallest)))
        }
        Step::Within(field, number, most) => {
            let smallest = row.view.edition.field(*field).step();
            Some((*field, *number, [Vec::new(), vec![decimal::plus(*most, smallest)]]))
        }
        Step::Kind(_) | Step::Choice(..) => None,
    }
}

/// The numbers just across the bounds below a step's class and of those above it, moving by whole steps of the field.
fn across(step: &BracketStep<'_>, smallest: Decimal) -> [Vec<Decimal>; 2] {
    let (below, above) = step.bracket.bounds.split_at_checked(step.place).unwrap_or_default();
    let (below, above) = (below.iter().rev(), above.iter());
    if step.bracket.inclusive {
        [below.copied().collect(), above.map(|bound| decimal::plus(*bound, smallest)).collect()]
    } else {
        [below.map(|bound| decimal::minus(*bound, smallest)).collect(), above.copied().collect()]
    }
}

/// The numbers just across the packs of a quantity.
fn packs(row: Row<'_, '_>, counted: &Counted) -> Tried {
    let smallest = row.view.edition.field(counted.field).step();
    let reach = |units: Decimal| decimal::plus(counted.beyond, decimal::times(units, counted.pack));
    let units = counted.units();
    let down = (!units.is_zero()).then(|| reach(decimal::minus(units, Decimal::ONE)));
    (counted.field, counted.number, [down.into_iter().collect(), vec![decimal::plus(reach(units), smallest)]])
}

/// What a number taken there would change; `None` when it changes nothing.
fn change(row: Row<'_, '_>, line: &Line<'_>, field: FieldIx, reached: Decimal) -> Option<Change> {
    let view = row.view.with(field, reached);
    if matches!(Whole::of(row.service, &view), Whole::Quote(..)) {
        return Some(Change::Quote);
    }
    let now = line.charge.outlay();
    let then = match pricing::price(row.service, row.price, &view, &mut Deaf) {
        Verdict::Priced(priced) => row.charge(priced).outlay(),
        Verdict::Nothing | Verdict::Free(_) => Money::ZERO,
        Verdict::Quote(_) | Verdict::Missing(_) => return None,
    };
    (then != now).then(|| Change::Amount(then.minus(now)))
}

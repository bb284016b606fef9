//! What the other readings of annexe 1 would change in the lines of a way to join.

use crate::Money;
use crate::catalogue::{BodyKind, LedgerIx, Service};
use crate::inputs::Inputs;
use crate::line::{Difference, Hit, Item, Line, Outcome};
use crate::membership::{Joining, Way};
use crate::pricing::{self, Verdict};
use crate::row::Row;
use crate::view::View;
use crate::walk::Deaf;

/// What another reading adds each year: an amount, a quote, or not known.
type Other = Option<Result<Money, OnQuote>>;

#[derive(Clone, Copy)]
struct OnQuote;

/// Adds to each line the entry on the ways to join, then those that the list of bodies touches.
pub(super) fn add_hits(joining: &Joining<'_, '_>, way: Way<'_>, items: &mut [Item<'_>]) {
    let (other, bodies): (Other, &[LedgerIx]) = match way {
        // Read the other way, the participations come on top of it.
        Way::Together => (participations(joining), joining.census.touched()),
        // Read the other way, the territory's membership is due instead of the EPCI's alone.
        Way::Alone(alone) => {
            // More than its least price, where a body may yet count.
            let is_known = !joining.census.has_unknown();
            let whole = is_known.then(|| outlay(joining, joining.territory, joining.inputs)).flatten();
            (minus(whole, outlay(joining, joining.territory, alone)), &[])
        }
        // The territory's membership is its EPCI's bill under either reading.
        Way::Commune => (Some(Ok(Money::ZERO)), &[]),
    };
    for item in items {
        let Outcome::Charged(line) = &mut item.outcome else { continue };
        let entry = joining.edition.membership.ledger;
        let difference = difference(line, other, joining.years);
        line.hits.push(Hit { entry, difference });
        line.hits.extend(bodies.iter().map(|entry| Hit { entry: *entry, difference: Difference::NotPriced }));
    }
}

/// What the participations of all communes would cost a year.
fn participations(joining: &Joining<'_, '_>) -> Other {
    let mut own = joining.inputs.clone();
    let mut sum = Money::ZERO;
    for body in joining.bodies.iter().filter(|body| body.kind == BodyKind::Commune) {
        joining.stand_for(body, &mut own);
        match outlay(joining, joining.participation, &own)? {
            Ok(amount) => sum = sum.plus(amount),
            Err(quote) => return Some(Err(quote)),
        }
    }
    Some(Ok(sum))
}

/// What a service's rows cost each year.
fn outlay<'c>(joining: &Joining<'_, 'c>, service: &'c Service, inputs: &Inputs) -> Other {
    let view = View::of(joining.edition, inputs);
    let mut sum = Money::ZERO;
    for price in &service.prices {
        let row = Row { service, price, view: &view, years: joining.years, fixed: None };
        match pricing::price(service, price, &view, &mut Deaf) {
            Verdict::Priced(priced) => sum = sum.plus(row.charge(priced).outlay()),
            Verdict::Nothing | Verdict::Free(_) => {}
            Verdict::Quote(_) => return Some(Err(OnQuote)),
            Verdict::Missing(_) => return None,
        }
    }
    Some(Ok(sum))
}

fn minus(whole: Other, part: Other) -> Other {
    match (whole?, part?) {
        (Ok(whole), Ok(part)) => Some(Ok(whole.minus(part))),
        _ => Some(Err(OnQuote)),
    }
}

fn difference(line: &Line<'_>, other: Other, years: u8) -> Difference {
    match other {
        None => Difference::NotPriced,
        Some(Err(OnQuote)) => Difference::Quote,
        Some(Ok(each_year)) => {
            Difference::Amount { first_year: each_year, period: each_year.times(line.schedule.times(years)) }
        }
    }
}

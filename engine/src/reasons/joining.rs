//! What the other readings of annexe 1 would change in the lines of a way to join.

use crate::Money;
use crate::catalogue::{LedgerIx, Service};
use crate::joining::membership::{Joining, Way};
use crate::line::{Difference, Hit, Item, Line, Outcome};
use crate::pricing::row::Row;
use crate::pricing::view::View;
use crate::pricing::walk::Deaf;
use crate::pricing::{self, Verdict};
use crate::request::inputs::Inputs;
use crate::sums::fee::Fee;

/// Adds to each line the entry on the ways to join, then those that the list of bodies touches.
pub(super) fn add_hits(joining: &Joining<'_, '_>, way: Way<'_>, items: &mut [Item<'_>]) {
    let (other, bodies): (Fee, &[LedgerIx]) = match way {
        // Read the other way, the participations come on top of it.
        Way::Together => (participations(joining), joining.census.touched()),
        // Read the other way, the territory's membership is due instead of the EPCI's alone.
        Way::Alone(alone) => {
            // More than its least price, where a body may yet count.
            let is_least = joining.census.has_unknown();
            let whole = if is_least { Fee::Unknown } else { fee(joining, joining.territory, joining.inputs) };
            (whole.minus(fee(joining, joining.territory, alone)), &[])
        }
        // The territory's membership is its EPCI's bill under either reading.
        Way::Commune => (Fee::None, &[]),
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
fn participations(joining: &Joining<'_, '_>) -> Fee {
    let mut own = joining.inputs.clone();
    let participating = joining.bodies.iter().filter(|body| body.kind.participates());
    let fees = participating.map(|body| {
        joining.stand_for(body, &mut own);
        fee(joining, joining.participation, &own)
    });
    fees.fold(Fee::None, Fee::plus)
}

/// What a service's rows cost each year.
fn fee<'c>(joining: &Joining<'_, 'c>, service: &'c Service, inputs: &Inputs) -> Fee {
    let view = View::of(joining.edition, inputs);
    let fees = service.prices.iter().map(|price| {
        let row = Row { service, price, view: &view, years: joining.years, fixed: None };
        match pricing::price(service, price, &view, &mut Deaf) {
            Verdict::Priced(priced) => Fee::Known(row.charge(priced).outlay()),
            Verdict::Nothing | Verdict::Free(_) => Fee::None,
            Verdict::Quote(_) => Fee::Quote,
            Verdict::Missing(_) => Fee::Unknown,
        }
    });
    fees.fold(Fee::None, Fee::plus)
}

fn difference(line: &Line<'_>, other: Fee, years: u8) -> Difference {
    match other {
        Fee::Unknown => Difference::NotPriced,
        Fee::Quote => Difference::Quote,
        Fee::None | Fee::Known(_) => {
            let each_year = other.known().unwrap_or(Money::ZERO);
            Difference::Amount { first_year: each_year, period: each_year.times(line.schedule.times(years)) }
        }
    }
}

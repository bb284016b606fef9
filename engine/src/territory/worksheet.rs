//! What the bodies of a territory come to, row by row: found by pricing the request again in each way to join.

use crate::catalogue::Catalogue;
use crate::estimate::{Estimate, amounts};
use crate::joining::counting::Counting;
use crate::line::Item;
use crate::pricing::Cell;
use crate::request::{Body, Membership, Request};
use crate::sums::fee::Fee;
use alloc::vec::Vec;

/// A territory in both ways to join, whichever its request takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Worksheet {
    /// Its bodies, in the request's order.
    pub bodies: Vec<BodyRow>,
    /// The territory's membership, a year.
    pub bill: Fee,
    /// Whether the bill may be higher: the inhabitants of a body are not known.
    pub is_least: bool,
    /// The cell of the grid that the bill stands in, by row and column.
    pub cell: Option<(usize, usize)>,
    /// The EPCI's own membership, a year, beside the participations of its communes.
    pub alone: Fee,
}

/// What one body comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyRow {
    /// Its inhabitants, when they are known.
    pub inhabitants: Option<u32>,
    /// Whether it counts, and why.
    pub counting: Counting,
    /// Its individual participation, a year.
    pub participation: Fee,
    /// What its population municipale would change; `None` when nothing, or when it is not known.
    pub municipal: Option<Municipal>,
}

/// A body by its population municipale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Municipal {
    /// The population.
    pub inhabitants: u32,
    /// Whether it would count.
    pub counts: bool,
    /// What its participation would be.
    pub participation: Fee,
}

/// Prices the bodies of a request; `None` only for a catalogue without editions.
pub fn worksheet(catalogue: &Catalogue, request: &Request) -> Option<Worksheet> {
    let price = |membership, bodies: Vec<Body>| {
        amounts(catalogue, &Request { membership, bodies, services: Vec::new(), ..request.clone() })
    };
    let by_municipal = request.bodies.iter().map(|body| Body { inhabitants: body.municipal, ..body.clone() });
    let together = price(Membership::Mutualised, request.bodies.clone())?;
    let apart = price(Membership::Individual, request.bodies.clone())?;
    let otherwise = price(Membership::Individual, by_municipal.collect())?;
    let rules = &together.edition.membership;
    let rows = request.bodies.iter().enumerate().map(|(place, body)| {
        let (counting, participation) = row(&apart, place);
        let municipal = body.municipal.filter(|count| apart.census.accepts(*count)).map(|inhabitants| {
            let (counting, participation) = row(&otherwise, place);
            Municipal { inhabitants, counts: counting.counts(), participation }
        });
        let changes = |it: &Municipal| it.counts != counting.counts() || it.participation != participation;
        BodyRow { inhabitants: body.inhabitants, counting, participation, municipal: municipal.filter(changes) }
    });
    Some(Worksheet {
        bodies: rows.collect(),
        bill: together.fee(rules.mutualised, None),
        is_least: together.count_is_least,
        cell: together.cell(),
        alone: apart.fee(rules.mutualised, None),
    })
}

/// Whether the body at that place counts, and its participation.
fn row(estimate: &Estimate<'_>, place: usize) -> (Counting, Fee) {
    let counting = estimate.census.reasons().get(place).copied().unwrap_or(Counting::Unknown);
    (counting, estimate.fee(estimate.edition.membership.individual, Some(place)))
}

impl Estimate<'_> {
    /// The row and the column of the grid that the territory's membership stands in; `None` when none is priced so.
    pub fn cell(&self) -> Option<(usize, usize)> {
        let service = self.edition.service(self.edition.membership.mutualised)?;
        let items = self.items.iter().filter(|item| item.service.id == service.id && item.body.is_none());
        items.filter_map(Item::explained).find_map(|line| match line.priced.cell {
            Cell::Crossing(row, column) => Some((row, column)),
            Cell::Only | Cell::Column(_) => None,
        })
    }
}

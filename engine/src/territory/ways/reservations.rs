//! What the list leaves open in a way to join, and whether that could change which one costs least.

use super::each_body::requests;
use super::{Comparison, Way};
use crate::Money;
use crate::catalogue::{Catalogue, Edition, LedgerEntry, LedgerIx, ServiceIx};
use crate::estimate::{Estimate, estimate};
use crate::line::{Avoided, Difference, Hit, Item, Outcome};
use crate::request::{Membership, Request};
use alloc::vec::Vec;

/// A silent place that a way meets in annexe 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reservation<'c> {
    /// The ledger's entry.
    pub entry: &'c LedgerEntry,
    /// What its other reading would add to the way's outlay over the period, annexe 2 included; `None`
    /// where that cannot be priced.
    pub difference: Option<Money>,
}

/// A silent place that a comparison meets, in either annexe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubt<'c> {
    /// The ledger's entry.
    pub entry: &'c LedgerEntry,
    /// Whether the ways would stand in another order over the period, were it read the other way: one
    /// that cost more would cost less, or as much. `None` where that cannot be said.
    pub reorders: Option<bool>,
}

/// The ledger entries that touch the lines of annexe 1 in a way, in the ledger's order.
pub fn reservations<'c>(catalogue: &'c Catalogue, way: &Way<'_>) -> Vec<Reservation<'c>> {
    let Some(read) = Reading::of(catalogue, way) else { return Vec::new() };
    let touched = read.edition.ledger_positions().filter(|entry| read.touches_joining(*entry));
    let found = touched.filter_map(|ix| {
        read.edition.ledger_entry(ix).map(|entry| Reservation { entry, difference: read.difference(ix) })
    });
    found.collect()
}

/// The ledger entries that touch any way of a comparison, in the ledger's order.
pub fn doubts<'c>(catalogue: &'c Catalogue, comparison: &Comparison<'_>) -> Vec<Doubt<'c>> {
    let ways: Vec<(&Way<'_>, Reading<'c>)> =
        comparison.ways.iter().filter_map(|way| Some((way, Reading::of(catalogue, way)?))).collect();
    let Some((_, first)) = ways.first() else { return Vec::new() };
    let edition = first.edition;
    let touched = edition.ledger_positions().filter(|entry| ways.iter().any(|(_, read)| read.touches(*entry)));
    touched.filter_map(|ix| Some(Doubt { entry: edition.ledger_entry(ix)?, reorders: reorders(&ways, ix) })).collect()
}

/// Whether the ways that are ranked would stand in another order; `None` where that cannot be said.
fn reorders(ways: &[(&Way<'_>, Reading<'_>)], entry: LedgerIx) -> Option<bool> {
    let ranked = || ways.iter().filter(|(way, _)| way.is_ranked());
    let exact = ranked().filter(|(way, _)| !way.outlay.at_least);
    let amounts = exact.map(|(way, read)| Some((way.outlay.amount, way.outlay.amount.plus(read.difference(entry)?))));
    let pairs: Vec<(Money, Money)> = amounts.collect::<Option<_>>()?;
    let differs = |one: &(Money, Money)| pairs.iter().any(|other| one.0.cmp(&other.0) != one.1.cmp(&other.1));
    let is_sure = ranked().all(|(way, _)| !way.outlay.at_least);
    // A least amount may come to stand anywhere.
    if pairs.iter().any(differs) { Some(true) } else { is_sure.then_some(false) }
}

/// A way priced again with its reasons.
struct Reading<'c> {
    edition: &'c Edition,
    touches: Vec<Touch>,
}

/// A ledger entry and an item it touches.
struct Touch {
    entry: LedgerIx,
    /// Whether the item stands in the annexe of the memberships.
    joining: bool,
    difference: Option<Money>,
}

impl<'c> Reading<'c> {
    fn of(catalogue: &'c Catalogue, way: &Way<'_>) -> Option<Reading<'c>> {
        // What the way spares the bodies it covers is in no sum, and may be charged by another reading.
        let covered = Request { membership: Membership::None, covered_by_epci: true, ..way.request.clone() };
        let spared = requests(way.estimate.edition, &covered, |body| way.covers(body));
        let asked = way.requests().chain(spared.iter().map(|(_, asked)| asked));
        let estimates: Vec<Estimate<'c>> = asked.filter_map(|asked| estimate(catalogue, asked)).collect();
        let edition = estimates.first()?.edition;
        let touches = estimates.iter().flat_map(|estimate| &estimate.items).flat_map(|item| touches(edition, item));
        Some(Reading { edition, touches: touches.collect() })
    }

    fn touches(&self, entry: LedgerIx) -> bool {
        self.touches.iter().any(|touch| touch.entry == entry)
    }

    fn touches_joining(&self, entry: LedgerIx) -> bool {
        self.touches.iter().any(|touch| touch.joining && touch.entry == entry)
    }

    /// What the other reading adds over the period; nothing where it touches nothing.
    fn difference(&self, entry: LedgerIx) -> Option<Money> {
        self.touches.iter().filter(|touch| touch.entry == entry).map(|touch| touch.difference).sum()
    }
}

fn touches(edition: &Edition, item: &Item<'_>) -> Vec<Touch> {
    let annexe = |ix: ServiceIx| edition.service(ix).map(|service| service.annexe);
    let joining = annexe(edition.membership.mutualised) == Some(item.service.annexe);
    let touch = |entry: LedgerIx, difference: Option<Money>| Touch { entry, joining, difference };
    match &item.outcome {
        Outcome::Charged(line) | Outcome::Included(_, Avoided::Line(line)) => {
            line.hits.iter().map(|hit| touch(hit.entry, over_the_period(hit))).collect()
        }
        Outcome::Included(_, Avoided::Quote | Avoided::Unknown) => Vec::from([touch(edition.cover_ledger, None)]),
        Outcome::Quote(_, entries) => entries.iter().map(|entry| touch(*entry, None)).collect(),
        Outcome::Free(..) | Outcome::Missing(..) => Vec::new(),
    }
}

fn over_the_period(hit: &Hit) -> Option<Money> {
    match hit.difference {
        Difference::Amount { period, .. } => Some(period),
        Difference::NotPriced | Difference::Quote | Difference::Needs(_) => None,
    }
}

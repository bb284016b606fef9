//! From how many communes the territory's membership costs no more than their participations.

use super::{Way, WayKind, find};
use crate::Money;
use crate::estimate::Estimate;
use alloc::vec::Vec;

/// Of the communes listed, how many must take part for the territory's membership, as listed, to cost no
/// more a year than the EPCI's alone and their participations.
///
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakEven {
    /// It cannot be said: an amount that decides it is not known.
    Unknown,
    /// Not even with all of them.
    Never,
    /// From some number on.
    From {
        /// With fewer it cannot be, whichever they are: the dearest participations add up to enough.
        least: usize,
        /// From that many on, whichever they are: the cheapest participations add up to enough.
        whichever: usize,
    },
}

impl BreakEven {
    /// From an EPCI's two ways to join; `None` when it lists no commune.
    pub(super) fn of(ways: &[Way<'_>]) -> Option<BreakEven> {
        let together = find(ways, WayKind::Mutualised)?;
        let apart = find(ways, WayKind::Individual)?;
        let rules = &apart.estimate.edition.membership;
        let places = places(&apart.estimate);
        if places.is_empty() {
            return None;
        }
        let of_body = |place: &usize| apart.estimate.fee(rules.individual, Some(*place)).known();
        // A body that may yet count leaves the territory's amount open.
        let whole = together.estimate.fee(rules.mutualised, None).known().filter(|_| !together.estimate.count_is_least);
        let gap =
            whole.zip(apart.estimate.fee(rules.mutualised, None).known()).map(|(whole, alone)| whole.minus(alone));
        let participations: Option<Vec<Money>> = places.iter().map(of_body).collect();
        Some(match (gap, participations) {
            (Some(gap), Some(participations)) => BreakEven::between(gap, participations),
            // They are of no matter where nothing is to be made up for.
            (Some(gap), None) if gap <= Money::ZERO => BreakEven::From { least: 0, whichever: 0 },
            _ => BreakEven::Unknown,
        })
    }

    /// How many of the participations make up for the gap.
    fn between(gap: Money, mut participations: Vec<Money>) -> BreakEven {
        participations.sort_unstable();
        let whichever = how_many(gap, participations.iter().copied());
        let least = how_many(gap, participations.iter().rev().copied());
        match (least, whichever) {
            (Some(least), Some(whichever)) => BreakEven::From { least, whichever },
            // All of them are the same whatever their order: the two are there together, or neither is.
            _ => BreakEven::Never,
        }
    }
}

/// The bodies of the list whose participation is priced, each once.
fn places(estimate: &Estimate<'_>) -> Vec<usize> {
    let mut places: Vec<usize> = estimate.items.iter().filter_map(|item| item.body).collect();
    places.dedup();
    places
}

/// How many of the amounts, in that order, add up to `gap`.
fn how_many(gap: Money, amounts: impl Iterator<Item = Money>) -> Option<usize> {
    let sums = amounts.scan(Money::ZERO, |sum, amount| {
        *sum = sum.plus(amount);
        Some(*sum)
    });
    core::iter::once(Money::ZERO).chain(sums).position(|sum| sum >= gap)
}

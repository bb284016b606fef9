//! Which way costs least over the period, where that can be said, and from which year on.

use super::{Way, WayKind};
use crate::Money;
use alloc::vec::Vec;

/// Which way costs least over the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cheapest {
    /// These: one, or several that cost the same.
    Known(Vec<Lead>),
    /// It is one of these: some are least amounts below every exact one, or none is exact.
    Undecided(Vec<WayKind>),
}

/// A way that costs least over the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Which one.
    pub way: WayKind,
    /// The first year from which what it has cost since year 1 is never more than for any other exact way it is ranked with.
    pub from_year: u8,
}

impl Cheapest {
    /// Compares ways over one period.
    pub(super) fn of(ways: &[Way<'_>]) -> Cheapest {
        let ranked = || ways.iter().filter(|way| way.is_ranked());
        let exact = || ranked().filter(|way| !way.outlay.at_least);
        let least = exact().map(|way| way.outlay.amount).min();
        let is_open = |way: &&Way<'_>| way.outlay.at_least && least.is_none_or(|least| way.outlay.amount < least);
        let is_least = |way: &&Way<'_>| way.outlay.exact().is_some_and(|amount| Some(amount) == least);
        if ranked().any(|way| is_open(&way)) || least.is_none() {
            let candidates = ranked().filter(|way| is_open(way) || is_least(way));
            return Cheapest::Undecided(candidates.map(|way| way.kind).collect());
        }
        let leads = ranked().filter(is_least);
        Cheapest::Known(leads.map(|way| Lead { way: way.kind, from_year: leads_from(way, exact()) }).collect())
    }
}

/// The year after the last at whose end a way has cost more than another.
fn leads_from<'a, 'c: 'a>(way: &Way<'_>, others: impl Iterator<Item = &'a Way<'c>>) -> u8 {
    let mut from = 1;
    for other in others {
        let mut ahead = Money::ZERO;
        for ((year, own), its) in (1_u8..).zip(&way.outlays).zip(&other.outlays) {
            ahead = ahead.plus(own.amount).minus(its.amount);
            if ahead > Money::ZERO {
                from = from.max(year.saturating_add(1));
            }
        }
    }
    from
}

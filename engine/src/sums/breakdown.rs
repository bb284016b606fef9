//! The same sums seen otherwise: by family of services, and what comes once apart from what comes back.

use crate::catalogue::{Family, Schedule};
use crate::estimate::Estimate;
use crate::sums::outlay::Outlay;
use alloc::vec::Vec;

/// What a family of services takes out of the budget, year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyCost<'c> {
    /// The family.
    pub family: &'c Family,
    /// Its place on page 1, from 0.
    pub place: usize,
    /// From year 1.
    pub by_year: Vec<Outlay>,
}

impl FamilyCost<'_> {
    /// Whether something of it is known to cost something.
    pub fn is_something(&self) -> bool {
        self.by_year.iter().any(|year| !year.amount.is_zero())
    }
}

/// What leaves the budget over the period, by rhythm. The two add up to the period's outlay.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rhythms {
    /// Due in year 1 and never again.
    pub once: Outlay,
    /// Due again later: subscriptions, renewals.
    pub recurring: Outlay,
}

impl<'c> Estimate<'c> {
    /// The cost of each family that costs something in the period, or may, in the order of page 1. Each year's costs
    /// add up to that year's outlay.
    pub fn by_family(&self) -> Vec<FamilyCost<'c>> {
        let families = (0..u8::MAX).zip(&self.edition.families);
        let costs = families.map(|(place, family)| {
            let by_year = (1..=self.years).map(|year| self.family_in(place, year)).collect();
            FamilyCost { family, place: usize::from(place), by_year }
        });
        let costs = costs.filter(|cost| cost.by_year.iter().any(|year| *year != Outlay::default()));
        costs.collect()
    }

    fn family_in(&self, family: u8, year: u8) -> Outlay {
        let items = || self.items.iter().filter(|item| item.service.family == family);
        let amount = items().filter_map(|item| item.line()?.in_year(year)).map(|charge| charge.outlay()).sum();
        Outlay { amount, at_least: items().any(|item| self.lacks(item, year)) }
    }

    /// What comes once and what comes back.
    pub fn rhythms(&self) -> Rhythms {
        Rhythms {
            once: self.of_rhythm(|schedule| schedule == Schedule::Once),
            recurring: self.of_rhythm(|schedule| schedule != Schedule::Once),
        }
    }

    fn of_rhythm(&self, is_such: impl Fn(Schedule) -> bool + Copy) -> Outlay {
        let lines = self.lines().filter(|line| is_such(line.schedule));
        let amount = lines.map(|line| line.outlay_over(self.years)).sum();
        Outlay { amount, at_least: self.lacking_over_period_of(is_such).any() }
    }
}

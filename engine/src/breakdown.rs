//! The same sums seen otherwise: by family of services, and what comes once apart from what comes back.

use crate::Money;
use crate::catalogue::{Family, Schedule};
use crate::estimate::Estimate;
use alloc::vec::Vec;

/// What a family of services takes out of the budget, year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyCost<'c> {
    /// The family.
    pub family: &'c Family,
    /// Its place on page 1, from 0.
    pub place: usize,
    /// From year 1.
    pub by_year: Vec<Money>,
    /// Whether each of these may be more, for something of the family is on quote, or not known yet.
    pub lacks: Vec<bool>,
}

impl FamilyCost<'_> {
    /// Whether something of it is known to cost something.
    pub fn is_something(&self) -> bool {
        self.by_year.iter().any(|amount| !amount.is_zero())
    }

    /// Each year's cost, and whether it may be more.
    pub fn years(&self) -> impl Iterator<Item = (Money, bool)> {
        self.by_year.iter().copied().zip(self.lacks.iter().copied())
    }
}

/// What leaves the budget over the period, by rhythm. The two add up to the period's outlay.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rhythms {
    /// Due in year 1 and never again.
    pub once: Money,
    /// Due again later: subscriptions, renewals.
    pub recurring: Money,
}

impl<'c> Estimate<'c> {
    /// The cost of each family that costs something in the period, or may, in the order of page 1. Each year's costs
    /// add up to that year's outlay.
    pub fn by_family(&self) -> Vec<FamilyCost<'c>> {
        let families = (0..u8::MAX).zip(&self.edition.families);
        let costs = families.map(|(place, family)| {
            let by_year = (1..=self.years).map(|year| self.family_in(place, year)).collect();
            let lacks = (1..=self.years).map(|year| self.family_lacks(place, year)).collect();
            FamilyCost { family, place: usize::from(place), by_year, lacks }
        });
        let costs = costs.filter(|cost| cost.is_something() || cost.lacks.contains(&true));
        costs.collect()
    }

    fn family_lacks(&self, family: u8, year: u8) -> bool {
        self.items.iter().any(|item| item.service.family == family && self.lacks(item, year))
    }

    fn family_in(&self, family: u8, year: u8) -> Money {
        let items = self.items.iter().filter(|item| item.service.family == family);
        items.filter_map(|item| item.line()?.in_year(year)).map(|charge| charge.outlay()).sum()
    }

    /// What comes once and what comes back.
    pub fn rhythms(&self) -> Rhythms {
        let mut sums = Rhythms::default();
        for line in self.lines() {
            let cost = line.outlay_over(self.years);
            let sum = if line.schedule == Schedule::Once { &mut sums.once } else { &mut sums.recurring };
            *sum = sum.plus(cost);
        }
        sums
    }
}

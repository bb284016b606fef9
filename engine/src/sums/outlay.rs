//! What leaves the budget over some time, and whether it may yet be more: what is on quote, or waits for an answer, is
//! in no sum.

use crate::Money;
use crate::estimate::Estimate;

/// The time that a sum is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// One year of the period, from 1.
    Year(u8),
    /// The whole period.
    Period,
}

/// What leaves the budget, exempt and TTC together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlay {
    /// What is known of it.
    pub amount: Money,
    /// Whether something that falls due in that time is not in it.
    pub at_least: bool,
}

impl Outlay {
    /// Both together.
    pub fn plus(self, other: Outlay) -> Outlay {
        Outlay { amount: self.amount.plus(other.amount), at_least: self.at_least || other.at_least }
    }

    /// The amount, where nothing is lacking.
    pub fn exact(self) -> Option<Money> {
        (!self.at_least).then_some(self.amount)
    }

    /// What is known of it; `None` where nothing is: an unknown is no 0 €.
    pub fn known(self) -> Option<Money> {
        (!self.at_least || !self.amount.is_zero()).then_some(self.amount)
    }
}

impl Estimate<'_> {
    /// What leaves the budget in that time; `None` for a year that the period does not have.
    pub fn outlay(&self, span: Span) -> Option<Outlay> {
        let (totals, lacking) = match span {
            Span::Year(year) => (self.year(year)?, self.lacking(year)),
            Span::Period => (self.period, self.lacking_over_period()),
        };
        Some(Outlay { amount: totals.outlay(), at_least: lacking.any() })
    }

    /// What leaves the budget each year, from year 1.
    pub fn outlays(&self) -> impl Iterator<Item = Outlay> {
        (1..=self.years).filter_map(|year| self.outlay(Span::Year(year)))
    }
}

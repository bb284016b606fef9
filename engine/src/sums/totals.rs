//! Sums by column and by year: plain sums of lines, so that whoever adds by hand agrees.

use crate::Money;
use crate::catalogue::Schedule;
use crate::line::Charge;
use alloc::vec::Vec;

/// One year's sums, or a period's. HT is never added to TTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Exempt from VAT.
    pub exempt: Money,
    /// Before VAT.
    pub ht: Money,
    /// VAT.
    pub tva: Money,
    /// With VAT: `ht + tva`.
    pub ttc: Money,
}

impl Totals {
    /// Nothing.
    pub const ZERO: Totals = Totals { exempt: Money::ZERO, ht: Money::ZERO, tva: Money::ZERO, ttc: Money::ZERO };

    /// What leaves the budget: exempt and TTC together.
    pub fn outlay(self) -> Money {
        self.exempt.plus(self.ttc)
    }

    /// Column by column.
    #[must_use]
    pub fn plus(self, other: Totals) -> Totals {
        Totals {
            exempt: self.exempt.plus(other.exempt),
            ht: self.ht.plus(other.ht),
            tva: self.tva.plus(other.tva),
            ttc: self.ttc.plus(other.ttc),
        }
    }
}

/// Sums lines by schedule first: a period has few schedules and many lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Adder {
    by_schedule: Vec<(Schedule, Totals)>,
}

impl Adder {
    /// Adds a line.
    pub(crate) fn add(&mut self, schedule: Schedule, charge: Charge) {
        let charge = charge.totals();
        match self.by_schedule.iter_mut().find(|(known, _)| *known == schedule) {
            Some((_, sum)) => *sum = sum.plus(charge),
            None => self.by_schedule.push((schedule, charge)),
        }
    }

    /// The sums of a year.
    pub(crate) fn year(&self, year: u8) -> Totals {
        let due = self.by_schedule.iter().filter(|(schedule, _)| schedule.due(year));
        due.fold(Totals::ZERO, |sum, (_, totals)| sum.plus(*totals))
    }
}

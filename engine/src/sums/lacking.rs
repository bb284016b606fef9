//! Which sums may still grow: what is on quote, or waits for an answer, is in none of them yet.

use crate::Money;
use crate::catalogue::{Price, Schedule};
use crate::estimate::Estimate;
use crate::line::{Item, Outcome};
use crate::sums::totals::Totals;

/// What some sums lack, by tax regime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lacking {
    /// Something exempt from VAT.
    pub exempt: bool,
    /// Something taxed.
    pub taxed: bool,
}

impl Lacking {
    /// Whether anything is lacking.
    pub fn any(self) -> bool {
        self.exempt || self.taxed
    }

    /// The columns of a table of sums, in its order: exempt, HT, TVA, TTC, and what leaves the budget.
    /// `None` for a sum that is nothing so far and may grow: an unknown is no 0 €.
    pub fn known(self, totals: Totals) -> [Option<Money>; 5] {
        let known = |sum: Money, may_grow: bool| (!may_grow || !sum.is_zero()).then_some(sum);
        [
            known(totals.exempt, self.exempt),
            known(totals.ht, self.taxed),
            known(totals.tva, self.taxed),
            known(totals.ttc, self.taxed),
            known(totals.outlay(), self.any()),
        ]
    }
}

impl<'c> Estimate<'c> {
    /// What the sums of a year lack, from 1.
    pub fn lacking(&self, year: u8) -> Lacking {
        self.lacking_when(|schedule| schedule.due(year))
    }

    /// What the sums of the period lack.
    pub fn lacking_over_period(&self) -> Lacking {
        self.lacking_over_period_of(|_| true)
    }

    /// What the sums of the period lack of what has such a rhythm.
    pub(crate) fn lacking_over_period_of(&self, is_such: impl Fn(Schedule) -> bool + Copy) -> Lacking {
        self.lacking_when(|schedule| is_such(schedule) && (1..=self.years).any(|year| schedule.due(year)))
    }

    /// Whether the costs of an item lack something that year.
    pub(crate) fn lacks(&self, item: &Item<'c>, year: u8) -> bool {
        self.unknown(item, |schedule| schedule.due(year)).next().is_some()
    }

    fn lacking_when(&self, due: impl Fn(Schedule) -> bool + Copy) -> Lacking {
        let mut lacking = Lacking::default();
        for price in self.items.iter().flat_map(|item| self.unknown(item, due)) {
            match self.edition.vat.get(usize::from(price.vat)).and_then(|class| class.rate) {
                Some(_) => lacking.taxed = true,
                None => lacking.exempt = true,
            }
        }
        lacking
    }

    /// The rows of an item whose amount is not known, or may yet be more, of those that are due.
    fn unknown(&self, item: &Item<'c>, due: impl Fn(Schedule) -> bool) -> impl Iterator<Item = &'c Price> {
        let rows: &'c [Price] = match &item.outcome {
            Outcome::Missing(price, _) if due(price.schedule) => core::slice::from_ref(*price),
            // A quote may be for any row of its service, and for any time.
            Outcome::Quote(..) => &item.service.prices,
            Outcome::Charged(line) if self.may_count_more(item) && due(line.schedule) => {
                core::slice::from_ref(line.price)
            }
            _ => &[],
        };
        rows.iter()
    }

    /// Whether it is the territory's membership, and a body may yet count.
    fn may_count_more(&self, item: &Item<'c>) -> bool {
        let membership = self.edition.service(self.edition.membership.mutualised);
        self.count_is_least && item.body.is_none() && membership.is_some_and(|it| it.id == item.service.id)
    }
}

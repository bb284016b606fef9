//! Which sums may still grow: what is on quote, or waits for an answer, is in none of them yet.

use crate::Money;
use crate::catalogue::{Price, Service};
use crate::estimate::Estimate;
use crate::line::{Item, Outcome};
use crate::totals::Totals;

/// The sums of an estimate that something will be added to, by tax regime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Something exempt from VAT is lacking.
    pub exempt: bool,
    /// Something taxed is lacking.
    pub taxed: bool,
}

impl Open {
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
    /// Which of its sums lack something: one of them does whenever it [`Estimate::is_at_least`].
    pub fn open(&self) -> Open {
        let mut open = Open::default();
        for item in &self.items {
            match &item.outcome {
                Outcome::Missing(price, _) => self.lacks(price, &mut open),
                Outcome::Quote(..) => self.lacks_all(item.service, &mut open),
                Outcome::Charged(_) | Outcome::Included(..) | Outcome::Free(..) => {}
            }
        }
        let territory = self.edition.service(self.edition.membership.mutualised).filter(|_| self.count_is_least);
        territory.into_iter().for_each(|territory| self.lacks_all(territory, &mut open));
        open
    }

    /// A quote may be for any row of its service.
    fn lacks_all(&self, service: &Service, open: &mut Open) {
        service.prices.iter().for_each(|price| self.lacks(price, open));
    }

    fn lacks(&self, price: &Price, open: &mut Open) {
        match self.edition.vat.get(usize::from(price.vat)).and_then(|class| class.rate) {
            Some(_) => open.taxed = true,
            None => open.exempt = true,
        }
    }
}

impl Item<'_> {
    /// Whether something is lacking: on quote, or not known yet.
    pub fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Quote(..) | Outcome::Missing(..))
    }
}

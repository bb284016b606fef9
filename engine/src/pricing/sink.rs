//! Where items and remarks go while a request is priced, and what each row becomes there.

use crate::catalogue::Service;
use crate::line::{Avoided, Item, Outcome};
use crate::pricing::row::Row;
use crate::pricing::walk::{Deaf, Step, Trail};
use crate::pricing::whole::Whole;
use crate::pricing::{self, Verdict};
use crate::reasons::Reasons;
use crate::remark::Remark;
use alloc::vec::Vec;

/// What pricing a service writes to.
pub(crate) struct Sink<'a, 'c> {
    pub(crate) items: &'a mut Vec<Item<'c>>,
    pub(crate) remarks: &'a mut Vec<Remark<'c>>,
    /// What is said of each line beside its amount.
    pub(crate) reasons: &'a dyn Reasons,
}

impl<'c> Sink<'_, 'c> {
    /// Prices a row that no membership contains, once it is known whether its service has prices.
    pub(crate) fn row(&mut self, row: Row<'_, 'c>, whole: &Whole) {
        let is_priced = || matches!(pricing::price(row.service, row.price, row.view, &mut Deaf), Verdict::Priced(_));
        let outcome = match whole {
            Whole::Awaited(need) if is_priced() => Some(Outcome::Missing(row.price, *need)),
            _ => self.outcome(row),
        };
        self.items.extend(outcome.map(|outcome| Item { service: row.service, body: None, outcome }));
    }

    /// What a row comes to, with its remarks; `None` when it is nothing beyond another row.
    pub(crate) fn outcome(&mut self, row: Row<'_, 'c>) -> Option<Outcome<'c>> {
        let mut trail = Trail::default();
        Some(match pricing::price(row.service, row.price, row.view, &mut trail) {
            Verdict::Nothing => return None,
            Verdict::Priced(priced) => {
                self.exact_bounds(row.service, &trail);
                let mut line = row.line(priced, trail);
                self.reasons.charged(row, &mut line);
                Outcome::Charged(line)
            }
            Verdict::Free(wording) => Outcome::Free(row.price, wording),
            Verdict::Quote(reason) => {
                self.remark_once(Remark::OutOfList(row.service, reason));
                Outcome::Quote(reason, trail.touched)
            }
            Verdict::Missing(need) => {
                self.remark_once(Remark::Missing(row.service, need));
                Outcome::Missing(row.price, need)
            }
        })
    }

    /// Notes a row that a membership contains, with the price it avoids.
    pub(crate) fn included(&mut self, row: Row<'_, 'c>, whole: &Whole) {
        let price = row.price;
        let mut trail = Trail::default();
        let outcome = match (pricing::price(row.service, price, row.view, &mut trail), whole) {
            (Verdict::Nothing, _) => return,
            (Verdict::Free(wording), _) => Outcome::Free(price, wording),
            (_, Whole::Quote(..)) | (Verdict::Quote(_), _) => Outcome::Included(price, Avoided::Quote),
            (_, Whole::Awaited(_)) | (Verdict::Missing(_), _) => Outcome::Included(price, Avoided::Unknown),
            (Verdict::Priced(priced), Whole::Rows) => {
                let mut line = row.line(priced, trail);
                self.reasons.included(row, &mut line);
                Outcome::Included(price, Avoided::Line(line))
            }
        };
        self.items.push(Item { service: row.service, body: None, outcome });
    }

    /// A remark for each number exactly on a bound.
    fn exact_bounds(&mut self, service: &'c Service, trail: &Trail<'c>) {
        for step in &trail.steps {
            if let Step::Bracket(step) = step
                && step.is_exact()
            {
                let (field, bound, double) = (step.bracket.field, step.number, step.is_double());
                self.remark_once(Remark::ExactBound { service, field, bound, double });
            }
        }
    }

    /// Several rows of a service say the same thing once.
    pub(crate) fn remark_once(&mut self, remark: Remark<'c>) {
        if !self.remarks.iter().any(|known| known.says_the_same(&remark)) {
            self.remarks.push(remark);
        }
    }
}

//! What some items of an estimate come to each time they fall due: every year, for a membership.

use crate::Money;
use crate::line::{Item, Outcome};

/// What is due each year, when it is known that something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yearly {
    /// That amount, exempt or TTC.
    Amount(Money),
    /// On quote.
    Quote,
}

impl Yearly {
    /// What items come to together. `None` without any, or when one of them waits for an answer.
    pub(crate) fn of<'a, 'c: 'a>(items: impl Iterator<Item = &'a Item<'c>>) -> Option<Yearly> {
        let mut sum = None;
        let mut is_quote = false;
        for item in items {
            let outlay = match &item.outcome {
                Outcome::Charged(line) => line.charge.outlay(),
                Outcome::Included(..) | Outcome::Free(..) => Money::ZERO,
                Outcome::Quote(..) => {
                    is_quote = true;
                    Money::ZERO
                }
                Outcome::Missing(..) => return None,
            };
            sum = Some(sum.unwrap_or(Money::ZERO).plus(outlay));
        }
        if is_quote { Some(Yearly::Quote) } else { sum.map(Yearly::Amount) }
    }

    /// The amount, when there is one.
    pub fn amount(self) -> Option<Money> {
        match self {
            Yearly::Amount(amount) => Some(amount),
            Yearly::Quote => None,
        }
    }
}

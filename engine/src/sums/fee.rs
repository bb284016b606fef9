//! What some items of an estimate come to each time they fall due: every year, for a membership.

use crate::Money;
use crate::catalogue::ServiceIx;
use crate::estimate::Estimate;
use crate::line::{Item, Outcome};

/// What is due each time, where that can be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fee {
    /// There is nothing that it would be due for.
    #[default]
    None,
    /// Something that it depends on is not known yet.
    Unknown,
    /// That amount, exempt or TTC.
    Known(Money),
    /// On quote.
    Quote,
}

impl Fee {
    /// The amount, when there is one.
    pub fn known(self) -> Option<Money> {
        match self {
            Fee::Known(amount) => Some(amount),
            Fee::None | Fee::Unknown | Fee::Quote => None,
        }
    }

    /// Both together: on quote when either is, else not known when either is not.
    pub(crate) fn plus(self, other: Fee) -> Fee {
        match (self, other) {
            (Fee::None, fee) | (fee, Fee::None) => fee,
            (Fee::Quote, _) | (_, Fee::Quote) => Fee::Quote,
            (Fee::Unknown, _) | (_, Fee::Unknown) => Fee::Unknown,
            (Fee::Known(one), Fee::Known(other)) => Fee::Known(one.plus(other)),
        }
    }

    /// The difference to a part of it.
    pub(crate) fn minus(self, part: Fee) -> Fee {
        match part {
            Fee::Known(amount) => self.plus(Fee::Known(Money::ZERO.minus(amount))),
            Fee::None | Fee::Unknown | Fee::Quote => self.plus(part),
        }
    }

    fn of(item: &Item<'_>) -> Fee {
        match &item.outcome {
            Outcome::Charged(line) => Fee::Known(line.charge.outlay()),
            Outcome::Included(..) | Outcome::Free(..) => Fee::Known(Money::ZERO),
            Outcome::Quote(..) => Fee::Quote,
            Outcome::Missing(..) => Fee::Unknown,
        }
    }
}

impl Estimate<'_> {
    /// What the rows of a service come to for a body of the request's list, by its place, or for who asks.
    pub fn fee(&self, service: ServiceIx, body: Option<usize>) -> Fee {
        let Some(service) = self.edition.service(service) else { return Fee::None };
        let items = self.items.iter().filter(|item| item.body == body && item.service.id == service.id);
        items.map(Fee::of).fold(Fee::None, Fee::plus)
    }
}

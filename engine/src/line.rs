//! A line of an estimate: what is charged, when, why, and what would change it.

use crate::Money;
use crate::catalogue::{BodyKind, FieldIx, LedgerIx, Price, Schedule, Service};
use crate::pricing::Priced;
use crate::pricing::walk::Trail;
use crate::remark::{Need, QuoteReason};
use crate::sums::totals::Totals;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// Something the request leads to: one row of the list, or one service on quote.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'c> {
    /// Of which service.
    pub service: &'c Service,
    /// For which body of the territory (its place, from 0); `None` for the body that asks.
    pub body: Option<usize>,
    /// What it comes to.
    pub outcome: Outcome<'c>,
}

/// What a row comes to in an estimate.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<'c> {
    /// An amount.
    Charged(Line<'c>),
    /// Nothing to pay: a membership contains it, and what it would have cost.
    Included(&'c Price, Avoided<'c>),
    /// Nothing to pay, in the list's words.
    Free(&'c Price, &'c str),
    /// On quote, with the ledger entries that lead there.
    Quote(QuoteReason, Vec<LedgerIx>),
    /// Not known yet.
    Missing(&'c Price, Need),
}

/// What a row would have cost that a membership contains.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "it stands in an outcome, where a line that is charged is as large")]
pub enum Avoided<'c> {
    /// The line it would have been.
    Line(Line<'c>),
    /// It would have been on quote.
    Quote,
    /// Something that it depends on is not known.
    Unknown,
}

/// An amount and its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'c> {
    /// The row of the list.
    pub price: &'c Price,
    /// Unit price and quantity.
    pub priced: Priced,
    /// When it falls due.
    pub schedule: Schedule,
    /// What is due each time.
    pub charge: Charge,
    /// What decided it.
    pub trail: Trail<'c>,
    /// The kind of body that asked.
    pub kind: Option<BodyKind>,
    /// The silent places it touches, and what their other readings would change.
    pub hits: Vec<Hit>,
    /// How near the next bounds are, and what they would change.
    pub thresholds: Vec<Threshold>,
}

/// What is due each time a line falls due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Charge {
    /// A final amount.
    Exempt(Money),
    /// An amount before VAT, and its VAT.
    Taxed {
        /// Before VAT (HT).
        ht: Money,
        /// VAT (TVA), rounded on this line.
        tva: Money,
        /// The rate, in per cent.
        rate: Decimal,
    },
}

impl Charge {
    /// What leaves the budget: the exempt amount, or the amount with VAT.
    pub fn outlay(self) -> Money {
        match self {
            Charge::Exempt(amount) => amount,
            Charge::Taxed { ht, tva, .. } => ht.plus(tva),
        }
    }

    /// The charge as columns of a year.
    pub fn totals(self) -> Totals {
        match self {
            Charge::Exempt(exempt) => Totals { exempt, ..Totals::ZERO },
            Charge::Taxed { ht, tva, .. } => Totals { exempt: Money::ZERO, ht, tva, ttc: ht.plus(tva) },
        }
    }
}

/// A silent place a line touches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The ledger's entry.
    pub entry: LedgerIx,
    /// What its other reading would change.
    pub difference: Difference,
}

/// What another reading would change, in what leaves the budget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Difference {
    /// No other reading can be priced.
    NotPriced,
    /// These amounts, more (or less when negative).
    Amount {
        /// In year 1.
        first_year: Money,
        /// Over the period.
        period: Money,
    },
    /// It would be on quote.
    Quote,
    /// It would take this field to know.
    Needs(FieldIx),
}

/// A bound near a line's number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// The number that would change.
    pub field: FieldIx,
    /// By how much: positive when up.
    pub distance: Decimal,
    /// To what.
    pub reached: Decimal,
    /// What it would change, each time the line falls due.
    pub change: Change,
}

/// What a threshold changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// What leaves the budget each time, more (or less when negative).
    Amount(Money),
    /// It would be on quote.
    Quote,
}

impl<'c> Avoided<'c> {
    /// The line it would have been, where that is known.
    pub fn line(&self) -> Option<&Line<'c>> {
        match self {
            Avoided::Line(line) => Some(line),
            Avoided::Quote | Avoided::Unknown => None,
        }
    }
}

impl<'c> Line<'c> {
    /// What is due that year; `None` when nothing falls due.
    pub fn in_year(&self, year: u8) -> Option<Charge> {
        self.schedule.due(year).then_some(self.charge)
    }

    /// What leaves the budget over a period.
    pub fn outlay_over(&self, years: u8) -> Money {
        self.charge.outlay().times(self.schedule.times(years))
    }
}

impl<'c> Item<'c> {
    /// The row of the list, unless the whole service is on quote.
    pub fn price(&self) -> Option<&'c Price> {
        match &self.outcome {
            Outcome::Charged(line) => Some(line.price),
            Outcome::Included(price, _) | Outcome::Free(price, _) | Outcome::Missing(price, _) => Some(price),
            Outcome::Quote(..) => None,
        }
    }

    /// Its line, when it is charged.
    pub fn line(&self) -> Option<&Line<'c>> {
        match &self.outcome {
            Outcome::Charged(line) => Some(line),
            _ => None,
        }
    }

    /// The line whose reasons can be told: charged, or avoided.
    pub fn explained(&self) -> Option<&Line<'c>> {
        match &self.outcome {
            Outcome::Charged(line) | Outcome::Included(_, Avoided::Line(line)) => Some(line),
            _ => None,
        }
    }

    /// The silent places that it touches: those of its line, or those that lead to a quote.
    pub fn entries(&self) -> impl Iterator<Item = LedgerIx> {
        let hits = self.explained().map_or(&[][..], |line| &line.hits);
        let of_quote = match &self.outcome {
            Outcome::Quote(_, entries) => entries.as_slice(),
            _ => &[],
        };
        hits.iter().map(|hit| hit.entry).chain(of_quote.iter().copied())
    }
}

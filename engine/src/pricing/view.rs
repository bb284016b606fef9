//! The inputs as one pricing sees them: as given, or with one thing otherwise.
//!
//! Other readings and next thresholds are found by pricing the same row again through a view that
//! differs in one respect, so that every difference shown is computed by the rule that made the amount.

use crate::catalogue::{Edition, FieldIx, LedgerIx, Price, ReadingEffect, Schedule};
use crate::pricing::walk::Path;
use crate::request::inputs::Inputs;
use rust_decimal::Decimal;

/// Inputs, and what is otherwise.
#[derive(Clone, Copy, Debug)]
pub struct View<'a, 'c> {
    /// The edition the rows belong to.
    pub edition: &'c Edition,
    /// What is known.
    pub inputs: &'a Inputs,
    /// One number replaced.
    pub instead: Option<(FieldIx, Decimal)>,
    /// One ledger entry read the other way.
    pub other: Option<LedgerIx>,
    /// The part of a quantity that is priced.
    pub portion: Portion,
}

/// The part of a quantity that is priced, when a membership contains the first units of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Portion {
    /// All of it.
    All,
    /// What the membership contains.
    First(Decimal),
    /// What comes on top.
    Beyond(Decimal),
}

impl<'a, 'c> View<'a, 'c> {
    /// The inputs as given.
    pub fn of(edition: &'c Edition, inputs: &'a Inputs) -> View<'a, 'c> {
        View { edition, inputs, instead: None, other: None, portion: Portion::All }
    }

    /// The same with one number replaced.
    pub fn with(self, field: FieldIx, number: Decimal) -> View<'a, 'c> {
        View { instead: Some((field, number)), ..self }
    }

    /// The same with one ledger entry read the other way.
    pub fn reading_otherwise(self, entry: LedgerIx) -> View<'a, 'c> {
        View { other: Some(entry), ..self }
    }

    /// The same for a part of the quantity.
    pub fn portion(self, portion: Portion) -> View<'a, 'c> {
        View { portion, ..self }
    }

    /// Whether that entry is read the other way.
    pub fn is_otherwise(&self, entry: LedgerIx) -> bool {
        self.other == Some(entry)
    }

    /// A field's number, noting on `path` that a ledger entry asks whether it is the right field.
    pub fn number<'p>(&self, field: FieldIx, path: &mut dyn Path<'p>) -> Option<Decimal> {
        if let Some(other) = self.edition.field(field).other {
            path.touch(other.ledger);
            if self.is_otherwise(other.ledger)
                && let Some(number) = self.inputs.number(other.field)
            {
                return Some(number);
            }
        }
        match self.instead {
            Some((replaced, number)) if replaced == field => Some(number),
            _ => self.inputs.number(field),
        }
    }

    /// When a row falls due under this view; `None` when it would not be due at all.
    pub fn schedule(&self, price: &Price) -> Option<Schedule> {
        let effect = price.readings.iter().find(|reading| self.is_otherwise(reading.ledger)).map(|r| r.effect);
        match effect {
            Some(ReadingEffect::Omit) => None,
            Some(ReadingEffect::Schedule(schedule)) => Some(schedule),
            None => Some(price.schedule),
        }
    }
}

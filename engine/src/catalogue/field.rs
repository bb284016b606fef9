//! What may be asked of the visitor.

use super::LedgerIx;
use alloc::{string::String, vec::Vec};
use rust_decimal::Decimal;

/// Position of a field in [`super::Edition::fields`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldIx(pub u16);

/// One thing a price may depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Stable id, the key of its value in a request.
    pub id: String,
    /// What the page calls it.
    pub label: String,
    /// One sentence of help; empty when the label says it all.
    pub help: String,
    /// Number or choice.
    pub kind: FieldKind,
    /// Where it is asked.
    pub asked: Asked,
    /// Whether an estimate is complete without it.
    pub optional: bool,
    /// What of a listed body it stands for, when a price is for that body.
    pub per_body: Option<PerBody>,
    /// The field another reading of the list would use in its place.
    pub other: Option<OtherField>,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// A number in a unit.
    Number(NumberKind),
    /// One of a closed list.
    Choice(Vec<Choice>),
}

/// A number in a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberKind {
    /// The unit's singular.
    pub one: String,
    /// The unit's plural.
    pub many: String,
    /// Digits allowed after the comma.
    pub decimals: u8,
    /// By how much one says the number changes: what "just across a bound" means.
    pub step: Decimal,
    /// The least accepted.
    pub min: Decimal,
    /// The most accepted.
    pub max: Decimal,
}

/// One answer of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Stable id.
    pub id: String,
    /// What the page calls it.
    pub label: String,
}

/// Where a field is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Once, about the body.
    Body,
    /// With the membership.
    Membership,
    /// On each service whose price depends on it.
    Service,
    /// Nowhere: computed from the list of bodies.
    Derived(Derived),
}

/// How a field that is not asked is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derived {
    /// The bodies of the territory that count, by population totale.
    CountedBodies,
    /// The same by population municipale.
    CountedBodiesMunicipal,
}

/// What a field stands for in a body of the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PerBody {
    /// Its population totale.
    Inhabitants,
    /// Its population municipale.
    Municipal,
}

/// What another reading of the list would look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherField {
    /// The entry that says so.
    pub ledger: LedgerIx,
    /// The field it would use.
    pub field: FieldIx,
}

/// Stands in for a position that no field holds; no checked catalogue has one.
pub(super) static ABSENT: Field = Field {
    id: String::new(),
    label: String::new(),
    help: String::new(),
    kind: FieldKind::Choice(Vec::new()),
    asked: Asked::Service,
    optional: true,
    per_body: None,
    other: None,
};

impl Field {
    /// By how much one says a number of this field changes.
    pub fn step(&self) -> Decimal {
        match &self.kind {
            FieldKind::Number(number) => number.step,
            FieldKind::Choice(_) => Decimal::ONE,
        }
    }

    /// Whether a number lies within the field's limits.
    pub fn accepts(&self, number: Decimal) -> bool {
        match &self.kind {
            FieldKind::Number(kind) => number >= kind.min && number <= kind.max,
            FieldKind::Choice(_) => false,
        }
    }

    /// The answers of a choice; empty for a number.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            FieldKind::Choice(choices) => choices,
            FieldKind::Number(_) => &[],
        }
    }

    /// The unit, agreeing with `number` as French does: plural from 2 on.
    pub fn unit(&self, number: Decimal) -> &str {
        match &self.kind {
            FieldKind::Number(NumberKind { one, many, .. }) => {
                if number.abs() < Decimal::TWO {
                    one
                } else {
                    many
                }
            }
            FieldKind::Choice(_) => "",
        }
    }
}

//! What is wrong, missing or worth knowing, beside the amounts.

mod sentence;

use crate::catalogue::{BodyKind, FieldIx, Service};
use crate::request::Membership;
use alloc::string::String;
use rust_decimal::Decimal;

/// A remark on a request. Each names what it concerns, so that a page can show it there.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark<'c> {
    /// The edition asked for is not in the catalogue; another was used.
    UnknownEdition(String),
    /// The period was outside the list's range; the nearest allowed one was used.
    Years {
        /// What was asked.
        asked: u8,
        /// What was used.
        used: u8,
    },
    /// No service of that id can be chosen in this edition.
    UnknownService(String),
    /// No field of that id is asked in this edition.
    UnknownField(String),
    /// The choice has no such answer.
    UnknownChoice(FieldIx, String),
    /// A number where a choice is expected, or the reverse.
    WrongType(FieldIx),
    /// Below the least accepted.
    BelowMinimum(FieldIx, Decimal),
    /// Above the most accepted.
    AboveMaximum(FieldIx, Decimal),
    /// More decimals than the field has.
    TooPrecise(FieldIx, Decimal),
    /// The same service twice in the request; counted once.
    Repeated(&'c Service),
    /// An option without the service it belongs to.
    OptionAlone(&'c Service, &'c Service),
    /// Annexe 1 offers it to members, and the body is none.
    MembersOnly(&'c Service),
    /// A price is not known for want of an answer.
    Missing(&'c Service, Need),
    /// The answer stands exactly on a bound.
    ExactBound {
        /// For which service.
        service: &'c Service,
        /// Of which field.
        field: FieldIx,
        /// On that bound.
        bound: Decimal,
        /// Whether the list excludes it on both sides.
        double: bool,
    },
    /// The list has no price: on quote.
    OutOfList(&'c Service, QuoteReason),
    /// Covered by its EPCI, and joining as well.
    CoveredTwice,
    /// A commune's own participation is charged to its EPCI: in the budget of which of the two it ends is not said.
    BilledToEpci(&'c Service),
    /// Such a body cannot join that way.
    MembershipNotOffered(BodyKind, Membership),
    /// A body of the list without inhabitants: it cannot be counted (its place, from 0).
    BodyWithoutInhabitants(usize),
    /// A body of the list with so few or so many inhabitants that it cannot be one (its place, from 0).
    BodyOutOfRange(usize, u32),
    /// The EPCI itself, or another, in the list of its bodies (its place, from 0).
    EpciInList(usize),
    /// The price holds up to that many, and nobody said how many.
    UpTo(&'c Service, FieldIx, Decimal),
    /// A service of the membership is given in limited number; more are charged.
    CoverLimit(&'c Service, Decimal),
}

/// What an amount waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The kind of body.
    Kind,
    /// A field's value.
    Field(FieldIx),
}

/// Why something is on quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum QuoteReason {
    /// The list says so, whoever asks.
    Printed,
    /// The number stands where the list has no column.
    OutOfRange(FieldIx, Decimal),
    /// The list has no column for that kind of body.
    Kind(BodyKind),
    /// The answer chosen is not priced.
    Choice(FieldIx, u8),
    /// More than the column serves.
    TooMany(FieldIx, Decimal, Decimal),
    /// Such a body cannot join that way.
    Membership(BodyKind, Membership),
}

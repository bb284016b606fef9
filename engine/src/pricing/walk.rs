//! From a scale's first question to a column, noting on the way what decided it.

use crate::catalogue::{BodyKind, Bracket, FieldIx, LedgerIx, Node};
use crate::decimal;
use crate::pricing::view::View;
use crate::remark::{Need, QuoteReason};
use alloc::vec::Vec;
use core::cmp::Ordering;
use rust_decimal::Decimal;

/// Where a walk ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Landing<'c> {
    /// In that column, from 0.
    Column(usize),
    /// Outside the list.
    Quote(QuoteReason),
    /// Before a question without answer, which is the root of what is left of the tree.
    Missing(Need, &'c Node),
}

/// One decision of a walk.
#[derive(Clone, Debug, PartialEq)]
pub enum Step<'c> {
    /// A number among bounds.
    Bracket(BracketStep<'c>),
    /// The kind of body.
    Kind(BodyKind),
    /// The answer to a choice.
    Choice(FieldIx, u8),
    /// A printed maximum that was kept: field, number, maximum.
    Within(FieldIx, Decimal, Decimal),
}

/// A number's place among bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct BracketStep<'c> {
    /// The bounds.
    pub bracket: &'c Bracket,
    /// The number.
    pub number: Decimal,
    /// How many bounds lie below it.
    pub place: usize,
}

impl BracketStep<'_> {
    /// The bound below the number's class.
    pub fn lower(&self) -> Option<Decimal> {
        self.bracket.bounds.get(self.place.checked_sub(1)?).copied()
    }

    /// The bound above the number's class.
    pub fn upper(&self) -> Option<Decimal> {
        self.bracket.bounds.get(self.place).copied()
    }

    /// Whether the number is the bound below its class: the case people argue about.
    pub fn is_exact(&self) -> bool {
        !self.bracket.inclusive && self.lower() == Some(self.number)
    }

    /// Whether the list excludes the number on both sides.
    pub fn is_double(&self) -> bool {
        self.bracket.double.is_some_and(|double| double.at == self.number)
    }
}

impl Step<'_> {
    /// The field a step looked at.
    pub fn field(&self) -> Option<FieldIx> {
        match self {
            Step::Bracket(step) => Some(step.bracket.field),
            Step::Choice(field, _) | Step::Within(field, ..) => Some(*field),
            Step::Kind(_) => None,
        }
    }
}

/// Listens to a walk.
pub trait Path<'c> {
    /// A decision was taken.
    fn step(&mut self, step: Step<'c>);
    /// A silent place was met.
    fn touch(&mut self, entry: LedgerIx);
}

/// Hears nothing: for pricing again.
pub struct Deaf;

impl Path<'_> for Deaf {
    fn step(&mut self, _: Step<'_>) {}
    fn touch(&mut self, _: LedgerIx) {}
}

/// Keeps what it hears, each ledger entry once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail<'c> {
    /// The decisions, in order.
    pub steps: Vec<Step<'c>>,
    /// The silent places met.
    pub touched: Vec<LedgerIx>,
}

impl<'c> Path<'c> for Trail<'c> {
    fn step(&mut self, step: Step<'c>) {
        self.steps.push(step);
    }

    fn touch(&mut self, entry: LedgerIx) {
        if !self.touched.contains(&entry) {
            self.touched.push(entry);
        }
    }
}

/// Walks a scale's tree.
pub fn walk<'c>(node: &'c Node, view: &View<'_, '_>, path: &mut dyn Path<'c>) -> Landing<'c> {
    let mut node = node;
    let mut last = QuoteReason::Printed;
    loop {
        node = match node {
            Node::Column(column) => return Landing::Column(usize::from(*column)),
            Node::Quote => return Landing::Quote(last),
            Node::Bracket(bracket) => {
                let Some(number) = view.number(bracket.field, path) else {
                    return Landing::Missing(Need::Field(bracket.field), node);
                };
                let place = place(bracket, number, view, path);
                path.step(Step::Bracket(BracketStep { bracket, number, place }));
                last = QuoteReason::OutOfRange(bracket.field, number);
                match bracket.then.get(place) {
                    Some(next) => next,
                    None => return Landing::Quote(last),
                }
            }
            Node::Kinds(arms) => {
                let Some(kind) = view.inputs.kind else {
                    return Landing::Missing(Need::Kind, node);
                };
                last = QuoteReason::Kind(kind);
                let Some(arm) = arms.iter().find(|arm| arm.of.contains(&kind)) else {
                    return Landing::Quote(last);
                };
                if let Some(entry) = arm.silent {
                    path.touch(entry);
                    if view.is_otherwise(entry) {
                        return Landing::Quote(last);
                    }
                }
                path.step(Step::Kind(kind));
                &arm.then
            }
            Node::Choice(arms) => {
                let Some(answer) = view.inputs.choice(arms.field) else {
                    return Landing::Missing(Need::Field(arms.field), node);
                };
                path.step(Step::Choice(arms.field, answer));
                last = QuoteReason::Choice(arms.field, answer);
                match arms.then.get(usize::from(answer)) {
                    Some(next) => next,
                    None => return Landing::Quote(last),
                }
            }
        };
    }
}

/// How many bounds lie below a number, under the reading taken or the other one.
fn place<'c>(bracket: &Bracket, number: Decimal, view: &View<'_, '_>, path: &mut dyn Path<'c>) -> usize {
    let place = bracket.bounds.partition_point(|bound| match decimal::order(number, *bound) {
        Ordering::Greater => true,
        Ordering::Equal => !bracket.inclusive,
        Ordering::Less => false,
    });
    let silent = match (bracket.between, bracket.double) {
        (Some(entry), _) if is_between_steps(bracket, number, place) => Some(entry),
        (_, Some(double)) if double.at == number => Some(double.ledger),
        _ => None,
    };
    let Some(entry) = silent else { return place };
    path.touch(entry);
    if view.is_otherwise(entry) { place.saturating_sub(1) } else { place }
}

/// Whether a number lies between two printed steps: above the first, not above the last, on none.
fn is_between_steps(bracket: &Bracket, number: Decimal, place: usize) -> bool {
    place > 0 && bracket.bounds.get(place).is_some_and(|step| *step != number)
}

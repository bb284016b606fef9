//! Which bodies of a territory count among the EP of the membership grid.

use crate::catalogue::{Asked, BodyKind, Derived, Edition, Field, FieldKind, LedgerIx, NumberKind, PerBody};
use crate::remark::Remark;
use crate::request::Body;
use crate::request::inputs::Inputs;
use alloc::vec::Vec;
use core::ops::RangeInclusive;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Whether a body counts, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// It has at least that many inhabitants.
    Counted {
        /// From how many on.
        from: u32,
    },
    /// It has fewer.
    TooSmall {
        /// From how many on.
        from: u32,
    },
    /// Its inhabitants are not known.
    Unknown,
    /// The EPCI itself is not counted, nor another.
    Epci,
}

/// The bodies of a request, each with its reason, in the request's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Census {
    reasons: Vec<Counting>,
    touched: Vec<LedgerIx>,
    accepted: RangeInclusive<u32>,
}

impl Census {
    /// Counts bodies and sets the inputs derived from them.
    pub(crate) fn take<'c>(
        edition: &'c Edition,
        bodies: &[Body],
        inputs: &mut Inputs,
        remarks: &mut Vec<Remark<'c>>,
    ) -> Census {
        let mut census = Census { reasons: Vec::new(), touched: Vec::new(), accepted: accepted(edition) };
        for (place, body) in bodies.iter().enumerate() {
            let reason = census.reason(edition, body.kind, body.inhabitants);
            match (reason, body.inhabitants) {
                (Counting::Epci, _) => remarks.push(Remark::EpciInList(place)),
                (Counting::Unknown, None) => remarks.push(Remark::BodyWithoutInhabitants(place)),
                (Counting::Unknown, Some(number)) => remarks.push(Remark::BodyOutOfRange(place, number)),
                (Counting::Counted { .. } | Counting::TooSmall { .. }, _) => {}
            }
            census.reasons.push(reason);
            census.touch(edition, body.kind);
        }
        let is = |derived| move |field: &Field| field.asked == Asked::Derived(derived);
        inputs.set_each(edition, is(Derived::CountedBodies), Some(Decimal::from(census.counted())));
        let municipal = census.counted_municipal(edition, bodies);
        inputs.set_each(edition, is(Derived::CountedBodiesMunicipal), municipal.map(Decimal::from));
        census
    }

    /// The reason for each body.
    pub fn reasons(&self) -> &[Counting] {
        &self.reasons
    }

    /// How many count.
    pub fn counted(&self) -> usize {
        self.reasons.iter().filter(|reason| reason.counts()).count()
    }

    /// Whether some might count and their inhabitants are not known: the count is then a least one.
    pub fn has_unknown(&self) -> bool {
        self.reasons.contains(&Counting::Unknown)
    }

    /// The ledger entries the list of bodies touches.
    pub(crate) fn touched(&self) -> &[LedgerIx] {
        &self.touched
    }

    /// Whether a body may have that many inhabitants.
    pub(crate) fn accepts(&self, inhabitants: u32) -> bool {
        self.accepted.contains(&inhabitants)
    }

    /// How many would count by population municipale, when one that a body may have is known for all.
    fn counted_municipal(&self, edition: &Edition, bodies: &[Body]) -> Option<usize> {
        let reasons = || bodies.iter().map(|body| self.reason(edition, body.kind, body.municipal));
        let is_known = reasons().all(|reason| reason != Counting::Unknown);
        is_known.then(|| reasons().filter(|reason| reason.counts()).count())
    }

    fn reason(&self, edition: &Edition, kind: BodyKind, inhabitants: Option<u32>) -> Counting {
        let Some(rule) = edition.counting.iter().find(|rule| rule.of.contains(&kind)) else {
            return Counting::Epci;
        };
        match inhabitants.filter(|number| self.accepts(*number)) {
            None => Counting::Unknown,
            Some(number) if number >= rule.from => Counting::Counted { from: rule.from },
            Some(_) => Counting::TooSmall { from: rule.from },
        }
    }

    fn touch(&mut self, edition: &Edition, kind: BodyKind) {
        let entry = edition.counting.iter().find(|rule| rule.of.contains(&kind)).and_then(|rule| rule.ledger);
        if let Some(entry) = entry
            && !self.touched.contains(&entry)
        {
            self.touched.push(entry);
        }
    }
}

impl Counting {
    /// Whether the body counts.
    pub fn counts(self) -> bool {
        matches!(self, Counting::Counted { .. })
    }
}

/// The inhabitants a body may have: what the field that stands for them accepts.
fn accepted(edition: &Edition) -> RangeInclusive<u32> {
    match &edition.field_per_body(PerBody::Inhabitants).kind {
        FieldKind::Number(NumberKind { min, max, .. }) => min.to_u32().unwrap_or(0)..=max.to_u32().unwrap_or(u32::MAX),
        FieldKind::Choice(_) => 0..=u32::MAX,
    }
}

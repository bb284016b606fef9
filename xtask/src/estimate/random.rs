//! Random requests that the catalogue understands: every kind of body, every way to join, every
//! service and every field, with numbers on the bounds, around them, missing and out of range.
//!
//! The same seed gives the same requests on every machine.

use engine::catalogue::{BodyKind, Edition, Field, FieldKind, Node};
use engine::request::{Body, Membership, Request, Value};
use rust_decimal::Decimal;

/// Makes requests for one edition.
pub struct Random<'c> {
    edition: &'c Edition,
    /// The figures that scales compare numbers with: where mistakes hide.
    bounds: Vec<Decimal>,
    state: u64,
}

impl<'c> Random<'c> {
    /// A series of requests.
    pub fn new(edition: &'c Edition, seed: u64) -> Self {
        let mut bounds: Vec<Decimal> = edition.counting.iter().map(|rule| Decimal::from(rule.from)).collect();
        for scale in &edition.scales {
            collect_bounds(&scale.tree, &mut bounds);
        }
        Self { edition, bounds, state: seed }
    }

    /// The next request.
    pub fn request(&mut self) -> Request {
        let edition = self.edition;
        let services = edition.services.iter().filter(|service| service.is_choosable(edition));
        let share = 1 + self.below(12);
        let services = services.filter(|_| self.below(12) < share).map(|service| service.id.clone()).collect();
        let memberships = [Membership::None, Membership::None, Membership::Mutualised, Membership::Individual];
        Request {
            edition: (self.below(4) == 0).then(|| edition.id.clone()),
            years: if self.below(50) == 0 { 11 } else { 1 + u8::try_from(self.below(10)).unwrap_or(0) },
            kind: (self.below(20) > 0).then(|| self.kind()),
            membership: memberships[self.below(memberships.len())],
            covered_by_epci: self.below(5) == 0,
            bodies: (0..self.number_of_bodies()).map(|_| self.body()).collect(),
            values: edition.fields.iter().filter_map(|field| self.value(field)).collect(),
            services,
        }
    }

    fn number_of_bodies(&mut self) -> usize {
        match self.below(4) {
            0 => self.below(60),
            1 => self.below(6),
            _ => 0,
        }
    }

    fn body(&mut self) -> Body {
        let kind = if self.below(3) == 0 { self.kind() } else { BodyKind::Commune };
        let municipal = if self.below(4) == 0 { self.inhabitants() } else { None };
        Body { kind, inhabitants: self.inhabitants(), municipal, name: String::new() }
    }

    fn inhabitants(&mut self) -> Option<u32> {
        let near = self.near_a_bound();
        (self.below(15) > 0).then(|| u32::try_from(near).unwrap_or(0))
    }

    fn kind(&mut self) -> BodyKind {
        BodyKind::ALL[self.below(BodyKind::ALL.len())]
    }

    /// A value that the field understands, in its range or not; none for a field that is not asked.
    fn value(&mut self, field: &Field) -> Option<(String, Value)> {
        let is_asked = !matches!(field.asked, engine::catalogue::Asked::Derived(_));
        if !is_asked || self.below(10) == 0 {
            return None;
        }
        let value = match &field.kind {
            FieldKind::Choice(choices) => Value::Choice(choices[self.below(choices.len())].id.clone()),
            FieldKind::Number(number) => Value::Number(match self.below(12) {
                0 => number.min,
                1 => number.max,
                2 => number.max + number.step,
                3 => self.near_a_bound() + Decimal::new(5, 1),
                4..8 => Decimal::from(self.below(20)),
                _ => self.near_a_bound(),
            }),
        };
        Some((field.id.clone(), value))
    }

    /// A bound of the list, or the whole number just below or above.
    fn near_a_bound(&mut self) -> Decimal {
        let place = self.below(self.bounds.len());
        (self.bounds[place] + Decimal::from(self.below(3)) - Decimal::ONE).max(Decimal::ZERO)
    }

    /// A number from 0 to `end`, left out (SplitMix64).
    fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

fn collect_bounds(node: &Node, bounds: &mut Vec<Decimal>) {
    match node {
        Node::Column(_) | Node::Quote => {}
        Node::Bracket(bracket) => {
            bounds.extend(&bracket.bounds);
            bracket.then.iter().for_each(|node| collect_bounds(node, bounds));
        }
        Node::Kinds(arms) => arms.iter().for_each(|arm| collect_bounds(&arm.then, bounds)),
        Node::Choice(arms) => arms.then.iter().for_each(|node| collect_bounds(node, bounds)),
    }
}

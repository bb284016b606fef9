//! What is near a territory: one body more or fewer, one step of volume more, and what its membership
//! would cost there. Found by pricing the request again.

use crate::Money;
use crate::catalogue::{Asked, BodyKind, Bracket, Catalogue, Edition, FieldIx, Node, Rule, Service};
use crate::decimal;
use crate::estimate::{Estimate, amounts};
use crate::joining::counting::Census;
use crate::request::{Body, Membership, Request, Value};
use crate::sums::fee::Fee;
use alloc::string::String;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// A request near another, and what its territory's membership costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearby {
    /// What is otherwise.
    pub change: Change,
    /// The request so changed.
    pub request: Request,
    /// What its membership costs each year: an amount, or on quote.
    pub fee: Fee,
    /// Whether that is a least amount: a body of the list may yet count.
    pub at_least: bool,
    /// How much more that is, or less when negative; `None` when either is on quote or a least amount.
    pub difference: Option<Money>,
}

/// What is otherwise in a request near another.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// That body more, which counts and would not with one inhabitant fewer.
    OneMoreBody(Body),
    /// The body at that place fewer, which counted.
    OneFewerBody(usize),
    /// More of what the rows of the grid are headed with: one row's worth.
    OneMoreStep {
        /// Of what.
        field: FieldIx,
        /// How much more.
        by: Decimal,
        /// How much then.
        reached: Decimal,
    },
}

/// What a change would do to the yearly amount of the territory's membership, whichever way the request
/// itself joins: one body more, one fewer, one step of volume more.
///
/// A change is absent where it cannot be made. There is none for a body that cannot hold a territory's
/// membership, nor while an answer is missing to price it.
pub fn nearby(catalogue: &Catalogue, request: &Request) -> Vec<Nearby> {
    if request.kind.is_some_and(|kind| !kind.is_epci()) {
        return Vec::new();
    }
    let here = Request { membership: Membership::Mutualised, covered_by_epci: false, ..request.clone() };
    let Some((estimate, now)) = priced(catalogue, &here) else { return Vec::new() };
    let edition = estimate.edition;
    let changes =
        [one_more_body(edition), one_fewer_body(&estimate.census), one_more_step(edition, &here)].into_iter().flatten();
    let found = changes.filter_map(|change| {
        let request = change.applied(edition, &here);
        let (there, fee) = priced(catalogue, &request)?;
        let exact = |estimate: &Estimate<'_>, fee: Fee| fee.known().filter(|_| !estimate.count_is_least);
        let difference = exact(&there, fee).zip(exact(&estimate, now)).map(|(then, now)| then.minus(now));
        Some(Nearby { change, request, fee, at_least: there.count_is_least, difference })
    });
    found.collect()
}

/// An estimate and what its membership comes to each year, once what that depends on is known.
fn priced<'c>(catalogue: &'c Catalogue, request: &Request) -> Option<(Estimate<'c>, Fee)> {
    let estimate = amounts(catalogue, request)?;
    match estimate.fee(estimate.edition.membership.mutualised, None) {
        Fee::None | Fee::Unknown => None,
        fee @ (Fee::Known(_) | Fee::Quote) => Some((estimate, fee)),
    }
}

fn territory(edition: &Edition) -> Option<&Service> {
    edition.service(edition.membership.mutualised)
}

/// A commune that just counts, by either population.
fn one_more_body(edition: &Edition) -> Option<Change> {
    let kind = BodyKind::Commune;
    let from = edition.counting.iter().find(|rule| rule.of.contains(&kind))?.from;
    Some(Change::OneMoreBody(Body { kind, inhabitants: Some(from), municipal: Some(from), name: String::new() }))
}

/// The last of those that count: the places of the others stay theirs.
fn one_fewer_body(census: &Census) -> Option<Change> {
    census.reasons().iter().rposition(|reason| reason.counts()).map(Change::OneFewerBody)
}

/// As much again as the first heading of the grid's rows.
fn one_more_step(edition: &Edition, request: &Request) -> Option<Change> {
    let bracket = rows(edition)?;
    let by = *bracket.bounds.iter().find(|bound| !bound.is_zero())?;
    let Some(Value::Number(number)) = request.values.get(&edition.field(bracket.field).id) else { return None };
    Some(Change::OneMoreStep { field: bracket.field, by, reached: decimal::plus(*number, by) })
}

/// The steps of the grid's rows, when a field asked with the membership chooses among them.
fn rows(edition: &Edition) -> Option<&Bracket> {
    let rules = territory(edition)?.prices.iter().map(|price| &price.rule);
    let mut trees = rules.filter_map(|rule| match rule {
        Rule::Grid(grid) => Some(&edition.scale(grid.rows).tree),
        _ => None,
    });
    trees.find_map(|tree| match tree {
        Node::Bracket(bracket) if edition.field(bracket.field).asked == Asked::Membership => Some(bracket),
        _ => None,
    })
}

impl Change {
    fn applied(&self, edition: &Edition, request: &Request) -> Request {
        let mut changed = request.clone();
        match self {
            Change::OneMoreBody(body) => changed.bodies.push(body.clone()),
            Change::OneFewerBody(place) => {
                let others = request.bodies.iter().enumerate().filter(|(other, _)| other != place);
                changed.bodies = others.map(|(_, body)| body.clone()).collect();
            }
            Change::OneMoreStep { field, reached, .. } => {
                changed.values.insert(edition.field(*field).id.clone(), Value::Number(*reached));
            }
        }
        changed
    }
}

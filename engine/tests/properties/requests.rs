//! Requests drawn at random, plausible or absurd.

use crate::edition;
use engine::Request;
use engine::catalogue::{Asked, BodyKind, Field, FieldIx, FieldKind, Node, NumberKind, Rule};
use engine::request::{Body, Membership, Value, Values};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;

/// Every figure of the list that a field's number is compared with: bounds, packs, maxima.
pub fn figures(field: FieldIx) -> Vec<Decimal> {
    fn bounds(node: &Node, field: FieldIx, found: &mut Vec<Decimal>) {
        match node {
            Node::Column(_) | Node::Quote => {}
            Node::Bracket(bracket) => {
                if bracket.field == field {
                    found.extend(&bracket.bounds);
                }
                bracket.then.iter().for_each(|node| bounds(node, field, found));
            }
            Node::Kinds(arms) => arms.iter().for_each(|arm| bounds(&arm.then, field, found)),
            Node::Choice(arms) => arms.then.iter().for_each(|node| bounds(node, field, found)),
        }
    }
    let mut found = vec![Decimal::ZERO];
    edition().scales.iter().for_each(|scale| bounds(&scale.tree, field, &mut found));
    for service in &edition().services {
        found.extend(service.limit.iter().filter(|limit| limit.field == field).flat_map(|limit| &limit.at_most));
        for price in &service.prices {
            if let Rule::PerUnit(_, quantity) | Rule::Columns(_, _, Some(quantity)) = &price.rule
                && quantity.field == field
            {
                found.extend([
                    quantity.beyond,
                    quantity.beyond + quantity.pack,
                    quantity.beyond + quantity.pack * Decimal::TEN,
                ]);
            }
        }
    }
    found
}

/// A value the field accepts: around a figure of the list, at an end of its range, or anywhere.
pub fn plausible(ix: FieldIx, field: &Field) -> BoxedStrategy<Value> {
    match &field.kind {
        FieldKind::Choice(choices) => {
            select(choices.iter().map(|choice| choice.id.clone()).collect::<Vec<_>>()).prop_map(Value::Choice).boxed()
        }
        FieldKind::Number(NumberKind { decimals, min, max, .. }) => {
            let (min, max, decimals) = (*min, *max, u32::from(*decimals));
            let smallest = Decimal::new(1, decimals);
            let near =
                (select(figures(ix)), select(vec![-Decimal::ONE, -smallest, Decimal::ZERO, smallest, Decimal::ONE]))
                    .prop_map(|(figure, beside)| figure + beside);
            let anywhere = (0..20_000_000_i64).prop_map(move |digits| Decimal::new(digits, decimals));
            prop_oneof![6 => near, 3 => anywhere, 1 => Just(min), 1 => Just(max)]
                .prop_map(move |value| Value::Number(value.clamp(min, max)))
                .boxed()
        }
    }
}

/// Anything at all: out of range, too precise, of the wrong type.
pub fn absurd(field: &Field) -> BoxedStrategy<Value> {
    let most = match &field.kind {
        FieldKind::Number(number) => number.max + Decimal::ONE,
        FieldKind::Choice(_) => Decimal::TEN,
    };
    prop_oneof![
        select(vec![
            Decimal::MAX,
            Decimal::MIN,
            most,
            -Decimal::ONE,
            Decimal::new(1, 28),
            Decimal::new(-1, 28),
            Decimal::new(5, 1)
        ])
        .prop_map(Value::Number),
        any_decimal().prop_map(Value::Number),
        Just(Value::Choice("jour-mois".into())),
        "[a-z]{1,8}".prop_map(Value::Choice),
    ]
    .boxed()
}

/// Any decimal number that exists.
pub fn any_decimal() -> impl Strategy<Value = Decimal> {
    (any::<u32>(), any::<u32>(), any::<u32>(), any::<bool>(), 0..=28_u32)
        .prop_map(|(low, middle, high, negative, scale)| Decimal::from_parts(low, middle, high, negative, scale))
}

/// The fields a request may give.
pub fn asked_fields() -> impl Iterator<Item = (FieldIx, &'static Field)> {
    let fields = edition().fields.iter().enumerate();
    fields.map(|(place, field)| (FieldIx(place.try_into().unwrap()), field)).filter(|(_, field)| is_asked(field))
}

pub fn is_asked(field: &Field) -> bool {
    !matches!(field.asked, Asked::Derived(_))
}

/// Values of the fields, each known or not.
pub fn values(of_field: impl Fn(FieldIx, &'static Field) -> BoxedStrategy<Value>) -> impl Strategy<Value = Values> {
    let each: Vec<_> = asked_fields()
        .map(|(ix, field)| prop::option::weighted(0.9, of_field(ix, field).prop_map(|value| (field.id.clone(), value))))
        .collect();
    each.prop_map(|values| values.into_iter().flatten().collect())
}

pub fn kinds() -> impl Strategy<Value = Option<BodyKind>> {
    prop::option::weighted(0.9, select(BodyKind::ALL.to_vec()))
}

pub fn memberships() -> impl Strategy<Value = Membership> {
    select(vec![Membership::None, Membership::Mutualised, Membership::Individual])
}

/// Inhabitants around the figures of the list.
pub fn inhabitants() -> impl Strategy<Value = u32> {
    let around = [100, 300, 500, 1_000, 1_500, 2_500, 5_000, 10_000, 20_000, 100_000];
    prop_oneof![(select(around.to_vec()), 0..=2_u32).prop_map(|(figure, beside)| figure - 1 + beside), 1..200_000_u32]
}

pub fn plausible_bodies() -> impl Strategy<Value = Vec<Body>> {
    let kinds = vec![BodyKind::Commune, BodyKind::Commune, BodyKind::Syndicat, BodyKind::Ccas, BodyKind::Autre];
    let body = (select(kinds), inhabitants(), prop::option::weighted(0.9, inhabitants()))
        .prop_map(|(kind, inhabitants, municipal)| Body {
            kind,
            inhabitants: Some(inhabitants),
            municipal,
            name: String::new(),
        })
        .boxed();
    prop_oneof![vec(body.clone(), 0..6), vec(body, 0..60)]
}

pub fn any_bodies() -> impl Strategy<Value = Vec<Body>> {
    let count = || {
        prop::option::weighted(
            0.9,
            prop_oneof![3 => inhabitants(), 1 => select(vec![0, 10_000_000, 10_000_001, u32::MAX])],
        )
    };
    let body = (select(BodyKind::ALL.to_vec()), count(), count(), ".{0,6}")
        .prop_map(|(kind, inhabitants, municipal, name)| Body { kind, inhabitants, municipal, name });
    vec(body, 0..60)
}

pub fn service_ids() -> Vec<String> {
    edition().services.iter().map(|service| service.id.clone()).collect()
}

/// A request somebody could make: values the fields accept, each service once, in any order.
pub fn plausible_request() -> impl Strategy<Value = Request> {
    let choosable: Vec<String> =
        edition().services.iter().filter(|s| s.is_choosable(edition())).map(|s| s.id.clone()).collect();
    let services = subsequence(choosable, 0..14).prop_shuffle();
    (1..=10_u8, kinds(), memberships(), any::<bool>(), plausible_bodies(), values(plausible), services).prop_map(
        |(years, kind, membership, covered_by_epci, bodies, values, services)| Request {
            edition: None,
            years,
            kind,
            membership,
            covered_by_epci,
            bodies,
            values,
            services,
        },
    )
}

/// A request a program could send: anything, known or not, once or several times.
pub fn any_request() -> impl Strategy<Value = Request> {
    let editions = select(vec![None, Some(edition().id.clone()), Some("1999-12-31".to_owned())]);
    let mut ids = service_ids();
    ids.extend(["unknown".to_owned(), String::new()]);
    let value = |ix, field| prop_oneof![4 => plausible(ix, field), 1 => absurd(field)].boxed();
    // Fields that are unknown, or known and not asked.
    let others = prop::option::of((select(vec!["unknown", "ep", ""]), any_decimal()));
    (
        (editions, any::<u8>(), kinds(), memberships(), any::<bool>()),
        any_bodies(),
        values(value),
        others,
        vec(select(ids), 0..24),
    )
        .prop_map(|((edition, years, kind, membership, covered_by_epci), bodies, mut values, other, services)| {
            if let Some((id, value)) = other {
                values.insert(id.to_owned(), Value::Number(value));
            }
            Request { edition, years, kind, membership, covered_by_epci, bodies, values, services }
        })
}

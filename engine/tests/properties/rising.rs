//! More costs more.

use crate::costs::columns;
use crate::{cases, edition, estimate};
use engine::catalogue::{BodyKind, Rule};
use engine::request::{Body, Membership, Value};
use engine::{Money, Request};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

/// The cost of a row each time, `None` on quote.
fn cost_of(request: &Request, price: &str) -> Option<Money> {
    let estimate = estimate(request);
    let missing = estimate.missing().map(|item| &item.price().unwrap().id).collect::<Vec<_>>();
    assert!(missing.is_empty(), "{missing:?}");
    if estimate.quotes().next().is_some() {
        return None;
    }
    let line = estimate.lines().find(|line| line.price.id == price);
    Some(line.map_or(Money::ZERO, |line| line.charge.outlay()))
}

/// Whether the second costs at least as much as the first; a quote lies beyond every amount.
fn rises(less: Option<Money>, more: Option<Money>) -> bool {
    match (less, more) {
        (Some(less), Some(more)) => less <= more,
        (None, Some(_)) => false,
        (_, None) => true,
    }
}

fn asking(kind: BodyKind, membership: Membership, values: &[(&str, Decimal)], services: &[&str]) -> Request {
    Request {
        kind: Some(kind),
        membership,
        values: values.iter().map(|(id, value)| ((*id).to_owned(), Value::Number(*value))).collect(),
        services: services.iter().map(|id| (*id).to_owned()).collect(),
        ..Request::default()
    }
}

/// Two numbers in rising order.
fn two(most: u32, decimals: u32) -> impl Strategy<Value = (Decimal, Decimal)> {
    let scaled = move |digits: u64| Decimal::new(digits.try_into().unwrap(), decimals);
    let digits = u64::from(most) * 10_u64.pow(decimals);
    (1..=digits, 1..=digits).prop_map(move |(a, b)| (scaled(a.min(b)), scaled(a.max(b))))
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn participation_rises_with_inhabitants((fewer, more) in prop_oneof![two(1_000, 0), two(120_000, 0)]) {
        let cost = |inhabitants| {
            cost_of(&asking(BodyKind::Commune, Membership::Individual, &[("habitants", inhabitants)], &[]), "participation")
        };
        prop_assert!(rises(cost(fewer), cost(more)));
    }

    /// In the volume and in the number of bodies counted; a body too small changes nothing.
    #[test]
    fn the_grid_rises_both_ways((volume, larger) in two(4_000, 3), (bodies, further, small) in (0..50_usize, 0..10_usize, 0..5_usize)) {
        let cost = |volume, counted: usize, small: usize| {
            let of = |inhabitants, number| vec![Body { kind: BodyKind::Commune, inhabitants: Some(inhabitants), municipal: None, name: String::new() }; number];
            let mut request = asking(BodyKind::Cc, Membership::Mutualised, &[("volume-territoire", volume)], &[]);
            request.bodies = [of(299, small), of(300, counted)].concat();
            cost_of(&request, "adhesion")
        };
        let here = cost(volume, bodies, 0);
        prop_assert_eq!(here, cost(volume, bodies, small));
        prop_assert!(rises(here, cost(larger, bodies, 0)));
        prop_assert!(rises(here, cost(volume, bodies + further, 0)));
    }

    #[test]
    fn rgpd_rises_with_the_budget((smaller, larger) in two(6_000_000, 2)) {
        for price in ["rgpd-acces", "rgpd-suivi"] {
            let cost = |budget| cost_of(&asking(BodyKind::Commune, Membership::None, &[("budget", budget)], &["rgpd"]), price);
            prop_assert!(rises(cost(smaller), cost(larger)), "{price}");
        }
    }

    /// Every row of one amount per unit, found in the catalogue: more units cost more, in proportion when each is charged.
    #[test]
    fn quantities_cost_in_proportion((fewer, more) in two(10_000, 0), kind in select(vec![BodyKind::Commune, BodyKind::Cc])) {
        for service in &edition().services {
            for price in &service.prices {
                let Rule::PerUnit(unit, quantity) = &price.rule else { continue };
                let field = edition().field(quantity.field).id.as_str();
                let cost = |number| {
                    let estimate = estimate(&asking(kind, Membership::None, &[(field, number)], &[&service.id]));
                    let line = estimate.lines().find(|line| line.price.id == price.id).map(|line| line.charge);
                    line.map(columns).unwrap_or_default()
                };
                if estimate(&asking(kind, Membership::None, &[(field, fewer)], &[&service.id])).is_at_least() {
                    continue; // The service is on quote for that kind of body, whatever the quantity.
                }
                let (less, more_costs) = (cost(fewer), cost(more));
                prop_assert!(less.iter().zip(&more_costs).all(|(less, more)| less <= more), "{}", price.id);
                let units = |number: Decimal| ((number - quantity.beyond).max(Decimal::ZERO) / quantity.pack).ceil();
                prop_assert_eq!(less[1], unit.euros() * units(fewer), "{}", price.id);
                prop_assert_eq!(more_costs[1], unit.euros() * units(more), "{}", price.id);
            }
        }
    }
}

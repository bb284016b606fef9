//! What is near a territory, against asking for it.

use crate::requests::{any_request, plausible_request};
use crate::{CATALOGUE, cases, edition};
use engine::catalogue::{BodyKind, Rule};
use engine::line::Outcome;
use engine::request::{Membership, Value};
use engine::territory::nearby::{Change, Nearby, nearby};
use engine::{Estimate, Fee, Money, Request};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn amounts(request: &Request) -> Estimate<'static> {
    engine::amounts(&CATALOGUE, request).unwrap()
}

/// The territory's membership in an estimate: an amount, a quote, or not known.
fn membership(estimate: &Estimate<'_>) -> Option<Fee> {
    let item = estimate.items.iter().find(|item| item.service.id == "adhesion-mutualisee").unwrap();
    match &item.outcome {
        Outcome::Charged(line) => Some(Fee::Known(line.charge.outlay())),
        Outcome::Quote(..) => Some(Fee::Quote),
        _ => None,
    }
}

fn first_row() -> Decimal {
    let rules = edition().service_named("adhesion-mutualisee").unwrap().prices.iter().map(|price| &price.rule);
    let [Rule::Grid(grid)] = rules.collect::<Vec<_>>()[..] else { panic!("no grid") };
    let heading = &edition().scale(grid.rows).columns[0];
    heading.split_whitespace().next().unwrap().parse().unwrap()
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn what_is_near_is_what_asking_for_it_finds(request in prop_oneof![plausible_request(), any_request()]) {
        let found = nearby(&CATALOGUE, &request);
        if request.kind.is_some_and(|kind| !kind.is_epci()) {
            prop_assert_eq!(found, vec![]);
            return Ok(());
        }
        let here = Request { membership: Membership::Mutualised, covered_by_epci: false, ..request };
        let now = amounts(&here);
        let Some(yearly) = membership(&now) else {
            prop_assert_eq!(found, vec![]);
            return Ok(());
        };
        let of = |is: fn(&Change) -> bool| found.iter().filter(|near| is(&near.change)).count();
        prop_assert_eq!(of(|change| matches!(change, Change::OneMoreBody(_))), 1);
        prop_assert_eq!(of(|change| matches!(change, Change::OneFewerBody(_))), usize::from(now.census.counted() > 0));
        for Nearby { change, request, fee: then, at_least, difference } in &found {
            let there = amounts(request);
            prop_assert_eq!(Some(*then), membership(&there));
            prop_assert_eq!(*at_least, there.census.has_unknown());
            let exact = match (yearly, then) {
                (Fee::Known(now), Fee::Known(then)) => Some(then.minus(now)),
                _ => None,
            };
            prop_assert_eq!(*difference, exact.filter(|_| !now.census.has_unknown()));
            let (counted, mut undone) = (there.census.counted(), request.clone());
            match change {
                Change::OneMoreBody(body) => {
                    prop_assert_eq!(counted, now.census.counted() + 1);
                    prop_assert_eq!(undone.bodies.pop(), Some(body.clone()));
                    prop_assert_eq!((body.kind, body.inhabitants), (BodyKind::Commune, Some(300)));
                }
                Change::OneFewerBody(place) => {
                    prop_assert_eq!(counted + 1, now.census.counted());
                    undone.bodies.insert(*place, here.bodies[*place].clone());
                }
                Change::OneMoreStep { field, by, reached } => {
                    prop_assert_eq!(counted, now.census.counted());
                    prop_assert_eq!(*by, first_row());
                    let id = edition().field(*field).id.clone();
                    prop_assert_eq!(undone.values.get(&id), Some(&Value::Number(*reached)));
                    undone.values.insert(id, Value::Number(reached - by));
                }
            }
            prop_assert_eq!(undone, here.clone());
            if let (Change::OneMoreBody(_) | Change::OneMoreStep { .. }, Some(difference)) = (change, difference) {
                prop_assert!(!difference.is_negative());
            }
            if let (Change::OneFewerBody(_), Some(difference)) = (change, difference) {
                prop_assert!(*difference <= Money::ZERO);
            }
        }
    }
}

//! Thresholds and other readings, against asking again.

use crate::costs::{Cost, count, every_line, outlay, same_row, times, with_number};
use crate::requests::{asked_fields, is_asked, plausible_request};
use crate::{cases, edition, estimate};
use engine::catalogue::{Asked, BodyKind, FieldIx, FieldKind, LedgerIx, Node, ReadingEffect};
use engine::line::{Avoided, Change, Difference, Item, Line, Outcome};
use engine::pricing::walk::Step;
use engine::request::{Membership, Value};
use engine::{Estimate, Money, Request};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

proptest! {
    #![proptest_config(cases(400))]

    /// "38 habitants de plus : + 600 €": asking again with 38 more says 600 € more, and with 37 more, nothing.
    #[test]
    fn thresholds_are_what_asking_again_finds(request in plausible_request()) {
        let now = estimate(&request);
        for item in &now.items {
            let Some(line) = item.line() else { continue };
            for near in &line.thresholds {
                let what = format!("{} at {} {}", line.price.id, edition().field(near.field).id, near.reached);
                if !accepts(near.field, near.reached) {
                    continue; // See `no_threshold_leads_out_of_its_field`.
                }
                let Some(across) = with_number(&request, item, near.field, near.reached) else { continue };
                let across = estimate(&across);
                let there = same_row(&across, item);
                match near.change {
                    Change::Quote => prop_assert_eq!(there, Cost::Quote, "{}", what),
                    Change::Amount(change) => {
                        prop_assert!(!matches!(there, Cost::Quote | Cost::Missing), "{what}: {there:?}");
                        prop_assert_eq!(outlay(&there), line.charge.outlay().plus(change), "{}", what);
                    }
                }
                // One step short of it the line costs the same, unless that very number is also its quantity.
                let step = edition().field(near.field).step();
                let short = if near.distance > Decimal::ZERO { near.reached - step } else { near.reached + step };
                let short = estimate(&with_number(&request, item, near.field, short).unwrap());
                let Cost::Line(same) = same_row(&short, item) else { panic!("{what}: no line one step before") };
                if !line.priced.counted.is_some_and(|counted| counted.field == near.field && counted.pack == Decimal::ONE) {
                    prop_assert_eq!(same.charge, line.charge, "{}", what);
                }
            }
        }
    }

    /// And the other way round: where asking again across a bound finds another amount, a threshold says so.
    #[test]
    fn every_change_across_a_bound_is_announced(request in plausible_request()) {
        for item in &estimate(&request).items {
            let Some(line) = item.line() else { continue };
            for (field, across) in beyond_the_bounds(line) {
                // The EPCI alone has no bodies to count: the request itself says so.
                let alone = request.membership == Membership::Individual && !is_asked(edition().field(field));
                if alone || !accepts(field, across) {
                    continue;
                }
                let what = format!("{} at {} {across}", line.price.id, edition().field(field).id);
                let there = estimate(&with_number(&request, item, field, across).unwrap());
                let changed = match same_row(&there, item) {
                    Cost::Quote => true,
                    Cost::Missing => false,
                    cost => outlay(&cost) != line.charge.outlay(),
                };
                let announced = line.thresholds.iter().any(|near| near.field == field && near.reached == across);
                prop_assert_eq!(changed, announced, "{}", what);
            }
        }
    }

    /// A number that the field refuses cannot be the next one to try.
    #[test]
    fn no_threshold_leads_out_of_its_field(request in plausible_request()) {
        for line in every_line(&estimate(&request)) {
            for near in &line.thresholds {
                let field = edition().field(near.field);
                prop_assert!(accepts(near.field, near.reached), "{}: {} {}", line.price.id, field.id, near.reached);
            }
        }
    }

    /// The distance announced leads from the number given to the number reached.
    #[test]
    fn thresholds_start_from_the_number_given(request in plausible_request()) {
        for line in every_line(&estimate(&request)) {
            for near in &line.thresholds {
                let given = line.trail.steps.iter().find_map(|step| match step {
                    Step::Bracket(step) if step.bracket.field == near.field => Some(step.number),
                    Step::Within(field, number, _) if *field == near.field => Some(*number),
                    _ => None,
                });
                let given = given.or(line.priced.counted.filter(|counted| counted.field == near.field).map(|counted| counted.number));
                prop_assert_eq!(given.unwrap() + near.distance, near.reached);
                prop_assert!(!near.distance.is_zero());
            }
        }
    }

    /// Of another reading, the first year and the period tell the same story.
    #[test]
    fn other_readings_agree_with_their_schedule(request in plausible_request()) {
        let estimate = estimate(&request);
        let years = estimate.years;
        for line in estimate.lines() {
            for hit in &line.hits {
                let entry = edition().ledger_entry(hit.entry).unwrap();
                let Difference::Amount { first_year, period } = hit.difference else { continue };
                prop_assert!(entry.other.is_some(), "{}: {}", line.price.id, entry.id);
                let taken = line.charge.outlay().euros();
                let (taken_first, taken_period) = (taken * times(line.schedule, 1), taken * times(line.schedule, years));
                let (other_first, other_period) = (taken_first + first_year.euros(), taken_period + period.euros());
                let effect = line.price.readings.iter().find(|reading| reading.ledger == hit.entry).map(|reading| reading.effect);
                let schedule = match effect {
                    Some(ReadingEffect::Omit) => {
                        prop_assert_eq!((other_first, other_period), (Decimal::ZERO, Decimal::ZERO));
                        continue;
                    }
                    Some(ReadingEffect::Schedule(schedule)) => schedule,
                    None => line.schedule,
                };
                let (first, all) = (times(schedule, 1), times(schedule, years));
                let each = if !first.is_zero() { other_first } else if all.is_zero() { Decimal::ZERO } else { other_period / all };
                prop_assert!(each >= Decimal::ZERO && each.normalize().scale() <= 2, "{}: {} each {each}", line.price.id, entry.id);
                prop_assert_eq!((other_first, other_period), (each * first, each * all), "{}: {}", line.price.id, entry.id);
            }
        }
    }

    /// Where the other reading looks at another number or takes the class below, it finds what asking with
    /// that number finds: L1 (between two steps), L6 (on a double bound), L9 (population), L10 (budget).
    #[test]
    fn other_readings_are_what_asking_otherwise_finds(request in plausible_request()) {
        let now = estimate(&request);
        let entries: [(&str, Otherwise); 4] =
            [("L1", on_the_step_below), ("L6", below_double_bounds), ("L9", by_other_fields), ("L10", by_other_fields)];
        for (id, otherwise) in entries {
            let entry = ledger(id);
            let asked = otherwise(&request);
            let other = estimate(&asked);
            for item in &now.items {
                let Some(line) = item.line() else { continue };
                // A quantity that moved with the number is not what the other reading says.
                let moved = line.priced.counted.is_some_and(|counted| {
                    let field = &edition().field(counted.field).id;
                    request.values.get(field) != asked.values.get(field)
                });
                for hit in line.hits.iter().filter(|hit| hit.entry == entry && !moved) {
                    let there = same_row(&other, item);
                    match hit.difference {
                        Difference::Amount { first_year, period } => {
                            prop_assert!(!matches!(there, Cost::Quote | Cost::Missing), "{} {id}: {there:?}", line.price.id);
                            let change = outlay(&there).minus(line.charge.outlay()).euros();
                            let expected = (change * times(line.schedule, 1), change * times(line.schedule, now.years));
                            prop_assert_eq!((first_year.euros(), period.euros()), expected, "{} {}", &line.price.id, id);
                        }
                        Difference::Quote => prop_assert_eq!(there, Cost::Quote, "{} {}", &line.price.id, id),
                        Difference::Needs(_) | Difference::NotPriced => {}
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    /// L3, between the two ways to join: what one of them says of the other is what asking for the other finds.
    #[test]
    fn each_way_to_join_prices_the_other(
        request in plausible_request(),
        kind in select(vec![BodyKind::Cc, BodyKind::Ca, BodyKind::Metropole]),
    ) {
        let joining = |membership| estimate(&Request { kind: Some(kind), membership, services: Vec::new(), ..request.clone() });
        let (territory, each) = (joining(Membership::Mutualised), joining(Membership::Individual));
        let said = |estimate: &Estimate<'static>| {
            let grid = estimate.lines().find(|line| line.price.id == "adhesion");
            grid.map(|line| line.hits.iter().find(|hit| hit.entry == ledger("L3")).unwrap().difference)
        };
        let grid = |estimate: &Estimate<'static>| estimate.lines().find(|line| line.price.id == "adhesion").map(|line| line.charge.outlay());
        let each_year = |amount: Money| Difference::Amount { first_year: amount, period: amount.times(request.years.into()) };
        // On top of the territory's membership: every commune's participation.
        if let Some(said) = said(&territory) {
            let participations = || each.items.iter().filter(|item| item.body.is_some());
            let on_top = if participations().any(|item| matches!(item.outcome, Outcome::Quote(..))) {
                Difference::Quote
            } else {
                each_year(participations().filter_map(Item::line).map(|line| line.charge.outlay()).sum())
            };
            prop_assert_eq!(said, on_top);
        }
        // On top of the participations: the rest of the territory's membership.
        if let Some(said) = said(&each) {
            let on_top = grid(&territory).map_or(Difference::Quote, |whole| each_year(whole.minus(grid(&each).unwrap())));
            prop_assert_eq!(said, on_top);
        }
    }

    /// L4: what a membership contains costs, read the other way, what it costs without a membership.
    #[test]
    fn what_is_included_would_cost_what_it_costs_alone(request in plausible_request()) {
        let request = Request { membership: Membership::None, ..request };
        let covered = estimate(&Request { covered_by_epci: true, ..request.clone() });
        let alone = estimate(&Request { covered_by_epci: false, ..request });
        for item in &covered.items {
            let Outcome::Included(price, Avoided::Line(line)) = &item.outcome else { continue };
            let hit = line.hits.iter().find(|hit| hit.entry == ledger("L4")).unwrap();
            let Difference::Amount { first_year, period } = hit.difference else { panic!("{hit:?}") };
            // A row whose first units only are contained is charged for the others.
            let charged = outlay(&same_row(&covered, item));
            let whole = match same_row(&alone, item) {
                Cost::Quote => continue, // Another row of the service has no price.
                cost => outlay(&cost),
            };
            let each = whole.minus(charged).euros();
            prop_assert_eq!(line.charge.outlay().euros(), each, "{}", price.id);
            let expected = (each * times(line.schedule, 1), each * times(line.schedule, covered.years));
            prop_assert_eq!((first_year.euros(), period.euros()), expected, "{}", price.id);
        }
    }
}

/// A request read the other way.
type Otherwise = fn(&Request) -> Request;

fn ledger(id: &str) -> LedgerIx {
    LedgerIx(edition().ledger.iter().position(|entry| entry.id == id).unwrap().try_into().unwrap())
}

/// The numbers just across the bounds that a line stands between.
fn beyond_the_bounds(line: &Line<'_>) -> Vec<(FieldIx, Decimal)> {
    let mut found = Vec::new();
    for step in &line.trail.steps {
        match step {
            Step::Bracket(step) => {
                let (field, size) = (step.bracket.field, edition().field(step.bracket.field).step());
                let classes = step.bracket.bounds.iter();
                // Up to a bound, its number stays below; less than a bound, it does not.
                let stays =
                    |bound: &Decimal| if step.bracket.inclusive { step.number <= *bound } else { step.number < *bound };
                let above = classes.clone().find(|bound| stays(bound));
                let below = classes.rev().find(|bound| !stays(bound));
                let (up, down) = if step.bracket.inclusive { (size, Decimal::ZERO) } else { (Decimal::ZERO, size) };
                found.extend(above.map(|bound| (field, bound + up)));
                found.extend(below.map(|bound| (field, bound - down)));
            }
            Step::Within(field, _, most) => found.push((*field, most + edition().field(*field).step())),
            Step::Kind(_) | Step::Choice(..) => {}
        }
    }
    if let Some(counted) = line.priced.counted.filter(|counted| counted.pack > Decimal::ONE) {
        let packs = line.priced.quantity;
        found.push((counted.field, counted.beyond + packs * counted.pack + edition().field(counted.field).step()));
        found.push((counted.field, counted.beyond + (packs - Decimal::ONE) * counted.pack));
    }
    found
}

/// Whether the field takes that number.
fn accepts(field: FieldIx, number: Decimal) -> bool {
    match &edition().field(field).kind {
        FieldKind::Number(kind) => (kind.min..=kind.max).contains(&number),
        FieldKind::Choice(_) => false,
    }
}

/// Every bracket of the edition.
fn brackets() -> Vec<&'static engine::catalogue::Bracket> {
    fn walk<'a>(node: &'a Node, found: &mut Vec<&'a engine::catalogue::Bracket>) {
        match node {
            Node::Column(_) | Node::Quote => {}
            Node::Bracket(bracket) => {
                found.push(bracket);
                bracket.then.iter().for_each(|node| walk(node, found));
            }
            Node::Kinds(arms) => arms.iter().for_each(|arm| walk(&arm.then, found)),
            Node::Choice(arms) => arms.then.iter().for_each(|node| walk(node, found)),
        }
    }
    let mut found = Vec::new();
    edition().scales.iter().for_each(|scale| walk(&scale.tree, &mut found));
    found
}

/// Every number between two printed steps taken down to the lower one.
fn on_the_step_below(request: &Request) -> Request {
    let mut otherwise = request.clone();
    for bracket in brackets().into_iter().filter(|bracket| bracket.between.is_some()) {
        let field = edition().field(bracket.field);
        let number = match request.values.get(&field.id) {
            Some(Value::Number(number)) => *number,
            _ if field.asked == Asked::Derived(engine::catalogue::Derived::CountedBodies) => {
                estimate(request).census.counted().into()
            }
            _ => continue,
        };
        let below = bracket.bounds.iter().rev().find(|bound| **bound <= number);
        let above = bracket.bounds.iter().find(|bound| **bound >= number);
        match (below, above) {
            (Some(below), Some(_)) if is_asked(field) => {
                otherwise.values.insert(field.id.clone(), Value::Number(*below));
            }
            (Some(below), Some(_)) => count(&mut otherwise, below.to_usize().unwrap()),
            _ => {}
        }
    }
    otherwise
}

/// Every number on a bound that the list excludes on both sides, one step lower.
fn below_double_bounds(request: &Request) -> Request {
    let mut otherwise = request.clone();
    for bracket in brackets() {
        let field = edition().field(bracket.field);
        if let (Some(double), Some(Value::Number(number))) = (bracket.double, request.values.get(&field.id))
            && double.at == *number
        {
            otherwise.values.insert(field.id.clone(), Value::Number(*number - field.step()));
        }
    }
    otherwise
}

/// The other population and the other budget in the place of the first, where they are known.
fn by_other_fields(request: &Request) -> Request {
    let mut otherwise = request.clone();
    for (_, field) in asked_fields() {
        if let Some(value) = field.other.and_then(|other| request.values.get(&edition().field(other.field).id)) {
            otherwise.values.insert(field.id.clone(), value.clone());
        }
    }
    for body in &mut otherwise.bodies {
        body.inhabitants = body.municipal.or(body.inhabitants);
    }
    otherwise
}

//! Ways to join, against asking for each of them.

use crate::requests::{any_request, plausible_request};
use crate::{CATALOGUE, cases, edition, estimate};
use engine::catalogue::BodyKind;
use engine::line::{Avoided, Difference, Outcome};
use engine::request::{Body, Membership, Value};
use engine::territory::ways::{BreakEven, Cheapest, Comparison, Way, WayKind, doubts, reservations, ways};
use engine::{Estimate, Money, Outlay, Request, Span, Totals};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;

fn compare(request: &Request) -> Comparison<'static> {
    ways(&CATALOGUE, request)
}

fn some_request() -> impl Strategy<Value = Request> {
    prop_oneof![plausible_request(), any_request()]
}

/// What an EPCI could ask, with few bodies.
fn small_territory() -> impl Strategy<Value = Request> {
    let kinds = select(vec![BodyKind::Cc, BodyKind::Ca, BodyKind::Metropole]);
    (some_request(), kinds, 0..8_usize).prop_map(|(mut request, kind, most)| {
        request.kind = Some(kind);
        request.bodies.truncate(most);
        request
    })
}

/// What an EPCI could ask of annexe 1 that the list mostly prices, with few bodies of a village's size or a town's.
fn priced_territory() -> impl Strategy<Value = Request> {
    let kinds = vec![BodyKind::Commune, BodyKind::Commune, BodyKind::Commune, BodyKind::Ccas, BodyKind::Cc];
    let inhabitants = prop_oneof![8 => 50..3_000_u32, 2 => 3_000..12_000_u32, 1 => 90_000..110_000_u32];
    let body = (select(kinds), prop::option::weighted(0.98, inhabitants)).prop_map(|(kind, inhabitants)| Body {
        kind,
        inhabitants,
        municipal: None,
        name: String::new(),
    });
    (small_territory(), vec(body, 0..9), 1..3_700_u32, any::<bool>()).prop_map(|(mut request, bodies, volume, bare)| {
        request.bodies = bodies;
        request.values.insert("volume-territoire".to_owned(), Value::Number(volume.into()));
        if bare {
            request.services.clear();
        }
        request
    })
}

/// What a commune could ask.
fn commune() -> impl Strategy<Value = Request> {
    plausible_request().prop_map(|request| Request { kind: Some(BodyKind::Commune), bodies: vec![], ..request })
}

/// An EPCI by itself, for what a membership contains: about what it costs, in year 1 more than later.
fn alone() -> impl Strategy<Value = Request> {
    let contained = vec!["rgpd", "securisation", "dematerialisation", "collaboratif", "conges", "identite"];
    let figures = (1..10_000_000_u32, 1..200_u32, 1..300_u32, 1..700_u32);
    (subsequence(contained, 3..=6), figures, 1..=10_u8).prop_map(
        |(services, (budget, saved, identity, volume), years)| {
            let values = [
                ("budget", budget),
                ("volume-securisation", saved),
                ("volume-identite", identity),
                ("volume-territoire", volume),
            ];
            Request {
                kind: Some(BodyKind::Cc),
                years,
                values: values.map(|(id, number)| (id.to_owned(), Value::Number(number.into()))).into_iter().collect(),
                services: services.into_iter().map(str::to_owned).collect(),
                ..Request::default()
            }
        },
    )
}

/// What leaves the budget, year by year, added up to each.
fn cumulated(way: &Way<'_>) -> Vec<Decimal> {
    let years = way.outlays.iter().scan(Decimal::ZERO, |sum, year| {
        *sum += year.amount.euros();
        Some(*sum)
    });
    years.collect()
}

fn in_annexe_1(estimate: &Estimate<'_>, place: usize) -> bool {
    estimate.edition.annexes[usize::from(estimate.items[place].service.annexe)].id == "annexe-1"
}

/// Whether a way serves the same bodies and needs as a membership.
fn serves_all(way: &Way<'_>) -> bool {
    let own = !way.estimate.items.is_empty();
    let theirs = way.bodies.iter().any(|body| !body.estimate.items.is_empty());
    let others = |is_such: fn(BodyKind) -> bool| {
        way.request.bodies.iter().any(|body| !body.kind.is_epci() && is_such(body.kind))
    };
    match way.kind {
        WayKind::OwnNeeds => way.request.bodies.is_empty() && own,
        WayKind::EachBody => {
            if others(|_| true) {
                theirs
            } else {
                own
            }
        }
        WayKind::Individual if way.request.kind != Some(BodyKind::Commune) => {
            theirs || !others(|kind| kind != BodyKind::Commune)
        }
        WayKind::Mutualised | WayKind::Individual | WayKind::Covered => true,
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// Each way is a request that anybody could ask, at its price.
    #[test]
    fn a_way_costs_what_its_requests_cost(request in some_request()) {
        for way in compare(&request).ways {
            let asked = engine::amounts(&CATALOGUE, &way.request).unwrap();
            prop_assert_eq!(&way.estimate, &asked);
            let mut sums = asked.by_year.clone();
            let mut at_least = asked.is_at_least();
            for body in &way.bodies {
                let asked = engine::amounts(&CATALOGUE, &body.request).unwrap();
                prop_assert_eq!(&body.estimate, &asked);
                at_least |= asked.is_at_least();
                sums = sums.into_iter().zip(asked.by_year).map(|(sum, year)| sum.plus(year)).collect();
            }
            let amounts = |outlays: &[Outlay]| outlays.iter().map(|year| year.amount).collect::<Vec<_>>();
            prop_assert_eq!(amounts(&way.outlays), sums.iter().map(|year| year.outlay()).collect::<Vec<_>>());
            prop_assert_eq!(way.outlay.amount, sums.into_iter().fold(Totals::ZERO, Totals::plus).outlay());
            prop_assert_eq!(way.outlay.at_least, way.outlays.iter().any(|year| year.at_least));
            prop_assert!(way.outlay.at_least == at_least || request.kind.is_none());
        }
    }

    /// How it joins is all that a way changes, and who asks when nobody said so.
    #[test]
    fn a_way_is_the_same_request_otherwise_joined(request in some_request()) {
        let comparison = compare(&request);
        let kinds: Vec<WayKind> = comparison.ways.iter().map(|way| way.kind).collect();
        let epci = request.kind.map_or(!request.bodies.is_empty(), BodyKind::is_epci);
        prop_assert_eq!(comparison.supposed.is_some(), request.kind.is_none() && epci);
        prop_assert_eq!(kinds, match request.kind {
            _ if epci => vec![WayKind::Mutualised, WayKind::Individual, WayKind::OwnNeeds, WayKind::EachBody],
            Some(BodyKind::Commune) => vec![WayKind::Covered, WayKind::Individual, WayKind::OwnNeeds],
            _ => vec![WayKind::Covered, WayKind::OwnNeeds],
        });
        for way in &comparison.ways {
            let (membership, covered_by_epci) = match way.kind {
                WayKind::Mutualised => (Membership::Mutualised, false),
                WayKind::Individual => (Membership::Individual, false),
                WayKind::Covered => (Membership::None, true),
                WayKind::OwnNeeds | WayKind::EachBody => (Membership::None, false),
            };
            let kind = request.kind.or(comparison.supposed);
            prop_assert_eq!(&way.request, &Request { kind, membership, covered_by_epci, ..request.clone() });
            prop_assert!(matches!(way.kind, WayKind::EachBody | WayKind::Individual) || way.bodies.is_empty());
        }
    }

    /// The way a request joins costs, beside its membership, what the request costs.
    #[test]
    fn the_way_asked_for_is_the_request(request in some_request()) {
        let comparison = compare(&request);
        let joined = match request.membership {
            Membership::Mutualised => WayKind::Mutualised,
            Membership::Individual => WayKind::Individual,
            Membership::None => WayKind::OwnNeeds,
        };
        let Some(way) = comparison.way(joined) else { return Ok(()) };
        prop_assume!(request.kind.is_some());
        prop_assume!(request.membership != Membership::None || !request.covered_by_epci);
        let given = engine::amounts(&CATALOGUE, &request).unwrap();
        let beside = |estimate: &Estimate<'static>| {
            let places = (0..estimate.items.len()).filter(|place| !in_annexe_1(estimate, *place));
            places.map(|place| estimate.items[place].clone()).collect::<Vec<_>>()
        };
        prop_assert_eq!(beside(&way.estimate), beside(&given));
        prop_assert_eq!(way.estimate.outlay(Span::Period), given.outlay(Span::Period));
    }

}

proptest! {
    #![proptest_config(cases(300))]

    /// Each body of the list but an EPCI, in its own name, for what a membership would contain.
    #[test]
    fn each_body_asks_what_a_membership_would_contain(request in small_territory()) {
        let comparison = compare(&request);
        let way = comparison.way(WayKind::EachBody).unwrap();
        let member = engine::amounts(&CATALOGUE, &comparison.way(WayKind::Mutualised).unwrap().request).unwrap();
        let places: Vec<usize> =
            request.bodies.iter().enumerate().filter(|(_, body)| !body.kind.is_epci()).map(|(place, _)| place).collect();
        prop_assert_eq!(way.bodies.iter().map(|body| body.place).collect::<Vec<_>>(), places);
        for body in &way.bodies {
            let listed = &request.bodies[body.place];
            prop_assert_eq!(body.request.kind, Some(listed.kind));
            let inhabitants = body.request.values.get("habitants");
            prop_assert_eq!(inhabitants.is_some(), listed.inhabitants.is_some());
            // As the body's own request, joined, all of it is included: nothing is left to pay for.
            let covered = Request { covered_by_epci: true, ..body.request.clone() };
            let covered = engine::amounts(&CATALOGUE, &covered).unwrap();
            prop_assert!(covered.lines().next().is_none() && covered.quotes().next().is_none(), "{:?}", covered.items);
            // And nothing that the membership contains is left out.
            for item in member.included() {
                prop_assert!(body.request.services.contains(&item.service.id), "{}", item.service.id);
            }
        }
    }

    /// Among the exact ways none costs less, and no least amount lies below.
    #[test]
    fn the_cheapest_way_is_beyond_doubt(request in prop_oneof![small_territory(), priced_territory(), commune(), alone()]) {
        let comparison = compare(&request);
        let ranked: Vec<&Way<'_>> = comparison.ways.iter().filter(|way| serves_all(way)).collect();
        let exact: Vec<&Way<'_>> = ranked.iter().copied().filter(|way| !way.outlay.at_least).collect();
        match &comparison.cheapest {
            Cheapest::Known(leads) => {
                prop_assert!(!leads.is_empty());
                for way in &comparison.ways {
                    let leading = leads.iter().find(|lead| lead.way == way.kind);
                    let least = serves_all(way) && ranked.iter().all(|other| way.outlay.amount <= other.outlay.amount);
                    prop_assert_eq!(leading.is_some(), !way.outlay.at_least && least, "{:?}", way.kind);
                    let Some(lead) = leading else { continue };
                    let mine = cumulated(way);
                    let ahead = |year: usize| exact.iter().all(|other| mine[year - 1] <= cumulated(other)[year - 1]);
                    let from = usize::from(lead.from_year);
                    prop_assert!((from..=mine.len()).all(ahead) && from <= mine.len());
                    prop_assert!(from == 1 || !ahead(from - 1), "{:?} from {}", way.kind, from);
                }
            }
            Cheapest::Undecided(kinds) => {
                let least = exact.iter().map(|way| way.outlay.amount).min();
                for way in &comparison.ways {
                    let candidate = match least {
                        None => true,
                        Some(least) if way.outlay.at_least => way.outlay.amount < least,
                        Some(least) => way.outlay.amount == least,
                    };
                    prop_assert_eq!(kinds.contains(&way.kind), candidate && serves_all(way), "{:?}", way.kind);
                }
                let unsure = |kind: &WayKind| comparison.way(*kind).unwrap().outlay.at_least;
                prop_assert!(kinds.iter().any(unsure));
            }
        }
    }

    /// Trying every set of communes.
    #[test]
    fn the_break_even_is_that_of_every_set_of_communes(request in priced_territory()) {
        let bare = Request { services: vec![], covered_by_epci: false, years: 1, ..request.clone() };
        let cost = |membership, bodies: Vec<Body>| {
            let estimate = estimate(&Request { membership, bodies, ..bare.clone() });
            (!estimate.is_at_least()).then(|| estimate.period.outlay())
        };
        let communes: Vec<Body> =
            request.bodies.iter().filter(|body| body.kind == BodyKind::Commune).cloned().collect();
        let found = compare(&request).break_even;
        prop_assert_eq!(found.is_some(), !communes.is_empty());
        let Some(found) = found else { return Ok(()) };
        let (Some(whole), Some(alone)) = (cost(Membership::Mutualised, request.bodies.clone()), cost(Membership::Individual, vec![]))
        else {
            prop_assert_eq!(found, BreakEven::Unknown);
            return Ok(());
        };
        if whole <= alone {
            prop_assert_eq!(found, BreakEven::From { least: 0, whichever: 0 });
            return Ok(());
        }
        if cost(Membership::Individual, communes.clone()).is_none() {
            prop_assert_eq!(found, BreakEven::Unknown);
            return Ok(());
        }
        // How many sets of so many communes there are, and how many of these cost enough.
        let mut sets = vec![(0, 0); communes.len() + 1];
        for set in 0..(1_usize << communes.len()) {
            let chosen: Vec<Body> =
                communes.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0).map(|(_, b)| b.clone()).collect();
            let size = &mut sets[chosen.len()];
            size.0 += 1;
            size.1 += usize::from(whole <= cost(Membership::Individual, chosen).unwrap());
        }
        let whichever = sets.iter().position(|(all, enough)| all == enough);
        let least = sets.iter().position(|(_, enough)| *enough > 0);
        let expected = least.zip(whichever).map(|(least, whichever)| BreakEven::From { least, whichever });
        prop_assert_eq!(found, expected.unwrap_or(BreakEven::Never));
    }

    /// Each once, in the ledger's order, and none that no line of annexe 1 touches; what it adds is what
    /// its hits add up to.
    #[test]
    fn reservations_are_the_hits_of_annexe_1(request in prop_oneof![small_territory(), priced_territory()]) {
        for way in &compare(&request).ways {
            let found = reservations(&CATALOGUE, way);
            let estimates: Vec<Estimate<'static>> = way.requests().map(estimate).collect();
            let mut expected = vec![];
            for (place, entry) in edition().ledger.iter().enumerate() {
                let mut touches = false;
                let mut sum = Some(Decimal::ZERO);
                for estimate in &estimates {
                    for (item, at) in estimate.items.iter().zip(0..) {
                        let mut add = |ix: engine::catalogue::LedgerIx, difference: Option<Decimal>| {
                            if usize::from(ix.0) == place {
                                touches |= in_annexe_1(estimate, at);
                                sum = sum.zip(difference).map(|(sum, more)| sum + more);
                            }
                        };
                        match &item.outcome {
                            Outcome::Charged(line) | Outcome::Included(_, Avoided::Line(line)) => {
                                for hit in &line.hits {
                                    add(hit.entry, match hit.difference {
                                        Difference::Amount { period, .. } => Some(period.euros()),
                                        _ => None,
                                    });
                                }
                            }
                            Outcome::Included(_, Avoided::Quote | Avoided::Unknown) => add(edition().cover_ledger, None),
                            Outcome::Quote(_, entries) => entries.iter().for_each(|entry| add(*entry, None)),
                            _ => {}
                        }
                    }
                }
                if touches {
                    expected.push((entry.id.clone(), sum));
                }
            }
            let told: Vec<_> = found.iter().map(|r| (r.entry.id.clone(), r.difference.map(Money::euros))).collect();
            prop_assert_eq!(told, expected, "{:?}", way.kind);
        }
    }

    /// Were the participations due on top of the territory's membership, both ways would cost the same.
    #[test]
    fn on_top_of_it_both_ways_are_one(request in priced_territory()) {
        let comparison = compare(&request);
        let (together, apart) = (comparison.way(WayKind::Mutualised).unwrap(), comparison.way(WayKind::Individual).unwrap());
        prop_assume!(!together.outlay.at_least && !apart.outlay.at_least);
        let otherwise = |way: &Way<'_>| {
            let found = reservations(&CATALOGUE, way);
            way.outlay.amount.plus(found.iter().find(|r| r.entry.id == "L3").unwrap().difference.unwrap())
        };
        // But for what the bodies buy that no participation covers.
        let bought: Money = apart.bodies.iter().map(|body| body.estimate.period.outlay()).sum();
        prop_assert_eq!(otherwise(together).plus(bought), otherwise(apart));
        let doubt = doubts(&CATALOGUE, &comparison).into_iter().find(|doubt| doubt.entry.id == "L3").unwrap();
        if apart.is_ranked() && bought.is_zero() && together.outlay.amount != apart.outlay.amount {
            prop_assert_eq!(doubt.reorders, Some(true));
        }
    }
}

//! What holds for any request, plausible or absurd, tried on many drawn at random.
//!
//! The draw is the same at every run, so that a failure can be looked at; other draws are a matter of
//! `PROPTEST_RNG_SEED=7 PROPTEST_CASES=2000`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs
)]

mod support;

use engine::catalogue::{
    Asked, BodyKind, Edition, Field, FieldIx, FieldKind, LedgerIx, Node, NumberKind, PerBody, ReadingEffect, Rule,
    Schedule,
};
use engine::counting::Counting;
use engine::explain::{self, Equation, Term};
use engine::french::{counted, money, number, parse_number};
use engine::line::{Change, Charge, Difference, Item, Line, Outcome};
use engine::remark::Remark;
use engine::request::{Body, Membership, Value, Values};
use engine::walk::Step;
use engine::{Catalogue, Estimate, Money, Request, Totals, decimal};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use proptest::test_runner::RngSeed;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(support::catalogue);

fn edition() -> &'static Edition {
    CATALOGUE.newest().unwrap()
}

fn estimate(request: &Request) -> Estimate<'static> {
    engine::estimate(&CATALOGUE, request).unwrap()
}

/// That many cases, drawn alike at every run unless the environment says otherwise.
fn cases(number: u32) -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = number;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(20_210_520);
    }
    config
}

// ---------------------------------------------------------------- requests

/// Every figure of the list that a field's number is compared with: bounds, packs, maxima.
fn figures(field: FieldIx) -> Vec<Decimal> {
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
fn plausible(ix: FieldIx, field: &Field) -> BoxedStrategy<Value> {
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
fn absurd(field: &Field) -> BoxedStrategy<Value> {
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
fn any_decimal() -> impl Strategy<Value = Decimal> {
    (any::<u32>(), any::<u32>(), any::<u32>(), any::<bool>(), 0..=28_u32)
        .prop_map(|(low, middle, high, negative, scale)| Decimal::from_parts(low, middle, high, negative, scale))
}

/// The fields a request may give.
fn asked_fields() -> impl Iterator<Item = (FieldIx, &'static Field)> {
    let fields = edition().fields.iter().enumerate();
    fields.map(|(place, field)| (FieldIx(place.try_into().unwrap()), field)).filter(|(_, field)| is_asked(field))
}

fn is_asked(field: &Field) -> bool {
    !matches!(field.asked, Asked::Derived(_))
}

/// Values of the fields, each known or not.
fn values(of_field: impl Fn(FieldIx, &'static Field) -> BoxedStrategy<Value>) -> impl Strategy<Value = Values> {
    let each: Vec<_> = asked_fields()
        .map(|(ix, field)| prop::option::weighted(0.9, of_field(ix, field).prop_map(|value| (field.id.clone(), value))))
        .collect();
    each.prop_map(|values| values.into_iter().flatten().collect())
}

fn kinds() -> impl Strategy<Value = Option<BodyKind>> {
    prop::option::weighted(0.9, select(BodyKind::ALL.to_vec()))
}

fn memberships() -> impl Strategy<Value = Membership> {
    select(vec![Membership::None, Membership::Mutualised, Membership::Individual])
}

/// Inhabitants around the figures of the list.
fn inhabitants() -> impl Strategy<Value = u32> {
    let around = [100, 300, 500, 1_000, 1_500, 2_500, 5_000, 10_000, 20_000, 100_000];
    prop_oneof![(select(around.to_vec()), 0..=2_u32).prop_map(|(figure, beside)| figure - 1 + beside), 1..200_000_u32]
}

fn plausible_bodies() -> impl Strategy<Value = Vec<Body>> {
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

fn any_bodies() -> impl Strategy<Value = Vec<Body>> {
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

fn service_ids() -> Vec<String> {
    edition().services.iter().map(|service| service.id.clone()).collect()
}

/// A request somebody could make: values the fields accept, each service once, in any order.
fn plausible_request() -> impl Strategy<Value = Request> {
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
fn any_request() -> impl Strategy<Value = Request> {
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

// ---------------------------------------------------------------- helpers

/// Everything a person may read about an estimate.
fn texts(estimate: &Estimate<'static>) -> Vec<String> {
    let edition = estimate.edition;
    let mut texts: Vec<String> = estimate.remarks.iter().map(|remark| remark.sentence(edition)).collect();
    for line in every_line(estimate) {
        texts.push(explain::sentence(edition, line));
        texts.extend(explain::formula(edition, line).iter().map(Equation::to_string));
        texts.extend(line.thresholds.iter().map(|near| explain::threshold(edition, line, near)));
        texts.extend(line.hits.iter().map(|hit| explain::hit(edition, hit, estimate.years)));
    }
    for item in &estimate.items {
        if let Outcome::Quote(reason, _) = &item.outcome {
            texts.push(reason.sentence(edition));
        }
    }
    texts
}

/// The lines charged and those a membership contains.
fn every_line<'a>(estimate: &'a Estimate<'static>) -> impl Iterator<Item = &'a Line<'static>> {
    estimate.items.iter().filter_map(|item| match &item.outcome {
        Outcome::Charged(line) | Outcome::Included(_, Some(line)) => Some(line),
        _ => None,
    })
}

/// A charge by column, added here and not by the engine.
fn columns(charge: Charge) -> [Decimal; 4] {
    match charge {
        Charge::Exempt(amount) => [amount.euros(), Decimal::ZERO, Decimal::ZERO, Decimal::ZERO],
        Charge::Taxed { ht, tva, .. } => [Decimal::ZERO, ht.euros(), tva.euros(), ht.euros() + tva.euros()],
    }
}

fn columns_of(totals: Totals) -> [Decimal; 4] {
    [totals.exempt, totals.ht, totals.tva, totals.ttc].map(Money::euros)
}

fn plus(a: [Decimal; 4], b: [Decimal; 4]) -> [Decimal; 4] {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
}

fn sum(columns: impl Iterator<Item = [Decimal; 4]>) -> [Decimal; 4] {
    columns.fold([Decimal::ZERO; 4], plus)
}

/// How often something falls due over a period: said again here, year by year.
fn times(schedule: Schedule, years: u8) -> Decimal {
    let years = u32::from(years);
    Decimal::from(match schedule {
        Schedule::Once => 1,
        Schedule::Yearly => years,
        Schedule::FromYear2 => years - 1,
        Schedule::EveryYears(n) => years.div_ceil(n.into()),
    })
}

/// What an item of an estimate costs each time.
#[derive(Debug, PartialEq)]
enum Cost<'a> {
    Line(&'a Line<'static>),
    /// No line, or a free one.
    Nothing,
    Quote,
    Missing,
}

/// The cost of the same row in another estimate.
fn same_row<'a>(estimate: &'a Estimate<'static>, item: &Item<'_>) -> Cost<'a> {
    let price = item.price().map(|price| &price.id);
    let of_service =
        estimate.items.iter().filter(|other| other.service.id == item.service.id && other.body == item.body);
    for other in of_service {
        match &other.outcome {
            Outcome::Quote(..) => return Cost::Quote,
            Outcome::Charged(line) if Some(&line.price.id) == price => return Cost::Line(line),
            Outcome::Missing(row, _) if Some(&row.id) == price => return Cost::Missing,
            _ => {}
        }
    }
    Cost::Nothing
}

/// The request with another number for a field, as the row of `item` sees it; `None` when it cannot be asked for.
fn with_number(request: &Request, item: &Item<'_>, field: FieldIx, value: Decimal) -> Option<Request> {
    let mut request = request.clone();
    let declared = edition().field(field);
    match (item.body, declared.asked) {
        (Some(place), _) if declared.per_body == Some(PerBody::Inhabitants) => {
            request.bodies[place].inhabitants = Some(value.to_u32().unwrap());
        }
        (_, Asked::Derived(_)) => count(&mut request, value.to_usize().unwrap()),
        (None, _) => {
            request.values.insert(declared.id.clone(), Value::Number(value));
        }
        (Some(_), _) => return None,
    }
    Some(request)
}

/// Adds or removes bodies until that many count.
fn count(request: &mut Request, wanted: usize) {
    loop {
        let census = estimate(request).census;
        match census.counted() {
            found if found < wanted => {
                request.bodies.push(Body {
                    kind: BodyKind::Commune,
                    inhabitants: Some(300),
                    municipal: Some(300),
                    name: String::new(),
                });
            }
            found if found > wanted => {
                let place = census.reasons().iter().position(|reason| reason.counts()).unwrap();
                request.bodies.remove(place);
            }
            _ => return,
        }
    }
}

fn outlay(cost: &Cost<'_>) -> Money {
    match cost {
        Cost::Line(line) => line.charge.outlay(),
        Cost::Nothing => Money::ZERO,
        Cost::Quote | Cost::Missing => panic!("{cost:?}"),
    }
}

// ---------------------------------------------------------------- any request

proptest! {
    #![proptest_config(cases(2_000))]

    /// What the page shows at each key press is the estimate, without the reasons it does not show.
    #[test]
    fn amounts_are_the_estimate_without_hits_and_thresholds(request in prop_oneof![plausible_request(), any_request()]) {
        let mut whole = estimate(&request);
        for item in &mut whole.items {
            if let Outcome::Charged(line) | Outcome::Included(_, Some(line)) = &mut item.outcome {
                line.hits.clear();
                line.thresholds.clear();
            }
        }
        prop_assert_eq!(engine::amounts(&CATALOGUE, &request).unwrap(), whole);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_request_is_priced_and_explained_without_panic(request in any_request()) {
        let estimate = estimate(&request);
        for text in texts(&estimate) {
            prop_assert!(!text.trim().is_empty());
        }
        for remark in &estimate.remarks {
            prop_assert!(!remark.code().is_empty());
        }
    }

    /// Whoever adds the lines by hand finds the sums of every column of every year, and of the period.
    #[test]
    fn sums_are_those_of_the_lines(request in any_request()) {
        let estimate = estimate(&request);
        prop_assert_eq!(estimate.by_year.len(), usize::from(estimate.years));
        for year in 1..=estimate.years {
            let lines = sum(estimate.lines().filter_map(|line| line.in_year(year)).map(columns));
            let totals = estimate.year(year).unwrap();
            prop_assert_eq!(columns_of(totals), lines);
            prop_assert_eq!(totals.ttc, totals.ht.plus(totals.tva));
            prop_assert_eq!(totals.outlay(), totals.exempt.plus(totals.ttc));
        }
        prop_assert_eq!(columns_of(estimate.period), sum(estimate.by_year.iter().copied().map(columns_of)));
        let over: Decimal = estimate.lines().map(|line| line.outlay_over(estimate.years).euros()).sum();
        prop_assert_eq!(estimate.period.outlay().euros(), over);
        for line in estimate.lines() {
            let due = (1..=estimate.years).filter(|year| line.in_year(*year).is_some()).count();
            prop_assert_eq!(Decimal::from(due), times(line.schedule, estimate.years));
        }
    }

    /// To the last digit and sign of zero, also where it saturates.
    #[test]
    fn minus_is_a_subtraction(a in any_decimal(), b in prop_oneof![9 => any_decimal(), 1 => Just(Decimal::ZERO)]) {
        let written = |number: Decimal| (number.serialize(), number.to_string());
        prop_assert_eq!(written(decimal::minus(a, b)), written(a.saturating_sub(b)));
        prop_assert_eq!(written(decimal::minus(b, b)), written(b.saturating_sub(b)));
    }

    /// Amounts are whole cents and never below 0 €.
    #[test]
    fn nothing_is_charged_below_zero(request in any_request()) {
        for line in every_line(&estimate(&request)) {
            prop_assert!(!line.priced.unit.is_negative() && line.priced.quantity >= Decimal::ZERO);
            for amount in columns(line.charge) {
                prop_assert!(amount >= Decimal::ZERO && amount.normalize().scale() <= 2, "{amount}");
            }
        }
    }

    /// "au moins" is said when, and only when, something asked for has no amount; and nothing asked for disappears.
    #[test]
    fn at_least_means_a_quote_or_an_unknown(request in any_request()) {
        let estimate = estimate(&request);
        let mut open = estimate.items.iter().any(|item| matches!(item.outcome, Outcome::Quote(..) | Outcome::Missing(..)));
        prop_assert_eq!(estimate.quotes().count() + estimate.missing().count() > 0, open);
        // The territory's membership is priced by the bodies that count, and one of them may count yet.
        let counted = estimate.lines().any(|line| line.price.id == "adhesion") && request.membership == Membership::Mutualised;
        open |= counted && estimate.census.reasons().contains(&Counting::Unknown);
        prop_assert_eq!(estimate.is_at_least(), open);
        for id in &request.services {
            let priced = estimate.items.iter().any(|item| item.service.id == *id);
            let refused = estimate.remarks.iter().any(|remark| matches!(remark, Remark::UnknownService(unknown) if unknown == id));
            prop_assert!(priced || refused, "{id}");
        }
    }

    #[test]
    fn years_outside_one_to_ten_are_clamped_with_a_remark(request in any_request()) {
        let asked = request.years;
        let used = asked.clamp(1, 10);
        let mut estimate_asked = estimate(&request);
        let estimate_used = estimate(&Request { years: used, ..request });
        prop_assert_eq!(estimate_asked.years, used);
        let remark = Remark::Years { asked, used };
        prop_assert_eq!(estimate_asked.remarks.contains(&remark), asked != used);
        estimate_asked.remarks.retain(|other| *other != remark);
        prop_assert_eq!(estimate_asked, estimate_used);
    }

    /// The page and a program may name the services in any order.
    #[test]
    fn the_order_of_services_is_of_no_matter(
        (request, shuffled) in any_request().prop_flat_map(|request| {
            let services = Just(request.services.clone()).prop_shuffle();
            (Just(request), services)
        })
    ) {
        let said = |estimate: &Estimate<'_>| {
            let mut said: Vec<String> = estimate.remarks.iter().map(|remark| format!("{remark:?}")).collect();
            said.sort();
            said
        };
        let (one, other) = (estimate(&request), estimate(&Request { services: shuffled, ..request }));
        prop_assert_eq!(said(&one), said(&other));
        prop_assert_eq!(one.items, other.items);
        prop_assert_eq!(one.by_year, other.by_year);
        prop_assert_eq!(one.period, other.period);
    }

    /// A service taken away takes its lines with it and nothing else.
    #[test]
    fn removing_a_service_subtracts_its_lines(request in plausible_request(), index in any::<Index>()) {
        prop_assume!(!request.services.is_empty());
        let removed = request.services[index.index(request.services.len())].clone();
        let base = |id: &String| edition().service(edition().service_named(id).unwrap().option_of?).map(|base| base.id.clone());
        prop_assume!(!request.services.iter().any(|id| base(id).as_ref() == Some(&removed)));
        let before = estimate(&request);
        let mut fewer = request.clone();
        fewer.services.retain(|id| *id != removed);
        let after = estimate(&fewer);
        let (gone, kept): (Vec<_>, Vec<_>) = before.items.iter().partition(|item| item.service.id == removed);
        prop_assert_eq!(kept, after.items.iter().collect::<Vec<_>>());
        for year in 1..=before.years {
            let lines = sum(gone.iter().filter_map(|item| item.line()).filter_map(|line| line.in_year(year)).map(columns));
            let (before, after) = (before.year(year).unwrap(), after.year(year).unwrap());
            prop_assert_eq!(columns_of(before), plus(columns_of(after), lines));
        }
    }

    /// What is written down and read back is the same request.
    #[test]
    fn a_request_survives_json(request in any_request()) {
        let written = serde_json::to_string(&request).unwrap();
        prop_assert_eq!(serde_json::from_str::<Request>(&written).unwrap(), request.clone());
        let value = serde_json::to_value(&request).unwrap();
        prop_assert_eq!(serde_json::from_value::<Request>(value).unwrap(), request);
    }
}

/// Numbers too large to be true are refused one by one; the largest accepted are priced exactly.
#[test]
fn the_largest_numbers_are_remarks() {
    let every = |number: fn(&Field) -> Decimal| Request {
        kind: Some(BodyKind::Cc),
        years: 10,
        bodies: vec![
            Body {
                kind: BodyKind::Commune,
                inhabitants: Some(u32::MAX),
                municipal: Some(u32::MAX),
                name: String::new()
            };
            60
        ],
        values: asked_fields()
            .filter(|(_, field)| matches!(field.kind, FieldKind::Number(_)))
            .map(|(_, field)| (field.id.clone(), Value::Number(number(field))))
            .collect(),
        services: service_ids(),
        ..Request::default()
    };
    for membership in [Membership::None, Membership::Mutualised, Membership::Individual] {
        let beyond = Request { membership, ..every(|_| Decimal::MAX) };
        let refused = estimate(&beyond);
        let above = refused.remarks.iter().filter(|remark| remark.code() == "above-maximum").count();
        assert_eq!(above, beyond.values.iter().count());
        assert_eq!(refused.remarks.iter().filter(|remark| remark.code() == "body-out-of-range").count(), 60);
        assert!(refused.is_at_least());

        let accepted = estimate(&Request {
            membership,
            ..every(|field| match &field.kind {
                FieldKind::Number(number) => number.max,
                FieldKind::Choice(_) => Decimal::ZERO,
            })
        });
        assert!(accepted.remarks.iter().any(|remark| remark.code() == "out-of-list"));
        assert!(accepted.remarks.iter().all(|remark| remark.code() != "above-maximum"));
        for line in accepted.lines() {
            let [exempt, ht, _, ttc] = columns(line.charge);
            assert_eq!(line.charge.outlay().euros(), exempt + ttc);
            assert_eq!(exempt + ht, line.priced.unit.euros() * line.priced.quantity);
        }
    }
}

// ---------------------------------------------------------------- thresholds and other readings

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
                // One step short of it, the line stands in the same cell, and costs the same unless
                // that very number is also its quantity.
                let step = edition().field(near.field).step();
                let short = if near.distance > Decimal::ZERO { near.reached - step } else { near.reached + step };
                let short = estimate(&with_number(&request, item, near.field, short).unwrap());
                let Cost::Line(same) = same_row(&short, item) else { panic!("{what}: no line one step before") };
                prop_assert_eq!(same.priced.cell, line.priced.cell, "{}", &what);
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
            let Outcome::Included(price, Some(line)) = &item.outcome else { continue };
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

// ---------------------------------------------------------------- formulas

proptest! {
    #![proptest_config(cases(400))]

    /// A line's formula, read as printed and worked out by hand, leads to the line's amount.
    #[test]
    fn printed_formulas_work_out(request in plausible_request()) {
        let estimate = estimate(&request);
        for line in every_line(&estimate) {
            let equations = explain::formula(estimate.edition, line);
            let mut quantity = line.priced.quantity;
            let (mut net, mut vat, mut last) = (None, None, None);
            for equation in &equations {
                let printed = equation.to_string();
                let Worked { operands, result } = work_out(&printed, equation.term);
                match equation.term {
                    Term::Quantity => quantity = result,
                    Term::Net => {
                        prop_assert_eq!(&operands, &[line.priced.unit.euros(), quantity], "{}", printed);
                        net = Some(result);
                    }
                    Term::Vat => {
                        prop_assert_eq!(Some(operands[0]), net, "{}", printed);
                        vat = Some(result);
                    }
                    Term::Gross => prop_assert_eq!(&operands, &[net.unwrap(), vat.unwrap()], "{}", printed),
                }
                last = Some(result);
            }
            prop_assert_eq!(quantity, line.priced.quantity);
            prop_assert_eq!(last, Some(line.charge.outlay().euros()));
        }
    }
}

/// What a printed equation comes to.
struct Worked {
    operands: Vec<Decimal>,
    result: Decimal,
}

/// Works an equation out from its text alone and checks what it says of its result.
fn work_out(printed: &str, term: Term) -> Worked {
    let (left, right) = printed.split_once(" = ").expect(printed);
    let (exact, rounded) = match right.split_once(", arrondi à ").or(right.split_once(", compté ")) {
        Some((exact, rounded)) => (exact, Some(rounded)),
        None => (right, None),
    };
    let mut reader = Reader { rest: left, operands: Vec::new() };
    let found = reader.sum();
    assert_eq!(reader.rest, "", "{printed}");
    assert_eq!(found, printed_number(exact), "{printed}");
    let whole = match term {
        Term::Quantity => found.ceil(),
        Term::Net | Term::Vat | Term::Gross => found.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero),
    };
    let result = match rounded {
        Some(rounded) => {
            assert_eq!(printed.contains(", compté "), term == Term::Quantity, "{printed}");
            assert_ne!(whole, found, "nothing was rounded: {printed}");
            printed_number(rounded)
        }
        None => found,
    };
    if term != Term::Quantity || rounded.is_some() {
        assert_eq!(result, whole, "{printed}");
    }
    Worked { operands: reader.operands, result }
}

/// Reads `(25 − 10) ÷ 10` and the like: numbers in French, with or without a unit.
struct Reader<'a> {
    rest: &'a str,
    operands: Vec<Decimal>,
}

impl Reader<'_> {
    fn sum(&mut self) -> Decimal {
        let mut found = self.product();
        while let Some(sign) = self.sign(&['+', '−']) {
            let next = self.product();
            found = if sign == '+' { found + next } else { found - next };
        }
        found
    }

    fn product(&mut self) -> Decimal {
        let mut found = self.factor();
        while let Some(sign) = self.sign(&['×', '÷']) {
            let next = self.factor();
            found = if sign == '×' { found * next } else { found / next };
        }
        found
    }

    fn factor(&mut self) -> Decimal {
        if let Some(inside) = self.rest.strip_prefix('(') {
            self.rest = inside;
            let found = self.sum();
            self.rest = self.rest.strip_prefix(')').expect("a closing parenthesis");
            return found;
        }
        let end = self.rest.find([' ', ')']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        let found = printed_number(word);
        self.operands.push(found);
        found
    }

    /// A sign between two spaces.
    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let mut letters = self.rest.chars();
        let (Some(' '), Some(sign), Some(' ')) = (letters.next(), letters.next(), letters.next()) else { return None };
        if !signs.contains(&sign) {
            return None;
        }
        self.rest = letters.as_str();
        Some(sign)
    }
}

/// `1 234,5`, `1 234,50 €`, `20 %` or `7 communes`, printed as the French print them.
fn printed_number(text: &str) -> Decimal {
    let (digits, unit) = text.split_once('\u{a0}').map_or((text, None), |(digits, unit)| (digits, Some(unit)));
    let (whole, part) = digits.split_once(',').map_or((digits, ""), |(whole, part)| (whole, part));
    // Thousands apart, and apart by three.
    let groups: Vec<&str> = whole.split('\u{202f}').collect();
    assert!(groups.iter().skip(1).all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len()), "{text}");
    assert!(unit != Some("€") || part.len() >= 2, "{text}");
    let plain = format!("{}.{}", groups.concat(), if part.is_empty() { "0" } else { part });
    assert!(plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'), "{text}");
    let number: Decimal = plain.parse().unwrap();
    if unit == Some("%") { number / Decimal::ONE_HUNDRED } else { number }
}

// ---------------------------------------------------------------- more costs more

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

// ---------------------------------------------------------------- French

/// A number anybody might write: up to 15 digits before the comma, up to 6 after.
fn written() -> impl Strategy<Value = Decimal> {
    (0..1_000_000_000_000_000_i64, 0..=6_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_number_written_is_read_back(value in written()) {
        prop_assert_eq!(parse_number(&number(value), ""), Ok(Some(value)));
        prop_assert_eq!(parse_number(&number(value), "€"), Ok(Some(value)));
    }

    /// With its unit behind it, whatever the field.
    #[test]
    fn a_number_and_its_unit_are_read_back(value in written()) {
        for field in &edition().fields {
            let unit = field.unit(value);
            prop_assert_eq!(parse_number(&counted(value, unit), unit), Ok(Some(value)), "{}", field.id);
        }
    }

    #[test]
    fn an_amount_written_is_read_back(cents in 0..100_000_000_000_000_i64) {
        let amount = Money::from_euros(Decimal::new(cents, 2));
        prop_assert_eq!(parse_number(&money(amount), "€"), Ok(Some(amount.euros())));
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(
        typed in prop_oneof![any::<String>(), "[0-9., \u{a0}\u{202f}'’€%kKmMgGtToO+−-]{0,40}", "[0-9]{0,30}[.,]?[0-9]{0,30} ?[kKmM]?€?", "[0-9]{1,3}( ?[0-9]{3}){0,5},?[0-9]{0,2} ?(k€|Go|€|hab)?"],
        unit in prop_oneof![Just("€".to_owned()), Just("Go".to_owned()), Just("habitants".to_owned()), any::<String>()],
    ) {
        if let Ok(Some(value)) = parse_number(&typed, &unit) {
            prop_assert!(value >= Decimal::ZERO);
        }
    }

    /// Decimals of any size are written without panic, digit for digit.
    #[test]
    fn any_number_is_written(value in any_decimal()) {
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
        prop_assert_eq!(digits(number(value)), digits(value.normalize().to_string()));
        let amount = money(Money::from_euros(value));
        prop_assert!(amount.ends_with("\u{a0}€"), "{}", amount);
    }
}

//! What holds for any request.

use crate::costs::{columns, columns_of, every_line, plus, sum, texts, times};
use crate::requests::{any_decimal, any_request, asked_fields, plausible_request, service_ids};
use crate::{CATALOGUE, cases, edition, estimate};
use engine::catalogue::{BodyKind, Field, FieldKind, Price, Schedule};
use engine::joining::counting::Counting;
use engine::line::{Avoided, Outcome};
use engine::remark::Remark;
use engine::request::{Body, Membership, Value};
use engine::{Estimate, Outlay, Request, Span, decimal};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;

proptest! {
    #![proptest_config(cases(2_000))]

    /// What the page shows at each key press is the estimate, without the reasons it does not show.
    #[test]
    fn amounts_are_the_estimate_without_hits_and_thresholds(request in prop_oneof![plausible_request(), any_request()]) {
        let mut whole = estimate(&request);
        for item in &mut whole.items {
            if let Outcome::Charged(line) | Outcome::Included(_, Avoided::Line(line)) = &mut item.outcome {
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

    /// The same sums by family, and once or again: not a cent lost, nothing named that costs nothing.
    #[test]
    fn families_and_rhythms_split_the_sums_without_a_cent_lost(request in any_request()) {
        let estimate = estimate(&request);
        let families = estimate.by_family();
        for (totals, year) in estimate.by_year.iter().zip(0..) {
            let split: Decimal = families.iter().map(|cost| cost.by_year[year].amount.euros()).sum();
            prop_assert_eq!(split, totals.outlay().euros(), "year {}", year + 1);
        }
        for cost in &families {
            prop_assert!(std::ptr::eq(cost.family, &edition().families[cost.place]), "{} is misplaced", cost.family.id);
            prop_assert_eq!(cost.by_year.len(), usize::from(estimate.years));
            prop_assert!(cost.by_year.iter().any(|year| *year != Outlay::default()), "{} costs nothing", cost.family.id);
        }
        prop_assert!(families.windows(2).all(|pair| pair[0].place < pair[1].place));
        let rhythms = estimate.rhythms();
        prop_assert_eq!(rhythms.once.amount.euros() + rhythms.recurring.amount.euros(), estimate.period.outlay().euros());
        let in_year_1: Decimal = estimate.lines().filter(|line| line.schedule == Schedule::Once)
            .map(|line| columns(line.charge)).map(|[exempt, _, _, ttc]| exempt + ttc).sum();
        prop_assert_eq!(rhythms.once.amount.euros(), in_year_1);
        let least = rhythms.once.at_least || rhythms.recurring.at_least;
        prop_assert_eq!(least, estimate.outlay(Span::Period).unwrap().at_least);
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

    /// Were everything that is lacking priced at something, no year that lacks nothing would change, and no sum of a
    /// regime that lacks nothing.
    #[test]
    fn a_sum_of_nothing_is_known_only_when_nothing_is_lacking(request in any_request()) {
        let estimate = estimate(&request);
        for (year, place) in estimate.by_year.iter().zip(1..) {
            let vat = |price: &Price| edition().vat[usize::from(price.vat)].rate.is_some();
            let rows = estimate.items.iter().flat_map(|item| match &item.outcome {
                Outcome::Missing(price, _) => vec![*price],
                Outcome::Quote(..) => item.service.prices.iter().collect(),
                Outcome::Charged(line) if estimate.count_is_least && line.price.id == "adhesion" => vec![line.price],
                _ => Vec::new(),
            });
            let quoted = |price: &Price| estimate.quotes().any(|item| item.service.prices.contains(price));
            let rows: Vec<&Price> = rows.filter(|price| quoted(price) || price.schedule.due(place)).collect();
            let lacks = [false, true].map(|taxed| rows.iter().any(|price| vat(price) == taxed));
            let sums = [year.exempt, year.ht, year.tva, year.ttc, year.outlay()];
            let grow = [lacks[0], lacks[1], lacks[1], lacks[1], lacks[0] || lacks[1]];
            for ((sum, may_grow), known) in sums.into_iter().zip(grow).zip(estimate.lacking(place).known(*year)) {
                prop_assert_eq!(known, if may_grow && sum.is_zero() { None } else { Some(sum) });
            }
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

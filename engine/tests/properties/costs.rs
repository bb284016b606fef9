//! What an estimate says and costs, found here and not by the engine.

use crate::{edition, estimate};
use engine::catalogue::{Asked, BodyKind, FieldIx, PerBody, Schedule};
use engine::explain::Equation;
use engine::line::{Avoided, Charge, Item, Line, Outcome};
use engine::request::{Body, Value};
use engine::{Estimate, Money, Request, Totals, explain};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Everything a person may read about an estimate.
pub fn texts(estimate: &Estimate<'static>) -> Vec<String> {
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
pub fn every_line<'a>(estimate: &'a Estimate<'static>) -> impl Iterator<Item = &'a Line<'static>> {
    estimate.items.iter().filter_map(|item| match &item.outcome {
        Outcome::Charged(line) | Outcome::Included(_, Avoided::Line(line)) => Some(line),
        _ => None,
    })
}

/// A charge by column, added here and not by the engine.
pub fn columns(charge: Charge) -> [Decimal; 4] {
    match charge {
        Charge::Exempt(amount) => [amount.euros(), Decimal::ZERO, Decimal::ZERO, Decimal::ZERO],
        Charge::Taxed { ht, tva, .. } => [Decimal::ZERO, ht.euros(), tva.euros(), ht.euros() + tva.euros()],
    }
}

pub fn columns_of(totals: Totals) -> [Decimal; 4] {
    [totals.exempt, totals.ht, totals.tva, totals.ttc].map(Money::euros)
}

pub fn plus(a: [Decimal; 4], b: [Decimal; 4]) -> [Decimal; 4] {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]
}

pub fn sum(columns: impl Iterator<Item = [Decimal; 4]>) -> [Decimal; 4] {
    columns.fold([Decimal::ZERO; 4], plus)
}

/// How often something falls due over a period: said again here, year by year.
pub fn times(schedule: Schedule, years: u8) -> Decimal {
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
pub enum Cost<'a> {
    Line(&'a Line<'static>),
    /// No line, or a free one.
    Nothing,
    Quote,
    Missing,
}

/// The cost of the same row in another estimate.
pub fn same_row<'a>(estimate: &'a Estimate<'static>, item: &Item<'_>) -> Cost<'a> {
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
pub fn with_number(request: &Request, item: &Item<'_>, field: FieldIx, value: Decimal) -> Option<Request> {
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
pub fn count(request: &mut Request, wanted: usize) {
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

pub fn outlay(cost: &Cost<'_>) -> Money {
    match cost {
        Cost::Line(line) => line.charge.outlay(),
        Cost::Nothing => Money::ZERO,
        Cost::Quote | Cost::Missing => panic!("{cost:?}"),
    }
}

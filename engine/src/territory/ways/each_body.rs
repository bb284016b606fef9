//! What a body of a territory buys for itself where no membership covers it.

use crate::catalogue::{BodyKind, Catalogue, Cover, Edition, PerBody, Price, Rule, Service};
use crate::estimate::{Estimate, amounts};
use crate::request::{Body, Request, Value, Values};
use alloc::string::String;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// What one body of the territory buys.
#[derive(Clone, Debug, PartialEq)]
pub struct OfBody<'c> {
    /// Its place in the request's list, from 0.
    pub place: usize,
    /// What it asks.
    pub request: Request,
    /// What that costs: its amounts, without reasons.
    pub estimate: Estimate<'c>,
}

/// What each of the bodies listed buys that are such.
pub(super) fn of<'c>(
    catalogue: &'c Catalogue,
    edition: &'c Edition,
    request: &Request,
    is_such: impl Fn(BodyKind) -> bool,
) -> Vec<OfBody<'c>> {
    let bought = requests(edition, request, is_such).into_iter();
    let bought = bought.filter_map(|(place, request)| {
        amounts(catalogue, &request).map(|estimate| OfBody { place, request, estimate })
    });
    bought.collect()
}

/// What each of the bodies listed needs that are such, and its place: the services asked that a membership contains,
/// as many as it contains, for the values given. An EPCI of the list is not one of its bodies.
pub(super) fn requests(
    edition: &Edition,
    request: &Request,
    is_such: impl Fn(BodyKind) -> bool,
) -> Vec<(usize, Request)> {
    let contained = contained(edition, request);
    let asked = Request {
        bodies: Vec::new(),
        values: values(edition, request, &contained),
        services: contained.iter().map(|service| service.id.clone()).collect(),
        ..request.clone()
    };
    let bodies = request.bodies.iter().enumerate();
    let bodies = bodies.filter(|(_, body)| !body.kind.is_epci() && is_such(body.kind));
    let needs = bodies.map(|(place, body)| {
        (place, Request { kind: Some(body.kind), values: standing(edition, body, &asked.values), ..asked.clone() })
    });
    needs.collect()
}

/// The services asked that a membership contains, or some of.
fn contained<'c>(edition: &'c Edition, request: &Request) -> Vec<&'c Service> {
    let services = request.services.iter().filter_map(|id| edition.service_named(id));
    services.filter(|service| service.is_choosable(edition) && service.cover(edition) != Cover::None).collect()
}

/// The values given, but those of the body that asks, and of a quantity no more than the membership
/// contains: further units are charged to each body whichever way it joins.
fn values(edition: &Edition, request: &Request, contained: &[&Service]) -> Values {
    let is_own = |id: &str| edition.fields.iter().any(|field| field.per_body.is_some() && field.id == id);
    let mut values: Values = request.values.iter().filter(|(id, _)| !is_own(id)).map(owned).collect();
    for service in contained {
        let Cover::First(most) = service.cover(edition) else { continue };
        for id in service.prices.iter().filter_map(|price| counted(edition, price)) {
            if let Some(Value::Number(number)) = values.get(id) {
                let number = (*number).min(most);
                values.insert(id.clone(), Value::Number(number));
            }
        }
    }
    values
}

fn owned((id, value): (&String, &Value)) -> (String, Value) {
    (id.clone(), value.clone())
}

/// The id of the field that a row counts.
fn counted<'c>(edition: &'c Edition, price: &Price) -> Option<&'c String> {
    match &price.rule {
        Rule::PerUnit(_, quantity) | Rule::Columns(_, _, Some(quantity)) => Some(&edition.field(quantity.field).id),
        _ => None,
    }
}

/// The same values with a body's inhabitants where the request's own stood.
fn standing(edition: &Edition, body: &Body, values: &Values) -> Values {
    let mut values = values.clone();
    for (which, inhabitants) in [(PerBody::Inhabitants, body.inhabitants), (PerBody::Municipal, body.municipal)] {
        if let Some(number) = inhabitants {
            let fields = edition.fields.iter().filter(|field| field.per_body == Some(which));
            fields.for_each(|field| {
                values.insert(field.id.clone(), Value::Number(Decimal::from(number)));
            });
        }
    }
    values
}

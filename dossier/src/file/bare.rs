//! A bare request, as the form would hold it had it been typed.

use crate::{Answer, Dossier, Known, Row};
use engine::Request;
use engine::french::number;
use engine::request::{Body, Value};
use rust_decimal::Decimal;

/// The dossier of a request.
pub(super) fn dossier(request: &Request, known: &Known<'_>) -> Dossier {
    let edition = request.edition.as_ref().unwrap_or(&known.edition.id);
    let values = request.values.iter().map(|(id, value)| (id.clone(), answer(value)));
    Dossier {
        kind: request.kind,
        years: request.years,
        membership: request.membership,
        covered_by_epci: request.covered_by_epci,
        values: values.collect(),
        services: request.services.clone(),
        rows: request.bodies.iter().map(row).collect(),
        ..Dossier::new(edition)
    }
}

fn answer(value: &Value) -> Answer {
    match value {
        Value::Number(value) => Answer::Text(number(*value)),
        Value::Choice(id) => Answer::Choice(id.clone()),
    }
}

fn row(body: &Body) -> Row {
    let text = |count: Option<u32>| count.map_or(String::new(), |count| number(Decimal::from(count)));
    Row {
        name: body.name.clone(),
        inhabitants: text(body.inhabitants),
        municipal: text(body.municipal),
        ..Row::new(body.kind)
    }
}

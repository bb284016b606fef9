//! From what was typed to a request, and what could not be read.

use super::Form;
use engine::Request;
use engine::catalogue::{Asked, Edition, FieldIx, FieldKind, NumberKind, PerBody};
use engine::french::parse_number;
use engine::request::{Body, Membership, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Where a problem stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a field.
    Field(FieldIx),
    /// In the row of a body, by its key.
    Body(u32),
}

/// Something typed that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What to change.
    pub message: String,
}

/// Reads a form. What cannot be read is left out of the request and reported.
pub fn read(form: &Form, edition: &Edition) -> (Request, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut request = Request {
        edition: Some(edition.id.clone()),
        years: form.years,
        kind: form.kind,
        membership: form.membership,
        covered_by_epci: form.covered_by_epci,
        ..Request::default()
    };
    for field in asked(form, edition) {
        let value = value(form, edition, field).unwrap_or_else(|message| {
            problems.push(Problem { place: Place::Field(field), message });
            None
        });
        if let Some(value) = value {
            request.values.insert(edition.field(field).id.clone(), value);
        }
    }
    let ids = form.chosen.iter().filter_map(|ix| edition.service(*ix)).map(|service| service.id.clone());
    request.services = ids.collect();
    request.bodies = if asks_bodies(form) { bodies(form, edition, &mut problems) } else { Vec::new() };
    (request, problems)
}

/// Whether the list of bodies matters to the way the form joins.
pub fn asks_bodies(form: &Form) -> bool {
    form.membership != Membership::None && form.kind.is_none_or(|kind| kind.is_epci())
}

/// The fields on screen: a field nobody sees must not be in error.
fn asked(form: &Form, edition: &Edition) -> Vec<FieldIx> {
    let joins = asks_bodies(form);
    let here = |ix: &FieldIx| match edition.field(*ix).asked {
        Asked::Body => true,
        Asked::Membership => joins,
        Asked::Service => asked_by_service(form, edition, *ix),
        Asked::Derived(_) => false,
    };
    edition.field_positions().filter(here).collect()
}

fn asked_by_service(form: &Form, edition: &Edition, field: FieldIx) -> bool {
    let chosen = form.chosen.iter().filter_map(|ix| edition.service(*ix));
    chosen.into_iter().any(|service| service.asked_fields(edition).contains(&field))
}

/// What was typed in a field; `None` for nothing.
fn value(form: &Form, edition: &Edition, ix: FieldIx) -> Result<Option<Value>, String> {
    let field = edition.field(ix);
    match &field.kind {
        FieldKind::Choice(answers) => {
            let answer = form.choice(ix).and_then(|place| answers.get(usize::from(place)));
            Ok(answer.map(|answer| Value::Choice(answer.id.clone())))
        }
        FieldKind::Number(NumberKind { many, .. }) => {
            let number = parse_number(form.text(ix), many).map_err(|error| error.to_string())?;
            Ok(number.map(Value::Number))
        }
    }
}

fn bodies(form: &Form, edition: &Edition, problems: &mut Vec<Problem>) -> Vec<Body> {
    let unit = edition.field_per_body(PerBody::Inhabitants).unit(Decimal::TWO);
    let body = |entry: &super::BodyEntry| {
        let number = parse_number(&entry.inhabitants, unit).map_err(|error| error.to_string());
        let whole = number.and_then(|number| match number {
            None => Ok(None),
            Some(number) if !number.fract().is_zero() => Err("Un nombre entier d'habitants est attendu.".to_owned()),
            Some(number) => number.to_u32().map(Some).ok_or_else(|| "Ce nombre d'habitants est trop grand.".to_owned()),
        });
        let inhabitants = whole.unwrap_or_else(|message| {
            problems.push(Problem { place: Place::Body(entry.key), message });
            None
        });
        Body { kind: entry.kind, inhabitants, municipal: None, name: String::new() }
    };
    form.bodies.iter().map(body).collect()
}

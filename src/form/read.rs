//! From what was typed to a request, and what could not be read.

use super::{BodyEntry, Form, Rows};
use engine::Request;
use engine::catalogue::{Asked, BodyKind, Edition, Field, FieldIx, FieldKind, NumberKind, PerBody};
use engine::french::{counted, parse_number};
use engine::request::{Body, Membership, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use territory::ccas_name;

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

/// A form, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What is asked.
    pub request: Request,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// The form's row behind each body of the request.
    pub seats: Vec<Seat>,
    /// The rows that were read; none where nobody asks for them.
    rows: Option<Rows>,
}

/// Where a body of a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The key of the row.
    pub key: u32,
    /// Whether it is the CCAS of the commune of that row.
    pub ccas: bool,
}

/// Reads a form. What cannot be read is left out of the request and reported.
pub fn read(form: &Form, edition: &Edition) -> Reading {
    read_again(form, edition, None)
}

/// Reads a form that was read before, in the same edition. A territory's rows are read anew only if they are other
/// ones: most keys change none of them.
pub fn read_again(form: &Form, edition: &Edition, before: Option<Reading>) -> Reading {
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
    if !asks_bodies(form) {
        return Reading { request, problems, seats: Vec::new(), rows: None };
    }
    let is_same = |before: &Reading| before.rows.as_ref().is_some_and(|rows| rows.are(&form.bodies));
    let (bodies, seats, of_rows) = match before.filter(is_same) {
        Some(before) => (before.request.bodies, before.seats, before.problems),
        None => bodies(form, edition),
    };
    problems.extend(of_rows.into_iter().filter(|problem| matches!(problem.place, Place::Body(_))));
    request.bodies = bodies;
    Reading { request, problems, seats, rows: Some(form.bodies.clone()) }
}

/// Whether the list of bodies matters to who asks and to the way it joins.
pub fn asks_bodies(form: &Form) -> bool {
    let may_join = form.membership != Membership::None || !form.bodies.is_empty();
    may_join && form.kind.is_none_or(|kind| kind.is_epci())
}

/// Whether a membership is shared out over several bodies: not where each commune has a participation.
pub fn shares_out(form: &Form) -> bool {
    let bodies = form.bodies.iter().filter(|body| !body.left_out).count();
    form.membership == Membership::Mutualised && asks_bodies(form) && bodies > 1
}

/// The fields on screen: a field nobody sees must not be in error.
fn asked(form: &Form, edition: &Edition) -> Vec<FieldIx> {
    let joins = asks_bodies(form);
    let chosen = form.chosen.iter().filter_map(|ix| edition.service(*ix));
    let by_services: Vec<FieldIx> = chosen.flat_map(|service| service.asked_fields(edition)).collect();
    let here = |ix: &FieldIx| match edition.field(*ix).asked {
        Asked::Body => true,
        Asked::Membership => joins,
        Asked::Service => by_services.contains(ix),
        Asked::Derived(_) => false,
    };
    edition.field_positions().filter(here).collect()
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

/// The bodies of the rows that are not left out, each followed by its CCAS; where each comes from; what could not
/// be read.
fn bodies(form: &Form, edition: &Edition) -> (Vec<Body>, Vec<Seat>, Vec<Problem>) {
    let field = edition.field_per_body(PerBody::Inhabitants);
    let (mut bodies, mut seats, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for (at, entry) in form.bodies.iter().enumerate().filter(|(_, entry)| !entry.left_out) {
        let before = form.bodies.get(..at).unwrap_or_default();
        if before.iter().any(|other| !other.left_out && is_same(other, entry)) {
            problems.push(Problem { place: Place::Body(entry.key), message: twice(entry) });
            continue;
        }
        let inhabitants = inhabitants(&entry.inhabitants, field).unwrap_or_else(|message| {
            problems.push(Problem { place: Place::Body(entry.key), message });
            None
        });
        // It is read where it is typed, in the commune's own view.
        let municipal = inhabitants.and(self::inhabitants(&entry.municipal, field).unwrap_or_default());
        let mut add = |kind, name, ccas| {
            bodies.push(Body { kind, inhabitants, municipal, name });
            seats.push(Seat { key: entry.key, ccas });
        };
        let name = entry.name.trim().to_owned();
        add(entry.kind, name.clone(), false);
        if entry.ccas {
            add(BodyKind::Ccas, if name.is_empty() { name } else { ccas_name(&name) }, true);
        }
    }
    (bodies, seats, problems)
}

/// Whether two rows name the same body. Capitals beyond ASCII count as other letters: their tables would
/// be 9 kB of every first visit.
fn is_same(one: &BodyEntry, other: &BodyEntry) -> bool {
    let [name, its] = [one, other].map(|entry| entry.name.trim());
    one.kind == other.kind && !name.is_empty() && name.eq_ignore_ascii_case(its)
}

fn twice(entry: &BodyEntry) -> String {
    format!("« {} » est déjà dans la liste : cette ligne n'est pas comptée.", entry.name.trim())
}

/// A whole number of inhabitants that the field of a body accepts; `None` when nothing was typed.
fn inhabitants(typed: &str, field: &Field) -> Result<Option<u32>, String> {
    let number = parse_number(typed, field.unit(Decimal::TWO)).map_err(|error| error.to_string())?;
    let Some(number) = number else { return Ok(None) };
    let (least, most) = match &field.kind {
        FieldKind::Number(NumberKind { min, max, .. }) => (*min, *max),
        FieldKind::Choice(_) => (Decimal::ZERO, Decimal::from(u32::MAX)),
    };
    if !number.fract().is_zero() {
        Err("Un nombre entier d'habitants est attendu.".to_owned())
    } else if number < least {
        Err(format!("Au moins {} est attendu.", counted(least, field.unit(least))))
    } else if number > most {
        Err("Ce nombre d'habitants est trop grand.".to_owned())
    } else {
        Ok(number.to_u32())
    }
}

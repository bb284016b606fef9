//! What a form answers, in words: each question and its answer, as the estimate takes them.

use super::{Form, Sharing, shares_out};
use engine::Request;
use engine::catalogue::{Edition, FieldKind, PerBody};
use engine::counting::{Census, Counting};
use engine::french::{counted, number};
use engine::request::{Body, Membership, Value};
use rust_decimal::Decimal;

/// Each question that a form answers, and its answer; what was left out of it, too. The request and the census are those
/// of the form.
pub fn answers(form: &Form, edition: &Edition, request: &Request, census: Option<&Census>) -> Vec<(String, String)> {
    let row = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut rows = Vec::new();
    rows.extend(request.kind.map(|kind| row("Type d'organisme", edition.kind_label(kind))));
    let years = counted(request.years.into(), if request.years > 1 { "ans" } else { "an" });
    rows.push(row("Durée de l'estimation", &years));
    let start = form.start.map_or("non précisée".to_owned(), |year| year.to_string());
    rows.push(row("Première année", &start));
    rows.push(row("Adhésion", joins(edition, request)));
    rows.extend(edition.fields.iter().filter_map(|field| {
        let value = match (request.values.get(&field.id)?, &field.kind) {
            (Value::Number(value), FieldKind::Number(_)) if field.unit(*value).is_empty() => number(*value),
            (Value::Number(value), _) => counted(*value, field.unit(*value)),
            (Value::Choice(id), _) => {
                field.choices().iter().find(|choice| choice.id == *id).map_or(id.clone(), |it| it.label.clone())
            }
        };
        Some((field.label.clone(), value))
    }));
    rows.extend(census.into_iter().flat_map(|census| bodies(edition, request, census)));
    let left_out = left_out(form);
    rows.extend((!left_out.is_empty()).then(|| row("Organismes écartés de l'estimation", &left_out)));
    rows.extend(shares_out(form).then(|| row("Répartition de l'adhésion", key(form.sharing))));
    rows
}

/// What the parts of a bill follow.
pub fn key(sharing: Sharing) -> &'static str {
    match sharing {
        Sharing::Inhabitants => "au nombre d'habitants",
        Sharing::Equal => "à parts égales entre les organismes",
        Sharing::Alone => "selon la participation individuelle",
        Sharing::ByHand => "parts données à la main",
    }
}

/// The bodies of the territory that the visitor left out, with their inhabitants; a council asks where they are.
fn left_out(form: &Form) -> String {
    let bodies = form.bodies.iter().filter(|body| body.left_out).map(|body| {
        let name = form.body_name(body.key);
        let inhabitants = body.inhabitants.trim();
        if inhabitants.is_empty() { name } else { format!("{name} ({inhabitants} hab.)") }
    });
    bodies.collect::<Vec<_>>().join(", ")
}

/// The way to join, in the list's words.
fn joins<'e>(edition: &'e Edition, request: &Request) -> &'e str {
    let [none, mutualised, individual] = &edition.membership.labels;
    match request.membership {
        Membership::None if request.covered_by_epci => "Couvert par l'adhésion de notre EPCI",
        Membership::None => none,
        Membership::Mutualised => mutualised,
        Membership::Individual => individual,
    }
}

/// How many bodies there are, then each with what it was counted from; those alike, and next to each other, together.
fn bodies(edition: &Edition, request: &Request, census: &Census) -> Vec<(String, String)> {
    let all = census.reasons();
    if all.is_empty() {
        return Vec::new();
    }
    let mut rows =
        vec![("Organismes du territoire".to_owned(), format!("{}, dont {} comptés", all.len(), census.counted()))];
    let told: Vec<String> = request.bodies.iter().zip(all).map(|(body, why)| told(edition, body, *why)).collect();
    let mut first: usize = 1;
    for alike in told.chunk_by(|one, next| one == next) {
        let last = first.saturating_add(alike.len()).saturating_sub(1);
        let name =
            if last > first { format!("Organismes n° {first} à {last}") } else { format!("Organisme n° {first}") };
        rows.extend(alike.first().map(|value| (name, value.clone())));
        first = last.saturating_add(1);
    }
    rows
}

/// "Commune, 400 habitants, compté".
fn told(edition: &Edition, body: &Body, why: Counting) -> String {
    let field = edition.field_per_body(PerBody::Inhabitants);
    let inhabitants = body.inhabitants.map(Decimal::from).map(|number| counted(number, field.unit(number)));
    let counting = if why.counts() { "compté" } else { "non compté" };
    let name = (!body.name.is_empty()).then(|| body.name.clone());
    let words = name.into_iter().chain([edition.kind_label(body.kind).to_owned()]).chain(inhabitants);
    words.chain([counting.to_owned()]).collect::<Vec<_>>().join(", ")
}

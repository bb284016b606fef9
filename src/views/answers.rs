//! When it was asked and what was answered, for whoever reads the estimate without the form: on paper, before a council.

use crate::blocks::{all, live};
use crate::browser::today;
use crate::form::{Form, shares_out};
use crate::state::State;
use crate::workbook::{asker as name_of, key};
use engine::Request;
use engine::catalogue::{Edition, FieldKind, PerBody};
use engine::counting::{Census, Counting};
use engine::french::{counted, long_date, number};
use engine::request::{Body, Membership, Value};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The answers that the estimate was made from.
pub fn recap(state: State) -> AnyView {
    let rows = Memo::new(move |_| rows(state));
    let items = move || {
        let item = |(name, value): (String, String)| view! { <li>{name}" : "<strong>{value}</strong></li> }.into_any();
        all(rows.get().into_iter().map(item)).into_any()
    };
    view! {
        <details class="recap" prop:open=state.printing>
            <summary>"Les réponses prises en compte"</summary>
            <ul>{live(items)}</ul>
        </details>
    }
    .into_any()
}

/// Who asks: its name where that was looked for, its kind where that is said.
pub fn asker(state: State) -> String {
    let (name, kind) = state.form(|form| (name_of(form), form.kind));
    let kind = kind.map_or("", |kind| state.edition.kind_label(kind));
    match (name.as_str(), kind) {
        ("", "") => "à préciser".to_owned(),
        ("", one) | (one, "") => one.to_owned(),
        (name, kind) => format!("{name}, {kind}"),
    }
}

/// Each question and its answer.
pub fn rows(state: State) -> Vec<(String, String)> {
    let edition = state.edition;
    let start = state.form(|form| form.start).map_or("non précisée".to_owned(), |year| year.to_string());
    let left_out = state.form(left_out);
    let shared = state.form(|form| shares_out(form).then(|| key(form.sharing)));
    state.of_outcome(|outcome| {
        let request = &outcome.reading.request;
        let row = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut rows = vec![row("Estimation établie le", &long_date(&today()))];
        rows.extend(request.kind.map(|kind| row("Type d'organisme", edition.kind_label(kind))));
        let years = counted(request.years.into(), if request.years > 1 { "ans" } else { "an" });
        rows.push(row("Durée de l'estimation", &years));
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
        rows.extend(outcome.estimate.iter().flat_map(|estimate| bodies(edition, request, &estimate.census)));
        rows.extend((!left_out.is_empty()).then(|| row("Organismes écartés de l'estimation", &left_out)));
        rows.extend(shared.map(|key| row("Répartition de l'adhésion", key)));
        rows
    })
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

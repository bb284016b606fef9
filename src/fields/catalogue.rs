//! The inputs that the catalogue's fields call for.

use super::{TextField, Tick, TickKind};
use crate::blocks::{act, condition, element, fixed, text};
use crate::form::Answer;
use crate::form::origin;
use crate::state::State;
use engine::catalogue::{Choice, Field, FieldIx, FieldKind, Service};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The input of a field. `scope` keeps ids apart where a field stands twice.
pub fn catalogue_field(state: State, field: FieldIx, scope: &str) -> AnyView {
    let asked = state.edition.field(field);
    let id = format!("{scope}-{}", asked.id);
    match &asked.kind {
        FieldKind::Number(_) => number_field(state, field, asked, id),
        FieldKind::Choice(answers) => choice_field(state, field, asked, answers, id),
    }
}

/// The fields of a service, save those that the service it is an option of already asks.
pub fn service_fields(state: State, service: &'static Service) -> Vec<AnyView> {
    let base = service.option_of.and_then(|ix| state.edition.service(ix));
    let asked_above = base.map(|base| base.asked_fields(state.edition)).unwrap_or_default();
    let mut fields = service.asked_fields(state.edition);
    fields.retain(|field| !asked_above.contains(field));
    fields.into_iter().map(|field| catalogue_field(state, field, &service.id)).collect()
}

fn number_field(state: State, field: FieldIx, asked: &'static Field, id: String) -> AnyView {
    TextField {
        id,
        field: &asked.id,
        label: fixed(&asked.label),
        unit: asked.unit(Decimal::TWO),
        help: &asked.help,
        origin: asked.per_body.map(|_| text(move || origin::of_field(state, field))),
        value: text(move || state.form(|form| form.text(field).to_owned())),
        problem: text(move || state.field_problem(field)),
        on_input: act(move |text| state.type_in(&asked.id, |form| form.set(field, Answer::Text(text)))),
    }
    .view()
}

/// Every answer in sight: each is worth reading.
fn choice_field(
    state: State,
    field: FieldIx,
    asked: &'static Field,
    answers: &'static [Choice],
    group: String,
) -> AnyView {
    let legend = element("legend").text(asked.label.as_str()).done();
    let answers = (0..u8::MAX).zip(answers).map(|(place, answer)| {
        Tick {
            id: format!("{group}-{}", answer.id),
            kind: TickKind::OneOf(group.clone()),
            label: answer.label.clone(),
            described: String::new(),
            ticked: condition(move || state.form(|form| form.choice(field) == Some(place))),
            on_change: act(move |_| state.edit(|form| form.set(field, Answer::Choice(place)))),
        }
        .view()
    });
    element("fieldset").class("field").child(legend).children(answers).done()
}

//! The inputs that the catalogue's fields call for.

use super::{TextField, Tick, TickKind};
use crate::blocks::{all, condition, text};
use crate::form::Answer;
use crate::state::State;
use engine::catalogue::{Choice, Field, FieldIx, FieldKind, Service};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The input of a field. `scope` keeps ids apart where a field stands twice.
#[component]
pub fn CatalogueField(state: State, field: FieldIx, #[prop(into)] scope: String) -> impl IntoView {
    let asked = state.edition.field(field);
    let id = format!("{scope}-{}", asked.id);
    match &asked.kind {
        FieldKind::Number(_) => number_field(state, field, asked, id),
        FieldKind::Choice(answers) => choice_field(state, field, asked, answers, id),
    }
}

/// The fields of a service, save those that the service it is an option of already asks.
#[component]
pub fn ServiceFields(state: State, service: &'static Service) -> impl IntoView {
    let base = service.option_of.and_then(|ix| state.edition.service(ix));
    let asked_above = base.map(|base| base.asked_fields(state.edition)).unwrap_or_default();
    let mut fields = service.asked_fields(state.edition);
    fields.retain(|field| !asked_above.contains(field));
    all(fields.into_iter().map(|field| view! { <CatalogueField state field scope=service.id.as_str() /> }.into_any()))
}

fn number_field(state: State, field: FieldIx, asked: &'static Field, id: String) -> AnyView {
    let value = text(move || state.form(|form| form.text(field).to_owned()));
    let problem = text(move || state.field_problem(field));
    let on_input = Callback::new(move |text| state.edit(&asked.id, |form| form.set(field, Answer::Text(text))));
    let unit = asked.unit(Decimal::TWO);
    view! { <TextField id field=asked.id.as_str() label=asked.label.as_str() unit help=asked.help.as_str() value problem on_input /> }
        .into_any()
}

/// Every answer in sight: each is worth reading.
fn choice_field(
    state: State,
    field: FieldIx,
    asked: &'static Field,
    answers: &'static [Choice],
    group: String,
) -> AnyView {
    let answers = (0..u8::MAX).zip(answers).map(|(place, answer)| {
        let ticked = condition(move || state.form(|form| form.choice(field) == Some(place)));
        let on_change = Callback::new(move |_| state.edit("", |form| form.set(field, Answer::Choice(place))));
        let kind = TickKind::OneOf(group.clone());
        view! { <Tick id=format!("{group}-{}", answer.id) kind label=answer.label.as_str() ticked on_change /> }
            .into_any()
    });
    let answers = all(answers);
    view! {
        <fieldset class="field">
            <legend>{asked.label.as_str()}</legend>
            {answers}
        </fieldset>
    }
    .into_any()
}

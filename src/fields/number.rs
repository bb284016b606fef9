//! A number field of the catalogue.

use super::TextField;
use crate::state::State;
use engine::catalogue::FieldIx;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// A number in the field's unit, typed any way the French write one.
#[component]
pub fn NumberField(state: State, field: FieldIx, #[prop(into)] scope: String) -> impl IntoView {
    let asked = state.edition.field(field);
    let value = Signal::derive(move || state.form.with(|form| form.text(field).to_owned()));
    let problem = Signal::derive(move || state.field_problem(field));
    let on_input = Callback::new(move |text| state.form.update(|form| form.type_in(field, text)));
    view! {
        <TextField
            id=format!("{scope}-{}", asked.id)
            label=asked.label.as_str()
            unit=asked.unit(Decimal::TWO)
            help=asked.help.as_str()
            value
            problem
            on_input
        />
    }
}

//! A choice of the catalogue: one answer of a short list.

use crate::state::State;
use engine::catalogue::FieldIx;
use leptos::prelude::*;

/// Radio buttons, for every answer is worth reading.
#[component]
pub fn ChoiceField(state: State, field: FieldIx, #[prop(into)] scope: String) -> impl IntoView {
    let asked = state.edition.field(field);
    let name = format!("{scope}-{}", asked.id);
    let answers = (0..u8::MAX).zip(asked.choices()).map(|(place, answer)| {
        let id = format!("{name}-{}", answer.id);
        let chosen = move || state.form.with(|form| form.choices.get(&field) == Some(&place));
        let choose = move |_| state.form.update(|form| _ = form.choices.insert(field, place));
        view! {
            <div class="tick">
                <input type="radio" id=id.clone() name=name.clone() prop:checked=chosen on:change=choose />
                <label for=id>{answer.label.as_str()}</label>
            </div>
        }
    });
    view! {
        <fieldset class="field choice">
            <legend>{asked.label.as_str()}</legend>
            {answers.collect_view()}
        </fieldset>
    }
}

//! A labelled line of text, with its unit, its help and what is wrong with it.

use crate::blocks::{condition, text};
use engine::french::{number, parse_number};
use leptos::prelude::*;

/// What a number becomes when its field is left: written the French way, or as typed when unreadable.
pub fn reformat(typed: &str, unit: &str) -> String {
    match parse_number(typed, unit) {
        Ok(Some(value)) => number(value),
        Ok(None) => String::new(),
        Err(_) => typed.to_owned(),
    }
}

/// A number typed as text: `type="number"` would hide what it refuses.
///
/// More props than most, because it is the one input every number of the page goes through.
#[component]
pub fn TextField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The field of the catalogue it answers; empty for a row of a territory.
    #[prop(into, default = String::new())]
    field: String,
    /// Its visible name.
    #[prop(into)]
    label: String,
    /// The unit, in the plural.
    #[prop(into)]
    unit: String,
    /// A sentence of help; empty for none.
    #[prop(into, default = String::new())]
    help: String,
    /// What stands in it.
    value: Signal<String>,
    /// What is wrong with it; empty when nothing is.
    problem: Signal<String>,
    /// Writes what was typed.
    on_input: Callback<String>,
) -> impl IntoView {
    let (help_id, unit_id, problem_id) = (format!("{id}-aide"), format!("{id}-unite"), format!("{id}-erreur"));
    let invalid = condition(move || !problem.with(String::is_empty));
    let described = described_by(&help, &[&help_id, &unit_id, &problem_id]);
    let invalid_word = text(move || invalid.get().to_string());
    let own_unit = unit.clone();
    let tidy = move |_| {
        // A field taken away with the focus in it is left after its value is gone.
        let Some(typed) = value.try_get_untracked() else { return };
        let tidied = reformat(&typed, &own_unit);
        if tidied != typed {
            on_input.run(tidied);
        }
    };
    view! {
        <div class="field" class:invalid=invalid>
            <label for=id.clone()>{label}</label>
            <p class="help" id=help_id>{help}</p>
            <div class="with-unit">
                <input
                    id=id
                    data-field=field
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-invalid=invalid_word
                    aria-describedby=described
                    prop:value=value
                    on:input:target=move |event| on_input.run(event.target().value())
                    on:blur=tidy
                />
                <span class="unit" id=unit_id>{unit}</span>
            </div>
            <p class="problem" id=problem_id>{problem}</p>
        </div>
    }
    .into_any()
}

/// The ids that describe an input: its help when there is some, its unit, its problem (empty when there is none).
fn described_by(help: &str, ids: &[&str; 3]) -> String {
    let [help_id, unit_id, problem_id] = ids;
    if help.is_empty() { format!("{unit_id} {problem_id}") } else { format!("{help_id} {unit_id} {problem_id}") }
}

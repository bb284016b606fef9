//! A labelled line of text, with its unit, its help and what is wrong with it.

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
    /// What is wrong with it.
    problem: Signal<Option<String>>,
    /// Writes what was typed.
    on_input: Callback<String>,
) -> impl IntoView {
    let (help_id, problem_id) = (format!("{id}-aide"), format!("{id}-erreur"));
    let described = {
        let (help_id, problem_id) = (help_id.clone(), problem_id.clone());
        let has_help = !help.is_empty();
        move || {
            let help = has_help.then(|| help_id.clone());
            let problem = problem.with(Option::is_some).then(|| problem_id.clone());
            let ids: Vec<String> = help.into_iter().chain(problem).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let tidy = {
        let unit = unit.clone();
        move |_| {
            let typed = value.get_untracked();
            let tidied = reformat(&typed, &unit);
            if tidied != typed {
                on_input.run(tidied);
            }
        }
    };
    let help = (!help.is_empty()).then(|| view! { <p class="help" id=help_id>{help}</p> });
    view! {
        <div class="field" class:invalid=move || problem.with(Option::is_some)>
            <label for=id.clone()>{label}</label>
            {help}
            <div class="with-unit">
                <input
                    id=id
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    aria-describedby=described
                    prop:value=move || value.get()
                    on:input:target=move |event| on_input.run(event.target().value())
                    on:blur=tidy
                />
                <span class="unit">{unit}</span>
            </div>
            <p class="problem" id=problem_id>{move || problem.get()}</p>
        </div>
    }
}

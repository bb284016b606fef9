//! One of a short list, in a drop-down.

use crate::blocks::{all, condition};
use leptos::prelude::*;

/// An entry of a drop-down: its value and its visible name.
pub type Selectable = (String, String);

/// A labelled drop-down.
#[component]
pub fn Select(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// Its visible name.
    #[prop(into)]
    label: String,
    /// What it offers.
    options: Vec<Selectable>,
    /// The value selected.
    selected: Signal<String>,
    /// Writes the value selected.
    on_change: Callback<String>,
) -> impl IntoView {
    let option = |(value, label): Selectable| {
        let own = value.clone();
        let chosen = condition(move || selected.with(|selected| *selected == own));
        view! { <option value=value prop:selected=chosen>{label}</option> }.into_any()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change:target=move |event| on_change.run(event.target().value())>
                {all(options.into_iter().map(option))}
            </select>
        </div>
    }
    .into_any()
}

//! The running total, always in sight: beside the form on a desk, at the bottom of a phone.

use super::summary::{headline, left_out};
use crate::blocks::{all, condition, live, shown, text};
use crate::browser::focus;
use crate::state::State;
use leptos::prelude::*;

/// Year 1, following years, what they leave out, and the way to the detail.
#[component]
pub fn RunningTotal(state: State) -> impl IntoView {
    let empty = condition(move || state.of_estimate(|estimate| estimate.items.is_empty()));
    let full = condition(move || !empty.get());
    let rows = move || {
        let row = |(name, amount): (String, String)| {
            view! { <p><span class="name">{name}</span>" "<strong>{amount}</strong></p> }.into_any()
        };
        all(state.of_estimate(|estimate| headline(state, estimate)).into_iter().take(2).map(row)).into_any()
    };
    let beside = text(move || state.of_estimate(left_out));
    view! {
        <aside class="total" aria-labelledby="titre-total">
            <h2 id="titre-total">"Total à payer"</h2>
            {shown(empty, || view! { <p class="name">"Rien de choisi pour l'instant"</p> }.into_any())}
            {shown(full, move || view! { <div class="amounts">{live(rows)}</div> }.into_any())}
            <p class="left-out">{beside}</p>
            <button type="button" on:click=move |_| focus("#titre-estimation")>"Voir le détail"</button>
        </aside>
    }
}

//! The running total, always in sight: beside the form on a desk, at the bottom of a phone.

use super::summary::{headline, left_out};
use crate::blocks::{condition, element, live, shown, text};
use crate::browser::focus;
use crate::state::State;
use leptos::prelude::*;

/// Year 1, following years, what they leave out, and the way to the detail.
pub fn running_total(state: State) -> AnyView {
    let empty = condition(move || state.of_estimate_now(|estimate| estimate.items.is_empty()));
    let full = condition(move || !empty.get());
    let nothing_yet = || element("p").class("name").text("Rien de choisi pour l'instant").done();
    let see = element("button").attr("type", "button").on("click", move |_| focus("#titre-estimation"));
    element("aside")
        .class("total")
        .attr("aria-labelledby", "titre-total")
        .child(element("h2").attr("id", "titre-total").text("Total à payer").done())
        .child(shown(empty, nothing_yet))
        .child(shown(full, move || live(move || amounts(state))))
        .child(element("p").class("left-out").shows(text(move || state.of_estimate_now(left_out))).done())
        .child(see.text("Voir le détail").done())
        .done()
}

fn amounts(state: State) -> AnyView {
    let rows = state.of_estimate_now(|estimate| headline(state, estimate)).into_iter().take(2).map(|(name, amount)| {
        let name = element("span").class("name").text(name).done();
        element("p").child(name).text(" ").child(element("strong").text(amount).done()).done()
    });
    element("div").class("amounts").children(rows).done()
}

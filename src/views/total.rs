//! The running total, always in sight: beside the form on a desk, at the bottom of a phone.

use super::corrections;
use super::summary::{awaiting, headline, on_quote};
use crate::blocks::{condition, element, shown, text, texts};
use crate::browser::focus;
use crate::state::State;
use leptos::prelude::*;

/// Year 1, following years, what they leave out, and the way to the detail.
pub fn running_total(state: State) -> AnyView {
    let empty = condition(move || state.of_estimate_now(|estimate| estimate.items.is_empty()));
    let full = condition(move || !empty.get());
    let nothing_yet = || element("p").class("name").text("Rien de choisi pour l'instant").done();
    let see =
        element("button").attr("type", "button").when("hidden", empty).on("click", move |_| focus("#titre-estimation"));
    element("aside")
        .class("total")
        .attr("aria-labelledby", "titre-total")
        .child(element("h2").attr("id", "titre-total").text("Total à payer").done())
        .child(shown(empty, nothing_yet))
        .child(shown(full, move || amounts(state)))
        .child(element("p").class("left-out").shows(text(move || state.of_estimate_now(on_quote))).done())
        .child(way("#corrections", text(move || corrections::count(state))))
        .child(way("#en-attente", text(move || state.of_estimate_now(awaiting))))
        .child(see.text("Voir le détail").done())
        .done()
}

/// A way to what the total lacks; hidden while it lacks nothing.
fn way(place: &str, words: Signal<String>) -> AnyView {
    let nothing = condition(move || words.with(String::is_empty));
    let link = element("a").attr("href", place).shows(words).done();
    element("p").class("to-answer").when("hidden", nothing).child(link).done()
}

/// Names and amounts of the first two parts of the headline. Only their texts change: they follow each key.
fn amounts(state: State) -> AnyView {
    let parts = texts(move || {
        let headline = state.of_estimate_now(|estimate| headline(state, estimate));
        headline.into_iter().flat_map(|(name, amount)| [name, amount]).collect()
    });
    let part = move |at: usize| text(move || parts.with(|parts| parts.get(at).cloned().unwrap_or_default()));
    let row = |at: usize| {
        let name = element("span").class("name").shows(part(at)).done();
        element("p").child(name).text(" ").child(element("strong").shows(part(at.saturating_add(1))).done())
    };
    // A period of one year has no following ones.
    let alone = condition(move || parts.with(|parts| parts.len() < 6));
    element("div").class("amounts").child(row(0).done()).child(row(2).when("hidden", alone).done()).done()
}

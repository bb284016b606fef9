//! The running total, always in sight: beside the form on a desk, at the bottom of a phone.

use super::corrections;
use super::summary::{awaiting, headline, on_quote};
use crate::blocks::{Element, condition, element, shown, text, together};
use crate::browser::focus;
use crate::state::State;
use leptos::prelude::*;

/// Year 1, following years, what they leave out, and the way to the detail.
pub fn running_total(state: State) -> AnyView {
    let [name, amount, later, later_amount, quotes, missing] = together(move || said(state));
    let empty = condition(move || amount.with(String::is_empty));
    let full = condition(move || !empty.get());
    // A period of one year has no following ones.
    let alone = condition(move || later.with(String::is_empty));
    let nothing_yet = || element("p").class("name").text("Rien de choisi pour l'instant").done();
    let amounts = move || {
        let rows = [row(name, amount).done(), row(later, later_amount).when("hidden", alone).done()];
        element("div").class("amounts").children(rows).done()
    };
    let see =
        element("button").attr("type", "button").when("hidden", empty).on("click", move |_| focus("#titre-estimation"));
    element("aside")
        .class("total")
        .attr("aria-labelledby", "titre-total")
        .child(element("h2").attr("id", "titre-total").text("Total à payer").done())
        .child(shown(empty, nothing_yet))
        .child(shown(full, amounts))
        .child(element("p").class("left-out").shows(quotes).done())
        .child(way("#corrections", text(move || corrections::count(state))))
        .child(way("#en-attente", missing))
        .child(see.text("Voir le détail").done())
        .done()
}

/// Names and amounts of the first two parts of the headline, empty while nothing is chosen; what waits for a
/// quote; what waits for an answer.
fn said(state: State) -> [String; 6] {
    state.of_estimate_now(|estimate| {
        let headline = if estimate.items.is_empty() { Vec::new() } else { headline(state, estimate) };
        // The last part is the period's.
        let later = if headline.len() < 3 { None } else { headline.get(1) };
        let first = headline.first().cloned().unwrap_or_default();
        let later = later.cloned().unwrap_or_default();
        [first.0, first.1, later.0, later.1, on_quote(estimate), awaiting(estimate)]
    })
}

fn row(name: Signal<String>, amount: Signal<String>) -> Element {
    let name = element("span").class("name").shows(name).done();
    element("p").child(name).text(" ").child(element("strong").shows(amount).done())
}

/// A way to what the total lacks; hidden while it lacks nothing.
fn way(place: &str, words: Signal<String>) -> AnyView {
    let nothing = condition(move || words.with(String::is_empty));
    let link = element("a").attr("href", place).shows(words).done();
    element("p").class("to-answer").when("hidden", nothing).child(link).done()
}

//! The running total, always in sight: beside the form on a desk, at the bottom of a phone.

use super::corrections;
use super::summary::{awaiting, headline, left_open};
use crate::blocks::{Element, Live, condition, element, text, together};
use crate::browser::focus;
use crate::state::State;
use engine::Estimate;
use leptos::prelude::*;

/// Year 1, following years, what they leave out, and the way to the detail.
pub fn running_total(state: State) -> AnyView {
    let [name, amount, later, later_amount, quotes, missing] = together(move || said_now(state));
    let empty = condition(move || amount.with(String::is_empty));
    let full = condition(move || !empty.get());
    // A period of one year has no following ones.
    let alone = condition(move || later.with(String::is_empty));
    let nothing_yet = || element("p").class("name").text("Rien de choisi pour l'instant").done();
    let amounts = move || {
        let rows = [row(name, amount, 0).done(), row(later, later_amount, 2).when("hidden", alone).done()];
        element("div").class("amounts").children(rows).done()
    };
    let corrections = text(move || corrections::count(state));
    let see =
        element("button").attr("type", "button").when("hidden", empty).on("click", move |_| focus("#titre-estimation"));
    element("aside")
        .class("total")
        .attr("aria-labelledby", "titre-total")
        .child(element("h2").attr("id", "titre-total").text("Total à payer").done())
        .child(state.shown(empty, nothing_yet))
        .child(state.shown(full, amounts))
        .child(saying(element("p").class("left-out"), 4, quotes).done())
        .child(way("#corrections", element("a").shows(corrections), corrections))
        .child(way("#en-attente", saying(element("a"), 5, missing), missing))
        .child(see.text("Voir le détail").done())
        .done()
}

fn said_now(state: State) -> [String; 6] {
    let first_year = state.year_name(1);
    state.of_estimate_now(|estimate| said(first_year, estimate))
}

/// Names and amounts of the first two parts of the headline, empty while nothing is chosen; what is left
/// open; what waits for an answer.
pub fn said(first_year: String, estimate: &Estimate<'_>) -> [String; 6] {
    let headline = if estimate.items.is_empty() { Vec::new() } else { headline(first_year, estimate) };
    // The last part is the period's.
    let later = if headline.len() < 3 { None } else { headline.get(1) };
    let first = headline.first().cloned().unwrap_or_default();
    let later = later.cloned().unwrap_or_default();
    [first.0, first.1, later.0, later.1, left_open(estimate), awaiting(estimate)]
}

/// A name and an amount, at that place and the next of what is [`said`].
fn row(name: Live<String>, amount: Live<String>, place: u8) -> Element {
    let name = saying(element("span").class("name"), place, name).done();
    element("p").child(name).text(" ").child(saying(element("strong"), place.saturating_add(1), amount).done())
}

/// An element that shows what is [`said`] at that place, and tells so to whatever writes it before the application
/// is there (`browser::early`).
fn saying(element: Element, place: u8, words: Live<String>) -> Element {
    element.attr("data-said", place.to_string()).shows(words)
}

/// A way to what the total lacks; hidden while it lacks nothing.
fn way(place: &'static str, link: Element, words: Live<String>) -> AnyView {
    let nothing = condition(move || words.with(String::is_empty));
    let link = link.attr("href", place).done();
    element("p").class("to-answer").when("hidden", nothing).child(link).done()
}

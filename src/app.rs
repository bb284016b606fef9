//! The page's parts, in the order people think.

use crate::annexes::annexe_section;
use crate::blocks::{element, nothing, once, shown};
use crate::body::your_body;
use crate::browser::rest;
use crate::keeping::reload::survive;
use crate::parts::{ARRIVAL, EDITIONS, part};
use crate::start::start;
use crate::state::State;
use crate::views::{estimate_section, running_total};
use leptos::prelude::*;

/// The part of each annexe. They stand below the first look at the page.
pub fn annexes(state: State) -> Vec<AnyView> {
    let annexes = (0..u8::MAX).zip(&state.edition.annexes);
    annexes.map(|(place, annexe)| annexe_section(state, annexe, place)).collect()
}

/// Everything below the page's header.
pub fn app(state: State) -> AnyView {
    rest(state);
    // Ahead of visits they are written apart.
    let sections = if state.is_still() { Vec::new() } else { annexes(state) };
    let form = element("form").class("ask").on("submit", |event| event.prevent_default());
    // What browsers write back into fields by themselves was typed in another page. The application keeps them from
    // nothing: WebKit empties such a form when one comes back to it.
    let form = if state.is_still() { form.attr("autocomplete", "off") } else { form };
    let form = form.child(your_body(state)).children(sections).done();
    let reloaded = survive(state);
    // Once there, it stays: it follows what becomes of the link in the address. What was typed before a
    // reload comes first: a link must not be opened over it without a word.
    let brought = once(move || !state.reloading.get() && state.brought.with(|brought| !brought.is_empty()));
    let arrival = shown(brought, move || part(ARRIVAL, state));
    // Asked for once: whatever the application stands over stays as long as it does.
    let elsewhere = state.over.with_untracked(|over| !over.edition.is_empty());
    let prices = if elsewhere { part(EDITIONS, state) } else { nothing() };
    let steps = element("div").class("steps").child(reloaded).child(start(state)).child(form);
    let steps = steps.child(estimate_section(state)).done();
    element("div").class("desk").child(prices).child(arrival).child(steps).child(running_total(state)).done()
}

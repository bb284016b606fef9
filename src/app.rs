//! The page's parts, in the order people think.

use crate::annexes::annexe_section;
use crate::blocks::{element, shown};
use crate::body::your_body;
use crate::browser::rest;
use crate::parts::{ARRIVAL, part};
use crate::start::start;
use crate::state::State;
use crate::views::{estimate_section, running_total};
use leptos::prelude::*;

/// Everything below the page's header.
#[component]
pub fn App(state: State) -> impl IntoView {
    rest(state);
    let annexes = (0..u8::MAX).zip(&state.edition.annexes);
    let sections = annexes.map(|(place, annexe)| annexe_section(state, annexe, place));
    let form = element("form").class("ask").on("submit", |event| event.prevent_default());
    let form = form.child(your_body(state)).children(sections).done();
    let steps = element("div").class("steps").child(start(state)).child(form).child(estimate_section(state)).done();
    // Once there, it stays: it follows what becomes of the link in the address.
    let brought = Memo::new(move |before: Option<&bool>| {
        before.is_some_and(|before| *before) || state.brought.with(|brought| !brought.is_empty())
    });
    let arrival = shown(brought.into(), move || part(ARRIVAL, state));
    element("div").class("desk").child(arrival).child(steps).child(running_total(state)).done()
}

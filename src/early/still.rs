//! The page as it stands before the application is there: its own first view, written into `index.html` by the
//! build. Everything that a tick reveals is in it, hidden.

use crate::app::{annexes, app};
use crate::browser::be_there;
use crate::editions::embedded;
use crate::state::State;
use leptos::prelude::*;

/// That view on a day (`YYYY-MM-DD`), as HTML: what is seen at first, and what stands below. Nothing when the sealed
/// catalogue does not open.
pub fn page(day: &str) -> [String; 2] {
    be_there(day);
    let Ok(catalogue) = embedded::catalogue() else { return Default::default() };
    let Some(edition) = catalogue.in_force(day) else { return Default::default() };
    let [look, below] = Owner::new().with(|| {
        let state = State { still: true, ..State::new(catalogue, edition) };
        [app(state).to_html(), annexes(state).to_html()].map(bare)
    });
    // By which it is known whose fields these are.
    [look.replacen("<div ", &format!("<div data-edition=\"{}\" ", edition.id), 1), below]
}

/// Without the marks by which a page that goes on with this very markup would find its places: none does. And without
/// the ends that inputs have not.
fn bare(html: String) -> String {
    ["<!>", "<!---->", "<!--<() />-->", "</input>"].iter().fold(html, |html, mark| html.replace(mark, ""))
}

//! The page as it stands before the application is there: its own first view, written into `index.html` by the
//! build. Everything that a tick reveals is in it, hidden.

use crate::app::App;
use crate::browser::be_there;
use crate::embedded;
use crate::state::State;
use leptos::prelude::*;

/// That view on a day (`YYYY-MM-DD`), as HTML; nothing when the sealed catalogue does not open.
pub fn page(day: &str) -> String {
    be_there(day);
    let Ok(catalogue) = embedded::catalogue() else { return String::new() };
    let Some(edition) = catalogue.in_force(day) else { return String::new() };
    let html = Owner::new().with(|| {
        let state = State { still: true, ..State::new(catalogue, edition) };
        view! { <App state /> }.to_html()
    });
    // Marks by which a page that goes on with this very markup would find its places: none does. And ends that inputs
    // have not.
    let html = ["<!>", "<!---->", "<!--<() />-->", "</input>"].iter().fold(html, |html, mark| html.replace(mark, ""));
    // By which it is known whose fields these are.
    html.replacen("<div ", &format!("<div data-edition=\"{}\" ", edition.id), 1)
}

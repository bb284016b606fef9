//! What is printed: a note made for paper, in the place of the page.

use super::note::{note, remarks};
use crate::blocks::{Source, element, live, nothing};
use crate::browser;
use crate::parts::{Links, links};
use crate::state::State;
use leptos::prelude::*;

/// The file of `style/note.css` in the built page: nobody but paper needs it, so it comes with the estimate.
const STYLE: &str = match option_env!("SIMULATEUR_NOTE_STYLE") {
    Some(name) => name,
    None => "note.css",
};

/// The button that prints.
pub fn button(state: State) -> AnyView {
    let print = element("button").attr("type", "button").on("click", move |_| browser::print(state));
    print.text("Imprimer la note").done()
}

/// The note, there only while the page is being printed. Paper does not wait: all that the note needs
/// is fetched before it is asked for.
pub fn note_on_paper(state: State) -> AnyView {
    browser::unfold_for_print(state);
    let writer: Source<Option<Links>> = Source::new(None);
    links(move |found| writer.set(found));
    let style = element("link").attr("rel", "stylesheet").attr("media", "print").attr("href", STYLE);
    let spoken = live(move || {
        _ = remarks(state);
        nothing()
    });
    let printed = browser::on_paper(state, move || untrack(|| note(state, writer.get())));
    vec![style.done(), spoken, printed].into_any()
}

//! Where to begin: an example, a step back, a clean sheet.

use crate::blocks::{Live, Source, condition, element, once, shown, text};
use crate::browser::focus;
use crate::form::Form;
use crate::form::examples::{EXAMPLES, Example};
use crate::state::State;
use leptos::prelude::*;

/// The step back, by its button's name: not one word, which would seem to dismiss what is asked.
pub const UNDO: &str = "Annuler la dernière action";

/// The examples, and the two ways back.
pub fn start(state: State) -> AnyView {
    let examples = EXAMPLES.iter().map(|example| example_button(state, example));
    let title = element("h2").attr("id", "titre-exemples").text("Partir d'un exemple");
    let head = element("div").class("start-head").child(title.done()).child(ways_back(state));
    element("div")
        .class("start")
        .attr("role", "group")
        .attr("aria-labelledby", "titre-exemples")
        .child(head.done())
        .child(element("div").class("examples").children(examples).done())
        .done()
}

fn example_button(state: State, example: &'static Example) -> AnyView {
    button("example")
        .on("click", move |_| state.edit(|form| *form = example.form(state.edition)))
        .child(element("strong").text(example.title).done())
        .text(" ")
        .child(element("span").text(example.summary).done())
        .done()
}

/// Undo, and clearing everything once confirmed: from when anything is typed on. Then the buttons stay
/// where they are, so that the focus does. The shell presses a button at the keys it names.
fn ways_back(state: State) -> AnyView {
    let asking = Source::new(false);
    let is_typed = move || state.has_past() || state.form(|form| *form != Form::default());
    shown(once(is_typed), move || {
        let undone = element("p").class("undone").attr("role", "status").shows(text(move || state.stepped()));
        let confirmation = shown(asking.into(), move || confirmation(state, asking));
        element("div").class("ways").child(undone.done()).child(buttons(state, asking)).child(confirmation).done()
    })
}

fn buttons(state: State, asking: Source<bool>) -> AnyView {
    let nothing_past = condition(move || !state.has_past());
    let nothing_undone = condition(move || !state.has_future());
    let nothing_typed = condition(move || state.form(|form| *form == Form::default()));
    // A narrow page has room for the first word only.
    let rest = element("span").class("rest").text(" la dernière action");
    let undo = button("quiet")
        .attr("aria-keyshortcuts", "Control+Z Meta+Z")
        .live("aria-disabled", word(nothing_past))
        .on("click", move |_| {
            asking.set(false);
            state.undo();
        });
    let redo = button("quiet redo")
        .attr("aria-keyshortcuts", "Control+Y Control+Shift+Z Meta+Shift+Z")
        .live("aria-disabled", word(nothing_undone))
        .on("click", move |_| {
            asking.set(false);
            state.redo();
        });
    let clear = button("quiet")
        .attr("id", "tout-effacer")
        .live("aria-disabled", word(nothing_typed))
        .on("click", move |_| asking.set(!nothing_typed.get_untracked()));
    element("div")
        .class("ways-back")
        .child(undo.text("Annuler").child(rest.done()).done())
        .child(redo.text("Rétablir").done())
        .child(clear.text("Tout effacer").done())
        .done()
}

fn confirmation(state: State, asking: Source<bool>) -> AnyView {
    let clear = move |_| {
        state.edit(|form| *form = Form::default());
        close(asking);
    };
    let keep = button("quiet").attr("aria-keyshortcuts", "Escape").on("click", move |_| close(asking));
    let question = element("p").attr("id", "question-effacer").attr("role", "alert");
    element("div")
        .class("confirm")
        .attr("role", "group")
        .attr("aria-labelledby", "question-effacer")
        .child(question.text("Effacer toutes vos réponses\u{a0}? Vous pourrez les rétablir.").done())
        .child(button("").on("click", clear).text("Oui, tout effacer").done())
        .child(keep.text("Non, les garder").done())
        .done()
}

/// Takes the question away; the focus goes back to what asked it.
fn close(asking: Source<bool>) {
    focus("#tout-effacer");
    asking.set(false);
}

/// A button of that look.
fn button(class: &'static str) -> crate::blocks::Element {
    element("button").attr("type", "button").class(class)
}

/// What `aria-disabled` says of a condition.
fn word(condition: Live<bool>) -> Live<String> {
    Live::new(move || condition.get().to_string())
}

//! The same form over two editions of the price list: whose prices are shown, the way to those of the
//! edition in force, and what that would change, line by line, before it does.

use crate::blocks::{Source, element, live, nothing};
use crate::browser::focus;
use crate::carrying::{Found, moved};
use crate::editions::in_force;
use crate::form::{Form, read};
use crate::scenarios::compared;
use crate::state::State;
use engine::amounts;
use engine::catalogue::Edition;
use engine::french::{long_date, quoted};
use leptos::prelude::*;

/// The banner of whatever is shown since the application was mounted anew over another edition.
pub fn editions(state: State) -> AnyView {
    let today = in_force(state);
    let before = state.over.with_untracked(|over| over.before.clone());
    let is_today = std::ptr::eq(today, state.edition);
    let (asking, closed) = (Source::new(false), Source::new(false));
    let span = Source::new(String::new());
    live(move || {
        if closed.get() {
            return nothing();
        }
        let way_back = way_back(state, before.clone());
        if is_today {
            let close = move || {
                closed.set(true);
                focus("#application");
            };
            let sentence = format!("Prix de l'{}, en vigueur aujourd'hui.", name(state.edition));
            return banner(sentence, nothing(), [way_back, Some(button("Fermer".to_owned(), close))]);
        }
        let sentence = match state.edition.valid_from > today.valid_from {
            true => format!("Prix de l'{}, qui n'est pas encore en vigueur.", name(state.edition)),
            false => format!("Prix de l'{}, qui n'est plus en vigueur.", name(state.edition)),
        };
        if asking.get() {
            let keep = button(format!("Garder les prix de l'{}", name(state.edition)), move || {
                asking.set(false);
                focus("#edition");
            });
            let difference = live(move || difference(state, today, span));
            return banner(sentence, difference, [Some(accept(state, today)), Some(keep)]);
        }
        let ask = button(format!("Passer à l'{}…", name(today)), move || {
            asking.set(true);
            focus("#edition");
        });
        banner(sentence, nothing(), [Some(ask), way_back])
    })
}

/// What the same form costs over both, and what the other edition does not know of it, or brings.
fn difference(state: State, other: &'static Edition, span: Source<String>) -> AnyView {
    let Some(Found { form, mut notes, .. }) = state.form(|form| moved(form, other, state)) else { return nothing() };
    notes.extend(newcomers(state.edition, other));
    let here = state.of_outcome(|outcome| outcome.estimate.clone());
    let there = amounts(state.catalogue, &read(&form, other).request);
    let sides = [(state.edition, here), (other, there)];
    let sides = sides.into_iter().filter_map(|(edition, estimate)| Some((name(edition), estimate?)));
    let notes = notes.into_iter().map(|note| element("li").text(note).done()).collect::<Vec<_>>();
    let list = if notes.is_empty() { nothing() } else { element("ul").children(notes).done() };
    element("div").class("difference").child(list).child(compared("editions", sides.collect(), span)).done()
}

/// Passes to the other edition: what it does not know is said there, and the form as it was can come back.
fn accept(state: State, other: &'static Edition) -> AnyView {
    button(format!("Prendre les prix de l'{}", name(other)), move || {
        let found = untrack(|| state.form_now(|form| moved(form, other, state)));
        if let Some(Found { form, notes, .. }) = found {
            state.open(other, &form, &notes.join(" "));
            focus("#edition");
        }
    })
}

/// The way back to what was there before, unless that was nothing or is there again.
fn way_back(state: State, (id, form): (String, Form)) -> Option<AnyView> {
    let edition = state.catalogue.edition(&id).filter(|edition| !std::ptr::eq(*edition, state.edition))?;
    (form != Form::default()).then(|| {
        button(format!("Revenir à ma saisie, prix de l'{}", name(edition)), move || {
            state.open(edition, &form, "");
            focus("#edition");
        })
    })
}

/// The services that only the other edition has.
fn newcomers(own: &Edition, other: &Edition) -> Option<String> {
    let new = other.services.iter().filter(|service| own.service_named(&service.id).is_none());
    let names: Vec<String> = new.map(|service| quoted(&service.label)).collect();
    (!names.is_empty()).then(|| format!("L'{} propose aussi\u{a0}: {}.", name(other), names.join(", ")))
}

/// What an edition is called: by its first day in force.
fn name(edition: &Edition) -> String {
    format!("édition du {}", long_date(&edition.valid_from))
}

fn banner(sentence: String, middle: AnyView, buttons: [Option<AnyView>; 2]) -> AnyView {
    element("div")
        .class("confirm arrival")
        .attr("id", "edition")
        .attr("role", "group")
        .attr("aria-labelledby", "edition-prix")
        .attr("tabindex", "-1")
        .child(element("p").attr("id", "edition-prix").text(sentence).done())
        .child(middle)
        .children(buttons.into_iter().flatten())
        .done()
}

fn button(name: String, act: impl Fn() + Send + 'static) -> AnyView {
    element("button").attr("type", "button").on("click", move |_| act()).text(name).done()
}

//! The banner over the page: what was opened and what of it was kept, or the question whether to open it.
//!
//! The address keeps a link for as long as it says what the form holds, so that reloading opens it again
//! and copying the address is copying the link; the first change drops it, for it would lie from then on.

use crate::blocks::{Source, element, follow, live, nothing};
use crate::browser::{carry as outside, focus};
use crate::carrying::{Found, is_link, is_same, of_link};
use crate::form::Form;
use crate::parts::open_file;
use crate::state::State;
use engine::french::long_date;
use leptos::prelude::*;

/// What was decided of the thing brought.
#[derive(Clone)]
enum Answer {
    /// It waits for a word of the visitor.
    Asking,
    /// It was opened: over what was typed, or where nothing stood.
    Opened { over_work: bool },
}

/// What was opened, while the form is still that: then the address may keep its link.
#[derive(Clone)]
struct Said {
    form: Form,
    /// Whether it was exactly what was written: the banner has nothing more to say once it is changed.
    is_all: bool,
}

/// The banner of whatever is brought to the page.
pub fn arrival(state: State) -> AnyView {
    let said = Source::new(None::<Said>);
    follow(move || {
        state.typed.track();
        state.rested.track();
        let is_past = |said: &Said| state.form_now(|form| *form != said.form);
        if let Some(past) = said.with(|said| said.clone().filter(is_past)) {
            said.set(None);
            outside::drop_link();
            if past.is_all {
                state.brought.set(String::new());
            }
        }
    });
    live(move || {
        let brought = state.brought.get();
        if brought.is_empty() { nothing() } else { untrack(|| opened(state, &brought, said)) }
    })
}

/// Opens what was brought where nothing was typed; elsewhere asks.
fn opened(state: State, brought: &str, said: Source<Option<Said>>) -> AnyView {
    let is_link = is_link(brought);
    let found = if is_link { of_link(brought, state) } else { open_file(brought, state) };
    let found = match found {
        Ok(found) => found,
        Err(refusal) => {
            focus("#arrivee");
            return banner(state, true, refusal, &[], Vec::new());
        }
    };
    let is_here = std::ptr::eq(found.edition, state.edition);
    let is_already_there = is_here && state.form_now(|form| is_same(form, &found.form, state));
    let is_untouched = state.form_now(|form| is_same(form, &Form::default(), state));
    let is_all = found.notes.is_empty();
    let take = {
        let Found { edition, form, .. } = found.clone();
        move || {
            // Of another edition, it is brought to the application that is mounted anew over that one.
            state.open(edition, &form, "");
            said.set(is_here.then(|| Said { form: form.clone(), is_all }));
        }
    };
    let at_once = Answer::Opened { over_work: false };
    let answer = Source::new(if is_already_there || is_untouched { at_once } else { Answer::Asking });
    if is_untouched && !is_already_there {
        take();
    } else if is_already_there {
        said.set(Some(Said { form: state.form_now(Form::clone), is_all }));
    } else {
        focus("#arrivee");
    }
    let Found { edition, notes, .. } = found;
    let thing = THINGS[usize::from(is_link)];
    live(move || match answer.get() {
        Answer::Opened { over_work } => {
            let back = if over_work { BACK } else { "" };
            banner(state, false, format!("{} est ouvert.{back}", thing.named), &notes, Vec::new())
        }
        Answer::Asking => {
            let take = take.clone();
            let open = move || {
                take();
                answer.set(Answer::Opened { over_work: is_here });
                focus("#arrivee");
            };
            let keep = move || {
                if is_link {
                    outside::drop_link();
                }
                close(state);
            };
            let open = button(if is_link { "Ouvrir le lien" } else { "Ouvrir le fichier" }, "", open);
            let keep = button("Garder ma saisie", "quiet", keep);
            let day = long_date(&edition.valid_from);
            let prices = if is_here { String::new() } else { format!(", avec les prix de l'édition du {day},") };
            let back = if is_here { BY_UNDO } else { BY_BUTTON };
            let question = format!("Ouvrir {}{prices} remplacerait votre saisie\u{a0}; {back}", thing.shown);
            banner(state, true, question, &notes, vec![open, keep])
        }
    })
}

/// A sentence, the notes under it, and buttons; without any, one that closes it.
fn banner(state: State, urgent: bool, sentence: String, notes: &[String], buttons: Vec<AnyView>) -> AnyView {
    let buttons = if buttons.is_empty() { vec![button("Fermer", "quiet", move || close(state))] } else { buttons };
    let notes = notes.iter().map(|note| element("li").text(note.clone()).done()).collect::<Vec<_>>();
    let list = if notes.is_empty() { nothing() } else { element("ul").children(notes).done() };
    element("div")
        .class("confirm arrival")
        .attr("id", "arrivee")
        .attr("role", if urgent { "alert" } else { "status" })
        .attr("tabindex", "-1")
        .child(element("p").text(sentence).done())
        .child(list)
        .children(buttons)
        .done()
}

fn close(state: State) {
    state.brought.set(String::new());
    focus("#application");
}

fn button(name: &'static str, class: &'static str, act: impl Fn() + Send + 'static) -> AnyView {
    element("button").attr("type", "button").class(class).on("click", move |_| act()).text(name).done()
}

/// What is called how.
#[derive(Clone, Copy)]
struct Thing {
    named: &'static str,
    shown: &'static str,
}

/// What is brought: a file, a link.
const THINGS: [Thing; 2] =
    [Thing { named: "Le fichier", shown: "ce fichier" }, Thing { named: "Le lien", shown: "ce lien" }];
const BACK: &str = " «\u{a0}Annuler la dernière action\u{a0}» fait revenir ce qui était là.";
const BY_UNDO: &str = "«\u{a0}Annuler la dernière action\u{a0}» la ferait revenir.";
const BY_BUTTON: &str = "un bouton la ferait revenir.";

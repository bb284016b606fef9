//! What is being typed survives a reload of the tab: said, with a way to start afresh.

use crate::blocks::{Source, element, follow, live, nothing};
use crate::browser::{focus, kept, later, leave, put};
use crate::carrying::Found;
use crate::form::Form;
use crate::keeping::store::SET_ASIDE;
use crate::keeping::{Keep, Refused};
use crate::parts::{Links, links};
use crate::state::State;
use leptos::prelude::*;

/// Under which name it is kept.
pub const DRAFT: &str = "simulateur.brouillon";

/// Brings back what was typed before the reload, keeps what is typed from now on, and says both.
pub fn survive(state: State) -> AnyView {
    let (mounted_anew, said) = state.over.with_untracked(|over| (!over.edition.is_empty(), over.said.clone()));
    let said = Source::new(said);
    // Mounted anew, the page was not reloaded: it begins with the form that it was given.
    let draft = if mounted_anew { None } else { kept(Keep::Tab, DRAFT).unwrap_or_default() };
    if let Some(link) = draft {
        state.reloading.set(true);
        links(move |links| {
            said.set(match links {
                Some(links) => bring_back(state, links, &link),
                None => NOT_FETCHED.to_owned(),
            });
            // Without the part the draft stays as it was; of another edition, it is on its way there.
            let elsewhere = state.over.with_untracked(|over| !over.edition.is_empty());
            state.reloading.set(links.is_none() || elsewhere);
        });
    }
    follow(move || {
        let is_untouched = state.form(|form| *form == Form::default());
        // What could not be opened is set aside: what is typed now is kept in its place.
        if !is_untouched && state.reloading.get() && said.get_untracked() == NOT_FETCHED {
            kept(Keep::Tab, DRAFT).ok().flatten().iter().for_each(|link| set_aside(link));
            state.reloading.set(false);
        }
        if !state.reloading.get() {
            // Nothing that came back is there any more.
            if is_untouched && said.get_untracked().starts_with(FOUND) {
                said.set(String::new());
            }
            remember(state, is_untouched, said);
        }
    });
    live(move || if said.get().is_empty() { nothing() } else { banner(state, said) })
}

/// Puts the form back, and says so.
fn bring_back(state: State, links: Links, link: &str) -> String {
    match links.open(link, state) {
        Ok(Found { edition, form, notes }) => {
            let mut said = FOUND.to_owned();
            notes.iter().for_each(|note| {
                said.push(' ');
                said.push_str(note);
            });
            state.resume(edition, &form, &said);
            said
        }
        Err(refusal) => {
            set_aside(link);
            refusal
        }
    }
}

/// Keeps what cannot be opened beside what cannot be read of the scenarios.
fn set_aside(link: &str) {
    let before = kept(Keep::Ever, SET_ASIDE).ok().flatten().unwrap_or_default();
    // A browser that refuses this as well has said so already.
    _ = put(Keep::Ever, SET_ASIDE, Some(&format!("{before}{link}\n")));
}

fn remember(state: State, is_untouched: bool, said: Source<String>) {
    let store = move |link: Option<&str>| {
        leave(link);
        if put(Keep::Tab, DRAFT, link) == Err(Refused) {
            said.set(REFUSED.to_owned());
        }
    };
    if is_untouched {
        store(None);
    } else {
        // What writes links is a request the first time, and the answer goes first.
        later(move || {
            links(move |links| {
                // Another edition may have been mounted meanwhile, or everything erased.
                let link = |links: Links| {
                    let write = |form: &Form| (*form != Form::default()).then(|| links.write(form, state));
                    state.history.try_with_untracked(|history| write(history.now())).flatten()
                };
                if links.is_none() {
                    said.set(UNKEPT.to_owned());
                }
                if let Some(link) = links.and_then(link) {
                    store(Some(&link.text));
                    if said.get_untracked() == UNKEPT {
                        said.set(String::new());
                    }
                }
            });
        });
    }
}

fn banner(state: State, said: Source<String>) -> AnyView {
    let afresh = move |_| {
        state.edit(|form| *form = Form::default());
        said.set(String::new());
        // The button goes away with what it says.
        focus("#application");
    };
    let words = said.get_untracked();
    // What is so whatever is typed goes away by itself.
    let lasts = [REFUSED, UNKEPT, NOT_FETCHED].contains(&words.as_str());
    let button = element("button").attr("type", "button").class("quiet").on("click", afresh);
    element("div")
        .class("reloaded")
        .attr("role", "status")
        .child(element("p").text(words).done())
        .children((!lasts).then(|| button.text("Repartir de zéro").done()))
        .done()
}

const FOUND: &str = "Votre saisie d'avant le rechargement de la page est revenue.";
const REFUSED: &str = "Votre navigateur ne garde rien : votre saisie disparaîtrait si la page était rechargée.";
const UNKEPT: &str = "Votre saisie n'est pas encore gardée : ce qui l'écrit n'a pas pu être téléchargé. Vérifiez votre connexion avant de recharger la page.";
const NOT_FETCHED: &str = "Votre saisie d'avant le rechargement est gardée, mais n'a pas pu être ouverte : vérifiez votre connexion, puis rechargez la page.";

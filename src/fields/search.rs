//! A commune or an EPCI looked for by name or postcode: a combobox whose list comes with a part.
//!
//! The first proposal is marked at once, so that Enter takes what three letters found; leaving the
//! field takes nothing. The focus stays in the field: the mark tells where one is in the list.

use crate::blocks::{Source, condition, element, follow, group, live, text};
use crate::browser::say;
use crate::form::Form;
use crate::parts::{Progress, Suggestion, places, settle};
use crate::state::State;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

const ID: &str = "lieu";
const LIST: &str = "lieu-liste";
const HELP: &str = "lieu-aide";
const ANSWER: &str = "lieu-reponse";

/// What is being looked for. Copied freely.
#[derive(Clone, Copy)]
struct Search {
    state: State,
    query: Source<String>,
    open: Source<bool>,
    marked: Source<usize>,
    progress: Source<Progress>,
}

/// The field, its list of proposals, and what it says when there is none.
pub fn place_search(state: State) -> AnyView {
    let search = Search {
        state,
        query: Source::new(String::new()),
        open: Source::new(false),
        marked: Source::new(0),
        progress: Source::new(Progress::START),
    };
    // Whoever the form speaks for stands there, however it came to: picked, reloaded, taken back.
    let mut before = String::new();
    follow(move || {
        let asker = state.form(Form::asker);
        // What is being looked for stays, as long as they are the same.
        if asker != before {
            search.query.set(asker.clone());
            before = asker;
        }
    });
    let expanded = condition(move || search.open.get() && search.count() > 0);
    let active = move || if expanded.get() { option_id(search.marked.get()) } else { String::new() };
    let input = element("input")
        .attr("id", ID)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", LIST)
        .attr("aria-describedby", format!("{HELP} {ANSWER}"))
        .live("aria-expanded", text(move || expanded.get().to_string()))
        .live("aria-activedescendant", text(active))
        .value(search.query.into())
        .on("focus", move |_| search.prepare())
        .on("input", move |event| search.look_for(event_target_value(&event)))
        .on("keydown", move |event| search.press(&event.unchecked_into()))
        .on("blur", move |_| search.open.set(false));
    let list = element("ul")
        .attr("id", LIST)
        .attr("role", "listbox")
        .attr("aria-label", "Communes et EPCI trouvés")
        .when("hidden", condition(move || !expanded.get()))
        .child(live(move || search.options()));
    element("div")
        .class("field search")
        .child(element("label").attr("for", ID).text("Trouver votre commune ou votre EPCI").done())
        .child(input.done())
        .child(list.done())
        .child(element("p").class("help").attr("id", HELP).text(HINT).done())
        .child(element("p").class("note").attr("id", ANSWER).shows(text(move || search.answer())).done())
        .done()
}

impl Search {
    /// Has the list come before the first letter is there, or once more where it did not come.
    fn prepare(self) {
        if self.progress.get_untracked() == Progress::Failed {
            self.progress.set(Progress::Waiting);
        }
        untrack(|| _ = self.found());
    }

    /// What the query finds; nothing while the list is on its way.
    fn found(self) -> Vec<Suggestion> {
        places(&self.query.get(), self.progress).unwrap_or_default()
    }

    fn count(self) -> usize {
        self.found().len()
    }

    fn options(self) -> AnyView {
        // Nobody who has not come here yet pays for the list of places.
        let found = if self.open.get() { self.found() } else { Vec::new() };
        let options = found.into_iter().enumerate().map(|(at, suggestion)| {
            let marked = condition(move || self.marked.get() == at);
            let take = suggestion.clone();
            element("li")
                .attr("id", option_id(at))
                .attr("role", "option")
                .live("aria-selected", text(move || marked.get().to_string()))
                // The field would lose the focus, and the list would close under the pointer.
                .on("mousedown", |event| event.prevent_default())
                .on("click", move |_| self.take(&take))
                .child(element("strong").text(suggestion.name).done())
                .child(element("span").class("note").text(suggestion.detail).done())
                .done()
        });
        group(options.collect())
    }

    /// What is said under the field when it has nothing to propose.
    fn answer(self) -> String {
        let query = self.query.get();
        match self.progress.get() {
            _ if query.trim().is_empty() || !self.open.get() => String::new(),
            Progress::Waiting => "Chargement de la liste…".to_owned(),
            Progress::Failed => UNFETCHED.to_owned(),
            Progress::Here if self.count() == 0 => format!("« {} » : {NOT_FOUND}", query.trim()),
            Progress::Here => String::new(),
        }
    }

    fn look_for(self, typed: String) {
        self.query.set(typed);
        self.marked.set(0);
        self.open.set(true);
        let answer = untrack(|| self.answer());
        if !answer.is_empty() {
            say(&answer);
        }
    }

    fn press(self, event: &KeyboardEvent) {
        let (count, marked) = untrack(|| (self.count(), self.marked.get()));
        let move_to = |to: usize| {
            event.prevent_default();
            self.open.set(true);
            self.marked.set(to);
        };
        match event.key().as_str() {
            "ArrowDown" if count > 0 && self.open.get_untracked() => {
                move_to(if marked + 1 < count { marked + 1 } else { 0 })
            }
            "ArrowUp" if count > 0 && self.open.get_untracked() => move_to(marked.checked_sub(1).unwrap_or(count - 1)),
            "ArrowDown" | "ArrowUp" => self.open.set(true),
            "Escape" if self.open.get_untracked() => self.open.set(false),
            "Escape" => self.query.set(String::new()),
            "Enter" if self.open.get_untracked() => {
                event.prevent_default();
                if let Some(suggestion) = untrack(|| self.found()).get(marked) {
                    self.take(suggestion);
                }
            }
            _ => {}
        }
    }

    fn take(self, suggestion: &Suggestion) {
        let edition = self.state.edition;
        self.state.edit(|form| settle(form, suggestion.place, edition));
        self.query.set(suggestion.name.clone());
        self.open.set(false);
    }
}

fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}

const HINT: &str =
    "Facultatif. Un nom ou un code postal de la Gironde : type et habitants se remplissent, tout reste modifiable.";
const NOT_FOUND: &str =
    "ni commune ni EPCI de la Gironde à ce nom. Vérifiez l'orthographe, ou remplissez les champs ci-dessous.";
const UNFETCHED: &str = "La liste des communes n'a pas pu être téléchargée : remplissez les champs ci-dessous.";

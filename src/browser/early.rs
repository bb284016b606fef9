//! The page as it was written ahead: its controls answer, and the application comes to take its place, once
//! the visitor does something or the page rests. Nothing here knows Leptos: it is all that a first answer waits for.

use super::{element, show_failure, today};
use crate::early::{Control, form, total};
use crate::embedded;
use crate::form::Form;
use crate::parts;
use crate::reload::DRAFT;
use engine::Catalogue;
use engine::catalogue::Edition;
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTemplateElement, NodeList};

/// How long to wait for the rest of the page, each time, in milliseconds.
const SOON: u32 = 5;

/// How long the page may stand before the application comes unasked, in milliseconds.
const REST: u32 = 900;

/// How long after it could not be fetched it may be asked for again, in milliseconds.
const AGAIN: u32 = 3_300;

/// The place that says so.
const LACKS: &str = "suite";
const UNFETCHED: &str = "La suite du simulateur n'a pas pu être téléchargée : le total suit ce que vous saisissez, mais sans détail ni aide à la saisie. Vérifiez votre connexion ; rien de ce que vous avez saisi n'est perdu.";

/// The controls that say something: a box that is not ticked says nothing.
const TELLING: &str = "input:checked, input:not([type=checkbox], [type=radio]), select";

/// What shows that somebody is there.
const SIGNS: [&str; 6] = ["pointermove", "pointerdown", "keydown", "focusin", "input", "scroll"];

/// The page that stands there.
struct Early {
    catalogue: &'static Catalogue,
    edition: &'static Edition,
    main: Element,
    /// Whether the application is on its way, or there.
    asked: Cell<bool>,
    /// What was pressed that only the application answers, by its words.
    pressed: Cell<String>,
    /// What it listens to, and how.
    heard: Cell<Vec<(&'static str, Closure<dyn Fn(Event)>)>>,
}

/// Has the page answer as soon as all of it is read, or shows the shell's alert.
pub fn start() {
    std::panic::set_hook(Box::new(|_| show_failure()));
    answer_once_read();
}

/// The page may start before all of it is read.
fn answer_once_read() {
    let document = web_sys::window().and_then(|window| window.document());
    if document.is_some_and(|it| it.ready_state() == "loading") {
        Timeout::new(SOON, answer_once_read).forget();
    } else {
        answer();
    }
}

fn answer() {
    let catalogue = embedded::figures().ok();
    let edition = catalogue.and_then(|catalogue| catalogue.in_force(&today()));
    let (Some(main), Some(catalogue), Some(edition)) = (element("application"), catalogue, edition) else {
        show_failure();
        return;
    };
    let early =
        Early { catalogue, edition, main, asked: Cell::default(), pressed: Cell::default(), heard: Cell::default() };
    let early = Rc::new(early);
    // Where this stands, the page has started: the shell need not say that it did not.
    all(&early.main, ".loading, #echec").for_each(|it| it.remove());
    // What can have been typed by now stands in what was seen: the rest need not be read yet.
    early.answer();
    early.unfold();
    early.listen();
    early.clone().ask_when_it_rests();
}

impl Early {
    /// Puts what was written apart in its place.
    fn unfold(&self) {
        let below = element("dessous").and_then(|it| it.dyn_into::<HtmlTemplateElement>().ok());
        if let (Some(below), Some(form)) = (below, all(&self.main, "form").next()) {
            _ = form.append_with_node_1(&below.content());
        }
    }

    fn listen(self: &Rc<Early>) {
        let early = self.clone();
        self.hear("input", move |target| {
            reveal(&target);
            early.repeat(&target);
            early.answer();
        });
        let early = self.clone();
        self.hear("click", move |target| {
            if let Ok(Some(button)) = target.closest("button, summary") {
                early.pressed.set(button.text_content().unwrap_or_default());
            }
        });
        for sign in SIGNS {
            let early = self.clone();
            self.hear(sign, move |_| early.clone().ask());
        }
    }

    /// Acts on each such event, until it is told to leave.
    fn hear(self: &Rc<Early>, event: &'static str, act: impl Fn(Element) + 'static) {
        let early = self.clone();
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            act(event.target().and_then(|it| it.dyn_into().ok()).unwrap_or_else(|| early.main.clone()));
        });
        // In a capture, for some of them do not rise.
        let target = self.main.owner_document();
        _ = target.map(|it| it.add_event_listener_with_callback_and_bool(event, heard.as_ref().unchecked_ref(), true));
        let mut all = self.heard.take();
        all.push((event, heard));
        self.heard.set(all);
    }

    /// Leaves the page to the application, each key of which would still wait for whoever listens here.
    fn leave(&self) {
        let target = self.main.owner_document();
        for (event, heard) in self.heard.take() {
            let heard = heard.as_ref().unchecked_ref();
            _ = target.as_ref().map(|it| it.remove_event_listener_with_callback_and_bool(event, heard, true));
        }
    }

    /// The same field may stand under several services.
    fn repeat(&self, typed: &Element) {
        let (Some(field), Some(input)) = (typed.get_attribute("data-field"), typed.dyn_ref::<HtmlInputElement>())
        else {
            return;
        };
        for other in all(&self.main, &format!("[data-field=\"{field}\"]")) {
            if let Some(other) = other.dyn_ref::<HtmlInputElement>().filter(|other| *other != input) {
                other.set_value(&input.value());
            }
        }
    }

    fn form(&self) -> Form {
        let controls: Vec<Control> = all(&self.main, TELLING).map(|it| control(&it)).collect();
        form(self.edition, &controls)
    }

    /// Writes the running total.
    fn answer(&self) {
        let said = total(self.catalogue, self.edition, &self.form());
        let is_empty = said.iter().all(String::is_empty);
        for place in all(&self.main, "[data-said]") {
            let at = place.get_attribute("data-said").and_then(|at| at.parse().ok());
            let words = at.and_then(|at: usize| said.get(at)).map_or("", String::as_str);
            place.set_text_content(Some(words));
            if let Ok(Some(row)) = place.closest("p") {
                _ = row.toggle_attribute_with_force("hidden", words.is_empty());
            }
        }
        // What stands there while nothing is chosen, and what does once something is.
        for (part, hides) in all(&self.main, "aside > [data-revealed]").zip([!is_empty, is_empty]) {
            _ = part.toggle_attribute_with_force("hidden", hides);
        }
    }

    fn ask_when_it_rests(self: Rc<Early>) {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        // Something is to be opened, by the application alone.
        if self.is_past()
            || hash.starts_with("#s")
            || super::kept(crate::keep::Keep::Tab, DRAFT).ok().flatten().is_some()
        {
            _ = self.main.set_attribute("inert", "");
            return self.ask();
        }
        Timeout::new(REST, move || self.ask()).forget();
    }

    /// Whether another edition has come into force since the page was written: its fields are not these.
    fn is_past(&self) -> bool {
        let written = |it: Element| it.get_attribute("data-edition");
        all(&self.main, "[data-edition]").find_map(written).as_ref() != Some(&self.edition.id)
    }

    /// Has the application come, once.
    fn ask(self: Rc<Early>) {
        if self.asked.replace(true) {
            return;
        }
        // The answer goes first.
        Timeout::new(0, move || {
            let (early, arrived) = (self.clone(), self);
            parts::application(
                move || {
                    early.leave();
                    early.form()
                },
                move |here| match here {
                    true => press(&arrived.pressed.take()),
                    false => arrived.lack(),
                },
            );
        })
        .forget();
    }

    /// Says that the application did not come; a later sign asks again.
    fn lack(self: Rc<Early>) {
        let made = web_sys::window().and_then(|window| window.document()?.create_element("p").ok());
        if let Some(said) = made.filter(|_| element(LACKS).is_none()) {
            said.set_id(LACKS);
            said.set_class_name("remarks");
            _ = said.set_attribute("role", "alert");
            said.set_text_content(Some(UNFETCHED));
            _ = self.main.prepend_with_node_1(&said);
        }
        if !self.is_past() {
            _ = self.main.remove_attribute("inert");
        }
        Timeout::new(AGAIN, move || self.asked.set(false)).forget();
    }
}

/// The attribute of the page until the application is in its place.
pub const AHEAD: &str = "data-ahead";

/// Shows what a service asks, or hides it.
fn reveal(tick: &Element) {
    let Some(input) = tick.dyn_ref::<HtmlInputElement>().filter(|input| input.id().starts_with("service-")) else {
        return;
    };
    let Ok(Some(card)) = tick.closest(".service") else { return };
    if let Ok(Some(body)) = card.query_selector("[data-revealed]") {
        _ = body.toggle_attribute_with_force("hidden", !input.checked());
    }
    card.set_class_name(if input.checked() { "service chosen" } else { "service" });
}

fn control(element: &Element) -> Control {
    let field = element.get_attribute("data-field").unwrap_or_default();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        Control { id: input.id(), field, value: input.value(), ticked: input.checked() }
    } else {
        let value = element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default();
        Control { id: element.id(), field, value, ticked: false }
    }
}

/// Presses what bears these words, if anything was pressed.
fn press(words: &str) {
    let Some(main) = element("application").filter(|_| !words.is_empty()) else { return };
    let found = all(&main, "button, summary").find(|it| it.text_content().as_deref() == Some(words));
    if let Some(button) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// The elements of a selector, in order.
pub fn all(inside: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found: Option<NodeList> = inside.query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |at| found.as_ref()?.item(at)?.dyn_into().ok())
}

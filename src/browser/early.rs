//! The page as it was written ahead: its controls answer, and the application comes to take its place, once
//! the visitor does something or the page rests. Nothing here knows Leptos: it is all that a first answer waits for.

mod controls;
mod listening;

use super::{all, element, show_failure, today};
use crate::early::{form, total};
use crate::editions::embedded;
use crate::form::Form;
use crate::keeping::reload::DRAFT;
use crate::parts;
use engine::Catalogue;
use engine::catalogue::Edition;
use gloo_timers::callback::Timeout;
use listening::Listening;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// How long to wait for the rest of the page, each time, in milliseconds.
const SOON: u32 = 5;

/// How long the page may stand before the application comes unasked, in milliseconds.
const REST: u32 = 900;

/// How long after it could not be fetched it may be asked for again, in milliseconds.
const AGAIN: u32 = 3_300;

/// How long the application waits, each time, for the visitor's hand to be free, in milliseconds.
const PATIENCE: u32 = 200;

/// The attribute of the page until the application is in its place.
pub const AHEAD: &str = "data-ahead";

/// The place that says that it did not come.
const LACKS: &str = "suite";
const UNFETCHED: &str = "La suite du simulateur n'a pas pu être téléchargée : le total suit ce que vous saisissez, mais sans détail ni aide à la saisie. Vérifiez votre connexion sans recharger la page : ce que vous avez saisi n'est pas encore gardé.";

/// What shows that somebody is there.
const SIGNS: [&str; 6] = ["pointermove", "pointerdown", "keydown", "focusin", "input", "scroll"];

/// The page that stands there.
struct Early {
    catalogue: &'static Catalogue,
    edition: &'static Edition,
    page: Element,
    listening: Listening,
    /// Whether the application is on its way, or there.
    asked: Cell<bool>,
    /// Whether the visitor is at something that would be undone if the page were replaced: a button held down, a
    /// list of answers that hangs open.
    busy: Cell<bool>,
    /// Whether a button is held down.
    held: Cell<bool>,
    /// What was pressed that only the application answers, by its words.
    pressed: RefCell<String>,
}

/// Has the page answer as soon as all of it is read, or shows the shell's alert: it may start before.
pub fn start() {
    let document = web_sys::window().and_then(|window| window.document());
    if document.is_some_and(|it| it.ready_state() == "loading") {
        Timeout::new(SOON, start).forget();
    } else {
        answer();
    }
}

fn answer() {
    let catalogue = embedded::figures().ok();
    let edition = catalogue.and_then(|catalogue| catalogue.in_force(&today()));
    let (Some(page), Some(catalogue), Some(edition)) = (element("application"), catalogue, edition) else {
        show_failure();
        return;
    };
    // Where this stands, the page has started: the shell need not say that it did not.
    all(&page, ".loading, #echec").for_each(|it| it.remove());
    let listening = Listening::to(&page);
    let [asked, busy, held] = Default::default();
    let early = Rc::new(Early { catalogue, edition, page, listening, asked, busy, held, pressed: RefCell::default() });
    // What can have been typed by now stands in what was seen: the rest need not be read yet.
    early.answer();
    controls::unfold(&early.page);
    early.listen();
    early.ask_when_it_rests();
}

impl Early {
    fn listen(self: &Rc<Early>) {
        self.hear("input", |early, target| {
            // What was pressed before would be done over what is typed since.
            early.pressed.take();
            controls::reveal(target);
            controls::repeat(&early.page, target);
            early.answer();
        });
        self.hear("click", |early, target| {
            if let Some(words) = controls::button(target) {
                early.pressed.replace(words);
            }
        });
        self.hear("pointerdown", |early, _| {
            early.held.set(true);
            early.busy.set(true);
        });
        // A key may open a list, too; one elsewhere tells that none is.
        self.hear("keydown", |early, target| early.busy.set(is_list(target)));
        self.hear("change", |early, _| early.busy.set(false));
        for freed in ["pointerup", "pointercancel"] {
            self.hear(freed, |early, target| {
                early.held.set(false);
                // A list hangs open until something is chosen in it, or the hand is elsewhere.
                early.busy.set(early.busy.get() && is_list(target));
            });
        }
        // By a key: the list that was left has shut.
        self.hear("focusin", |early, _| early.busy.set(early.busy.get() && early.held.get()));
        for sign in SIGNS {
            self.hear(sign, |early, _| early.ask());
        }
    }

    fn hear(self: &Rc<Early>, event: &'static str, act: impl Fn(&Rc<Early>, &Element) + 'static) {
        let early = self.clone();
        self.listening.hear(event, move |target| act(&early, target));
    }

    fn form(&self) -> Form {
        form(self.edition, &controls::read(&self.page))
    }

    /// Writes the running total.
    fn answer(&self) {
        controls::say(&self.page, &total(self.catalogue, self.edition, &self.form()));
    }

    fn ask_when_it_rests(self: &Rc<Early>) {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        // Something is to be opened, by the application alone.
        if self.is_past()
            || super::is_form(&hash)
            || super::kept(crate::keeping::Keep::Tab, DRAFT).ok().flatten().is_some()
        {
            _ = self.page.set_attribute("inert", "");
            return self.ask();
        }
        let early = self.clone();
        Timeout::new(REST, move || early.ask()).forget();
    }

    /// Whether another edition has come into force since the page was written: its fields are not these.
    fn is_past(&self) -> bool {
        let written = |it: Element| it.get_attribute("data-edition");
        all(&self.page, "[data-edition]").find_map(written).as_ref() != Some(&self.edition.id)
    }

    /// Has the application come, once.
    fn ask(self: &Rc<Early>) {
        if self.asked.replace(true) {
            return;
        }
        let early = self.clone();
        let arrived = move |here| if here { early.hand_over(false) } else { early.lack() };
        // The answer goes first.
        Timeout::new(0, move || parts::fetch_application(arrived)).forget();
    }

    /// Puts the application, which has arrived, in the place of the page: once the visitor's hand is free, and has
    /// been for a moment if it `was_busy`, for what it let go is still on its way here.
    fn hand_over(self: Rc<Early>, was_busy: bool) {
        let is_busy = self.busy.get();
        if is_busy || was_busy {
            Timeout::new(PATIENCE, move || self.hand_over(is_busy)).forget();
            return;
        }
        self.listening.stop();
        parts::application(&self.form());
        controls::press(&self.page, &self.pressed.take());
    }

    /// Says that the application did not come; a later sign asks again.
    fn lack(self: Rc<Early>) {
        let made = self.page.owner_document().and_then(|document| document.create_element("p").ok());
        if let Some(said) = made.filter(|_| element(LACKS).is_none()) {
            said.set_id(LACKS);
            said.set_class_name("remarks");
            _ = said.set_attribute("role", "alert");
            said.set_text_content(Some(UNFETCHED));
            _ = self.page.prepend_with_node_1(&said);
        }
        if !self.is_past() {
            _ = self.page.remove_attribute("inert");
        }
        Timeout::new(AGAIN, move || self.asked.set(false)).forget();
    }
}

/// Whether it is a drop-down.
fn is_list(element: &Element) -> bool {
    element.tag_name() == "SELECT"
}

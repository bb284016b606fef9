//! All that names the browser, here and in `browser/`: start, alert of failure, date, announcements, focus, print,
//! clipboard, downloads, storage, links in the address. What only the parts ask of it is in `browser/carry.rs`, what
//! the page written ahead does in `browser/early.rs`.

pub mod carry;
mod early;
mod place;

use crate::blocks;
use crate::blocks::{Source, follow};
use crate::editions::embedded;
use crate::editions::over::mounted;
use crate::form::Form;
use crate::keeping::{Keep, Refused};
use crate::state::State;
use crate::views::announcement;
use gloo_timers::callback::Timeout;
use leptos::ev::{afterprint, beforeprint, storage as storage_event};
use leptos::mount::mount_to;
use leptos::prelude::*;
use place::Place;
use std::cell::{Cell, RefCell};
use std::mem::replace;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, NodeList};

/// How long the totals must rest before they are announced, in milliseconds.
const ANNOUNCE_AFTER: u32 = 900;

/// How long typing must pause before the estimate's detail is made again, in milliseconds.
pub const REST: u32 = 250;

/// How often within that time the page looks whether something was typed.
const TICKS: u32 = 5;

/// How long a file that was handed over stays in memory, in milliseconds.
const KEEP: u32 = 60_000;

pub use early::start;

/// Puts the application in the place of the page that was written ahead, with what was typed there. Whoever is in a
/// field stays in it.
pub fn application(typed: &Form) {
    let main = element("application").and_then(|main| main.dyn_into::<HtmlElement>().ok());
    let catalogue = embedded::catalogue().ok();
    let edition = catalogue.and_then(|catalogue| catalogue.in_force(&today()));
    let (Some(main), Some(catalogue), Some(edition)) = (main, catalogue, edition) else {
        show_failure();
        return;
    };
    let place = Place::here(&main);
    let typed = typed.clone();
    main.set_text_content(None);
    mount_to(main.clone(), move || {
        let brought = Source::new(String::new());
        follow_links(brought);
        mounted(catalogue, edition, brought, typed, announce)
    })
    .forget();
    [early::AHEAD, "inert"].iter().for_each(|gone| _ = main.remove_attribute(gone));
    place.restore();
}

/// Whether the end of an address holds a form: `s` and a version, as no other place begins.
fn is_form(hash: &str) -> bool {
    hash.starts_with("#s") && hash.as_bytes().get(2).is_some_and(u8::is_ascii_digit)
}

/// Hands over the link of the address, now and whenever another is followed there.
fn follow_links(brought: Source<String>) {
    let look = move || {
        let hash = window().location().hash().unwrap_or_default();
        if is_form(&hash) {
            brought.set(hash);
        }
    };
    look();
    _ = window_event_listener_untyped("hashchange", move |_| look());
}

/// Today where the visitor is, `YYYY-MM-DD`: an edition starts to apply on a day, not at an hour.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let here = js_sys::Date::new(&(now.get_time() - now.get_timezone_offset() * 60_000.0).into());
    String::from(here.to_iso_string()).chars().take(10).collect()
}

/// The current year.
pub fn this_year() -> u16 {
    today().chars().take(4).collect::<String>().parse().unwrap_or_default()
}

/// Says the new totals once they have rested, in the shell's one status.
fn announce(state: State) {
    let mut waiting = None;
    follow(move || {
        let sentence = state.of_estimate(|estimate| announcement(state, estimate));
        let is_said = said().as_deref() == Some(sentence.as_str());
        let next = (!is_said).then(|| Timeout::new(ANNOUNCE_AFTER, move || say(&sentence)));
        // Whatever waited to be said before is dropped, and never is.
        drop(replace(&mut waiting, next));
    });
}

/// What was said last.
fn said() -> Option<String> {
    element("annonce")?.text_content()
}

/// Says a sentence to screen readers, in the shell's one status.
pub fn say(sentence: &str) {
    if let Some(status) = element("annonce") {
        status.set_text_content(Some(sentence));
    }
}

/// Tells the detail once typing rests. One clock goes on while keys follow each other: to set a timer anew at
/// each key would cost a tenth of the key.
pub fn rest(state: State) {
    // For how many ticks nothing was typed; `None` while no clock goes.
    let quiet = Rc::new(Cell::new(None));
    let mut begun = false;
    follow(move || {
        state.typed.track();
        // Told once when it begins, and nothing was typed then.
        if replace(&mut begun, true) && quiet.replace(Some(0)).is_none() {
            tick(state, quiet.clone());
        }
    });
}

fn tick(state: State, quiet: Rc<Cell<Option<u32>>>) {
    let ring = move || {
        let ticks = quiet.get().unwrap_or(TICKS);
        if ticks < TICKS {
            quiet.set(Some(ticks + 1));
            return tick(state, quiet);
        }
        quiet.set(None);
        // Another edition may have been mounted meanwhile.
        state.rested.set(());
    };
    Timeout::new(REST / TICKS, ring).forget();
}

/// Does something once what is going on is done and answered.
pub fn later(act: impl FnOnce() + 'static) {
    Timeout::new(0, act).forget();
}

/// Moves the focus to the first element of a selector, once the page is up to date.
pub fn focus(selector: &str) {
    let selector = selector.to_owned();
    Timeout::new(0, move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            _ = element.focus();
        }
    })
    .forget();
}

/// Brings into sight the place that applies in tables that scroll sideways, once the page is up to date. Where somebody
/// has scrolled, that stays.
pub fn show_places() {
    later(|| {
        let Some(body) = document().body() else { return };
        for place in all(&body, ".extract .here") {
            let table = place.closest(".scroll").ok().flatten().filter(|table| table.scroll_left() == 0);
            if let (Some(table), Ok(place)) = (table, place.dyn_into::<HtmlElement>()) {
                let beside = (table.client_width() - place.offset_width()) / 2;
                table.set_scroll_left((place.offset_left() - beside).max(0));
            }
        }
    });
}

/// Unfolds everything before the page is printed, and folds it again after.
pub fn unfold_for_print(state: State) {
    let before = window_event_listener(beforeprint, move |_| state.printing.set(true));
    let after = window_event_listener(afterprint, move |_| state.printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// A place that is filled when the page is about to be printed, and emptied after. It is filled at once:
/// Firefox takes its picture of the page before any effect has run.
pub fn on_paper(_: State, content: impl Fn() -> AnyView + Clone + 'static) -> AnyView {
    let shown = Rc::new(RefCell::new(None));
    let printed = shown.clone();
    let before = window_event_listener(beforeprint, move |_| {
        let place = element("papier").and_then(|place| place.dyn_into::<HtmlElement>().ok());
        *shown.borrow_mut() = place.map(|place| mount_to(place, content.clone()));
    });
    let after = window_event_listener(afterprint, move |_| *printed.borrow_mut() = None);
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    blocks::element("div").attr("id", "papier").done()
}

/// The alphabetical order of two French names.
pub fn compare_names(one: &str, other: &str) -> std::cmp::Ordering {
    let french = js_sys::Array::of1(&JsValue::from_str("fr"));
    js_sys::JsString::from(one).locale_compare(other, &french, &js_sys::Object::new()).cmp(&0)
}

/// What is kept under a name.
///
/// # Errors
/// When the browser keeps nothing here.
pub fn kept(keep: Keep, name: &str) -> Result<Option<String>, Refused> {
    storage(keep)?.get_item(name).map_err(|_| Refused)
}

/// Keeps a text under a name, or forgets the one that was.
///
/// # Errors
/// When the browser keeps nothing here, or has no room left.
pub fn put(keep: Keep, name: &str, text: Option<&str>) -> Result<(), Refused> {
    let storage = storage(keep)?;
    let done = match text {
        Some(text) => storage.set_item(name, text),
        None => storage.remove_item(name),
    };
    done.map_err(|_| Refused)
}

/// Leaves the link of what is typed to the shell's scripts, whether or not the browser keeps anything.
pub fn leave(link: Option<&str>) {
    if let Some(main) = element("application") {
        _ = main.set_attribute("data-typed", link.unwrap_or_default());
    }
}

fn storage(keep: Keep) -> Result<web_sys::Storage, Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    let storage = match keep {
        Keep::Tab => window.session_storage(),
        Keep::Ever => window.local_storage(),
    };
    storage.ok().flatten().ok_or(Refused)
}

/// Acts whenever another tab changes what is kept.
pub fn on_other_tab(act: impl Fn() + 'static) {
    let listening = window_event_listener(storage_event, move |_| act());
    on_cleanup(move || listening.remove());
}

/// Prints the page, once it is unfolded: the browser would not wait for that.
pub fn print(state: State) {
    state.rested.set(());
    state.printing.set(true);
    Timeout::new(50, || _ = window().print()).forget();
}

/// Copies a text, and tells whether the browser let it be.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("clipboard"));
    let Ok(clipboard) = clipboard.and_then(|it| it.dyn_into::<web_sys::Clipboard>()) else {
        done(false);
        return;
    };
    let done = std::rc::Rc::new(done);
    let failed = done.clone();
    let on_done = Closure::once(move |_: JsValue| done(true));
    let on_failed = Closure::once(move |_: JsValue| failed(false));
    _ = clipboard.write_text(text).then2(&on_done, &on_failed);
    // Called after this function is over; one of the two never is.
    on_done.forget();
    on_failed.forget();
}

/// Hands a file over under a name, and tells whether the browser took it.
pub fn download(name: &str, media: &str, bytes: &[u8]) -> bool {
    let offer = || {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(media);
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
        let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
        let url = web_sys::Url::create_object_url_with_blob(&blob)?;
        let link = document().create_element("a")?;
        link.set_attribute("href", &url)?;
        link.set_attribute("download", name)?;
        link.unchecked_into::<HtmlElement>().click();
        // Browsers read the file after the click.
        Timeout::new(KEEP, move || _ = web_sys::Url::revoke_object_url(&url)).forget();
        Ok::<(), JsValue>(())
    };
    offer().is_ok()
}

/// Uncovers the alert that stands hidden in the shell: it needs nothing of the page to work.
fn show_failure() {
    if let Some(alert) = element("panne") {
        _ = alert.remove_attribute("hidden");
    }
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// The elements of a selector, in order.
fn all(inside: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found: Option<NodeList> = inside.query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |at| found.as_ref()?.item(at)?.dyn_into().ok())
}

//! What carrying away and bringing back asks of the browser. Only the parts call this.
//!
//! Everything goes through four functions that take names: each function of the browser bound by itself
//! would be a few lines of the glue, which every first visit downloads.

use dossier::file::LONGEST;
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{LocalStorage, StoredValue, WithValue, window};
use leptos::web_sys::Event;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What stands under a name, step by step.
fn at(from: &JsValue, path: &[&str]) -> Option<JsValue> {
    let mut here = from.clone();
    for name in path {
        here = Reflect::get(&here, &JsValue::from_str(name)).ok()?;
    }
    (!here.is_undefined() && !here.is_null()).then_some(here)
}

/// Calls a method.
fn call(target: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = at(target, &[name])?.dyn_into().ok()?;
    Reflect::apply(&method, target, &arguments.iter().cloned().collect::<Array>()).ok()
}

/// Makes an object of a class of the window.
fn made(class: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let class: Function = at(&window(), &[class])?.dyn_into().ok()?;
    Reflect::construct(&class, &arguments.iter().cloned().collect::<Array>()).ok()
}

/// An object with these fields.
fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// Tells how a promise ends; one that is none has failed.
fn after(promise: Option<JsValue>, done: impl FnOnce(Option<JsValue>) + 'static) {
    let Some(promise) = promise else { return done(None) };
    let done = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
    let failed = done.clone();
    let on_done = Closure::once(move |value: JsValue| {
        if let Some(done) = done.take() {
            done(Some(value));
        }
    });
    let on_failed = Closure::once(move |_: JsValue| {
        if let Some(done) = failed.take() {
            done(None);
        }
    });
    _ = call(&promise, "then", &[on_done.as_ref().clone(), on_failed.as_ref().clone()]);
    // Called after this function is over; one of the two never is.
    on_done.forget();
    on_failed.forget();
}

/// The page's address, without what stands behind its `#`.
pub fn address() -> String {
    let href = at(&window(), &["location", "href"]).and_then(|href| href.as_string()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Takes the link out of the address. The shell is told: it leads back to what stood there.
pub fn drop_link() {
    let window = window();
    if let Some(history) = at(&window, &["history"]) {
        let address = JsValue::from_str(&address());
        _ = call(&history, "replaceState", &[JsValue::NULL, JsValue::from_str(""), address]);
    }
    if let Some(event) = made("Event", &[JsValue::from_str("hashchange")]) {
        _ = call(&window, "dispatchEvent", &[event]);
    }
}

/// Whether the system shares.
pub fn can_share() -> bool {
    at(&window(), &["navigator", "share"]).is_some()
}

/// Opens the system's own way to share, and tells whether something was.
pub fn share(title: &str, text: &str, link: &str, done: impl FnOnce(bool) + 'static) {
    let [title, text, link] = [title, text, link].map(JsValue::from_str);
    let what = object(&[("title", &title), ("text", &text), ("url", &link)]);
    let navigator = at(&window(), &["navigator"]).unwrap_or_default();
    after(call(&navigator, "share", &[what]), move |end| done(end.is_some()));
}

/// Follows an address that another program takes, or the browser saves under a name: by a link of its own,
/// for a page that is left in any other way may be closed.
pub fn follow(address: &str, save_as: Option<&str>) {
    let link = at(&window(), &["document"]).and_then(|page| call(&page, "createElement", &[JsValue::from_str("a")]));
    let Some(link) = link else { return };
    for (name, value) in [("href", Some(address)), ("download", save_as)] {
        if let Some(value) = value {
            _ = Reflect::set(&link, &JsValue::from_str(name), &JsValue::from_str(value));
        }
    }
    _ = call(&link, "click", &[]);
}

/// Has a text saved as a file, under a name and the day.
pub fn save(name: &str, text: &str) {
    let kind = object(&[("type", &JsValue::from_str("application/json"))]);
    let Some(blob) = made("Blob", &[Array::of1(&JsValue::from_str(text)).into(), kind]) else { return };
    let Some(urls) = at(&window(), &["URL"]) else { return };
    let Some(url) = call(&urls, "createObjectURL", &[blob]) else { return };
    follow(&url.as_string().unwrap_or_default(), Some(&format!("{name}-{}.json", super::today())));
    // The browser has not read it yet.
    let forget = move || _ = call(&urls, "revokeObjectURL", &[url]);
    gloo_timers::callback::Timeout::new(60_000, forget).forget();
}

/// Selects what stands in a field, once the page is up to date.
pub fn select(selector: &str) {
    let selector = JsValue::from_str(selector);
    let select = move || {
        let field = at(&window(), &["document"]).and_then(|page| call(&page, "querySelector", &[selector]));
        if let Some(field) = field {
            _ = call(&field, "select", &[]);
        }
    };
    gloo_timers::callback::Timeout::new(0, select).forget();
}

/// Reads the file that a field holds, and empties it: the same file may be chosen again.
pub fn read(event: &Event, done: impl FnOnce(Option<String>) + 'static) {
    let Some(field) = at(event, &["target"]) else { return };
    if let Some(file) = at(&field, &["files", "0"]) {
        text_of(&file, done);
    }
    _ = Reflect::set(&field, &JsValue::from_str("value"), &JsValue::from_str(""));
}

fn text_of(file: &JsValue, done: impl FnOnce(Option<String>) + 'static) {
    let size = at(file, &["size"]).and_then(|size| size.as_f64()).unwrap_or_default();
    let text = if size > f64::from(LONGEST) { None } else { call(file, "text", &[]) };
    after(text, move |text| done(text.and_then(|text| text.as_string())));
}

/// Listens to files let go over the page. What a part cleans up must not belong to a thread, which the
/// closure does: it is stored with the page's own signals.
pub struct Drops(StoredValue<Closure<dyn FnMut(Event)>, LocalStorage>);

/// Hands over the text of each file let go over the page.
pub fn watch_drops(open: impl Fn(Option<String>) + Clone + 'static) -> Drops {
    let dropped = move |event: Event| {
        if let Some(file) = at(&event, &["dataTransfer", "files", "0"]) {
            event.prevent_default();
            text_of(&file, open.clone());
        }
    };
    let closure = Closure::<dyn FnMut(Event)>::new(dropped);
    _ = call(&window(), "addEventListener", &[JsValue::from_str("drop"), closure.as_ref().clone()]);
    Drops(StoredValue::new_local(closure))
}

impl Drops {
    /// Listens no more.
    pub fn stop(&self) {
        _ = self.0.try_with_value(|closure| {
            call(&window(), "removeEventListener", &[JsValue::from_str("drop"), closure.as_ref().clone()])
        });
    }
}

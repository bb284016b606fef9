//! The few reactive shapes of the page, each compiled once.
//!
//! Leptos compiles a view anew for every type of closure in it, and every visitor downloads the
//! result. So views here hold [`Live`]s, whose type does not change with what they compute, and
//! what comes and goes passes through these functions, which forget its type.
//! Measured on the first page: 165 kB of compressed wasm with closures in the views.

mod element;
mod reactive;

pub use element::{Element, changing, element, group, live, words};
pub use reactive::{Derived, Live, Source, follow};

use leptos::prelude::*;
use std::sync::Arc;

/// A text that changes.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Live<String> {
    Live::new(read)
}

/// A text that never changes, where one that may is expected.
pub fn fixed(text: &str) -> Live<String> {
    let text = text.to_owned();
    Live::new(move || text.clone())
}

/// A condition that changes, and tells so only when it does.
pub fn condition(read: impl Fn() -> bool + Send + Sync + 'static) -> Live<bool> {
    kept(Box::new(read))
}

#[inline(never)]
fn kept(read: Box<dyn Fn() -> bool + Send + Sync>) -> Live<bool> {
    Derived::new(read).into()
}

/// A condition that stays true once it was.
pub fn once(read: impl Fn() -> bool + Send + Sync + 'static) -> Live<bool> {
    Derived::owning(move |before: Option<bool>| {
        let is = before == Some(true) || read();
        (is, before != Some(is))
    })
    .into()
}

/// A list of texts that changes, and tells so only when it does.
pub fn texts(read: impl Fn() -> Vec<String> + Send + Sync + 'static) -> Derived<Vec<String>> {
    let read: Box<dyn Fn() -> Vec<String> + Send + Sync> = Box::new(read);
    Derived::new(read)
}

/// What to do with what was entered.
pub type Act<T> = Arc<dyn Fn(T) + Send + Sync>;

/// The same, of whatever type it is.
pub fn act<T>(act: impl Fn(T) + Send + Sync + 'static) -> Act<T> {
    Arc::new(act)
}

/// Texts that come from the same thing, followed by one reader at once; each tells only when it changes itself.
/// What follows each key is made of these: to wake a reader for each text would cost more than to price.
pub fn together<const N: usize>(read: impl Fn() -> [String; N] + Send + Sync + 'static) -> [Live<String>; N] {
    let texts = untrack(&read).map(Source::new);
    follow(move || {
        for (text, now) in texts.into_iter().zip(read()) {
            if text.with_untracked(|before| *before != now) {
                text.set(now);
            }
        }
    });
    texts.map(Live::from)
}

/// A part of the page that is there only while a condition holds.
pub fn shown(when: Live<bool>, content: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    live(move || if when.get() { content() } else { nothing() })
}

/// The same on the page as it stands before the application is there: there at once, and hidden instead.
/// What reveals it finds it by the attribute (`browser::early`).
pub fn hidden_unless(when: Live<bool>, content: impl Fn() -> AnyView) -> AnyView {
    element("div").attr("data-revealed", "").when("hidden", condition(move || !when.get())).child(content()).done()
}

/// Nothing at all.
pub fn nothing() -> AnyView {
    group(Vec::new())
}

/// Parts one after the other.
pub fn all(parts: impl Iterator<Item = AnyView>) -> Vec<AnyView> {
    parts.collect()
}

/// A row for each key, kept while its key stays: what is open in it stays open.
pub fn each(keys: Derived<Vec<String>>, row: impl Fn(String) -> AnyView + Send + Sync + 'static) -> AnyView {
    let row: Arc<dyn Fn(String) -> AnyView + Send + Sync> = Arc::new(row);
    view! { <For each=move || keys.get() key=String::clone children=move |key| row(key) /> }.into_any()
}

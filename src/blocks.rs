//! The few reactive shapes of the page, each compiled once.
//!
//! Leptos compiles a view anew for every type of closure in it, and every visitor downloads the
//! result. So views here hold [`Signal`]s, whose type does not change with what they compute, and
//! what comes and goes passes through these functions, which forget its type.
//! Measured on the first page: 165 kB of compressed wasm with closures in the views.

mod element;

pub use element::{Element, changing, element, words};

use leptos::prelude::*;
use std::sync::Arc;

/// A text that changes.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}

/// A text that never changes, where one that may is expected.
pub fn fixed(text: &str) -> Signal<String> {
    Signal::stored(text.to_owned())
}

/// A condition that changes, and tells so only when it does.
pub fn condition(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    memo_condition(Box::new(read))
}

#[inline(never)]
fn memo_condition(read: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
    Memo::new(move |_| read()).into()
}

/// A list of texts that changes, and tells so only when it does.
pub fn texts(read: impl Fn() -> Vec<String> + Send + Sync + 'static) -> Signal<Vec<String>> {
    let read: Box<dyn Fn() -> Vec<String> + Send + Sync> = Box::new(read);
    Memo::new(move |_| read()).into()
}

/// Texts that come from the same thing, followed by one reader at once; each tells only when it changes itself.
/// What follows each key is made of these: to wake a reader for each text would cost more than to price.
pub fn together<const N: usize>(read: impl Fn() -> [String; N] + Send + Sync + 'static) -> [Signal<String>; N] {
    let texts = untrack(&read).map(RwSignal::new);
    Effect::new(move || {
        for (text, now) in texts.into_iter().zip(read()) {
            if text.with_untracked(|before| *before != now) {
                text.set(now);
            }
        }
    });
    texts.map(Signal::from)
}

/// A part of the page made again whenever what it reads changes.
pub fn live(content: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let content: Box<dyn FnMut() -> AnyView + Send> = Box::new(content);
    content.into_any()
}

/// A part of the page that is there only while a condition holds.
pub fn shown(when: Signal<bool>, content: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    live(move || if when.get() { content() } else { nothing() })
}

/// The same on the page as it stands before the application is there: there at once, and hidden instead.
/// What reveals it finds it by the attribute (`browser::early`).
pub fn hidden_unless(when: Signal<bool>, content: impl Fn() -> AnyView) -> AnyView {
    element("div").attr("data-revealed", "").when("hidden", condition(move || !when.get())).child(content()).done()
}

/// Nothing at all.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Parts one after the other.
pub fn all(parts: impl Iterator<Item = AnyView>) -> Vec<AnyView> {
    parts.collect()
}

/// A row for each key, kept while its key stays: what is open in it stays open.
pub fn each(keys: Signal<Vec<String>>, row: impl Fn(String) -> AnyView + Send + Sync + 'static) -> AnyView {
    let row: Arc<dyn Fn(String) -> AnyView + Send + Sync> = Arc::new(row);
    view! { <For each=move || keys.get() key=String::clone children=move |key| row(key) /> }.into_any()
}

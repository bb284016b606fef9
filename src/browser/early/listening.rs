//! What the page that stands there listens to, until it leaves.

use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, Event};

type Heard = (&'static str, Closure<dyn Fn(Event)>);

/// The listeners of a page.
pub struct Listening {
    page: Element,
    heard: Cell<Vec<Heard>>,
}

impl Listening {
    /// None yet.
    pub fn to(page: &Element) -> Listening {
        Listening { page: page.clone(), heard: Cell::default() }
    }

    /// Acts on each such event, with the element that it befell: the page, when it befell all of the document.
    pub fn hear(&self, event: &'static str, act: impl Fn(&Element) + 'static) {
        let page = self.page.clone();
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            act(target.as_ref().unwrap_or(&page));
        });
        // In a capture, for some of them do not rise.
        let listens =
            |it: Document| it.add_event_listener_with_callback_and_bool(event, heard.as_ref().unchecked_ref(), true);
        _ = self.page.owner_document().map(listens);
        let mut all = self.heard.take();
        all.push((event, heard));
        self.heard.set(all);
    }

    /// Hears nothing more: what comes after would wait, at each key, for whoever still listens.
    pub fn stop(&self) {
        let document = self.page.owner_document();
        for (event, heard) in self.heard.take() {
            let heard = heard.as_ref().unchecked_ref();
            _ = document.as_ref().map(|it| it.remove_event_listener_with_callback_and_bool(event, heard, true));
        }
    }
}

//! An element of any name, with any attributes and children: one type for all of them.
//!
//! Leptos' `view!` makes a type of every element with its attributes, and compiles each type's
//! building, rebuilding and mounting. That is quick to run and heavy to download: what a first
//! visit shows is therefore written with [`element`], and `view!` serves the parts fetched later.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::{self, on};
use leptos::tachys::html::property::prop;
use leptos::web_sys::Event;

/// An element being made.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element of that name.
pub fn element(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// A text on its own.
pub fn words(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

/// A text that changes, on its own.
pub fn changing(text: Signal<String>) -> AnyView {
    text.into_any()
}

impl Element {
    /// An attribute.
    #[inline]
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Element {
        self.fixed(name, value.into())
    }

    #[inline(never)]
    fn fixed(mut self, name: &'static str, value: String) -> Element {
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// A class that never changes.
    pub fn class(self, class: &'static str) -> Element {
        self.attr("class", class)
    }

    /// An attribute that changes.
    #[inline(never)]
    pub fn live(mut self, name: &'static str, value: Signal<String>) -> Element {
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// An attribute that is there only while a condition holds.
    #[inline(never)]
    pub fn when(mut self, name: &'static str, condition: Signal<bool>) -> Element {
        self.attributes.push(custom_attribute(name, condition).into_any_attr());
        self
    }

    /// What stands in an input, whatever was typed over it.
    #[inline(never)]
    pub fn value(mut self, value: Signal<String>) -> Element {
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// A property that is on or off: `checked`, `selected`, `open`.
    #[inline(never)]
    pub fn state(mut self, name: &'static str, condition: Signal<bool>) -> Element {
        // Markup has no properties: there, the attribute says how it begins.
        if cfg!(not(target_arch = "wasm32")) {
            return self.when(name, condition);
        }
        self.attributes.push(prop(name, condition).into_any_attr());
        self
    }

    /// What an event does.
    #[inline]
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Element {
        self.heard(event, Box::new(act))
    }

    #[inline(never)]
    fn heard(mut self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Element {
        self.attributes.push(on(event::Custom::<Event>::new(event), act).into_any_attr());
        self
    }

    /// A child, after those before it.
    pub fn child(mut self, child: AnyView) -> Element {
        self.children.push(child);
        self
    }

    /// Children, after those before them.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Element {
        self.children.extend(children);
        self
    }

    /// A text inside it.
    pub fn text(self, text: impl Into<String>) -> Element {
        self.child(words(text))
    }

    /// A text that changes inside it.
    pub fn shows(self, text: Signal<String>) -> Element {
        self.child(changing(text))
    }

    /// The element, made.
    #[inline(never)]
    pub fn done(self) -> AnyView {
        custom(self.tag).add_any_attr(self.attributes).child(self.children).into_any()
    }
}

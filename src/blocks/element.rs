//! An element of any name, with any attributes and children: one type for all of them, and for texts, groups and
//! whatever is made again.
//!
//! Leptos' `view!` makes a type of every element with its attributes, and compiles each type's
//! building, rebuilding and mounting. That is quick to run and heavy to download: what a first
//! visit shows is therefore written with [`element`], and `view!` serves the parts fetched later.

#[cfg_attr(target_arch = "wasm32", path = "element/page.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "element/markup.rs")]
mod made;

use super::Live;
use leptos::prelude::AnyView;
use leptos::web_sys::Event;
use std::borrow::Cow;

/// What a page is made of.
enum Made {
    Element(Element),
    Text(Cow<'static, str>),
    /// A text that changes.
    Changing(Live<String>),
    /// Some, one after the other.
    Group(Vec<AnyView>),
    /// What is made again whenever what it reads changes.
    Again(Box<dyn FnMut() -> AnyView + Send>),
}

/// An element being made. Boxed: it is handed on at each step, and every step is downloaded.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<AnyView>,
}

/// What an element has, or does.
enum Attribute {
    Fixed(&'static str, Cow<'static, str>),
    Follows(Follows),
    Heard(&'static str, Box<dyn FnMut(Event) + Send>),
}

/// What of an element changes.
enum Follows {
    Words(&'static str, Live<String>),
    /// There only while a condition holds.
    When(&'static str, Live<bool>),
    /// What stands in an input.
    Value(Live<String>),
    /// A property that is on or off.
    State(&'static str, Live<bool>),
}

/// Begins an element of that name.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A text on its own.
pub fn words(text: impl Into<Cow<'static, str>>) -> AnyView {
    Made::Text(text.into()).view()
}

/// A text that changes, on its own.
pub fn changing(text: Live<String>) -> AnyView {
    Made::Changing(text).view()
}

/// Parts one after the other.
pub fn group(parts: Vec<AnyView>) -> AnyView {
    Made::Group(parts).view()
}

/// A part of the page made again whenever what it reads changes.
pub fn live(content: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    Made::Again(Box::new(content)).view()
}

impl Element {
    /// An attribute.
    #[inline]
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Element {
        match value.into() {
            Cow::Borrowed(value) => self.fixed(name, value),
            Cow::Owned(value) => self.owned(name, value),
        }
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, value: &'static str) -> Element {
        self.with(Attribute::Fixed(name, value.into()))
    }

    #[inline(never)]
    fn owned(self, name: &'static str, value: String) -> Element {
        self.with(Attribute::Fixed(name, value.into()))
    }

    /// A class that never changes.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Element {
        self.fixed("class", class)
    }

    /// An attribute that changes.
    #[inline(never)]
    pub fn live(self, name: &'static str, value: Live<String>) -> Element {
        self.with(Attribute::Follows(Follows::Words(name, value)))
    }

    /// An attribute that is there only while a condition holds.
    #[inline(never)]
    pub fn when(self, name: &'static str, condition: Live<bool>) -> Element {
        self.with(Attribute::Follows(Follows::When(name, condition)))
    }

    /// What stands in an input, whatever was typed over it.
    #[inline(never)]
    pub fn value(self, value: Live<String>) -> Element {
        self.with(Attribute::Follows(Follows::Value(value)))
    }

    /// A property that is on or off: `checked`, `selected`, `open`.
    #[inline(never)]
    pub fn state(self, name: &'static str, condition: Live<bool>) -> Element {
        self.with(Attribute::Follows(Follows::State(name, condition)))
    }

    /// What an event does.
    #[inline]
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + Send + 'static) -> Element {
        self.heard(event, Box::new(act))
    }

    #[inline(never)]
    fn heard(self, event: &'static str, act: Box<dyn FnMut(Event) + Send>) -> Element {
        self.with(Attribute::Heard(event, act))
    }

    fn with(mut self, attribute: Attribute) -> Element {
        self.0.attributes.push(attribute);
        self
    }

    /// A child, after those before it.
    #[inline(never)]
    pub fn child(mut self, child: AnyView) -> Element {
        self.0.children.push(child);
        self
    }

    /// Children, after those before them.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Element {
        self.0.children.extend(children);
        self
    }

    /// A text inside it.
    #[inline]
    pub fn text(self, text: impl Into<Cow<'static, str>>) -> Element {
        match text.into() {
            Cow::Borrowed(text) => self.says(text),
            Cow::Owned(text) => self.told(text),
        }
    }

    #[inline(never)]
    fn says(self, text: &'static str) -> Element {
        self.child(words(text))
    }

    #[inline(never)]
    fn told(self, text: String) -> Element {
        self.child(words(text))
    }

    /// A text that changes inside it.
    #[inline(never)]
    pub fn shows(self, text: Live<String>) -> Element {
        self.child(changing(text))
    }

    /// The element, made.
    #[inline(never)]
    pub fn done(self) -> AnyView {
        Made::Element(self).view()
    }
}

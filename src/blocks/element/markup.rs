//! Where there is no browser: as HTML, by Leptos.

use super::{Attribute, Element, Follows, Made, Parts};
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::{self, on};
use leptos::tachys::html::property::prop;
use leptos::web_sys::Event;

impl Made {
    pub(super) fn view(self) -> AnyView {
        match self {
            Made::Element(Element(parts)) => {
                let Parts { tag, attributes, children } = *parts;
                let attributes: Vec<AnyAttribute> = attributes.into_iter().map(written).collect();
                custom(tag).add_any_attr(attributes).child(children).into_any()
            }
            Made::Text(text) => text.into_any(),
            Made::Changing(text) => text.into_any(),
            Made::Group(parts) => parts.into_any(),
            Made::Again(content) => content.into_any(),
        }
    }
}

/// An attribute as it is written. Markup has no properties: there, the attribute says how it begins.
fn written(attribute: Attribute) -> AnyAttribute {
    match attribute {
        Attribute::Fixed(name, value) => custom_attribute(name, value).into_any_attr(),
        Attribute::Follows(Follows::Words(name, value)) => custom_attribute(name, value).into_any_attr(),
        Attribute::Follows(Follows::When(name, condition) | Follows::State(name, condition)) => {
            custom_attribute(name, condition).into_any_attr()
        }
        Attribute::Follows(Follows::Value(value)) => prop("value", value).into_any_attr(),
        Attribute::Heard(event, act) => on(event::Custom::<Event>::new(event), act).into_any_attr(),
    }
}

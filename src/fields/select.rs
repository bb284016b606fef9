//! One of a short list, in a drop-down.

use crate::blocks::{Act, Live, condition, element};
use leptos::prelude::*;

/// An entry of a drop-down: its value and its visible name.
pub type Selectable = (String, String);

/// The entry that stands for no choice.
pub fn unset(name: &str) -> Selectable {
    (String::new(), name.to_owned())
}

/// A labelled drop-down.
pub struct Select {
    /// Unique on the page.
    pub id: String,
    /// Its visible name.
    pub label: Live<String>,
    /// What it offers.
    pub options: Vec<Selectable>,
    /// The value selected.
    pub selected: Live<String>,
    /// Writes the value selected.
    pub on_change: Act<String>,
}

impl Select {
    /// The label and the drop-down.
    pub fn view(self) -> AnyView {
        let Select { id, label, options, selected, on_change } = self;
        let options = options.into_iter().map(|(value, label)| {
            let own = value.clone();
            let chosen = condition(move || selected.with(|selected| *selected == own));
            element("option").attr("value", value).state("selected", chosen).text(label).done()
        });
        let list =
            element("select").attr("id", id.clone()).on("change", move |event| on_change(event_target_value(&event)));
        element("div")
            .class("field")
            .child(element("label").attr("for", id).shows(label).done())
            .child(list.children(options).done())
            .done()
    }
}

//! A box to tick, or one button of a group.

use crate::blocks::{Act, Live, element};
use leptos::prelude::*;

/// What sort of tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TickKind {
    /// On or off by itself.
    Box,
    /// One of the group of that name.
    OneOf(String),
}

/// A tick and its label.
pub struct Tick {
    /// Unique on the page.
    pub id: String,
    /// Alone or one of a group.
    pub kind: TickKind,
    /// Its visible name.
    pub label: String,
    /// The id of what says more; empty for nothing.
    pub described: String,
    /// Whether it is ticked.
    pub ticked: Live<bool>,
    /// Writes whether it is.
    pub on_change: Act<bool>,
}

impl Tick {
    /// The input and its label.
    pub fn view(self) -> AnyView {
        let Tick { id, kind, label, described, ticked, on_change } = self;
        let mut input = match kind {
            TickKind::Box => element("input").attr("type", "checkbox"),
            TickKind::OneOf(group) => element("input").attr("type", "radio").attr("name", group),
        };
        if !described.is_empty() {
            input = input.attr("aria-describedby", described);
        }
        let input = input
            .attr("id", id.clone())
            .state("checked", ticked)
            .on("change", move |event| on_change(event_target_checked(&event)));
        let label = element("label").attr("for", id).text(label);
        element("div").class("tick").child(input.done()).child(label.done()).done()
    }
}

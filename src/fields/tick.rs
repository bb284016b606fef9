//! A box to tick, or one button of a group.

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
#[component]
pub fn Tick(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// Alone or one of a group.
    kind: TickKind,
    /// Its visible name.
    #[prop(into)]
    label: String,
    /// The id of what says more; empty for nothing.
    #[prop(into, default = String::new())]
    described: String,
    /// Whether it is ticked.
    ticked: Signal<bool>,
    /// Writes whether it is.
    on_change: Callback<bool>,
) -> impl IntoView {
    let (kind, group) = match kind {
        TickKind::Box => ("checkbox", None),
        TickKind::OneOf(group) => ("radio", Some(group)),
    };
    view! {
        <div class="tick">
            <input
                type=kind
                id=id.clone()
                name=group
                aria-describedby=(!described.is_empty()).then_some(described)
                prop:checked=ticked
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}

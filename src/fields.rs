//! One input component for each type of value.

mod choice;
mod number;
mod services;
mod text;

pub use choice::ChoiceField;
pub use number::NumberField;
pub use services::ServiceFields;
pub use text::{TextField, reformat};

use crate::state::State;
use engine::catalogue::{FieldIx, FieldKind};
use leptos::prelude::*;

/// The input a field of the catalogue calls for. `scope` keeps ids apart where a field stands twice.
#[component]
pub fn CatalogueField(state: State, field: FieldIx, #[prop(into)] scope: String) -> impl IntoView {
    match state.edition.field(field).kind {
        FieldKind::Number { .. } => view! { <NumberField state field scope /> }.into_any(),
        FieldKind::Choice(_) => view! { <ChoiceField state field scope /> }.into_any(),
    }
}

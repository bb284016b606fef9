//! One input component for each type of value, and what the catalogue's fields make of them.

mod catalogue;
mod select;
mod text;
mod tick;

pub use catalogue::{CatalogueField, ServiceFields};
pub use select::{Select, Selectable};
pub use text::{TextField, reformat};
pub use tick::{Tick, TickKind};

//! One input for each type of value, and what the catalogue's fields make of them.

mod catalogue;
mod search;
mod select;
mod text;
mod tick;

pub use catalogue::{catalogue_field, service_fields};
pub use search::place_search;
pub use select::{Select, Selectable, unset};
pub use text::{TextField, reformat};
pub use tick::{Tick, TickKind};

//! Scenarios saved under a name: listed, opened, side by side. How they are kept: `keeping/`.

mod compare;
mod list;
mod side_by_side;

pub use compare::{Cell, Row, rows};
pub use list::scenarios;
pub use side_by_side::compared;

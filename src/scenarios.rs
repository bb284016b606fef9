//! Situations kept in this browser: what is being typed, and those saved under a name.
//!
//! ```text
//! Form ⇄ link (carries its own checksum) ⇄ shelf (pure) ⇄ store (the browser's)
//! ```

mod compare;
mod editions;
mod list;
mod shelf;
mod side_by_side;
mod store;

pub use compare::{Cell, Row, rows};
pub use editions::editions;
pub use list::scenarios;
pub use shelf::{FromTheFuture, LONGEST_NAME, Reading, Scenario, Shelf};
pub use store::{SCENARIOS, SET_ASIDE, Trouble, change, load};

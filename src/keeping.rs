//! What the browser is asked to keep: what is being typed, and scenarios saved under a name.
//!
//! ```text
//! Form ⇄ link (carries its own checksum) ⇄ shelf (pure) ⇄ store (the browser's)
//! ```

pub mod reload;
pub mod shelf;
pub mod store;

/// For how long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Until the tab is closed.
    Tab,
    /// Until it is erased.
    Ever,
}

/// The browser refuses to keep anything, or has no room left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

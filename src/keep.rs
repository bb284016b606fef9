//! What the browser is asked to keep: the words of it, in a browser or without one.

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

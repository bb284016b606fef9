//! The committed files, their checks, and the search over all of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::panic)]

mod bodies;
mod data;
mod odd;
mod search;
mod tampered;

use territory::Territory;

/// The committed territory.
fn territory() -> &'static Territory<'static> {
    Territory::embedded().unwrap()
}

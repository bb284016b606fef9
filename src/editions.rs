//! The editions of the price list: what the build sealed in, and over which of them the application stands.

pub mod banner;
pub mod embedded;
pub mod over;

use crate::browser::today;
use crate::state::State;
use engine::catalogue::Edition;

/// The edition in force today, whichever the application stands over.
pub fn in_force(state: State) -> &'static Edition {
    state.catalogue.in_force(&today()).unwrap_or(state.edition)
}

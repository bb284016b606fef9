//! The editions of the price list: what the build sealed in, and over which of them the application stands.

pub mod banner;
pub mod embedded;
pub mod over;

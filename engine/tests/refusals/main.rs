//! The build refuses a wrong price list and says `file:line:column: what is wrong, what was expected`.
//!
//! Each case takes the files the product ships, changes one thing in one of them, reads them, and
//! compares the first fault whole. In a replacement, `▸` stands where the fault must point (it is
//! taken out before the file is read), so that a comment added to a file moves no expectation.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs
)]

#[macro_use]
mod case;
mod files;
mod parts;
mod references;
mod scales;
mod several;
mod words;

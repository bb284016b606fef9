//! The workbook and the CSV of every worked case.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

mod files;
#[cfg(feature = "office")]
mod office;
mod samples;
mod workbook;

//! The page: what is typed becomes a request, the engine makes an estimate of it, views show it.
//!
//! ```text
//! Form (text as typed) → Request → engine::estimate → Estimate → views
//! ```
//!
//! Nothing flows back but events writing the form. No amount and no label of the price list stands here, and nothing is
//! priced here: that is the catalogue's and the engine's. What the engine priced is added up (the worksheet's totals).

pub mod annexes;
pub mod app;
pub mod blocks;
pub mod body;
#[cfg_attr(not(target_arch = "wasm32"), path = "browser/absent.rs")]
pub mod browser;
pub mod carrying;
pub mod early;
pub mod editions;
pub mod fields;
pub mod form;
pub mod keeping;
pub mod parts;
pub mod scenarios;
pub mod start;
pub mod state;
pub mod views;

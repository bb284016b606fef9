//! What a visitor of the page does and reads: by roles and labels, never by classes or places in the markup.
//!
//! Journeys, checks of accessibility, pictures and measures drive the built page with it, over WebDriver. It says
//! loudly what it does not find: its callers are tests, and a panic is how a test fails.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod amounts;
pub mod examples;

#[cfg(not(target_arch = "wasm32"))]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cdp;
#[cfg(not(target_arch = "wasm32"))]
pub mod find;
#[cfg(not(target_arch = "wasm32"))]
mod frame;
#[cfg(not(target_arch = "wasm32"))]
mod keyboard;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod paper;
#[cfg(not(target_arch = "wasm32"))]
pub mod settings;
#[cfg(not(target_arch = "wasm32"))]
mod testimony;
#[cfg(not(target_arch = "wasm32"))]
pub mod wait;
#[cfg(not(target_arch = "wasm32"))]
pub mod watch;

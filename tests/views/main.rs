//! The page's components rendered to HTML, without a browser: what a visitor would read, and nothing
//! about how it is laid out.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod catalogue;
mod edition;
#[path = "../shared/examples.rs"]
mod examples;
mod items;
mod markup;
mod page;
mod reading;
mod reformatting;
mod source;
mod totals;

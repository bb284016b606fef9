//! The page's components in a browser, mounted in a corner of a test document and given real events.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod blocks;
mod bodies;
mod editions;
mod failures;
mod filter;
mod french;
mod grid;
mod reasons;
mod rest;
mod sharing;
mod stage;
mod start;
mod text;
mod ticks;
mod ways_back;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

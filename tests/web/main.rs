//! The page's components in a browser, mounted in a corner of a test document and given real events.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bodies;
mod failures;
mod french;
mod reasons;
mod stage;
mod text;
mod ticks;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

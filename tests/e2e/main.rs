//! Whole journeys through the built page, in a real browser driven over WebDriver.
//!
//! `cargo xtask test --only e2e` starts what this needs and says where it is:
//! `E2E_BROWSER` (chromium, firefox or webkit), `E2E_WEBDRIVER` and `E2E_PAGE`; the folders of the built page
//! (`E2E_DIST`) and of a newer version of it (`E2E_NEXT`), and the page as one file (`E2E_SINGLE`).
//! `E2E_SUITE` chooses between the journeys, what would stop a visitor (`--only a11y`) and every form of an
//! estimate (`--only formats`): one program, because all drive the same page with the same verbs.
//! A word on the command line keeps those whose name contains it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(not(target_arch = "wasm32"))]
mod accessibility;
#[cfg(not(target_arch = "wasm32"))]
mod formats;
#[cfg(not(target_arch = "wasm32"))]
mod host;
#[cfg(not(target_arch = "wasm32"))]
mod journeys;
#[cfg(not(target_arch = "wasm32"))]
mod run;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    run::all()
}

#[cfg(target_arch = "wasm32")]
fn main() {}

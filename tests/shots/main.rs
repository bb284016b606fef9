//! Pictures of the built page, to look at: each state at each width, light and dark, and on paper.
//!
//! `cargo xtask shots` starts what this needs and says where it is: `E2E_BROWSER` (chromium),
//! `E2E_WEBDRIVER`, `E2E_PAGE`, and `SHOTS_FOLDER`, where the pictures go.
//! A word on the command line keeps the states whose name contains it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../e2e/browser.rs"]
#[allow(dead_code, reason = "the journeys start others")]
mod browser;
mod capture;
#[path = "../shared/cdp.rs"]
mod cdp;
#[path = "../shared/examples.rs"]
mod examples;
#[path = "../e2e/find.rs"]
#[allow(dead_code, reason = "the journeys find more")]
mod find;
#[path = "../e2e/keyboard.rs"]
#[allow(dead_code, reason = "the journeys press more")]
mod keyboard;
#[path = "../e2e/page.rs"]
#[allow(dead_code, reason = "the journeys do more")]
mod page;
mod run;
mod states;
#[path = "../e2e/wait.rs"]
#[allow(dead_code, reason = "the journeys wait for more")]
mod wait;

fn main() -> std::process::ExitCode {
    run::all()
}

//! Pictures of the built page, to look at: each state at each width, light and dark, and on paper.
//!
//! `cargo xtask shots` starts what this needs and says where it is: `E2E_BROWSER` (chromium),
//! `E2E_WEBDRIVER`, `E2E_PAGE`, and `SHOTS_FOLDER`, where the pictures go.
//! A word on the command line keeps the states whose name contains it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod capture;
mod run;
mod states;

fn main() -> std::process::ExitCode {
    run::all()
}

//! Forms as links and files, and back: the same form, the same request, the same totals.
//!
//! The draw is the same at every run: `PROPTEST_RNG_SEED=7 PROPTEST_CASES=2000` for another.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../dossier/tests/dossier/any.rs"]
mod any;
#[path = "../shared/case.rs"]
mod case;
mod cases;
mod corpus;
mod forms;

use dossier::Known;
use engine::Catalogue;
use leptos::prelude::Owner;
use simulateur::state::State;
use territory::Territory;

/// What the page knows.
fn known() -> Known<'static> {
    let catalogue = catalogue();
    Known { catalogue, edition: catalogue.newest().unwrap(), territory: Territory::embedded().unwrap() }
}

fn catalogue() -> &'static Catalogue {
    simulateur::editions::embedded::catalogue().unwrap()
}

/// Does something with the signals of an untouched page.
fn on_a_page<T>(act: impl FnOnce(State) -> T) -> T {
    Owner::new().with(|| act(State::new(catalogue(), known().edition)))
}

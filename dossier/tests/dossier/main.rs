//! Links and files: what is opened is what was written, or says what is not.
//!
//! The draw is the same at every run: `PROPTEST_RNG_SEED=7 PROPTEST_CASES=2000` for another.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    missing_docs
)]

mod any;
mod files;
mod lengths;
mod mutations;
mod notes;
mod round_trips;

use dossier::Known;
use editions::{fictitious, shipped, side_by_side};
use engine::Catalogue;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::LazyLock;
use territory::Territory;

/// The product's edition, and the fictitious one that follows it.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| side_by_side(&[shipped(), fictitious()]));

/// What the page knows, on the edition of today.
fn known() -> Known<'static> {
    let edition = &CATALOGUE.editions()[0];
    Known { catalogue: &CATALOGUE, edition, territory: Territory::embedded().unwrap() }
}

/// That many cases, drawn alike at every run unless the environment says otherwise.
fn cases(number: u32) -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, max_shrink_iters: 2_000, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        // A tenth tells a mistake; all of them are for `DRAWS=all` (README).
        config.cases = if std::env::var_os("DRAWS").is_some() { number } else { number / 10 };
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(20_210_520);
    }
    config
}

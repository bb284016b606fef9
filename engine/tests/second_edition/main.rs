//! Two editions side by side: the one the product ships, and a fictitious one of 2031 that changes a
//! price, adds a bracket to a scale, and brings a service and an option of it, without a line of code.
//!
//! The second is made for tests only; its differences are marked in `tests/editions/2031-01-01-fictive/`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs
)]

mod in_force;
mod near;
mod seal;
mod service;
mod whole;

use editions::{fictitious, shipped, side_by_side};
use engine::reading::EditionFiles;
use engine::{Catalogue, Estimate, Money, Request};
use std::sync::LazyLock;

const OLD: &str = "2021-05-20";
const NEW: &str = "2031-01-01-fictive";

/// Both editions.
static BOTH: LazyLock<Catalogue> = LazyLock::new(|| side_by_side(&[shipped(), fictitious()]));

/// Prices a request written in JSON.
fn estimate(json: &str) -> Estimate<'static> {
    let request: Request = serde_json::from_str(json).unwrap();
    engine::estimate(&BOTH, &request).unwrap()
}

fn euros(text: &str) -> Money {
    Money::from_euros(text.parse().unwrap())
}

/// What leaves the budget each year.
fn outlays(estimate: &Estimate<'_>) -> Vec<String> {
    estimate.by_year.iter().map(|year| format!("{:.2}", year.outlay().euros())).collect()
}

fn codes(estimate: &Estimate<'_>) -> Vec<&'static str> {
    estimate.remarks.iter().map(|remark| remark.code()).collect()
}

/// The same files with one passage otherwise.
fn replaced(mut files: EditionFiles, old: &str, new: &str) -> EditionFiles {
    let holds = files.files.iter().filter(|file| file.text.contains(old)).count();
    assert_eq!(holds, 1, "{old}");
    files.files.iter_mut().for_each(|file| file.text = file.text.replace(old, new));
    files
}

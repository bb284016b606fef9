//! Every bracket at n − 1, n, n + 1 and above the last, with what the list charges there.
//!
//! Expected values are written by hand from the text of the deliberation and from the project's
//! reading of it, never computed from the catalogue: unit prices before VAT as printed, differences
//! and thresholds in what leaves the budget (exempt, or TTC).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, missing_docs)]

mod annexe_1;
mod annexe_2;
mod ask;
mod check;
mod included;
mod ledger;
mod nearby;
mod opendemande;
mod sums;
mod tell;
mod thresholds;
mod ways;
mod worksheet;

use engine::Catalogue;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(editions::catalogue);

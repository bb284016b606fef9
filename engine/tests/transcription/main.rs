//! The printed price list, keyed a second time, against the catalogue and against the engine.
//!
//! Every figure below was typed from the text of the deliberation of 20 May 2021, digits as printed;
//! from `catalogue/` it only borrows ids. The two are compared both ways, so that nothing is missing
//! and nothing is extra, then each figure is asked of the engine by a request that falls in its column.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, missing_docs)]

mod against_catalogue;
mod against_engine;
mod annexe_1;
mod annexe_2;
mod beside;
mod forms;
mod page_one;
mod table;

use engine::Catalogue;
use engine::catalogue::Edition;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(editions::catalogue);

fn edition() -> &'static Edition {
    CATALOGUE.edition("2021-05-20").unwrap()
}

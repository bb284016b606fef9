//! The pricing engine of the simulateur.
//!
//! ```text
//! catalogue/*.toml ──reading──▶ Catalogue ─┐
//!                                          ├─ estimate ─▶ Estimate ─▶ explain, report
//! what is asked    ──────────▶ Request ────┘
//! ```
//!
//! 1. [`request::inputs`] finds the request's values by field and refuses those a field does not accept.
//! 2. [`joining`] says which bodies of a territory count, and prices the way to join.
//! 3. [`pricing`] prices the services chosen, row by row: it walks a scale's tree through a view of the inputs.
//! 4. Each line carries its trail, and [`reasons`] prices its row again through views that differ in
//!    one respect: another reading of the ledger, or the number just across a bound. [`amounts`] leaves this out.
//! 5. [`sums`] adds lines up, and says which sums may still grow; [`explain`] writes a line's reasons in French.
//!
//! From the same request, [`territory`] prices every way to join, side by side, the bodies row by row, and the territory
//! with one body or one step of volume more; and shares a sum out.
//!
//! Nothing here knows a screen, a file, a clock or a float, and nothing here panics: what is wrong
//! or unclear is a [`remark`] of the result.
#![cfg_attr(not(any(test, feature = "reading", feature = "report")), no_std)]
extern crate alloc;

pub mod catalogue;
pub mod decimal;
pub mod estimate;
pub mod explain;
pub mod french;
pub mod joining;
pub mod line;
pub mod money;
pub mod pricing;
#[cfg(feature = "reading")]
pub mod reading;
mod reasons;
pub mod remark;
#[cfg(feature = "report")]
pub mod report;
pub mod request;
pub mod sums;
pub mod territory;

pub use catalogue::Catalogue;
pub use estimate::{Estimate, amounts, estimate};
pub use money::Money;
pub use request::Request;
pub use sums::fee::Fee;
pub use sums::lacking::Lacking;
pub use sums::outlay::{Outlay, Span};
pub use sums::totals::Totals;

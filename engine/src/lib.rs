//! The pricing engine of the simulateur.
//!
//! ```text
//! catalogue/*.toml ──reading──▶ Catalogue ─┐
//!                                          ├─ estimate ─▶ Estimate ─▶ explain, report
//! what is asked    ──────────▶ Request ────┘
//! ```
//!
//! 1. [`inputs`] finds the request's values by field and refuses those a field does not accept.
//! 2. [`counting`] says which bodies of a territory count.
//! 3. [`membership`] prices the way to join, [`selection`] the services chosen, row by row.
//! 4. A row is priced by [`pricing`], which walks a scale's tree ([`walk`]) through a [`view`] of the inputs.
//! 5. Each line carries its trail, and [`reasons`] prices its [`row`] again through views that differ in
//!    one respect: another reading of the ledger, or the number just across a bound. [`amounts`] leaves this out.
//! 6. [`totals`] adds lines up and [`breakdown`] sorts the sums, [`lacking`] says which may still grow, [`outlay`] gives both at once; [`explain`] writes a line's reasons in French.
//!
//! From the same request, [`mod@ways`] prices every way to join, side by side, [`mod@worksheet`] the bodies of a territory
//! row by row, and [`mod@nearby`] the territory with one body or one step of volume more: all by [`amounts`], without an
//! amount of their own. [`mod@split`] shares a sum out.
//!
//! Nothing here knows a screen, a file, a clock or a float, and nothing here panics: what is wrong
//! or unclear is a [`remark`] of the result.
#![cfg_attr(not(any(test, feature = "reading", feature = "report")), no_std)]
extern crate alloc;

pub mod breakdown;
pub mod catalogue;
pub mod counting;
pub mod decimal;
pub mod estimate;
pub mod explain;
pub mod fee;
pub mod french;
pub mod inputs;
pub mod lacking;
pub mod line;
mod membership;
pub mod money;
pub mod nearby;
mod object;
pub mod outlay;
pub mod pricing;
#[cfg(feature = "reading")]
pub mod reading;
mod reasons;
pub mod remark;
#[cfg(feature = "report")]
pub mod report;
pub mod request;
mod row;
mod selection;
pub mod split;
pub mod totals;
pub mod view;
pub mod walk;
pub mod ways;
pub mod worksheet;

pub use catalogue::Catalogue;
pub use estimate::{Estimate, amounts, estimate};
pub use fee::Fee;
pub use lacking::Lacking;
pub use money::Money;
pub use nearby::nearby;
pub use outlay::{Outlay, Span};
pub use request::Request;
pub use split::split;
pub use totals::Totals;
pub use ways::ways;

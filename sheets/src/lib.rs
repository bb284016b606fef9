//! An estimate to be carried away in a spreadsheet: as CSV, and as a workbook whose formulas live.
//!
//! ```text
//! Estimate ─┐                     ┌─ csv  ─▶ text for French spreadsheets
//!           ├─▶ Document (words) ─┤
//! the page ─┘                     └─ xlsx ─▶ Estimation, Communes, Prix
//! ```
//!
//! Both are pure functions of a [`Document`]: no clock, no screen, no browser. No amount is found here but
//! the engine's: the workbook's formulas are written beside the results that the engine found, so that a
//! viewer which does not calculate shows the same. What is on quote is a word, never 0.

mod csv;
mod document;
mod inert;
mod words;
mod xlsx;

pub use csv::csv;
pub use document::{Body, Document, Sharing, Territory};
pub use rust_xlsxwriter::XlsxError;
pub use words::file_name;
pub use xlsx::xlsx;

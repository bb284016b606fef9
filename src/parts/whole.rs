//! The pieces where the page is not cut (natively, in tests): here from the start.

pub use crate::annexes::joining_details as joining;
pub use crate::annexes::ways_to_join as ways;
pub use crate::places::{find, settle};
pub use crate::scenarios::{keep as draft, opened_here as open_draft, scenarios};
pub use crate::views::detail;
pub use crate::workbook::make as spreadsheet;

use engine::catalogue::Edition;
use engine::remark::Remark;

/// Whether the page is in one piece.
pub const WHOLE: bool = true;

/// A file that brings pieces: there is none.
#[derive(Clone, Copy)]
pub struct File;

pub const DETAIL: File = File;
pub const DRAFT: File = File;
pub const JOINING: File = File;
pub const PLACES: File = File;
pub const SHELF: File = File;
pub const SHEETS: File = File;
pub const WAYS: File = File;
pub const WORDS: File = File;

/// Nothing to fetch.
pub fn fetch(_: File, then: Box<dyn FnOnce(bool)>) {
    then(true);
}

/// A remark in words.
pub fn words(remark: &Remark<'static>, edition: &'static Edition) -> String {
    remark.sentence(edition)
}

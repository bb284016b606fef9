//! The pieces where the page is not cut (natively, in tests): here from the start.

pub use crate::annexes::joining_details as joining;
pub use crate::annexes::ways_to_join as ways;
pub use crate::browser::application;
pub use crate::carry::{
    of_file as open_file, of_link as open_link, to_case as write_case, to_file as write_file, to_link as write_link,
};
pub use crate::places::{find, settle};
pub use crate::qr::drawing as draw;
pub use crate::scenarios::{editions, scenarios};
pub use crate::views::{arrival, carry, corrections, detail};
pub use crate::workbook::make as spreadsheet;

use engine::catalogue::Edition;
use engine::remark::Remark;

/// Whether the page is in one piece.
pub const WHOLE: bool = true;

/// A file that brings pieces: there is none.
#[derive(Clone, Copy)]
pub struct File;

pub const APPLICATION: File = File;
pub const ANSWER: File = File;
pub const JOINING: File = File;
pub const PLACES: File = File;
pub const SHELF: File = File;
pub const SHEETS: File = File;

/// Nothing to fetch.
pub fn fetch(_: File, then: Box<dyn FnOnce(bool)>) {
    then(true);
}

/// A remark in words.
pub fn words(remark: &Remark<'static>, edition: &'static Edition) -> String {
    remark.sentence(edition)
}

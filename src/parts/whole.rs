//! The pieces where the page is not cut (natively, in tests): here from the start.

pub use crate::annexes::joining_details as joining;
pub use crate::annexes::ways_to_join as ways;
pub use crate::browser::application;
pub use crate::carrying::qr::drawing as draw;
pub use crate::carrying::workbook::make as spreadsheet;
pub use crate::carrying::{arrival, carry};
pub use crate::carrying::{
    of_file as open_file, of_link as open_link, to_case as write_case, to_file as write_file, to_link as write_link,
};
pub use crate::editions::banner::editions;
pub use crate::form::places::{find, settle};
pub use crate::scenarios::scenarios;
pub use crate::views::{corrections, detail};

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

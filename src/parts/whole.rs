//! The pieces where the page is not cut (natively, in tests): here from the start.

pub use crate::annexes::joining_details as joining;
pub use crate::annexes::ways_to_join as ways;
pub use crate::carry::{of_file as open_file, to_file as write_file};
pub use crate::places::{find, settle};
pub use crate::views::{arrival, carry, detail};

use engine::catalogue::Edition;
use engine::remark::Remark;

/// Whether the page is in one piece.
pub const WHOLE: bool = true;

/// A file that brings pieces: there is none.
#[derive(Clone, Copy)]
pub struct File;

pub const CARRY: File = File;
pub const DETAIL: File = File;
pub const FILES: File = File;
pub const JOINING: File = File;
pub const PLACES: File = File;
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

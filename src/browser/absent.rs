//! Where there is no browser (components rendered to HTML, natively): what it would do does not happen.

use crate::state::State;

#[path = "absent/carry.rs"]
pub mod carry;

/// Would move the focus once the page is up to date.
pub fn focus(_: &str) {}

/// Would say a sentence to screen readers.
pub fn say(_: &str) {}

/// Would tell the detail once typing rests.
pub fn rest(_: State) {}

/// Would copy a text.
pub fn copy(_: &str, _: impl Fn(bool) + 'static) {}

/// Would unfold the page before it is printed.
pub fn unfold_for_print(_: State) {}

/// The order of two names; here that of their letters' numbers.
pub fn compare_names(one: &str, other: &str) -> std::cmp::Ordering {
    one.cmp(other)
}

/// Would print the page.
pub fn print(_: State) {}

/// The current year; here the first that the price list was in force.
pub fn this_year() -> u16 {
    2021
}

//! The page's components rendered to HTML, without a browser: what a visitor would read, and nothing
//! about how it is laid out.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod cards;
mod carry;
mod catalogue;
mod chart;
mod corrections;
mod depths;
mod early;
mod edition;
mod editions;
mod facts;
mod items;
mod letter;
mod marked;
mod markup;
mod note;
mod page;
mod reading;
mod recap;
mod reformatting;
mod source;
mod spreadsheets;
mod start;
mod territory;
mod totals;
mod unknown;
mod years;

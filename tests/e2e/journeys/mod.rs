//! What visitors come to do.

mod alone;
mod answers;
mod carry;
mod early;
mod embedded;
mod examples;
mod failures;
mod focus;
mod keyboard;
mod narrow;
mod note;
mod offline;
mod outline;
mod pages;
mod places;
mod plain;
mod policy;
mod reload;
pub mod scenarios;
mod spacing;
mod spreadsheets;
mod status;
mod unasked;

use crate::run::Travel;
use visitor::browser::Lack;

/// Every journey, in order.
pub fn all() -> Vec<Travel> {
    vec![
        Travel::new("commune", examples::commune),
        Travel::new("territory", examples::territory),
        Travel::new("town", examples::town),
        Travel::new("buttons", examples::buttons),
        Travel::new("keyboard commune", keyboard::commune),
        Travel::new("keyboard territory", keyboard::territory),
        Travel::new("keyboard town", keyboard::town),
        Travel::new("keyboard ways back", keyboard::ways_back),
        Travel::new("unasked", unasked::unasked),
        Travel::new("early alone", early::alone),
        Travel::new("early taken over", early::taken_over),
        Travel::new("early pressed", early::pressed),
        Travel::new("early searched", early::searched),
        Travel::new("early choosing", early::choosing),
        Travel::new("early pressed, then typed", early::pressed_and_typed),
        Travel::new("mistakes", answers::mistakes),
        Travel::new("reasons", answers::reasons),
        Travel::new("reload", reload::reload),
        Travel::new("narrow", narrow::narrow),
        Travel::new("narrow pages", narrow::pages),
        Travel::new("spacing", spacing::spacing),
        Travel::new("focus", focus::focus),
        Travel::new("outline", outline::outline),
        Travel::new("status", status::status),
        Travel::new("pages", pages::each),
        Travel::new("places", pages::places),
        Travel::new("back", pages::back),
        Travel::new("copying", pages::copying),
        Travel::new("erasing", pages::erasing),
        Travel::new("five territories", places::five),
        Travel::new("search by keys", places::keys),
        Travel::new("asker", places::asker),
        Travel::new("to and fro", places::to_and_fro),
        Travel::new("sorted", places::sorted),
        Travel::new("scenarios", scenarios::kept),
        Travel::new("two tabs", scenarios::two_tabs),
        Travel::new("scenarios refused", scenarios::refused),
        Travel::new("spreadsheets", spreadsheets::both),
        Travel::new("carry link", carry::link),
        Travel::new("carry over work", carry::over_work),
        Travel::new("carry file", carry::file),
        Travel::new("policy", policy::policy),
        Travel::new("offline", offline::offline),
        Travel::new("newer version", offline::newer),
        Travel::new("way out of the copies", offline::retired),
        Travel::new("installable", offline::installable),
        Travel::new("one file", alone::alone),
        Travel::new("note", note::note),
        Travel::new("nowhere", failures::nowhere),
        Travel::new("failures", failures::failures),
        Travel::new("slow", failures::slow),
        Travel::new("panic", failures::panic),
        Travel::new("embedded", embedded::embedded),
    ]
}

/// What is done where another server than ours serves the page: parts, pages and storage.
pub fn hosted() -> Vec<Travel> {
    vec![Travel::new("reload", reload::reload), Travel::new("pages", pages::each)]
}

/// What is done in a browser that lacks something.
pub fn without(lack: Lack) -> Vec<Travel> {
    match lack {
        Lack::Scripts => vec![Travel::new("plain", plain::everything_is_read)],
        Lack::Wasm => vec![Travel::new("no wasm", failures::no_wasm)],
        Lack::Storage => vec![Travel::new("no storage", failures::no_storage)],
    }
}

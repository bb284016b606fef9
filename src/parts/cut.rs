//! The pieces where the page is cut: functions that another file brings.
//!
//! The names of the imports and exports are the cutting tool's convention, and hold for the version
//! that `xtask` pins: one pair for each function, told apart by its serial number, and one loader for
//! each file. This is the only unsafe code of the page: calls to functions of this very build.
#![allow(unsafe_code)]

use crate::carrying::qr::Drawing;
use crate::carrying::workbook::{Kind, Made};
use crate::carrying::{Found, Written};
use crate::form::Form;
use crate::form::places::Suggestion;
use crate::state::State;
use engine::catalogue::Edition;
use engine::remark::Remark;
use leptos::prelude::AnyView;
use std::ffi::c_void;
use territory::Place;

/// Whether the page is in one piece.
pub const WHOLE: bool = false;

/// What the loader calls when a file has come, or has not.
type Done = unsafe extern "C" fn(*const c_void, bool);

/// A file that brings pieces: its loader.
pub type File = unsafe extern "C" fn(Done, *const c_void);

/// Declares a file: its loader and its name.
macro_rules! file {
    ($file:ident $load:ident $name:literal) => {
        pub const $file: File = $load;

        #[link(wasm_import_module = "__wasm_split_placeholder__")]
        unsafe extern "C" {
            #[link_name = concat!("__wasm_split_load_", $name)]
            fn $load(done: Done, then: *const c_void);
        }
    };
}

/// Declares a piece: its file, its serial number, its name, and what it is.
macro_rules! piece {
    ($name:literal $serial:literal, fn $piece:ident($($arg:ident: $type:ty),*) -> $out:ty = $body:expr) => {
        #[link(wasm_import_module = "__wasm_split_placeholder__")]
        #[allow(improper_ctypes)]
        unsafe extern "C" {
            #[link_name = concat!("__wasm_split_00", $name, "00_import_", $serial)]
            pub safe fn $piece($($arg: $type),*) -> $out;
        }

        const _: () = {
            #[unsafe(export_name = concat!("__wasm_split_00", $name, "00_export_", $serial))]
            #[allow(improper_ctypes_definitions)]
            extern "C" fn export($($arg: $type),*) -> $out {
                $body
            }
        };
    };
}

file!(APPLICATION load_application "application");
file!(ANSWER load_answer "answer");
file!(JOINING load_joining "joining");
file!(PLACES load_places "places");
file!(SHELF load_shelf "shelf");
file!(SHEETS load_sheets "sheets");

piece!("application" "00000000000000000000000000000022",
    fn application(form: &Form) -> () = crate::browser::application(form));
piece!("answer" "00000000000000000000000000000001",
    fn detail(state: State) -> AnyView = crate::views::detail(state));
piece!("answer" "00000000000000000000000000000023",
    fn corrections(state: State) -> AnyView = crate::views::corrections(state));
piece!("joining" "00000000000000000000000000000002",
    fn joining(state: State) -> AnyView = crate::annexes::joining_details(state));
piece!("answer" "00000000000000000000000000000003",
    fn words(remark: &Remark<'static>, edition: &'static Edition) -> String = remark.sentence(edition));
piece!("places" "00000000000000000000000000000004",
    fn find(query: &str) -> Vec<Suggestion> = crate::form::places::find(query));
piece!("places" "00000000000000000000000000000005",
    fn settle(form: &mut Form, place: Place, edition: &'static Edition) -> () = crate::form::places::settle(form, place, edition));
piece!("joining" "00000000000000000000000000000006",
    fn ways(state: State) -> AnyView = crate::annexes::ways_to_join(state));
piece!("shelf" "00000000000000000000000000000007",
    fn scenarios(state: State) -> AnyView = crate::scenarios::scenarios(state));
piece!("answer" "00000000000000000000000000000008",
    fn carry(state: State) -> AnyView = crate::carrying::carry(state));
piece!("answer" "00000000000000000000000000000009",
    fn arrival(state: State) -> AnyView = crate::carrying::arrival(state));
piece!("answer" "00000000000000000000000000000010",
    fn write_link(form: &Form, state: State) -> Written = crate::carrying::to_link(form, state));
piece!("answer" "00000000000000000000000000000011",
    fn open_link(link: &str, state: State) -> Result<Found, String> = crate::carrying::of_link(link, state));
piece!("shelf" "00000000000000000000000000000012",
    fn write_file(form: &Form, state: State) -> Written = crate::carrying::to_file(form, state));
piece!("shelf" "00000000000000000000000000000013",
    fn open_file(text: &str, state: State) -> Result<Found, String> = crate::carrying::of_file(text, state));
piece!("sheets" "00000000000000000000000000000014",
    fn spreadsheet(state: State, kind: Kind) -> Option<Made> = crate::carrying::workbook::make(state, kind));
piece!("shelf" "00000000000000000000000000000015",
    fn editions(state: State) -> AnyView = crate::editions::banner::editions(state));
piece!("shelf" "00000000000000000000000000000016",
    fn write_case(state: State) -> Result<String, String> = crate::carrying::to_case(state));
piece!("answer" "00000000000000000000000000000021",
    fn draw(link: &str) -> Option<Drawing> = crate::carrying::qr::drawing(link));

/// Asks for a file; the loader remembers those that came.
pub fn fetch(file: File, then: Box<dyn FnOnce(bool)>) {
    // A pointer to a `dyn` is two words wide, and the loader keeps one: hence the second box.
    let then = Box::into_raw(Box::new(then));
    // SAFETY: the loader calls `done` once for each call, with the same pointer.
    unsafe { file(done, then.cast()) };
}

unsafe extern "C" fn done(then: *const c_void, here: bool) {
    // SAFETY: made by `fetch` from a box of this very type, and given back once.
    let then = unsafe { Box::from_raw(then.cast_mut().cast::<Box<dyn FnOnce(bool)>>()) };
    then(here);
}

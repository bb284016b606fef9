//! Parts of the page fetched when they are first asked for.
//!
//! The build cuts the wasm along these functions (`xtask/src/parts/`): what only a part uses goes
//! into a file of its own, and the first visit does not pay for it. The names of the imports and
//! exports below are the cutting tool's convention, and hold for the version that `xtask` pins.
//! Where the page is not cut (tests, natively), a part is there from the start.

use crate::blocks::{element, live};
use crate::state::State;
use leptos::prelude::*;

/// A part that shows something of the state.
#[derive(Clone, Copy)]
pub struct Part {
    /// Fetches it, and says whether it came.
    fetch: fn(Box<dyn FnOnce(bool)>),
    /// What it shows; to be called once it is here.
    view: fn(State) -> AnyView,
}

/// How far a part has come.
#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Waiting,
    Here,
    Failed,
}

/// A part, with a word while it comes and a way out when it does not.
pub fn part(part: Part, state: State) -> AnyView {
    let progress = RwSignal::new(Progress::Waiting);
    let fetch = move || {
        // The part of the page that asked may be gone when the answer comes.
        let done = move |here| _ = progress.try_set(if here { Progress::Here } else { Progress::Failed });
        (part.fetch)(Box::new(done));
    };
    fetch();
    live(move || match progress.get() {
        Progress::Waiting => element("p").class("note").text("Chargement…").done(),
        Progress::Here => (part.view)(state),
        Progress::Failed => {
            let again = move |_| {
                progress.set(Progress::Waiting);
                fetch();
            };
            let words = "Cette partie de la page n'a pas pu être téléchargée. Vérifiez votre connexion ; rien de ce que vous avez saisi n'est perdu.";
            element("div")
                .class("remarks")
                .attr("role", "alert")
                .child(element("p").text(words).done())
                .child(element("button").attr("type", "button").on("click", again).text("Réessayer").done())
                .done()
        }
    })
}

/// Declares the parts: a name in Rust, a name for the file, a serial number, and what it shows.
macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident $import:ident $load:ident, $file:literal, $serial:literal, $view:path;)*) => {
        $(
            $(#[$doc])*
            #[cfg(not(cut))]
            pub const $part: Part = Part { fetch: |done| done(true), view: $view };

            $(#[$doc])*
            #[cfg(cut)]
            pub const $part: Part = Part { fetch: |done| cut::fetch(cut::$load, done), view: |state| cut::$import(state) };
        )*

        /// The unsafe side: functions that another file brings.
        #[cfg(cut)]
        #[allow(unsafe_code)]
        mod cut {
            use crate::state::State;
            use leptos::prelude::AnyView;
            use std::ffi::c_void;

            /// What the loader calls when a file has come, or has not.
            type Done = unsafe extern "C" fn(*const c_void, bool);

            $(
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                #[allow(improper_ctypes)]
                unsafe extern "C" {
                    #[link_name = concat!("__wasm_split_load_", $file)]
                    pub fn $load(done: Done, then: *const c_void);
                    #[link_name = concat!("__wasm_split_00", $file, "00_import_", $serial)]
                    pub safe fn $import(state: State) -> AnyView;
                }

                const _: () = {
                    #[unsafe(export_name = concat!("__wasm_split_00", $file, "00_export_", $serial))]
                    #[allow(improper_ctypes_definitions)]
                    extern "C" fn export(state: State) -> AnyView {
                        $view(state)
                    }
                };
            )*

            /// Asks for a file; the loader remembers those that came.
            pub fn fetch(load: unsafe extern "C" fn(Done, *const c_void), then: Box<dyn FnOnce(bool)>) {
                // A pointer to a `dyn` is two words wide, and the loader keeps one: hence the second box.
                let then = Box::into_raw(Box::new(then));
                // SAFETY: the loader calls `done` once for each call, with the same pointer.
                unsafe { load(done, then.cast()) };
            }

            unsafe extern "C" fn done(then: *const c_void, here: bool) {
                // SAFETY: made by `fetch` from a box of this very type, and given back once.
                let then = unsafe { Box::from_raw(then.cast_mut().cast::<Box<dyn FnOnce(bool)>>()) };
                then(here);
            }
        }
    };
}

parts! {
    /// The estimate below its headline: chart, years, lines and their reasons.
    DETAIL detail load_detail, "detail", "00000000000000000000000000000001", crate::views::detail;
    /// What a way to join depends on, and its table.
    JOINING joining load_joining, "joining", "00000000000000000000000000000002", crate::annexes::joining_details;
}

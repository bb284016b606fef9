//! Parts of the page fetched when they are first asked for.
//!
//! The build cuts the wasm along the functions of [`pieces`] (`xtask/src/parts/`): what only a part
//! uses goes into a file of its own, and the first visit does not pay for it. What parts share goes
//! into further files, one for each set of parts that shares something: every part more doubles them,
//! and each is a request. So what is always asked for together is one part, however different it is.

#[cfg_attr(cut, path = "parts/cut.rs")]
#[cfg_attr(not(cut), path = "parts/whole.rs")]
mod pieces;

use crate::blocks::{Source, element, live};
use crate::browser::later;
use crate::carrying::qr::Drawing;
use crate::carrying::workbook::{Kind, Made};
use crate::carrying::{Found, Written};
use crate::form::Form;
use crate::state::State;
use engine::catalogue::Edition;
use engine::remark::Remark;
use leptos::prelude::*;
use territory::Place;

pub use crate::form::places::Suggestion;

/// A part that shows something of the state.
#[derive(Clone, Copy)]
pub struct Part {
    file: pieces::File,
    /// What it shows; to be called once it is here.
    view: fn(State) -> AnyView,
}

/// The estimate: headline, chart, years, lines and their reasons.
pub const DETAIL: Part = Part { file: pieces::ANSWER, view: |state| pieces::detail(state) };

/// The answers to correct, gathered.
pub const CORRECTIONS: Part = Part { file: pieces::ANSWER, view: |state| pieces::corrections(state) };

/// The buttons that carry the form away, and open files.
pub const CARRY: Part = Part { file: pieces::ANSWER, view: |state| pieces::carry(state) };

/// The banner over what is brought to the page.
pub const ARRIVAL: Part = Part { file: pieces::ANSWER, view: |state| pieces::arrival(state) };

/// What a way to join depends on, and its table.
pub const JOINING: Part = Part { file: pieces::JOINING, view: |state| pieces::joining(state) };

/// The ways to join, side by side.
pub const WAYS: Part = Part { file: pieces::JOINING, view: |state| pieces::ways(state) };

/// The saved scenarios.
pub const SCENARIOS: Part = Part { file: pieces::SHELF, view: |state| pieces::scenarios(state) };

/// Whose prices are shown, and the way to those of another edition.
pub const EDITIONS: Part = Part { file: pieces::SHELF, view: |state| pieces::editions(state) };

/// Fetches the application, and says whether it came.
pub fn fetch_application(arrived: impl FnOnce(bool) + 'static) {
    pieces::fetch(pieces::APPLICATION, Box::new(arrived));
}

/// Puts the application, once it is here, in the place of the page that stands there, with what was typed.
pub fn application(typed: &Form) {
    pieces::application(typed);
}

/// How far something fetched has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// Not asked for yet, or on its way.
    Waiting,
    /// Here.
    Here,
    /// It could not be fetched.
    Failed,
}

impl Progress {
    /// Where the page is whole everything is here from the start.
    pub const START: Progress = if pieces::WHOLE { Progress::Here } else { Progress::Waiting };
}

/// Fetches a file, and writes how that went.
fn fetch(file: pieces::File, progress: Source<Progress>) {
    // What asked may be gone when the answer comes.
    let done = move |here| progress.set(if here { Progress::Here } else { Progress::Failed });
    // A request takes the browser a millisecond, and a file can be ten of them: the answer goes first.
    later(move || pieces::fetch(file, Box::new(done)));
}

/// A part, with a word while it comes and a way out when it does not.
pub fn part(part: Part, state: State) -> AnyView {
    let progress = Source::new(Progress::START);
    if progress.get_untracked() == Progress::Waiting {
        fetch(part.file, progress);
    }
    live(move || match progress.get() {
        Progress::Waiting => element("p").class("note").text("Chargement…").done(),
        // What it reads while it is made is its own affair: it would be made again at each change.
        Progress::Here => {
            // Something came again: what could not be said may be, now.
            if state.speech.get_untracked() == Progress::Failed {
                state.speech.set(Progress::Waiting);
            }
            untrack(|| (part.view)(state))
        }
        Progress::Failed => {
            let again = move |_| {
                progress.set(Progress::Waiting);
                fetch(part.file, progress);
            };
            element("div")
                .class("remarks")
                .attr("role", "alert")
                .child(element("p").text(UNFETCHED).done())
                .child(element("button").attr("type", "button").on("click", again).text("Réessayer").done())
                .done()
        }
    })
}

/// A remark in words; `None` while the words, which most visits begin without, are on their way.
pub fn sentence(state: State, remark: &Remark<'static>) -> Option<String> {
    match state.speech.get() {
        Progress::Here => Some(pieces::words(remark, state.edition)),
        Progress::Failed => Some(UNSPOKEN.to_owned()),
        Progress::Waiting => {
            fetch(pieces::ANSWER, state.speech);
            None
        }
    }
}

/// Places that a query finds; `None` while the list of places is on its way.
pub fn places(query: &str, progress: Source<Progress>) -> Option<Vec<Suggestion>> {
    match progress.get() {
        Progress::Here => Some(pieces::find(query)),
        Progress::Failed => None,
        Progress::Waiting => {
            fetch(pieces::PLACES, progress);
            None
        }
    }
}

/// What writes and opens links, once it is here.
#[derive(Clone, Copy)]
pub struct Links(());

impl Links {
    /// A form as a link.
    pub fn write(self, form: &Form, state: State) -> Written {
        pieces::write_link(form, state)
    }

    /// What a link holds.
    pub fn open(self, link: &str, state: State) -> Result<Found, String> {
        pieces::open_link(link, state)
    }

    /// A link, with its address in front, as a QR code; `None` when it is too long to be read off paper.
    pub fn draw(self, link: &str) -> Option<Drawing> {
        pieces::draw(link)
    }
}

/// Fetches what writes and opens links; `None` when it could not be.
pub fn links(then: impl FnOnce(Option<Links>) + 'static) {
    pieces::fetch(pieces::ANSWER, Box::new(move |here| then(here.then_some(Links(())))));
}

/// Makes a file for a spreadsheet, and hands it over; what to say instead when that cannot be.
pub fn spreadsheet(state: State, kind: Kind, done: impl FnOnce(Result<Made, &'static str>) + 'static) {
    let make = move |here| match here {
        true => done(pieces::spreadsheet(state, kind).ok_or(UNMADE)),
        false => done(Err(UNFETCHED)),
    };
    pieces::fetch(pieces::SHEETS, Box::new(make));
}

/// Speaks for a place that was found.
pub fn settle(form: &mut Form, place: Place, edition: &'static Edition) {
    pieces::settle(form, place, edition);
}

/// What reads and writes files, once it is here.
pub struct Files(());

impl Files {
    /// A form as a file.
    pub fn write(&self, form: &Form, state: State) -> Written {
        pieces::write_file(form, state)
    }

    /// What is in sight as a worked case; when it holds something that is to be corrected, a sentence.
    pub fn case(&self, state: State) -> Result<String, String> {
        pieces::write_case(state)
    }
}

/// Fetches what reads and writes files; `None` when it could not be.
pub fn files(then: impl FnOnce(Option<Files>) + 'static) {
    pieces::fetch(pieces::SHELF, Box::new(move |here| then(here.then_some(Files(())))));
}

/// Opens a file. Whoever brings one has fetched what reads it, by [`files`].
pub fn open_file(text: &str, state: State) -> Result<Found, String> {
    pieces::open_file(text, state)
}

/// What is said of a part that did not come.
pub const UNFETCHED: &str = "Cette partie de la page n'a pas pu être téléchargée. Vérifiez votre connexion ; rien de ce que vous avez saisi n'est perdu.";
const UNMADE: &str = "Le fichier n'a pas pu être préparé ; rien de ce que vous avez saisi n'est perdu.";
const UNSPOKEN: &str = "Une remarque n'a pas pu être téléchargée : vérifiez votre connexion, puis rechargez la page.";

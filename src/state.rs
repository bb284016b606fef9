//! The page's few shared signals: one form, one estimate made from it.

use crate::blocks::{Derived, Live, Source, hidden_unless, shown};
use crate::editions::over::Over;
use crate::form::history::{History, Step};
use crate::form::{self, Form, Place, Reading};
use crate::parts::{Progress, sentence};
use engine::catalogue::{Edition, FieldIx};
use engine::remark::Remark;
use engine::{Catalogue, Estimate, amounts};
use leptos::prelude::*;

/// What every part of the page reads, and the form they write. Copied freely.
#[derive(Clone, Copy)]
pub struct State {
    /// Every edition of the price list.
    pub catalogue: &'static Catalogue,
    /// The edition of the price list shown.
    pub edition: &'static Edition,
    /// What was typed, now and before. Typing changes it without a word: see [`State::type_in`].
    pub history: Source<History>,
    /// Tells that something was typed.
    pub typed: Source<()>,
    /// Tells that typing rested, or that something else than typing changed the form.
    pub rested: Source<()>,
    /// What it comes to.
    pub outcome: Derived<Outcome>,
    /// Whether the page is being printed: then nothing stays folded.
    pub printing: Source<bool>,
    /// What was brought to the page to be opened: a link with its `#`, the text of a file, or nothing.
    pub brought: Source<String>,
    /// Over which edition the application stands: writing it mounts the application anew.
    pub over: Source<Over>,
    /// Whether what was typed before a reload is on its way back.
    pub reloading: Source<bool>,
    /// Whether remarks can be put into words.
    pub speech: Source<Progress>,
    /// Whether the page is written ahead of its visits: nothing comes and goes there. What visitors download knows
    /// of no such page: see [`State::is_still`].
    #[cfg(not(target_arch = "wasm32"))]
    pub still: bool,
}

/// A form read and priced.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What was asked, and what could not be read.
    pub reading: Reading,
    /// What it costs; `None` only for a catalogue without editions.
    pub estimate: Option<Estimate<'static>>,
}

impl State {
    /// An empty form on an edition of a catalogue.
    pub fn new(catalogue: &'static Catalogue, edition: &'static Edition) -> State {
        State::over(catalogue, edition, Source::new(String::new()), Source::new(Over::default()))
    }

    /// The form to begin with over an edition. What was brought, and over what it stands, outlive it.
    pub fn over(
        catalogue: &'static Catalogue,
        edition: &'static Edition,
        brought: Source<String>,
        over: Source<Over>,
    ) -> State {
        let history = Source::new(over.with_untracked(|over| {
            let form = over.form.clone();
            if over.edition.is_empty() { History::typed(form) } else { History::of(form) }
        }));
        let typed = Source::new(());
        // Comparing two whole estimates costs more than telling the readers, who compare what they show.
        let outcome = Derived::owning(move |before: Option<Outcome>| {
            typed.track();
            (history.with(|history| Outcome::of(catalogue, edition, history.now(), before)), true)
        });
        State {
            catalogue,
            edition,
            history,
            typed,
            rested: Source::new(()),
            outcome,
            printing: Source::new(false),
            brought,
            over,
            reloading: Source::new(false),
            speech: Source::new(Progress::START),
            #[cfg(not(target_arch = "wasm32"))]
            still: false,
        }
    }

    /// A part of the page that is there only while a condition holds.
    pub fn shown(self, when: Live<bool>, content: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
        if self.is_still() { hidden_unless(when, content) } else { shown(when, content) }
    }

    /// Whether the page is written ahead of its visits, as one only is where it is built.
    pub const fn is_still(self) -> bool {
        #[cfg(target_arch = "wasm32")]
        let still = false;
        #[cfg(not(target_arch = "wasm32"))]
        let still = self.still;
        still
    }

    /// Reads something of the form, as it was when typing last rested.
    pub fn form<T>(self, read: impl FnOnce(&Form) -> T) -> T {
        self.rested.track();
        self.history.with(|history| read(history.now()))
    }

    /// Reads something of the form as it is, once.
    pub fn form_now<T>(self, read: impl FnOnce(&Form) -> T) -> T {
        self.history.with_untracked(|history| read(history.now()))
    }

    /// Changes the form otherwise than by typing. [`History::change`] finds the place.
    pub fn edit(self, change: impl FnOnce(&mut Form)) {
        let mut change = Some(change);
        self.change("", &mut |form| _ = change.take().map(|change| change(form)));
        self.tell();
    }

    /// Puts a form in place of the one that is there. One of another edition mounts the application anew
    /// over that one, which then says the sentence; the form that was there can come back.
    pub fn open(self, edition: &'static Edition, form: &Form, said: &str) {
        if std::ptr::eq(edition, self.edition) {
            return self.edit(|now| now.clone_from(form));
        }
        let before = (self.edition.id.clone(), self.form_now(Form::clone));
        self.over.set(Over { edition: edition.id.clone(), form: form.clone(), said: said.to_owned(), before });
    }

    /// Goes on with a form where nothing stands yet: it is where the visitor was, not a step that can be taken back.
    pub fn resume(self, edition: &'static Edition, form: &Form, said: &str) {
        let is_fresh = self.history.with_untracked(|history| !history.has_past() && *history.now() == Form::default());
        if is_fresh && std::ptr::eq(edition, self.edition) {
            self.history.update_untracked(|history| *history = History::of(form.clone()));
            return self.tell();
        }
        self.open(edition, form, said);
    }

    #[inline(never)]
    fn tell(self) {
        self.history.notify();
        self.rested.set(());
    }

    /// Changes the form by a key pressed at a place. Only the total follows each key; the rest of the
    /// page, which has a hundred readers of the form, follows once typing rests.
    pub fn type_in(self, place: &str, change: impl FnOnce(&mut Form)) {
        let mut change = Some(change);
        self.change(place, &mut |form| _ = change.take().map(|change| change(form)));
        self.typed.set(());
    }

    /// Writes the form, and tells nobody. One copy for all that write it: the page has dozens.
    #[inline(never)]
    fn change(self, place: &str, change: &mut dyn FnMut(&mut Form)) {
        self.history.update_untracked(|history| history.change(place, change));
    }

    /// Whether there is a change to take back, known when typing rests.
    pub fn has_past(self) -> bool {
        self.rested.track();
        self.history.with(History::has_past)
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.history.update(History::undo);
        self.rested.set(());
    }

    /// Whether there is a change to make again, known when typing rests.
    pub fn has_future(self) -> bool {
        self.rested.track();
        self.history.with(History::has_future)
    }

    /// Makes the change again that was taken back last.
    pub fn redo(self) {
        self.history.update(History::redo);
        self.rested.set(());
    }

    /// What was just taken back, or made again, in a few words; empty once something else changed.
    pub fn stepped(self) -> String {
        self.rested.track();
        let (way, what) = match self.history.with(History::step) {
            None => return String::new(),
            Some(Step::Back(what)) => ("Annulé", what),
            Some(Step::Forth(what)) => ("Rétabli", what),
        };
        let what = what.map_or("plusieurs réponses", |what| what.name(self.edition));
        format!("{way} : {what}")
    }

    /// Reads something of the estimate as it is at each key: for the total only.
    pub fn of_estimate_now<T: Default>(self, read: impl FnOnce(&Estimate<'static>) -> T) -> T {
        self.outcome.with(|outcome| outcome.estimate.as_ref().map(read).unwrap_or_default())
    }

    /// Reads the outcome as it is when typing rests.
    pub fn of_outcome<T>(self, read: impl FnOnce(&Outcome) -> T) -> T {
        self.rested.track();
        // Not tracked: it changes at each key. What else than typing changes it also tells that it rested.
        self.outcome.with_untracked(read)
    }

    /// What a year of the period is called: by its number, or by the calendar once a first year is chosen.
    pub fn year_name(self, year: u8) -> String {
        self.form(|form| form.year_name(year))
    }

    /// Reads something of the estimate at rest; the default when there is none.
    pub fn of_estimate<T: Default>(self, read: impl FnOnce(&Estimate<'static>) -> T) -> T {
        self.of_outcome(|outcome| outcome.estimate.as_ref().map(read).unwrap_or_default())
    }

    /// What the body at that place of the request is called.
    pub fn body_name(self, place: usize) -> String {
        let key = self.outcome.with_untracked(|outcome| outcome.reading.seats.get(place).map(|seat| seat.key));
        key.map_or(String::new(), |key| self.form(|form| form.body_name(key)))
    }

    /// What is wrong with what stands in a field; empty when nothing is.
    pub fn field_problem(self, field: FieldIx) -> String {
        let unread = self.problem_at(Place::Field(field));
        if !unread.is_empty() {
            return unread;
        }
        let refused = self.remarks(&|remark| remark.is_about_value() && remark.field() == Some(field));
        refused.into_iter().next().unwrap_or_default()
    }

    /// What could not be read at a place; empty when everything was.
    pub fn problem_at(self, place: Place) -> String {
        self.of_outcome(|outcome| {
            let here = outcome.reading.problems.iter().find(|problem| problem.place == place);
            here.map(|problem| problem.message.clone()).unwrap_or_default()
        })
    }

    /// The sentences of the remarks that `concern` a part of the page.
    pub fn remarks(self, concern: &dyn Fn(&Remark<'static>) -> bool) -> Vec<String> {
        self.of_estimate(|estimate| {
            let here = estimate.remarks.iter().filter(|remark| concern(remark));
            here.filter_map(|remark| sentence(self, remark)).collect()
        })
    }
}

impl Outcome {
    /// Reads a form and prices it; what it came to before spares reading again what did not change.
    fn of(catalogue: &'static Catalogue, edition: &Edition, form: &Form, before: Option<Outcome>) -> Outcome {
        let reading = form::read_again(form, edition, before.map(|before| before.reading));
        let estimate = amounts(catalogue, &reading.request);
        Outcome { reading, estimate }
    }
}

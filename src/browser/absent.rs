//! Where there is no browser (components rendered to HTML, natively): what it would do does not happen.

use crate::blocks::shown;
use crate::form::Form;
use crate::keeping::{Keep, Refused};
use crate::state::State;
use leptos::prelude::AnyView;
use std::cell::RefCell;

#[path = "absent/carry.rs"]
pub mod carry;

/// Would put the application in the page.
pub fn application(_: &Form) {}

/// Would bring the places that apply into sight.
pub fn show_places() {}

/// Would move the focus once the page is up to date.
pub fn focus(_: &str) {}

/// Would say a sentence to screen readers.
pub fn say(_: &str) {}

/// Would tell the detail once typing rests.
pub fn rest(_: State) {}

/// Does it now: nothing else is going on.
pub fn later(act: impl FnOnce() + 'static) {
    act();
}

/// Would copy a text.
pub fn copy(_: &str, _: impl Fn(bool) + 'static) {}

/// Would hand a file over.
pub fn download(_: &str, _: &str, _: &[u8]) -> bool {
    false
}

thread_local! {
    /// The day it is.
    static DAY: RefCell<String> = RefCell::new("2021-06-01".to_owned());
}

/// Today; here a day of the price list's first month, unless told otherwise.
pub fn today() -> String {
    DAY.with_borrow(String::clone)
}

/// Has it be that day (`YYYY-MM-DD`), on this thread.
pub fn be_there(day: &str) {
    DAY.set(day.to_owned());
}

/// Would unfold the page before it is printed.
pub fn unfold_for_print(_: State) {}

/// A place that is filled while the page is being printed.
pub fn on_paper(state: State, content: impl Fn() -> AnyView + Clone + Send + Sync + 'static) -> AnyView {
    shown(state.printing.into(), content)
}

/// The order of two names; here that of their letters' numbers.
pub fn compare_names(one: &str, other: &str) -> std::cmp::Ordering {
    one.cmp(other)
}

thread_local! {
    /// What is kept: here, until the thread ends. `None` stands for a browser that refuses.
    static KEPT: RefCell<Option<Vec<(String, String)>>> = const { RefCell::new(Some(Vec::new())) };
}

/// What is kept under a name.
///
/// # Errors
/// After [`refuse`].
pub fn kept(_: Keep, name: &str) -> Result<Option<String>, Refused> {
    KEPT.with_borrow(|kept| {
        let all = kept.as_ref().ok_or(Refused)?;
        Ok(all.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()))
    })
}

/// Keeps a text under a name, or forgets the one that was.
///
/// # Errors
/// After [`refuse`].
pub fn put(_: Keep, name: &str, text: Option<&str>) -> Result<(), Refused> {
    KEPT.with_borrow_mut(|kept| {
        let all = kept.as_mut().ok_or(Refused)?;
        all.retain(|(known, _)| known != name);
        all.extend(text.map(|text| (name.to_owned(), text.to_owned())));
        Ok(())
    })
}

/// Leaves nothing: there is no shell.
pub fn leave(_: Option<&str>) {}

/// Has nothing kept any more, as a browser that forbids it.
pub fn refuse() {
    KEPT.set(None);
}

/// Would act whenever another tab changes what is kept.
pub fn on_other_tab(_: impl Fn() + 'static) {}

/// Would print the page.
pub fn print(_: State) {}

/// The current year.
pub fn this_year() -> u16 {
    today().chars().take(4).collect::<String>().parse().unwrap_or_default()
}

//! Over which edition of the price list the application stands.

use crate::app::App;
use crate::blocks::live;
use crate::form::Form;
use crate::state::State;
use engine::Catalogue;
use engine::catalogue::Edition;
use leptos::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// An edition, and what the application begins with over it.
#[derive(Clone, Debug, Default)]
pub struct Over {
    /// By its id; while empty, the one in force.
    pub edition: String,
    /// The form to begin with.
    pub form: Form,
    /// What is said of it at the top of the page.
    pub said: String,
    /// What was there before, and over which edition: it can come back.
    pub before: (String, Form),
}

/// The application over the edition in force, with what was typed before it was there; mounted anew whenever another
/// edition is asked for: every field, row and choice of a form is a place in one, so that nothing of it is patched.
pub fn mounted(
    catalogue: &'static Catalogue,
    in_force: &'static Edition,
    brought: RwSignal<String>,
    typed: Form,
    begin: impl Fn(State) + Clone + Send + Sync + 'static,
) -> AnyView {
    let over = RwSignal::new(Over { form: typed, ..Over::default() });
    let turn = AtomicBool::new(false);
    live(move || {
        let edition = over.with(|over| catalogue.edition(&over.edition)).unwrap_or(in_force);
        let begin = begin.clone();
        let application = move || {
            let state = State::over(catalogue, edition, brought, over);
            begin(state);
            view! { <App state /> }.into_any()
        };
        // Of another type at every turn: what is of the type that stood there is patched. A keyed list
        // would do, and weigh 6 kB.
        if turn.fetch_not(Ordering::Relaxed) { live(move || untrack(&application)) } else { untrack(application) }
    })
}

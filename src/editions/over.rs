//! Over which edition of the price list the application stands.

use crate::app::app;
use crate::blocks::{Source, live};
use crate::form::Form;
use crate::state::State;
use engine::Catalogue;
use engine::catalogue::Edition;
use leptos::prelude::*;

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
    brought: Source<String>,
    typed: Form,
    begin: impl Fn(State) + Send + 'static,
) -> AnyView {
    let over = Source::new(Over { form: typed, ..Over::default() });
    live(move || {
        let edition = over.with(|over| catalogue.edition(&over.edition)).unwrap_or(in_force);
        untrack(|| {
            let state = State::over(catalogue, edition, brought, over);
            begin(state);
            app(state)
        })
    })
}

//! When it was asked and what was answered, for whoever reads the estimate without the form: on paper, before a council.

use crate::blocks::{Derived, all, live};
use crate::browser::today;
use crate::form::{Told, answers, listed};
use crate::state::State;
use engine::french::long_date;
use leptos::prelude::*;

/// The answers that the estimate was made from.
pub fn recap(state: State) -> AnyView {
    let rows = Derived::new(move || rows(state));
    let items = move || {
        let item = |(name, value): (String, String)| view! { <li>{name}" : "<strong>{value}</strong></li> }.into_any();
        all(rows.get().into_iter().map(item)).into_any()
    };
    view! {
        <details class="recap" prop:open=state.printing>
            <summary>"Les réponses prises en compte"</summary>
            <ul>{live(items)}</ul>
        </details>
    }
    .into_any()
}

/// Who asks: its name where that was looked for, its kind where that is said.
pub fn asker(state: State) -> String {
    let (name, kind) = state.form(|form| (form.asker(), form.kind));
    let kind = kind.map_or("", |kind| state.edition.kind_label(kind));
    match (name.as_str(), kind) {
        ("", "") => "à préciser".to_owned(),
        ("", one) | (one, "") => one.to_owned(),
        (name, kind) => format!("{name}, {kind}"),
    }
}

/// Each question and its answer, and when they were given.
pub fn rows(state: State) -> Vec<Told> {
    let today = ("Estimation établie le".to_owned(), long_date(&today()));
    let answers = state.form(|form| {
        state.of_outcome(|outcome| {
            let census = outcome.estimate.as_ref().map(|estimate| &estimate.census);
            answers(form, state.edition, &outcome.reading.request, census, listed)
        })
    });
    std::iter::once(today).chain(answers).collect()
}

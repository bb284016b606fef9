//! Where to begin: an example, a step back, a clean sheet.

use crate::blocks::{all, condition, shown};
use crate::browser::focus;
use crate::examples::{EXAMPLES, Example};
use crate::form::Form;
use crate::state::State;
use leptos::prelude::*;

/// The examples, and the two ways back.
#[component]
pub fn Start(state: State) -> impl IntoView {
    let examples = EXAMPLES.iter().map(|example| example_button(state, example));
    view! {
        <section class="start" aria-labelledby="titre-exemples">
            <h2 id="titre-exemples">"Partir d'un exemple"</h2>
            <div class="examples">{all(examples)}</div>
            {ways_back(state)}
        </section>
    }
}

fn example_button(state: State, example: &'static Example) -> AnyView {
    let take = move |_| state.edit("", |form| *form = example.form(state.edition));
    view! {
        <button type="button" class="example" on:click=take>
            <strong>{example.title}</strong>
            " "
            <span>{example.summary}</span>
        </button>
    }
    .into_any()
}

/// Undo, and clearing everything once confirmed. The buttons stay where they are, so that the focus does.
fn ways_back(state: State) -> AnyView {
    let asking = RwSignal::new(false);
    let nothing_past = condition(move || !state.history.with(|history| history.has_past()));
    let nothing_typed = condition(move || state.form(|form| *form == Form::default()));
    let undo = move |_| state.history.update(|history| history.undo());
    let ask = move |_| asking.set(!nothing_typed.get_untracked());
    view! {
        <div class="ways-back">
            <button type="button" class="quiet" aria-disabled=word(nothing_past) on:click=undo>"Annuler"</button>
            <button type="button" class="quiet" id="tout-effacer" aria-disabled=word(nothing_typed) on:click=ask>
                "Tout effacer"
            </button>
            {shown(asking.into(), move || confirmation(state, asking))}
        </div>
    }
    .into_any()
}

fn confirmation(state: State, asking: RwSignal<bool>) -> AnyView {
    let close = move || {
        focus("#tout-effacer");
        asking.set(false);
    };
    let clear = move |_| {
        state.edit("", |form| *form = Form::default());
        close();
    };
    view! {
        <div class="confirm" role="group" aria-labelledby="question-effacer">
            <p id="question-effacer" role="alert">"Effacer toutes vos réponses ? « Annuler » les ferait revenir."</p>
            <button type="button" on:click=clear>"Oui, tout effacer"</button>
            <button type="button" class="quiet" on:click=move |_| close()>"Non, les garder"</button>
        </div>
    }
    .into_any()
}

/// What `aria-disabled` says of a condition.
fn word(condition: Signal<bool>) -> Signal<String> {
    Signal::derive(move || condition.get().to_string())
}

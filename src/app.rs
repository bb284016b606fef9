//! The page's parts, in the order people think.

use crate::annexes::AnnexeSection;
use crate::blocks::all;
use crate::body::YourBody;
use crate::start::Start;
use crate::state::State;
use crate::views::{EstimateSection, RunningTotal};
use leptos::prelude::*;

/// Everything below the page's header.
#[component]
pub fn App(state: State) -> impl IntoView {
    let annexes = (0..u8::MAX).zip(&state.edition.annexes);
    let sections = annexes.map(|(place, annexe)| view! { <AnnexeSection state annexe place /> }.into_any());
    view! {
        <div class="desk">
            <div class="steps">
                <Start state />
                <form class="ask" on:submit=|event| event.prevent_default()>
                    <YourBody state />
                    {all(sections)}
                </form>
                <EstimateSection state />
            </div>
            <RunningTotal state />
        </div>
    }
}

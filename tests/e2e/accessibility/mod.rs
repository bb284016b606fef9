//! What would stop a visitor, looked for by two engines in many states of the page.
//!
//! Engines see a part only: what they cannot see, the journeys look at.

mod broken;
mod engines;
mod fill;
mod pages;
mod preferences;
mod states;
pub mod tally;

use crate::run::Travel;
use engines::ENGINES;
use states::{SIMULATOR, State, of_pages};
use visitor::page::Page;
use visitor::settings::{DESK, Settings};

/// Everything that is checked, in order.
pub fn all() -> Vec<Travel> {
    let simulator = SIMULATOR.iter().map(|state| Travel::new(state.name, |page| check_state(page, state)));
    let others = of_pages().map(|(route, under)| {
        Travel::new(route, move |page| async move {
            page.set(DESK).await;
            page.open_beside(route).await;
            check(&page, route, under).await;
        })
    });
    let alone = [
        Travel::new("every page is known", pages::all_are_known),
        Travel::new("broken label", broken::label),
        Travel::new("clean form", broken::clean),
        Travel::new("forced colours", preferences::forced_colors),
        Travel::new("nothing moves", preferences::still),
    ];
    simulator.chain(others).chain(alone).collect()
}

async fn check_state(page: Page, state: &State) {
    page.set(DESK).await;
    (state.reach)(page.clone()).await;
    check(&page, state.name, state.under).await;
}

/// Asks both engines about the page as it stands, under each of the settings in turn.
async fn check(page: &Page, name: &str, under: &[(&str, Settings)]) {
    let mut found = Vec::new();
    for (suffix, settings) in under {
        let state = format!("{name}{suffix}");
        page.set(*settings).await;
        for engine in &ENGINES {
            let answer = engine.check(page).await;
            tally::note(&state, engine, &answer);
            found.extend(answer.findings.iter().map(|finding| format!("{state}: {}: {finding}", engine.name)));
        }
    }
    assert!(found.is_empty(), "{} findings\n    {}", found.len(), found.join("\n    "));
}

//! Brings the page to each state that was asked for, and takes its pictures.

use crate::capture;
use crate::states::{ALL, State};
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::runtime::Builder;
use tokio::task::{LocalSet, spawn_local};
use visitor::browser;
use visitor::page::Page;

/// What became of a state.
enum Outcome {
    Taken(usize),
    Failed,
}

/// Takes all pictures; a state that cannot be reached does not stop the others.
pub fn all() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let chosen = |state: &&State| words.is_empty() || words.iter().any(|word| state.name.contains(word.as_str()));
    let states: Vec<&'static State> = ALL.iter().filter(chosen).collect();
    if states.is_empty() {
        let names: Vec<_> = ALL.iter().map(|state| state.name).collect();
        eprintln!("no state is called {}; the states are {}", words.join(" or "), names.join(", "));
        return ExitCode::FAILURE;
    }
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    if LocalSet::new().block_on(&runtime, in_order(&states)) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether no state failed.
async fn in_order(states: &[&'static State]) -> bool {
    let folder = PathBuf::from(env::var("SHOTS_FOLDER").expect("`cargo xtask shots` sets SHOTS_FOLDER"));
    let page = Page::new(browser::open().await, browser::page_url());
    let mut good = true;
    for state in states.iter().copied() {
        let (page, folder) = (page.clone(), folder.clone());
        let outcome = spawn_local(async move { picture(&page, state, &folder).await });
        match outcome.await.unwrap_or(Outcome::Failed) {
            Outcome::Taken(count) => println!("{}: {count} files", state.name),
            Outcome::Failed => {
                println!("{}: FAILED", state.name);
                good = false;
            }
        }
    }
    page.close().await;
    good
}

async fn picture(page: &Page, state: &State, folder: &Path) -> Outcome {
    capture::reset(&page.client).await;
    page.open().await;
    if let Some(name) = state.beside {
        page.open_beside(name).await;
    }
    (state.arrange)(page.clone()).await;
    let count = capture::screens(&page.client, folder, state.name).await;
    if !state.printed {
        return Outcome::Taken(count);
    }
    capture::paper(&page.client, folder, state.name).await;
    Outcome::Taken(count + 1)
}

//! Runs the journeys one after the other in one browser, and says how each went.

use crate::browser;
use crate::journeys::{ALL, Journey, WITHOUT_SCRIPTS};
use crate::page::Page;
use std::env;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use tokio::runtime::Builder;
use tokio::task::{LocalSet, spawn_local};
use tokio::time::timeout;

/// No journey may take longer.
const LONGEST: Duration = Duration::from_secs(60);

/// Runs the journeys that were asked for; those that fail do not stop the others.
pub fn all() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let chosen = |journey: &&Journey| words.is_empty() || words.iter().any(|word| journey.name.contains(word));
    let journeys: Vec<&Journey> = ALL.iter().filter(chosen).collect();
    let plain: Vec<&Journey> = WITHOUT_SCRIPTS.iter().filter(chosen).collect();
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let [passed, failed] = LocalSet::new().block_on(&runtime, async {
        // One browser after the other: geckodriver has one session at a time.
        let scripted = if journeys.is_empty() { [0, 0] } else { with_scripts(&journeys).await };
        let plain = if plain.is_empty() { [0, 0] } else { without_scripts(&plain).await };
        [scripted[0] + plain[0], scripted[1] + plain[1]]
    });
    println!("\njourney result: {passed} passed; {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn with_scripts(journeys: &[&Journey]) -> [usize; 2] {
    let page = Page::new(browser::open().await, browser::page_url());
    in_order(journeys, page, true).await
}

async fn without_scripts(journeys: &[&Journey]) -> [usize; 2] {
    let Some(client) = browser::open_without_scripts().await else {
        println!("this browser cannot be started without scripts");
        return [0, 0];
    };
    in_order(journeys, Page::new(client, browser::page_url()), false).await
}

/// How many passed, and how many failed.
async fn in_order(journeys: &[&Journey], page: Page, scripted: bool) -> [usize; 2] {
    let mut counts = [0, 0];
    for journey in journeys {
        let start = Instant::now();
        let passed = travel(journey, page.clone(), scripted).await;
        counts[usize::from(!passed)] += 1;
        let word = if passed { "ok" } else { "FAILED" };
        println!("journey {} ... {word} ({:.1} s)", journey.name, start.elapsed().as_secs_f64());
    }
    page.close().await;
    counts
}

/// Runs a journey from a fresh page, and checks that the page is still alive at its end; without
/// scripts the page never was.
async fn travel(journey: &Journey, page: Page, scripted: bool) -> bool {
    let steps = journey.steps;
    let travel = spawn_local(async move {
        if scripted {
            page.open().await;
        }
        steps(page.clone()).await;
        if scripted {
            page.assert_alive().await;
        }
    });
    match timeout(LONGEST, travel).await {
        Ok(end) => end.is_ok(),
        Err(_) => {
            println!("longer than {} s", LONGEST.as_secs());
            false
        }
    }
}

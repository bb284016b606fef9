//! Runs the journeys one after the other in one browser, and says how each went.

use crate::browser;
use crate::journeys::{ALL, Journey};
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
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let failed = LocalSet::new().block_on(&runtime, in_order(&journeys));
    let passed = journeys.len().saturating_sub(failed);
    println!("\njourney result: {passed} passed; {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn in_order(journeys: &[&Journey]) -> usize {
    let start = Instant::now();
    let page = Page::new(browser::open().await, browser::page_url());
    println!("browser started in {:.1} s", start.elapsed().as_secs_f64());
    let mut failed = 0;
    for journey in journeys {
        let start = Instant::now();
        let passed = travel(journey, page.clone()).await;
        failed += usize::from(!passed);
        let word = if passed { "ok" } else { "FAILED" };
        println!("journey {} ... {word} ({:.1} s)", journey.name, start.elapsed().as_secs_f64());
    }
    page.close().await;
    failed
}

/// Runs a journey from a fresh page, and checks that the page is still alive at its end.
async fn travel(journey: &Journey, page: Page) -> bool {
    let steps = journey.steps;
    let travel = spawn_local(async move {
        page.open().await;
        steps(page.clone()).await;
        page.assert_alive().await;
    });
    match timeout(LONGEST, travel).await {
        Ok(end) => end.is_ok(),
        Err(_) => {
            println!("longer than {} s", LONGEST.as_secs());
            false
        }
    }
}

//! Runs the travels of a suite one after the other in one browser, and says how each went.

use crate::{accessibility, formats, journeys};
use std::env;
use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use tokio::runtime::Builder;
use tokio::task::{LocalSet, spawn_local};
use tokio::time::timeout;
use visitor::browser::{self, Lack};
use visitor::page::Page;

/// No travel may take longer.
const LONGEST: Duration = Duration::from_secs(120);

/// Nor the one through every case in every form.
const LONGEST_OF_FORMATS: Duration = Duration::from_secs(300);

/// What is being done on a page.
pub type Steps = Pin<Box<dyn Future<Output = ()>>>;

/// What is done on a fresh page.
pub struct Travel {
    name: String,
    steps: Box<dyn FnOnce(Page) -> Steps>,
}

impl Travel {
    pub fn new<F: Future<Output = ()> + 'static>(name: &str, steps: impl FnOnce(Page) -> F + 'static) -> Travel {
        Travel { name: name.to_owned(), steps: Box::new(|page| Box::pin(steps(page))) }
    }
}

/// Runs those that were asked for; those that fail do not stop the others.
pub fn all() -> ExitCode {
    let suite = browser::variable("E2E_SUITE");
    let (mut whole, mut lacking) = match suite.as_str() {
        "journeys" => (
            journeys::all(),
            [Lack::Scripts, Lack::Wasm, Lack::Storage].map(|lack| (lack, journeys::without(lack))).into(),
        ),
        "hosted" => (journeys::hosted(), Vec::new()),
        "accessibility" => (accessibility::all(), Vec::new()),
        "formats" => (formats::all(), Vec::new()),
        other => panic!("E2E_SUITE is `{other}`: journeys, hosted, accessibility or formats is expected"),
    };
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for travels in lacking.iter_mut().map(|(_, travels)| travels).chain([&mut whole]) {
        travels.retain(|travel| words.is_empty() || words.iter().any(|word| travel.name.contains(word)));
    }
    let count = whole.len() + lacking.iter().map(|(_, travels)| travels.len()).sum::<usize>();
    assert!(count > 0, "no travel of {suite} is called {}", words.join(" or "));
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let [passed, failed] = LocalSet::new().block_on(&runtime, async {
        // One browser after the other: geckodriver has one session at a time.
        let mut counts = in_whole_browser(whole).await;
        for (lack, travels) in lacking {
            let more = in_lacking_browser(lack, travels).await;
            counts = [counts[0] + more[0], counts[1] + more[1]];
        }
        counts
    });
    if suite == "accessibility" {
        println!("\n{} in {}", accessibility::tally::lock(), browser::name());
    }
    println!("\n{suite} result: {passed} passed; {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn in_whole_browser(travels: Vec<Travel>) -> [usize; 2] {
    if travels.is_empty() {
        return [0, 0];
    }
    let start = Instant::now();
    let page = Page::new(browser::open().await, browser::page_url());
    println!("browser started in {:.1} s", start.elapsed().as_secs_f64());
    in_order(travels, page, true).await
}

async fn in_lacking_browser(lack: Lack, travels: Vec<Travel>) -> [usize; 2] {
    if travels.is_empty() {
        return [0, 0];
    }
    let Some(client) = browser::open_without(lack).await else {
        println!("this browser cannot be started without {lack:?}");
        return [0, 0];
    };
    in_order(travels, Page::new(client, browser::page_url()), false).await
}

/// How many passed, and how many failed.
async fn in_order(travels: Vec<Travel>, page: Page, alive: bool) -> [usize; 2] {
    let mut counts = [0, 0];
    for Travel { name, steps } in travels {
        let start = Instant::now();
        let passed = travel(steps, page.clone(), alive).await;
        counts[usize::from(!passed)] += 1;
        if !passed {
            page.testify().await;
        }
        let word = if passed { "ok" } else { "FAILED" };
        println!("{name} ... {word} ({:.1} s)", start.elapsed().as_secs_f64());
    }
    page.close().await;
    counts
}

/// Goes from a fresh page, and checks at the end that the page is still alive and kept everything in; in a browser
/// that lacks something the application never was.
async fn travel<F: Future<Output = ()> + 'static>(
    steps: impl FnOnce(Page) -> F + 'static,
    page: Page,
    alive: bool,
) -> bool {
    let travel = spawn_local(async move {
        if alive {
            page.open().await;
        }
        steps(page.clone()).await;
        if alive {
            page.assert_alive().await;
            page.assert_kept_in().await;
        }
    });
    let longest = if browser::variable("E2E_SUITE") == "formats" { LONGEST_OF_FORMATS } else { LONGEST };
    match timeout(longest, travel).await {
        Ok(end) => end.is_ok(),
        Err(_) => {
            println!("longer than {} s", longest.as_secs());
            false
        }
    }
}

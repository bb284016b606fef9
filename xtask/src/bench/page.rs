//! The page on a slow machine, beside the smallest Leptos page built the same way.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use anyhow::{Context, Result};

use super::figures::Figures;
use super::{judge, table};
use crate::browsers::{self, Browser, Driver};
use crate::build;
use crate::names;
use crate::process::run_in_group;
use crate::project::{PAGE_PACKAGE, Project};
use crate::server::{Server, listen};

/// How many times everything is measured: the median is judged.
const RUNS: usize = 7;

/// How many keys are pressed in a field, each time.
const KEYS: usize = 30;

/// The smallest Leptos page, as Trunk is told to build it.
const HELLO: &str = "benches/page/hello/index.html";

/// Builds both pages, measures them in Chromium, and judges the figures.
pub fn run(project: &Project) -> Result<()> {
    browsers::ensure()?;
    build::page(project)?;
    let hello = hello(project)?;
    let page = served(&project.dist())?;
    let hello = served(&hello)?;
    let driver = Driver::start(project, Browser::Chromium, None)?;
    let file = project.target().join("bench-page.json");
    let mut bench = project.cargo();
    bench
        // Nothing of the bench's own code is timed: what the tests compiled serves again.
        .args(["bench", "--profile", "dev", "-p", PAGE_PACKAGE, "--features", "e2e", "--bench", "page"])
        .env("E2E_BROWSER", Browser::Chromium.name())
        .env("E2E_WEBDRIVER", driver.url())
        .env("E2E_PAGE", page.url())
        .env("BENCH_HELLO", hello.url())
        .env("BENCH_RUNS", RUNS.to_string())
        .env("BENCH_KEYS", KEYS.to_string())
        .env("BENCH_FIGURES", &file);
    let before = load();
    run_in_group(&mut bench)?;
    let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let figures: Figures = serde_json::from_str(&text).context("the bench's figures are not understood")?;
    let verdicts = judge::all(&figures);
    print!("\n{}", table::of(&figures, &verdicts));
    println!("{} processors; load before {before}, after {}; figures in {}", processors(), load(), file.display());
    judge::check(&verdicts)
}

/// Builds the smallest page, and tells where it is.
fn hello(project: &Project) -> Result<PathBuf> {
    let folder = project.target().join("hello");
    let parts = build::bundle(project, &[HELLO.as_ref(), OsStr::new("--dist"), folder.as_ref()])?;
    names::settle(&folder, |stem| parts.glue(stem))?;
    Ok(folder)
}

/// Serves a page, everything packed beforehand: no visit waits for that.
fn served(folder: &Path) -> Result<Server> {
    let server = Server::start(folder, listen(0)?)?;
    server.pack_all()?;
    Ok(server)
}

/// How busy the machine is, where it says so: the means of 1, 5 and 15 minutes.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let means: Vec<_> = text.split_whitespace().take(3).collect();
    if means.is_empty() { String::from("unknown") } else { means.join(" ") }
}

fn processors() -> usize {
    available_parallelism().map_or(1, usize::from)
}

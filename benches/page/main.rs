//! How fast the built page starts and answers on a slow machine, beside the smallest Leptos page.
//!
//! `cargo xtask bench --page` builds both, starts what this needs, says where it is, and judges what
//! this finds: `E2E_BROWSER` (chromium), `E2E_WEBDRIVER`, `E2E_PAGE`, `BENCH_HELLO` (the other page),
//! `BENCH_RUNS`, `BENCH_KEYS` (how often each thing is measured) and `BENCH_FIGURES` (the file to write). With
//! `BENCH_VISITS` it only visits the page twice, and says where it is: `cargo xtask visits` listens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod conditions;
mod keys;
mod load;
mod visits;

use serde_json::{Value, json};
use std::{env, fs};
use tokio::runtime::Builder;
use visitor::browser;

fn main() {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    if env::var_os("BENCH_VISITS").is_some() {
        runtime.block_on(visits::both(&browser::page_url()));
        return;
    }
    let figures = runtime.block_on(measure());
    let file = variable("BENCH_FIGURES");
    fs::write(&file, figures.to_string()).unwrap_or_else(|error| panic!("{file} cannot be written: {error}"));
}

/// Everything, one thing at a time: two browsers at once would slow each other.
async fn measure() -> Value {
    let (ours, hello) = (browser::page_url(), variable("BENCH_HELLO"));
    let (runs, keys): (usize, usize) = (count("BENCH_RUNS"), count("BENCH_KEYS"));
    let (mut page_loads, mut hello_loads, mut again) = (Vec::new(), Vec::new(), Vec::new());
    let (mut typed, mut hello_typed) = (Vec::new(), Vec::new());
    for run in 1..=runs {
        // In turns, so that what else the machine does in the meantime weighs on both.
        page_loads.push(load::cold(&ours, &load::PAGE).await);
        hello_loads.push(load::cold(&hello, &load::HELLO).await);
        again.push(load::warm(&ours, &load::PAGE).await);
        println!("start {run} of {runs} measured");
    }
    for run in 1..=runs {
        for field in keys::FIELDS {
            typed.push(keys::type_in(&ours, field, keys).await);
        }
        hello_typed.push(keys::type_in_hello(&hello, keys).await);
        println!("keys {run} of {runs} measured");
    }
    json!({
        "browser": conditions::browser_version().await,
        "conditions": conditions::sentence(),
        "page": page_loads,
        "hello": hello_loads,
        "again": again,
        "keys": typed,
        "hello_keys": hello_typed,
    })
}

fn count(name: &str) -> usize {
    variable(name).parse().unwrap_or_else(|_| panic!("{name} is no number"))
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: `cargo xtask bench --page` sets it"))
}

//! The checks that need a browser.

use std::process::Command;

use anyhow::Result;

use super::versions;
use crate::browsers::{self, Browser, Driver, prepare};
use crate::process::run_in_group;
use crate::project::{PAGE_PACKAGE, Project};
use crate::server::{Server, listen};
use crate::tools::{self, AXE, EQUAL_ACCESS, WASM_BINDGEN, WASM_TARGET};

/// The variables with which wasm-bindgen's test runner chooses a browser, or
/// would choose another than ours.
const RUNNER_VARIABLES: &[&str] = &[
    "CHROMEDRIVER",
    "CHROMEDRIVER_ARGS",
    "CHROMEDRIVER_REMOTE",
    "GECKODRIVER",
    "GECKODRIVER_ARGS",
    "GECKODRIVER_REMOTE",
    "MSEDGEDRIVER",
    "MSEDGEDRIVER_ARGS",
    "MSEDGEDRIVER_REMOTE",
    "SAFARIDRIVER",
    "SAFARIDRIVER_ARGS",
    "SAFARIDRIVER_REMOTE",
    "NO_HEADLESS",
];

/// Tests the parts of the page, compiled to wasm, in a browser.
pub fn web(project: &Project, browser: Browser) -> Result<()> {
    browsers::ensure()?;
    tools::ensure_wasm_target()?;
    tools::check_wasm_bindgen(project)?;
    let display = browser.display()?;
    let mut command = cargo_test(project, "web");
    command.args(["--target", WASM_TARGET]);
    for variable in RUNNER_VARIABLES {
        command.env_remove(variable);
    }
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", WASM_BINDGEN.program("wasm-bindgen-test-runner")?)
        .env(browser.runner_variable(), browser.driver_program()?);
    if let Some(file) = browser.capabilities(project) {
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file);
    }
    prepare(&mut command, display.as_ref());
    run_in_group(&mut command)
}

/// The browsers in which accessibility is checked: those that can be told a visitor's settings.
pub const CHECKED: &[Browser] = &[Browser::Chromium, Browser::Firefox];

/// Tests the built page in a browser, from end to end.
pub fn e2e(project: &Project, browser: Browser) -> Result<()> {
    on_built_page(project, browser, |command| versions::tell(project, browser, command.env("E2E_SUITE", "journeys")))
}

/// Looks for what would stop a visitor, in many states of the built page, with two engines.
pub fn accessibility(project: &Project, browser: Browser) -> Result<()> {
    on_built_page(project, browser, |command| {
        Ok(command
            .env("E2E_SUITE", "accessibility")
            .env("E2E_AXE", AXE.file("axe.min.js")?)
            .env("E2E_EQUAL_ACCESS", EQUAL_ACCESS.file("ace.js")?))
    })
}

/// Holds every form of every worked case's estimate against the engine, in one browser.
pub fn formats(project: &Project) -> Result<()> {
    browsers::ensure_office()?;
    on_built_page(project, Browser::Chromium, |command| Ok(command.env("E2E_SUITE", "formats")))
}

/// Serves the built page, starts the browser's driver, and runs the suite that `choose` names.
fn on_built_page(
    project: &Project,
    browser: Browser,
    choose: impl Fn(&mut Command) -> Result<&mut Command>,
) -> Result<()> {
    let server = Server::start_watched(&project.dist(), listen(0)?)?;
    // Another origin, whose empty page shows ours in a frame.
    let other = Server::start_watched(&project.dist(), listen(0)?)?;
    let elsewhere = format!("{}~bare/", other.url());
    at(project, browser, &server.url(), |command| {
        choose(command.env("E2E_WATCHED", "yes").env("E2E_ELSEWHERE", &elsewhere))
    })
}

/// Tests the page where another host serves it.
pub fn hosted(project: &Project, browser: Browser, url: &str) -> Result<()> {
    at(project, browser, url, |command| Ok(command.env("E2E_SUITE", "hosted")))
}

/// Starts the browser's driver, and runs the suite that `choose` names on the page at that address.
fn at(
    project: &Project,
    browser: Browser,
    url: &str,
    choose: impl Fn(&mut Command) -> Result<&mut Command>,
) -> Result<()> {
    browsers::ensure()?;
    browsers::ensure_pdf_reader()?;
    let mut command = cargo_test(project, "e2e");
    choose(&mut command)?;
    let display = browser.display()?;
    let driver = Driver::start(project, browser, display.as_ref())?;
    command
        .args(["--features", "e2e"])
        .env("E2E_BROWSER", browser.name())
        .env("E2E_WEBDRIVER", driver.url())
        .env("E2E_PAGE", url);
    run_in_group(&mut command)
}

/// One of the page's own test files.
fn cargo_test(project: &Project, name: &str) -> Command {
    let mut command = project.cargo();
    command.args(["test", "-p", PAGE_PACKAGE, "--test", name]);
    command
}

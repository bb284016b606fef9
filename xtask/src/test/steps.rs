//! What is checked, in which order.

use std::io::{Write as _, stdout};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::{hosted, in_browser};
use crate::browsers::{self, Browser};
use crate::process::run;
use crate::project::{PAGE_PACKAGE, Project};
use crate::tools::{WASM_TARGET, ensure_wasm_target};
use crate::{build, territory, weight};

/// What a step does.
type Check = Box<dyn Fn(&Project) -> Result<()> + Sync>;

/// One check.
pub struct Step {
    /// Its name on the command line.
    pub name: String,
    /// What it checks, for its heading.
    pub about: String,
    /// The check itself.
    run: Check,
    /// Whether it may run while another does: it builds nothing that is not built, and times nothing.
    pub paired: bool,
    /// Whether it is left to those who ask for all: with it, the others would take more than ten minutes.
    pub long: bool,
}

/// The steps that are not run unless asked for.
pub const LONG: &[&str] = &["e2e-webkit", "formats", "a11y-firefox"];

impl Step {
    fn new(name: &str, about: &str, run: impl Fn(&Project) -> Result<()> + Sync + 'static) -> Self {
        let long = LONG.contains(&name);
        Self { name: name.to_owned(), about: about.to_owned(), run: Box::new(run), paired: false, long }
    }

    /// Runs it, and says so; whether it passed, and in what time.
    pub fn pass(&self, project: &Project) -> Result<(bool, Duration)> {
        println!("\n== {}: {}", self.name, self.about);
        stdout().flush().context("the output is closed")?;
        let start = Instant::now();
        let result = (self.run)(project);
        let time = start.elapsed();
        if let Err(error) = &result {
            eprintln!("error: {error:?}");
        }
        println!("-- {}: {:.1} s", self.name, time.as_secs_f64());
        Ok((result.is_ok(), time))
    }

    fn paired(self) -> Self {
        Self { paired: true, ..self }
    }
}

/// Every check, those that fail fastest first.
pub fn all() -> Vec<Step> {
    let mut steps = vec![
        Step::new("fmt", "the code is formatted", fmt),
        Step::new("clippy-native", "no warning", clippy_native),
        Step::new("clippy-wasm", "no warning in the page", clippy_wasm),
        Step::new("native", "tests outside a browser", native),
        Step::new("territory", "the territory is what its source says", territory::compare),
    ];
    steps.push(Step::new("sheets", "LibreOffice and openpyxl find the engine's figures", sheets));
    steps.extend(in_each("web", "the page's parts in", &Browser::ALL, in_browser::web));
    steps.push(Step::new("build", "the page is built", build::page));
    steps.push(Step::new("weight", "the page is light", weight::check));
    steps.push(Step::new("hosted", "nginx serves the page with the sample, under a sub-path", hosted::check));
    steps.extend(in_each("e2e", "the built page in", &Browser::ALL, in_browser::e2e));
    let formats = Step::new("formats", "screen, link, file, spreadsheets and paper say the same", in_browser::formats);
    steps.push(formats.paired());
    steps.extend(in_each("a11y", "no obstacle on the built page in", in_browser::CHECKED, in_browser::accessibility));
    steps
}

/// The same check in each of these browsers.
fn in_each(
    family: &str,
    about: &'static str,
    browsers: &'static [Browser],
    check: fn(&Project, Browser) -> Result<()>,
) -> impl Iterator<Item = Step> {
    browsers.iter().map(move |&browser| {
        let name = format!("{family}-{}", browser.name());
        let about = format!("{about} {}", browser.name());
        Step::new(&name, &about, move |project| check(project, browser)).paired()
    })
}

fn fmt(project: &Project) -> Result<()> {
    run(project.cargo().args(["fmt", "--all", "--check"]))
}

fn clippy_native(project: &Project) -> Result<()> {
    run(project
        .cargo()
        .args(["clippy", "--workspace", "--all-targets", "--all-features"])
        .args(["--", "-D", "warnings"]))
}

fn clippy_wasm(project: &Project) -> Result<()> {
    ensure_wasm_target()?;
    run(project.cargo().args(["clippy", "-p", PAGE_PACKAGE, "-p", "hello", "--target", WASM_TARGET]).args([
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

fn sheets(project: &Project) -> Result<()> {
    browsers::ensure_office()?;
    run(project.cargo().args(["test", "-p", "sheets", "--features", "office", "office::"]))
}

fn native(project: &Project) -> Result<()> {
    run(project.cargo().args(["test", "--workspace"]))
}

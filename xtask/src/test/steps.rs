//! What is checked, in which order.

use anyhow::Result;

use super::in_browser;
use crate::browsers::{self, Browser};
use crate::process::run;
use crate::project::{PAGE_PACKAGE, Project};
use crate::tools::{WASM_TARGET, ensure_wasm_target};
use crate::{build, territory, weight};

/// What a step does.
type Check = Box<dyn Fn(&Project) -> Result<()>>;

/// One check.
pub struct Step {
    /// Its name on the command line.
    pub name: String,
    /// What it checks, for its heading.
    pub about: String,
    /// The check itself.
    pub run: Check,
}

impl Step {
    fn new(name: &str, about: &str, run: impl Fn(&Project) -> Result<()> + 'static) -> Self {
        Self { name: name.to_owned(), about: about.to_owned(), run: Box::new(run) }
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
    steps.extend(in_each("e2e", "the built page in", &Browser::ALL, in_browser::e2e));
    steps.push(Step::new("formats", "screen, link, file, spreadsheets and paper say the same", in_browser::formats));
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
        Step::new(&name, &about, move |project| check(project, browser))
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
    run(project.cargo().args(["test", "-p", "sheets", "--features", "office", "--test", "office"]))
}

fn native(project: &Project) -> Result<()> {
    run(project.cargo().args(["test", "--workspace"]))
}

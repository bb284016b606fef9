//! `cargo xtask weight`: what a first visit transfers, and its ceiling.

mod bill;
mod measure;

use anyhow::Result;

use crate::args::Args;
use crate::project::Project;
use bill::{Bill, Line};

/// How the paths begin, in `dist/`, of the files that only a click fetches, the
/// static pages and the open data aside: a first visit does without them.
const LAZY: &[&str] = &["pages-", "routes-"];

/// Weighs the built page.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    args.finish()?;
    check(project)
}

/// Prints what the built page weighs; fails when it is too heavy.
pub fn check(project: &Project) -> Result<()> {
    let bill = Bill::new(first_visit(project)?);
    print!("{bill}");
    bill.check()
}

/// Weighs each file of a first visit.
pub fn first_visit(project: &Project) -> Result<Vec<Line>> {
    let pages = ::pages::NAMES.map(|name| format!("{name}."));
    let skipped: Vec<&str> = LAZY.iter().copied().chain(pages.iter().map(String::as_str)).collect();
    measure::folder(&project.dist(), &skipped)
}

//! `cargo xtask weight`: what a first visit transfers, and its ceiling.

mod bill;
mod measure;

use anyhow::Result;

use crate::args::Args;
use crate::parts;
use crate::project::Project;
use bill::Bill;

/// How the paths begin, in `dist/`, of the files that only a click fetches: a
/// first visit does without them.
const LAZY: &[&str] = &[parts::PREFIX];

/// Weighs the built page.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    args.finish()?;
    check(project)
}

/// Prints what the built page weighs; fails when it is too heavy.
pub fn check(project: &Project) -> Result<()> {
    let bill = Bill::new(measure::folder(&project.dist(), LAZY)?);
    print!("{bill}");
    bill.check()
}

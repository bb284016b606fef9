//! `cargo xtask bench`: what is measured, against its bounds.

mod figures;
mod judge;
mod page;
mod table;

use anyhow::Result;

use crate::args::Args;
use crate::process::run as run_command;
use crate::project::Project;

/// Measures the engine, or the built page with `--page`; fails when a bound is missed.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let page = args.flag("--page");
    args.finish()?;
    if page { page::run(project) } else { engine(project) }
}

/// Runs the bench of the engine: it prints its own table and knows its own bounds.
fn engine(project: &Project) -> Result<()> {
    run_command(project.cargo().args(["bench", "--package", "engine", "--features", "reading", "--bench", "estimate"]))
}

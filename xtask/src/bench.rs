//! Measures the engine, and fails when it is slower than its bounds.

use anyhow::Result;

use crate::args::Args;
use crate::process::run as run_command;
use crate::project::Project;

/// Runs the bench of the engine: it prints its own table and knows its own bounds.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    args.finish()?;
    run_command(project.cargo().args(["bench", "--package", "engine", "--features", "reading", "--bench", "estimate"]))
}

//! `cargo xtask licences`: the licences and sources of every dependency, against `deny.toml`; with
//! `--advisories`, their known flaws too, where the database of them can be had.

use std::process::Command;

use anyhow::Result;

use crate::args::Args;
use crate::process::run as run_command;
use crate::project::Project;
use crate::tools::CARGO_DENY;

/// Checks them.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let advisories = args.flag("--advisories");
    args.finish()?;
    check(project)?;
    if advisories {
        // Downloads https://github.com/rustsec/advisory-db: some networks forbid it.
        run_command(deny(project)?.args(["check", "advisories"]))?;
    }
    Ok(())
}

/// The part that needs no network but the registry's.
pub fn check(project: &Project) -> Result<()> {
    run_command(deny(project)?.args(["check", "bans", "licenses", "sources"]))
}

fn deny(project: &Project) -> Result<Command> {
    let mut command = Command::new(CARGO_DENY.program("cargo-deny")?);
    command.arg("--workspace").args(["--log-level", "warn"]).current_dir(project.root());
    Ok(command)
}

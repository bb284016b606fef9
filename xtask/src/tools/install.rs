//! Making a tool that is a crate: prebuilt if that can be had, compiled otherwise.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use super::Tool;
use crate::process::run;
use crate::project::cargo;

/// Makes the tool in `scratch/root`.
pub fn make(tool: &Tool, scratch: &Path) -> Result<()> {
    let root = scratch.join("root");
    // What is prebuilt was built with the default features.
    if tool.features.is_empty() && has_binstall() {
        println!("Fetching {} {} (under a minute)", tool.krate, tool.version);
        if run(&mut binstall(tool, &root)).is_ok() && tool.is_in(&root) {
            return Ok(());
        }
        println!("No prebuilt {} could be had", tool.krate);
    }
    println!("Compiling {} {} once for all clones (about {} on two cores)", tool.krate, tool.version, tool.compiling);
    run(&mut compile(tool, scratch, &root))?;
    if !tool.is_in(&root) {
        bail!("it did not bring {}", tool.programs.join(" and "));
    }
    Ok(())
}

fn has_binstall() -> bool {
    let mut probe = Command::new("cargo-binstall");
    probe.arg("-V").stdout(Stdio::null()).stderr(Stdio::null());
    probe.status().is_ok_and(|status| status.success())
}

fn binstall(tool: &Tool, root: &Path) -> Command {
    let mut command = Command::new("cargo-binstall");
    command
        .args(["--no-confirm", "--disable-strategies", "compile", "--root"])
        .arg(root)
        .arg(format!("{}@{}", tool.krate, tool.version));
    command
}

/// The compilation: away from the clone, whose Cargo settings it must not take.
fn compile(tool: &Tool, scratch: &Path, root: &Path) -> Command {
    let mut command = Command::new(cargo());
    command
        .args(["install", "--locked", "--root"])
        .arg(root)
        .args(["--version", tool.version, tool.krate])
        .args(tool.features.iter().map(|feature| format!("--features={feature}")))
        .current_dir(scratch)
        .env("CARGO_TARGET_DIR", scratch.join("target"))
        .env_remove("CARGO_BUILD_TARGET");
    command
}

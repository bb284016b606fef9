//! Installing a tool so that a half-made one is never taken for a whole one.
//!
//! The tool is made in a folder beside its final place and renamed when it is
//! complete. A lock keeps two clones from making the same tool at once.

use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::Tool;
use crate::process::run;
use crate::project::cargo;

/// Installs a tool into `home`, a folder of `cache`.
pub fn install(tool: &Tool, cache: &Path, home: &Path) -> Result<()> {
    fs::create_dir_all(cache).with_context(|| format!("{} cannot be made", cache.display()))?;
    let _lock = lock(tool, cache)?;
    if tool.is_in(home) {
        // Another clone installed it while we waited.
        return Ok(());
    }
    // Ours alone, thanks to the lock; what a killed compilation had compiled is
    // still there for the next one.
    let scratch = cache.join(format!(".{}.partial", tool.folder()));
    make(tool, &scratch)
        .and_then(|()| put_in_place(&scratch, home))
        .with_context(|| format!("{} {} could not be installed", tool.krate, tool.version))?;
    fs::remove_dir_all(&scratch).with_context(|| format!("{} cannot be removed", scratch.display()))
}

/// Waits until no other clone is installing this tool; the lock goes with the
/// value, or with this process if it is killed.
fn lock(tool: &Tool, cache: &Path) -> Result<File> {
    let path = cache.join(format!(".{}.lock", tool.folder()));
    let context = || format!("{} cannot be locked", path.display());
    let file = File::create(&path).with_context(context)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("Waiting: another clone is installing {}", tool.krate);
            file.lock().with_context(context)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(context),
    }
    Ok(file)
}

/// Makes the tool in `scratch/root`: prebuilt if that can be had, compiled
/// otherwise.
fn make(tool: &Tool, scratch: &Path) -> Result<()> {
    let root = scratch.join("root");
    fs::create_dir_all(&root).with_context(|| format!("{} cannot be made", root.display()))?;
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

/// Puts the complete tool where it is looked for.
fn put_in_place(scratch: &Path, home: &Path) -> Result<()> {
    if home.exists() {
        // An incomplete tool, left by something else than this program.
        fs::remove_dir_all(home).with_context(|| format!("{} cannot be removed", home.display()))?;
    }
    fs::rename(scratch.join("root"), home).with_context(|| format!("{} cannot be put in place", home.display()))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A tool whose only program is a file of this name.
    const TOOL: Tool =
        Tool { krate: "example", version: "1.0.0", features: &[], programs: &["example"], compiling: "no time" };

    #[test]
    fn a_complete_tool_takes_the_place_of_an_incomplete_one() {
        let cache = std::env::temp_dir().join(format!("xtask-install-{}", std::process::id()));
        let (scratch, home) = (cache.join("scratch"), cache.join("home"));
        fs::create_dir_all(home.join("bin")).unwrap();
        fs::create_dir_all(scratch.join("root/bin")).unwrap();
        let file = format!("example{}", std::env::consts::EXE_SUFFIX);
        fs::write(scratch.join("root/bin").join(file), "").unwrap();
        assert!(!TOOL.is_in(&home));
        put_in_place(&scratch, &home).unwrap();
        assert!(TOOL.is_in(&home));
        fs::remove_dir_all(cache).unwrap();
    }
}

//! `cargo xtask build`: the page, made by the pinned tools into `dist/`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::args::Args;
use crate::hosting;
use crate::minify;
use crate::names;
use crate::offline::{self, Offline};
use crate::pages;
use crate::parts::Parts;
use crate::process::run as run_command;
use crate::project::Project;
use crate::style;
use crate::tools::{self, TRUNK, WASM_TARGET};

/// Builds the page.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let offline = if args.flag("--without-offline") { Offline::Retired } else { Offline::Kept };
    let compressed = args.flag("--compressed");
    args.finish()?;
    whole(project, offline)?;
    if compressed {
        hosting::beside(&project.dist())?;
    }
    Ok(())
}

/// Builds the page into `dist/`, the static pages beside it, and the samples for those who host them.
pub fn page(project: &Project) -> Result<()> {
    whole(project, Offline::Kept)
}

fn whole(project: &Project, offline: Offline) -> Result<()> {
    let parts = bundle(project, &[])?;
    parts.publish(&project.dist())?;
    names::settle(&project.dist(), |stem| parts.glue(stem))?;
    pages::write(project, offline)?;
    // After the pages: it knows every file.
    offline::write(project, offline)?;
    hosting::samples::write(project)?;
    names::check(&project.dist())
}

/// Has Trunk build a page: the project's own, unless these further words name another. Gives the
/// parts that its wasm was cut into.
pub fn bundle(project: &Project, words: &[&OsStr]) -> Result<Parts> {
    tools::ensure_wasm_target()?;
    let source = tools::ensure_source()?;
    // Trunk has Cargo work offline: the crates must be there before.
    run_command(with_own_std(project.cargo().args(["fetch", "--target", WASM_TARGET])))?;
    tools::check_wasm_bindgen(project)?;
    style::join(project)?;
    shell(project)?;
    let parts = Parts::new(&project.target())?;
    let mut trunk = Command::new(TRUNK.program("trunk")?);
    // Before any other that the caller's shell may have set: cutting the wasm needs them.
    with_own_std(&mut trunk).env("CARGO_ENCODED_RUSTFLAGS", rust_flags(project, &source));
    // The page cannot know it otherwise (src/views/paper.rs).
    trunk.env("SIMULATEUR_NOTE_STYLE", pages::hashed_name(project.root(), style::NOTE)?);
    trunk.arg("build").args(words).arg("--release").current_dir(project.root());
    parts.in_front(&mut trunk, tools::build_path()?)?;
    for (name, _) in env::vars_os() {
        if upsets_trunk(&name.to_string_lossy()) {
            trunk.env_remove(name);
        }
    }
    run_command(&mut trunk)?;
    Ok(parts)
}

/// Minifies the script that stands by the page where index.html looks for it: no two of Trunk's minifications are alike.
fn shell(project: &Project) -> Result<()> {
    let script = minify::script(&pages::text(&project.root().join("shell/shell.js"))?).context("shell/shell.js")?;
    pages::save(&project.root().join("target/shell.js"), &script)
}

/// Has Cargo compile the standard library as the page is compiled: for size, and with panics that stop at once, as
/// [`rust_flags`] says. The one that comes with the toolchain formats the message of each panic, which no visitor
/// reads: 9 of 145 kB. Stable compilers ask for this variable to do so.
fn with_own_std(command: &mut Command) -> &mut Command {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
}

/// The flags of `.cargo/config.toml`; what cutting the wasm needs (see [`crate::parts`]); panics that stop at once,
/// at which the shell shows its alert (`shell/shell.js`); and short names for the folders of sources: the wasm is then
/// the same wherever it is built, and does not carry its builder's paths. Encoded as Cargo reads them: a path may have
/// spaces.
fn rust_flags(project: &Project, library: &Path) -> String {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = cargo.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let sources = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let crates = sources.map(|source| format!("{}/=", source.path().display()));
    let own = [project.root(), library].map(|folder| format!("{}/=", folder.display()));
    let remap = crates.chain(own).map(|folder| format!("--remap-path-prefix={folder}"));
    let cut = ["--cfg=erase_components", "--cfg=cut", "-Clink-args=--emit-relocs"];
    let stop = ["-Zunstable-options", "-Cpanic=immediate-abort"];
    cut.into_iter().chain(stop).map(String::from).chain(remap).collect::<Vec<_>>().join("\u{1f}")
}

/// Tells whether a variable would change what Trunk does: its own settings,
/// and NO_COLOR, which it refuses when it says `1`.
fn upsets_trunk(variable: &str) -> bool {
    variable.starts_with("TRUNK_") || variable == "NO_COLOR"
}

#[cfg(test)]
mod tests {
    use super::upsets_trunk;

    #[test]
    fn only_the_settings_of_trunk_are_kept_from_it() {
        assert!(upsets_trunk("TRUNK_BUILD_DIST"));
        assert!(upsets_trunk("NO_COLOR"));
        assert!(!upsets_trunk("CARGO_TARGET_DIR"));
        assert!(!upsets_trunk("PATH"));
    }
}

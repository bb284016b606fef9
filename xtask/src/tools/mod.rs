//! The pinned tools, installed once per user and shared by all clones.

mod cache;
mod install;
mod npm;
mod pin;
mod place;
mod target;
mod turn;

use std::ffi::OsString;
use std::fs::File;
use std::path::PathBuf;
use std::{env, iter};

use anyhow::{Context, Result};

use crate::project::Project;
pub use npm::{AXE, EQUAL_ACCESS, TERRITORY};
pub use target::{WASM_TARGET, ensure_source, ensure_wasm_target};

/// A tool at the one version that the project is built with.
#[derive(Debug)]
pub struct Tool {
    /// The name of its crate.
    krate: &'static str,
    /// Its version, to the last number.
    version: &'static str,
    /// What of it is compiled beyond its defaults.
    features: &'static [&'static str],
    /// The programs that it must bring.
    programs: &'static [&'static str],
    /// About how long it takes to compile on two cores.
    compiling: &'static str,
}

/// Bundles the page.
pub const TRUNK: Tool =
    Tool { krate: "trunk", version: "0.21.14", features: &[], programs: &["trunk"], compiling: "6 minutes" };

/// Makes the JavaScript around the wasm, and runs its tests in a browser.
pub const WASM_BINDGEN: Tool = Tool {
    krate: "wasm-bindgen-cli",
    version: "0.2.129",
    features: &[],
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    compiling: "2.5 minutes",
};

/// Cuts the wasm into what a first visit needs and parts fetched later.
pub const WASM_SPLIT: Tool = Tool {
    krate: "wasm_split_cli_support",
    version: "0.2.4",
    features: &["build-binary"],
    programs: &["wasm-split-cli"],
    compiling: "1 minute",
};

/// Drives Firefox.
pub const GECKODRIVER: Tool =
    Tool { krate: "geckodriver", version: "0.36.0", features: &[], programs: &["geckodriver"], compiling: "4 minutes" };

/// Checks the licences and sources of the dependencies.
pub const CARGO_DENY: Tool =
    Tool { krate: "cargo-deny", version: "0.20.2", features: &[], programs: &["cargo-deny"], compiling: "8 minutes" };

/// Makes up inputs for whatever reads a text.
pub const CARGO_FUZZ: Tool =
    Tool { krate: "cargo-fuzz", version: "0.13.2", features: &[], programs: &["cargo-fuzz"], compiling: "1.5 minutes" };

impl Tool {
    /// The path of one of the tool's programs, the tool being installed first
    /// when it is not there.
    pub fn program(&self, name: &str) -> Result<PathBuf> {
        Ok(self.ensure()?.join("bin").join(name))
    }

    /// The folder of the tool, installed first when it is not there.
    fn ensure(&self) -> Result<PathBuf> {
        place::ensure(&cache::root()?, &self.folder(), |home| self.is_in(home), |scratch| install::make(self, scratch))
    }

    /// The name of the tool's folder in the cache.
    fn folder(&self) -> String {
        format!("{}-{}", self.krate, self.version)
    }

    /// Tells whether a folder has all the programs of the tool.
    fn is_in(&self, home: &std::path::Path) -> bool {
        self.programs.iter().all(|name| {
            let file = format!("{name}{}", env::consts::EXE_SUFFIX);
            home.join("bin").join(file).is_file()
        })
    }
}

/// Fails when the workspace is locked to another wasm-bindgen than the tool's.
pub fn check_wasm_bindgen(project: &Project) -> Result<()> {
    let path = project.lock_file();
    let lock = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    pin::check(&lock, "wasm-bindgen", WASM_BINDGEN.version)
}

/// Waits until nobody else is installing what goes by this name; the turn ends with the value.
pub fn turn(name: &str) -> Result<File> {
    turn::take(&cache::root()?, name)
}

/// A PATH on which the pinned tools that build the page come first.
pub fn build_path() -> Result<OsString> {
    let pinned = [TRUNK.ensure()?.join("bin"), WASM_BINDGEN.ensure()?.join("bin")];
    WASM_SPLIT.ensure()?;
    with_first(pinned, env::var_os("PATH"))
}

/// A PATH with these folders before the others.
fn with_first(folders: impl IntoIterator<Item = PathBuf>, path: Option<OsString>) -> Result<OsString> {
    let path = path.unwrap_or_default();
    let others = iter::once(&path).flat_map(env::split_paths);
    env::join_paths(folders.into_iter().chain(others))
        .context("the folder of a tool has a name that cannot stand on PATH")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_has_a_folder_for_its_version() {
        assert_eq!(WASM_BINDGEN.folder(), "wasm-bindgen-cli-0.2.129");
    }

    #[test]
    fn the_pinned_folders_come_first_on_path() {
        let path = with_first(["/cache/bin".into()], Some("/usr/bin:/bin".into())).unwrap();
        let folders: Vec<_> = env::split_paths(&path).collect();
        assert_eq!(folders[0], PathBuf::from("/cache/bin"));
        assert_eq!(folders.len(), 3);
    }

    #[test]
    fn a_folder_without_every_program_does_not_count_as_installed() {
        let home = env::temp_dir().join("xtask-no-such-tool");
        assert!(!TRUNK.is_in(&home));
    }
}

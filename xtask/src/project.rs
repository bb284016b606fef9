//! Where things are in this clone.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The Cargo package of the page.
pub const PAGE_PACKAGE: &str = "simulateur";

/// The clone that the commands work on.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The clone whose `xtask` is running: `cargo run` tells where it is,
    /// otherwise the nearest folder above with `xtask/Cargo.toml` is taken.
    pub fn find() -> Result<Self> {
        let from_cargo = env::var_os("CARGO_MANIFEST_DIR").filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let start = match from_cargo {
            Some(folder) => folder,
            None => env::current_dir().context("the current folder cannot be read")?,
        };
        match start.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file()) {
            Some(root) => Ok(Self { root: root.into() }),
            None => bail!("{} is in no clone of the project: start `cargo xtask` from one", start.display()),
        }
    }

    /// The root of the clone.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that holds the built page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The lock file of the workspace.
    pub fn lock_file(&self) -> PathBuf {
        self.root.join("Cargo.lock")
    }

    /// Cargo's target folder: what can be made again goes there.
    pub fn target(&self) -> PathBuf {
        let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        self.root.join(target)
    }

    /// Where the logs of the browsers' drivers go.
    pub fn logs(&self) -> PathBuf {
        self.target().join("xtask-logs")
    }

    /// A `cargo` to be run at the root of the clone.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(cargo());
        command.current_dir(&self.root);
        command
    }
}

/// The `cargo` that runs us, or the one on PATH.
pub fn cargo() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

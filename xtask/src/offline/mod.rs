//! What keeps the whole site in a visitor's browser, written last: it knows every file and its content.

mod icon;
mod manifest;
mod worker;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::pages::{host, save, text};
use crate::project::Project;

pub use worker::WORKER;

/// The script that starts it all, once a page rests.
pub const SCRIPT: &str = "shell/offline.js";

/// What becomes of the copies that browsers keep.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// They are made, and follow each version.
    Kept,
    /// They are erased: the way out, should one ever go wrong.
    Retired,
}

/// Writes the manifest, its icons and the worker into the built page.
pub fn write(project: &Project, offline: Offline) -> Result<()> {
    let (root, dist) = (project.root(), project.dist());
    if offline == Offline::Retired {
        return save(&dist.join(WORKER), &text(&root.join("shell/farewell.js"))?);
    }
    let colours = text(&root.join("host/colours.css"))?;
    let drawing = icon::drawn(&text(&root.join("host/logo.svg"))?, &colours)?;
    save(&dist.join(icon::DRAWING), &drawing)?;
    for size in icon::SIZES {
        let file = dist.join(icon::name(size));
        fs::write(&file, icon::picture(&drawing, size)?)
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    save(&dist.join(manifest::NAME), &manifest::text(&host(root)?, &colours)?)?;
    watch(root, &dist)
}

/// Writes the worker of a folder as it is now.
pub fn watch(root: &Path, dist: &Path) -> Result<()> {
    save(&dist.join(WORKER), &worker::of(&text(&root.join("shell/worker.js"))?, dist)?)
}

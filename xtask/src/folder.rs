//! What the folder of a built page holds.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The files of a folder and of the folders in it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let context = || format!("{} cannot be read: run `cargo xtask build` first", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

//! The catalogue of this clone, read from its TOML files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use engine::Catalogue;
use engine::reading::{EditionFiles, read};

/// Reads every edition of `folder`; a fault of the catalogue is shown as the build shows it.
pub fn read_folder(folder: &Path) -> Result<Catalogue> {
    let mut files = Vec::new();
    for edition in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        for path in entries(&edition)? {
            let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            files.push((path, text));
        }
    }
    Ok(read(&EditionFiles::group(files))?)
}

/// What a folder holds.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    Ok(entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?)
}

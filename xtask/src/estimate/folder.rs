//! The catalogue of this clone, read from its TOML files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use engine::Catalogue;
use engine::reading::{EditionFiles, SourceFile, read};

/// Reads every edition of `folder`; a fault of the catalogue is shown as the build shows it.
pub fn catalogue(folder: &Path) -> Result<Catalogue> {
    let editions = sorted(folder)?.into_iter().filter(|path| path.is_dir()).map(|path| edition(&path));
    Ok(read(&editions.collect::<Result<Vec<_>>>()?)?)
}

/// The TOML files of an edition.
fn edition(folder: &Path) -> Result<EditionFiles> {
    let mut files = Vec::new();
    for path in sorted(folder)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "toml")) {
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        files.push(SourceFile::new(path.display().to_string(), text));
    }
    let folder = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(EditionFiles { folder, files })
}

/// A folder's entries, by name.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = entries.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

//! What tests read: the edition that the product ships, a fictitious one that follows it, and the worked cases.
//!
//! Its callers are tests: what cannot be read is a panic, which is how a test fails.
#![allow(clippy::unwrap_used, clippy::panic)]

mod dated;

pub use dated::{FIRST, SECOND, both};

use engine::Catalogue;
use engine::reading::{EditionFiles, SourceFile, read};
use std::fs;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The edition that the product ships.
pub fn shipped() -> EditionFiles {
    files(&root().join("catalogue/2021-05-20"))
}

/// An edition of 2031 that changes a price, adds a bracket to a scale, and brings a service and an option of it. Its
/// files mark what they change.
pub fn fictitious() -> EditionFiles {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("2031-01-01-fictive"))
}

/// The product's catalogue.
pub fn catalogue() -> Catalogue {
    side_by_side(&[shipped()])
}

/// The catalogue of these editions.
pub fn side_by_side(editions: &[EditionFiles]) -> Catalogue {
    read(editions).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The files of `tests/cases/`, in name order.
pub fn cases() -> Vec<PathBuf> {
    listed(&root().join("tests/cases"), "json")
}

/// The TOML files of an edition's folder, in name order.
fn files(folder: &Path) -> EditionFiles {
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let file = |path: &PathBuf| SourceFile::new(name(path), fs::read_to_string(path).unwrap());
    EditionFiles { folder: name(folder), files: listed(folder, "toml").iter().map(file).collect() }
}

/// The files of a folder whose names end so, in name order.
fn listed(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    paths
}

//! What the engine's tests share: the product's catalogue, read from its files.
#![allow(dead_code, reason = "each test file uses its own part")]

use engine::Catalogue;
use engine::reading::{EditionFiles, SourceFile, read};
use std::fs;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The TOML files of an edition's folder, in name order.
pub fn files(folder: &Path) -> EditionFiles {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let file = |path: &PathBuf| SourceFile::new(name(path), fs::read_to_string(path).unwrap());
    EditionFiles { folder: name(folder), files: paths.iter().map(file).collect() }
}

/// The edition the product ships.
pub fn shipped() -> EditionFiles {
    files(&root().join("catalogue/2021-05-20"))
}

/// The product's catalogue.
pub fn catalogue() -> Catalogue {
    match read(&[shipped()]) {
        Ok(catalogue) => catalogue,
        Err(faults) => panic!("{faults}"),
    }
}

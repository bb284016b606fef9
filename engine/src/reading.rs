//! From the TOML of `catalogue/` to a checked [`Catalogue`], or `file:line:column: what is wrong, what was expected`.
//!
//! Reads text, not files: whoever calls it does the input. Everything that can be wrong with a price
//! list is found here, when the page is built, so that nothing is left to find when it runs.

mod annexe;
mod cursor;
mod edition;
mod fields;
mod names;
mod page_one;
mod scales;
mod services;

pub use cursor::{Fault, SourceFile};

use crate::catalogue::{Catalogue, Edition};
use std::fmt;
use std::path::{Path, PathBuf};

/// The files of one edition.
#[derive(Clone, Debug)]
pub struct EditionFiles {
    /// The folder's name: the edition's id.
    pub folder: String,
    /// Its TOML files.
    pub files: Vec<SourceFile>,
}

impl EditionFiles {
    /// Puts TOML files together by the folder they lie in, folders and files by name. Other files are left out.
    pub fn group(files: impl IntoIterator<Item = (PathBuf, String)>) -> Vec<EditionFiles> {
        let mut files: Vec<(PathBuf, String)> = files.into_iter().collect();
        files.retain(|(path, _)| path.extension().is_some_and(|extension| extension == "toml"));
        files.sort();
        let mut editions: Vec<EditionFiles> = Vec::new();
        for (path, text) in files {
            let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
            let file = SourceFile::new(path.display().to_string(), text);
            match editions.last_mut().filter(|edition| edition.folder == folder) {
                Some(edition) => edition.files.push(file),
                None => editions.push(EditionFiles { folder, files: vec![file] }),
            }
        }
        editions
    }
}

/// Everything that is wrong with a catalogue, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            write!(out, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

impl Faults {
    /// Whether nothing was found wrong since `before`, unknown keys of the table included: those are
    /// looked for last, for a key is known once it was read.
    fn whole(&mut self, before: usize, table: &cursor::Table<'_>) -> bool {
        if self.0.len() == before {
            self.keep(table.unknown_keys());
        }
        self.0.len() == before
    }

    /// Keeps a value, or notes why there is none.
    fn keep<T>(&mut self, result: Result<T, Fault>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(fault) => {
                self.0.push(fault);
                None
            }
        }
    }
}

/// Reads and checks every edition.
///
/// # Errors
/// Every fault found, each with its place.
pub fn read(editions: &[EditionFiles]) -> Result<Catalogue, Faults> {
    let mut faults = Faults::default();
    let read: Vec<Edition> = editions.iter().filter_map(|files| edition::read(files, &mut faults)).collect();
    for (place, edition) in read.iter().enumerate() {
        if read.iter().take(place).any(|known| known.valid_from == edition.valid_from || known.id == edition.id) {
            let message = format!("a second edition from {}, expected one", edition.valid_from);
            faults.0.push(Fault::nowhere(&format!("{}/edition.toml", edition.id), &message));
        }
    }
    if faults.0.is_empty() {
        Catalogue::new(read)
            .ok_or_else(|| Faults(vec![Fault::nowhere("catalogue", "no edition, expected at least one folder")]))
    } else {
        Err(faults)
    }
}

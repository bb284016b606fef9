//! Reads `catalogue/`, refuses it when anything is wrong, and seals it to the bytes the page embeds.

use engine::reading::{EditionFiles, SourceFile, read};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match seal(Path::new("catalogue")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `catalogue.bin` where the page's source includes it.
fn seal(folder: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let editions = sorted(folder)?.into_iter().filter(|path| path.is_dir()).map(|path| edition(&path));
    let catalogue = read(&editions.collect::<Result<Vec<_>, _>>()?)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(out.join("catalogue.bin"), catalogue.seal())?;
    Ok(())
}

/// The TOML files of an edition, named as an editor opens them.
fn edition(folder: &Path) -> Result<EditionFiles, Box<dyn Error>> {
    let mut files = Vec::new();
    for path in sorted(folder)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "toml")) {
        files.push(SourceFile::new(path.display().to_string(), fs::read_to_string(&path)?));
    }
    let folder = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(EditionFiles { folder, files })
}

/// A folder's entries, by name.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

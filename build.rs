//! Reads `catalogue/`, refuses it when anything is wrong, and seals it to the bytes the page embeds.

use engine::reading::{EditionFiles, read};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

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
    let catalogue = read(&EditionFiles::group(files(folder)?))?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(out.join("catalogue.bin"), catalogue.seal())?;
    Ok(())
}

/// What the folders of a folder hold.
fn files(folder: &Path) -> io::Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    for edition in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        for path in entries(&edition)? {
            let text = fs::read_to_string(&path)?;
            files.push((path, text));
        }
    }
    Ok(files)
}

/// What a folder holds.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
}

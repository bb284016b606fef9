//! Reads `catalogue/`, refuses it when anything is wrong, and gives the page what it embeds: the
//! sealed price list, and the examples it offers to start with.

#[path = "build/examples.rs"]
mod examples;

use engine::Catalogue;
use engine::reading::{EditionFiles, read};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    match embed(Path::new("catalogue")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `catalogue.figures`, `catalogue.words` and `examples.rs` where the page's source includes them.
fn embed(folder: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build");
    let catalogue: Catalogue = read(&EditionFiles::group(files(folder)?))?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let sealed = catalogue.seal();
    fs::write(out.join("catalogue.figures"), sealed.figures)?;
    fs::write(out.join("catalogue.words"), sealed.words)?;
    let file = folder.join("examples.toml");
    let examples = examples::write(&fs::read_to_string(&file)?, &catalogue);
    fs::write(out.join("examples.rs"), examples.map_err(|fault| format!("{}: {fault}", file.display()))?)?;
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

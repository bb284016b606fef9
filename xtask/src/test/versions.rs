//! The built page in its other forms, for the journeys: a newer version of it, and all of it as one file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::browsers::Browser;
use crate::folder::files;
use crate::pages::{save, text};
use crate::project::Project;
use crate::{offline, single};

/// What the first version says in its foot, and the newer one behind it.
const FOOT: [&str; 2] = ["ne quitte votre navigateur.", "ne quitte votre navigateur. Deuxième version."];

/// The title of the price list, and the newer one.
const TITLE: [&str; 2] = ["Catalogue des prix</h1>", "Deuxième version des prix</h1>"];

/// Makes them, and tells the journeys in this browser where they are: each has its own, for two run at once.
pub fn tell<'c>(project: &Project, browser: Browser, command: &'c mut Command) -> Result<&'c mut Command> {
    let folder = project.target().join(format!("newer-{}", browser.name()));
    newer(project, &folder)?;
    let single = project.target().join(format!("single-{}.html", browser.name()));
    single::write(project, &single)?;
    Ok(command.env("E2E_DIST", project.dist()).env("E2E_NEXT", folder).env("E2E_SINGLE", single))
}

/// A copy of the built page whose foot and price list say that they are newer.
fn newer(project: &Project, folder: &Path) -> Result<()> {
    let dist = project.dist();
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    for path in files(&dist)? {
        let copy = folder.join(path.strip_prefix(&dist).unwrap_or(&path));
        fs::create_dir_all(copy.parent().unwrap_or(folder)).context("the newer version's folder cannot be made")?;
        fs::copy(&path, &copy).with_context(|| format!("{} cannot be copied", path.display()))?;
    }
    replace(&folder.join("index.html"), FOOT)?;
    replace(&folder.join("catalogue.html"), TITLE)?;
    offline::watch(project.root(), folder)
}

fn replace(file: &Path, [old, new]: [&str; 2]) -> Result<()> {
    let before = text(file)?;
    ensure!(before.contains(old), "{} no longer says « {old} »", file.display());
    save(file, &before.replace(old, new))
}

//! `cargo xtask shots`: pictures of the built page, to look at.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::args::Args;
use crate::browsers::{self, Browser, Driver};
use crate::build;
use crate::folder::files;
use crate::process::{run as run_command, run_in_group};
use crate::project::{PAGE_PACKAGE, Project};
use crate::server::{Server, listen};

/// How finely printed pages are drawn, in dots per inch: about 800 pixels wide for A4.
const RESOLUTION: &str = "96";

/// Builds the page and pictures its states, or those whose name contains a word, in Chromium.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let only = args.option("--only")?;
    args.finish()?;
    browsers::ensure()?;
    build::page(project)?;
    let folder = project.target().join("shots");
    if only.is_none() && folder.exists() {
        // No picture of a state that is no more.
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let server = Server::start(&project.dist(), listen(0)?)?;
    let driver = Driver::start(project, Browser::Chromium, None)?;
    let mut shots = project.cargo();
    shots
        .args(["test", "-p", PAGE_PACKAGE, "--features", "e2e", "--test", "shots", "--"])
        .args(only)
        .env("E2E_BROWSER", Browser::Chromium.name())
        .env("E2E_WEBDRIVER", driver.url())
        .env("E2E_PAGE", server.url())
        .env("SHOTS_FOLDER", &folder);
    // What was printed is drawn even when some state failed.
    let taken = run_in_group(&mut shots);
    match browsers::ensure_pdf_reader() {
        Ok(()) => draw(&folder)?,
        Err(error) => println!("the printed pages stay PDF: {error:#}"),
    }
    println!("{} files in {}", files(&folder)?.len(), folder.display());
    taken
}

/// Draws each page of each PDF, beside it.
fn draw(folder: &Path) -> Result<()> {
    for pdf in files(folder)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "pdf")) {
        let mut pages = pdf.with_extension("").into_os_string();
        pages.push("-page");
        run_command(Command::new("pdftoppm").args(["-png", "-r", RESOLUTION]).arg(pdf).arg(pages))?;
    }
    Ok(())
}

//! `cargo xtask territory`: the committed files of the territory, made from the package and checked; how
//! well they are searched; and what every EPCI would pay.

mod bills;
mod figures;
mod files;
mod package;

use ::territory::Territory;
use ::territory::check::{self, Counts, EXPECTED};
use anyhow::{Context as _, Result, bail, ensure};

use crate::args::Args;
use crate::project::Project;
use files::Files;

/// Runs `territory`, `territory --check` or `territory --bills`.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let (compare, price) = (args.flag("--check"), args.flag("--bills"));
    args.finish()?;
    match (compare, price) {
        (false, false) => make(project),
        (true, false) => self::compare(project),
        (false, true) => bills::print(project),
        (true, true) => bail!("--check and --bills are two commands"),
    }
}

/// Makes the files, and says how large they are and how well they are searched.
fn make(project: &Project) -> Result<()> {
    let files = package::files()?;
    let territory = checked(&files)?;
    files.write(project)?;
    print!("{}", figures::of(&files, &territory)?);
    Ok(())
}

/// Fails when the committed files are not what the package gives.
pub fn compare(project: &Project) -> Result<()> {
    let made = package::files()?;
    checked(&made)?;
    let committed = Files::read(project)?;
    if let Some(difference) = made.difference(&committed) {
        bail!("{difference}\n`cargo xtask territory` makes them again");
    }
    println!("territory/data/ is what the package gives");
    Ok(())
}

/// The territory of these files, once all that can be checked of them is.
fn checked(files: &Files) -> Result<Territory<'_>> {
    let territory = check::read(&files.epci, &files.communes, &files.former).context("the package is refused")?;
    let counts = Counts::of(&territory);
    ensure!(counts == EXPECTED, "the package has {counts:?}, expected {EXPECTED:?}");
    Ok(territory)
}

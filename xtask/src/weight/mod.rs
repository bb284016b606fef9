//! `cargo xtask weight`: what a first visit transfers before its first answer, and with the application, and the
//! ceilings of both; and what is fetched when asked for, or once the page rests, to be kept for later.

mod bill;
mod measure;

use anyhow::Result;

use crate::args::Args;
use crate::offline;
use crate::pages as built_pages;
use crate::parts;
use crate::project::Project;
use bill::{Bill, Line, kilobytes};

/// How the paths begin, in `dist/`, of the files that only a click fetches, or a page at rest, the static
/// pages and the open data aside: a first visit's answers do without them.
const LAZY: &[&str] = &[parts::PREFIX, "note-", "pages-", "routes-", "offline-", "manifest.", "icone", offline::WORKER];

/// Weighs the built page.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    args.finish()?;
    check(project)
}

/// What may come before the first answer, in bytes.
const ANSWER: u64 = 65_000;

/// What may come with the application, which every visit that stays fetches next.
const WHOLE: u64 = 120_000;

/// Prints what the built page weighs; fails when it is too heavy.
pub fn check(project: &Project) -> Result<()> {
    let (whole, later) = visit(project)?;
    let answer = Bill::new(whole.iter().filter(|line| !is_lazy(line)).cloned().collect());
    let whole = Bill::new(whole);
    println!("before the first answer:\n{}", answer.table());
    println!(
        "with the application, which comes next: {} (ceilings {} and {})\n",
        whole.weight(),
        kilobytes(ANSWER),
        kilobytes(WHOLE)
    );
    let later = Bill::new(later);
    println!("fetched when asked for, and kept for later once the page rests:\n{}", later.table());
    answer.check(ANSWER).and(whole.check(WHOLE))
}

/// Weighs each file of a first visit, the application that follows its first answers included.
pub fn first_visit(project: &Project) -> Result<Vec<Line>> {
    Ok(visit(project)?.0)
}

/// The files of a first visit, and the others.
fn visit(project: &Project) -> Result<(Vec<Line>, Vec<Line>)> {
    Ok(measure::folder(&project.dist())?.into_iter().partition(|line| !is_lazy(line) || is_application(line)))
}

/// Whether a file is the application.
fn is_application(line: &Line) -> bool {
    line.name.starts_with(&format!("{}{}-", parts::PREFIX, parts::APPLICATION))
}

/// Tells whether a first visit does without a file.
fn is_lazy(line: &Line) -> bool {
    let of_page = |page: &&str| line.name.strip_prefix(page).is_some_and(|rest| rest.starts_with('.'));
    LAZY.iter().any(|start| line.name.starts_with(start))
        || built_pages::FIXED.contains(&line.name.as_str())
        || ::pages::NAMES.iter().any(of_page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_visit_does_without_parts_pages_and_open_data() {
        let lazy = |name: &str| is_lazy(&Line { name: name.to_owned(), raw: 0, brotli: 0 });
        for name in [
            "part-chart-0123.wasm",
            "embed.js",
            "note-0.css",
            "pages-0.css",
            "pages-1.js",
            "routes-2.js",
            "offline-3.js",
            "sw.js",
            "glossaire.html",
            "catalogue.csv",
        ] {
            assert!(lazy(name), "{name}");
        }
        for name in ["index.html", "simulateur-0_bg.wasm", "simulateur-1.css", "shell-2.js", "catalogues-3.js"] {
            assert!(!lazy(name), "{name}");
        }
    }
}

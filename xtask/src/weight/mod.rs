//! `cargo xtask weight`: what a first visit transfers before its answers, and its ceiling; and what is fetched
//! when asked for, or once the page rests, to be kept for later.

mod bill;
mod measure;

use anyhow::Result;

use crate::args::Args;
use crate::offline;
use crate::pages as built_pages;
use crate::parts;
use crate::project::Project;
use bill::{Bill, Line};

/// How the paths begin, in `dist/`, of the files that only a click fetches, or a page at rest, the static
/// pages and the open data aside: a first visit's answers do without them.
const LAZY: &[&str] = &[parts::PREFIX, "note-", "pages-", "routes-", "offline-", "manifest.", "icone", offline::WORKER];

/// Weighs the built page.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    args.finish()?;
    check(project)
}

/// Prints what the built page weighs; fails when it is too heavy.
pub fn check(project: &Project) -> Result<()> {
    let (lazy, first): (Vec<_>, Vec<_>) = measure::folder(&project.dist())?.into_iter().partition(is_lazy);
    let bill = Bill::new(first);
    let later = Bill::new(lazy);
    print!("{bill}\nfetched when asked for, or once the page rests:\n{}", later.table());
    println!("kept for later, after the answers: all of it, {}", later.weight());
    bill.check()
}

/// Weighs each file of a first visit.
pub fn first_visit(project: &Project) -> Result<Vec<Line>> {
    Ok(measure::folder(&project.dist())?.into_iter().filter(|line| !is_lazy(line)).collect())
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

//! The style of the page, joined into one file: a first visit asks for it once.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;

/// The layers' files, in the order of `style/index.css`, which comes first; the host's colours are
/// tokens.
const FILES: &[&str] = &[
    "style/index",
    "host/colours",
    "style/tokens",
    "style/base",
    "style/fields",
    "style/shell",
    "style/start",
    "style/annexes",
    "style/worksheet",
    "style/grid",
    "style/views",
    "style/cards",
    "style/print",
];

/// The files of the layer `pages`, which only the static pages link (see [`crate::pages`]).
const PAGES: &[&str] = &[
    "style/pages/text",
    "style/pages/values",
    "style/pages/contents",
    "style/pages/prices",
    "style/pages/letter",
    "style/pages/hypotheses",
    "style/pages/print",
];

/// The style of what is printed, fetched with the estimate: the page asks for it under its name in `dist/`.
pub const NOTE: &str = "style/note.css";

/// What index.html links, relative to the root of the clone.
const JOINED: &str = "target/simulateur.css";

/// Joins the files of `style/` where index.html looks for them.
pub fn join(project: &Project) -> Result<()> {
    let style = joined(project.root(), FILES)?;
    let file = project.root().join(JOINED);
    fs::create_dir_all(file.parent().unwrap_or(project.root())).context("target/ cannot be made")?;
    fs::write(&file, style).with_context(|| format!("{JOINED} cannot be written"))
}

/// The style of the static pages.
pub fn of_pages(root: &Path) -> Result<String> {
    joined(root, PAGES)
}

fn joined(root: &Path, files: &[&str]) -> Result<String> {
    let mut style = String::new();
    for name in files {
        let file = root.join(name).with_extension("css");
        style += &fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    }
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layer_of_the_order_has_its_file() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let style = joined(&folder, FILES).unwrap() + &of_pages(&folder).unwrap();
        let order = style.lines().find_map(|line| line.strip_prefix("@layer ")?.strip_suffix(';')).unwrap();
        for layer in order.split(", ") {
            assert!(style.contains(&format!("@layer {layer} {{")), "{layer}");
        }
        // Every token that is used is given.
        for used in style.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()) {
            assert!(style.contains(&format!("{used}:")), "{used}");
        }
    }
}

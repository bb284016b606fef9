//! `cargo xtask single-file`: the built page as one file, which works by double click.
//!
//! It is made from `dist/`, so it is the very page that is tested and published: its style and scripts stand
//! in the document, its wasm and its pages behind them, packed (see `shell/single.js`). Nothing is compiled anew.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::args::Args;
use crate::build;
use crate::compress::gzip;
use crate::folder::files;
use crate::pages::{save, text};
use crate::parts;
use crate::project::Project;
use crate::server::mime;

/// Where the file is, in Cargo's target folder.
const NAME: &str = "simulateur.html";

/// What a page opened from a disk does not do, and this one does: show other pages beside the application.
const ON_DISK: &str = "if (location.protocol === 'file:') return;";

/// Builds the page, then the file, and says where it is and what it weighs.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    args.finish()?;
    build::page(project)?;
    let file = project.target().join(NAME);
    write(project, &file)?;
    let bytes = fs::metadata(&file).context("the file is gone")?.len();
    println!("{}: {}.{:02} MB", file.display(), bytes / 1_000_000, bytes % 1_000_000 / 10_000);
    Ok(())
}

/// Makes the page, as it is built, one file.
pub fn write(project: &Project, file: &Path) -> Result<()> {
    save(file, &document(project.root(), &project.dist())?)
}

fn document(root: &Path, dist: &Path) -> Result<String> {
    let all = files(dist)?;
    let styles = ["simulateur-", "pages-", "note-"].map(|start| text(one(&all, start, ".css")?));
    let style = styles.into_iter().collect::<Result<String>>()?;
    ensure!(!style.contains("</style"), "the style would end early");
    let mut document = pages::alone(&text(&dist.join("index.html"))?, &style)?;
    for path in all.iter().filter(|path| is_fetched(path)) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(path).with_context(|| format!("{name} cannot be read"))?;
        let packed = STANDARD.encode(gzip(&bytes)?);
        let kind = mime::of(path);
        document +=
            &format!("<script type=\"text/plain\" data-file=\"{name}\" data-type=\"{kind}\">{packed}</script>\n");
    }
    let shell = text(&root.join("shell/shell.js"))?;
    ensure!(shell.contains(ON_DISK), "shell.js no longer says what it leaves out on a disk");
    // What it would fetch to show pages is here already: nothing more comes of that address.
    document += &script("data-shell=\"data:text/javascript,\"", &shell.replace(ON_DISK, ""))?;
    document += &script("", &text(&root.join("shell/single.js"))?)?;
    let routes = text(&root.join("shell/routes.js"))?;
    document += &script("", &format!("((fetch) => {{\n{routes}\n}})(inside);"))?;
    document += &script("", &text(&root.join("shell/pages.js"))?)?;
    let wasm = one(&all, "simulateur-", ".wasm")?.file_name().unwrap_or_default().to_string_lossy();
    document += &script("type=\"module\"", &start(&text(one(&all, "simulateur-", ".js")?)?, &wasm)?)?;
    Ok(document)
}

/// The glue of the page, which finds its files inside, and its start.
fn start(glue: &str, wasm: &str) -> Result<String> {
    let (_, rest) = glue.rsplit_once("export default ").context("the glue exports no start")?;
    let is_name = |letter: &char| letter.is_alphanumeric() || *letter == '_' || *letter == '$';
    let name: String = rest.chars().take_while(is_name).collect();
    ensure!(!name.is_empty() && !["function", "async"].contains(&name.as_str()), "the glue's start has no name");
    Ok(format!("const fetch = inside;\n{glue}\nawait {name}({{ module_or_path: inside('{wasm}') }});"))
}

/// A script that stands in the document.
fn script(attributes: &str, text: &str) -> Result<String> {
    // Either would end it, or keep it from ending.
    ensure!(!text.contains("</script") && !text.contains("<!--"), "a script holds what a document cannot");
    Ok(format!("<script {attributes}>\n{text}\n</script>\n"))
}

/// What the page fetches by itself: the wasm and its parts, the pages and the open data.
fn is_fetched(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let of_page = |page: &&str| name.strip_prefix(*page).is_some_and(|rest| rest.starts_with('.'));
    let is_packed = path.extension().is_some_and(|end| end == "br" || end == "gz");
    let is_wasm = path.extension() == Some(OsStr::new("wasm"));
    !is_packed && (is_wasm || name.starts_with(parts::PREFIX) || ::pages::NAMES.iter().any(of_page))
}

/// The one file of that start and end.
fn one<'a>(files: &'a [PathBuf], start: &str, end: &str) -> Result<&'a Path> {
    let is_it = |path: &&PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(start) && name.ends_with(end)
    };
    match files.iter().filter(is_it).collect::<Vec<_>>()[..] {
        [file] => Ok(file),
        ref found => bail!("{} files {start}…{end} in dist/, 1 was expected", found.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_starts_by_the_name_that_it_exports() {
        let started = start("const a=1;export{b as initSync};export default c;", "x.wasm").unwrap();
        assert!(started.starts_with("const fetch = inside;\n"), "{started}");
        assert!(started.ends_with("\nawait c({ module_or_path: inside('x.wasm') });"), "{started}");
        assert!(start("export default async function(){}", "x.wasm").is_err());
        assert!(start("const a=1;", "x.wasm").is_err());
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        assert!(script("", "a('</script>')").is_err());
        assert!(script("", "a()").unwrap().contains("\na()\n"));
    }

    #[test]
    fn what_is_fetched_stands_inside_once() {
        let is = |name: &str| is_fetched(Path::new(name));
        assert!(is("simulateur-0_bg.wasm") && is("part-a.wasm") && is("glossaire.html") && is("catalogue.csv"));
        assert!(!is("index.html") && !is("sw.js") && !is("part-a.wasm.br") && !is("simulateur-0.js"));
    }
}

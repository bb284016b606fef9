//! The static pages and the open data, written beside the built application.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use pages::{Assets, Glossary, Host, Site, Weight, opendata};

use crate::catalogue;
use crate::fingerprint::named;
use crate::minify;
use crate::offline::{self, Offline};
use crate::process::output;
use crate::project::{PAGE_PACKAGE, Project};
use crate::style;
use crate::today::today;
use crate::weight;

/// Scripts that other sites, old browsers or the shell ask for by name.
pub const FIXED: [&str; 3] = ["embed.js", "framed.js", "old.js"];

/// Writes every page into `dist/`, whose `index.html` is the shell of them all; they fetch what keeps
/// the site offline, or do without.
pub fn write(project: &Project, offline: Offline) -> Result<()> {
    let root = project.root();
    let dist = project.dist();
    let host = host(root)?;
    let glossary = Glossary::read(&text(&root.join("pages/glossary.toml"))?).context("pages/glossary.toml")?;
    let catalogue = catalogue::read_folder(&root.join("catalogue"))?;
    let day = today();
    let edition = catalogue.in_force(&day).context("the catalogue has no edition")?;

    let index = dist.join("index.html");
    let routes = hashed(root, &dist, "shell/routes.js")?;
    let late = match offline {
        Offline::Kept => Some(hashed(root, &dist, offline::SCRIPT)?),
        Offline::Retired => None,
    };
    let scripts: Vec<&str> = [&routes].into_iter().chain(&late).map(String::as_str).collect();
    let shell = pages::fill(&text(&index)?, &host, &scripts.join(" "), &first_view(project, &day)?)?;
    save(&index, &shell)?;
    for name in FIXED {
        save(&dist.join(name), &text(&root.join("shell").join(name))?)?;
    }
    hashed(root, &dist, style::NOTE)?;
    let css = style::of_pages(root)?;
    let css_name = named("pages", css.as_bytes(), "css");
    save(&dist.join(&css_name), &css)?;
    let js = hashed(root, &dist, "shell/pages.js")?;
    save(&dist.join("catalogue.json"), &opendata::json(edition))?;
    save(&dist.join("catalogue.csv"), &opendata::csv(edition)?)?;
    // Weighed last, when what a first visit transfers is as it will be.
    let weights = weights(project)?;
    let site = Site { edition, host: &host, glossary: &glossary, weights: &weights, day: &day };
    let assets = Assets { css: &css_name, js: &js, late: late.as_deref() };
    for page in pages::all(site) {
        let html = pages::dress(&shell, &page, &host, assets)?;
        save(&dist.join(format!("{}.html", page.name)), &html)?;
    }
    Ok(())
}

/// What the application shows first, and what stands below, as HTML: the page's own components, compiled for this
/// machine, write it.
fn first_view(project: &Project, day: &str) -> Result<[String; 2]> {
    let html = output(project.cargo().args(["run", "--quiet", "--package", PAGE_PACKAGE, "--", day]))?;
    let (look, below) = html.split_once('\0').context("the page did not write its first view in two")?;
    Ok([look.to_owned(), below.to_owned()])
}

/// What the host knows; says what it has not written yet.
pub fn host(root: &Path) -> Result<Host> {
    let host = Host::read(&text(&root.join("host/host.toml"))?).context("host/host.toml")?;
    for key in host.missing() {
        eprintln!("warning: host/host.toml: `{key}` is missing, the pages read « {} »", host.text(key));
    }
    Ok(host)
}

fn weights(project: &Project) -> Result<Vec<Weight>> {
    let lines = weight::first_visit(project)?;
    Ok(lines.into_iter().map(|line| Weight { name: line.name, raw: line.raw, brotli: line.brotli }).collect())
}

/// The name under which a file is published in `dist/`: it changes with its content.
pub fn hashed_name(root: &Path, path: &str) -> Result<String> {
    Ok(published(root, path)?.0)
}

/// Publishes a file there, and gives that name.
fn hashed(root: &Path, dist: &Path, path: &str) -> Result<String> {
    let (name, content) = published(root, path)?;
    save(&dist.join(&name), &content)?;
    Ok(name)
}

/// A file of the sources as it is published, scripts minified; its name first.
fn published(root: &Path, path: &str) -> Result<(String, String)> {
    let (file, extension) = path.rsplit_once('.').with_context(|| format!("{path} has no extension"))?;
    let mut content = text(&root.join(path))?;
    if extension == "js" {
        content = minify::script(&content).with_context(|| format!("{path} cannot be minified"))?;
    }
    let stem = file.rsplit('/').next().unwrap_or(file);
    Ok((named(stem, content.as_bytes(), extension), content))
}

/// What a file says.
pub fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Writes a file.
pub fn save(path: &Path, content: &str) -> Result<()> {
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

//! The static pages and the open data of the catalogue in this clone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod dressed;
mod links;
mod prices;

use engine::Catalogue;
use engine::catalogue::Edition;
use engine::reading::{EditionFiles, read};
use pages::{Glossary, Host, Page, Site, Weight};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let editions = entries(&root().join("catalogue")).into_iter().filter(|path| path.is_dir());
    let files = editions.flat_map(|edition| entries(&edition));
    let files = files.map(|path| (path.clone(), fs::read_to_string(path).unwrap()));
    read(&EditionFiles::group(files)).unwrap()
});

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn edition() -> &'static Edition {
    CATALOGUE.newest().unwrap()
}

fn host() -> Host {
    Host::read(&fs::read_to_string(root().join("host/host.toml")).unwrap()).unwrap()
}

/// Every page, for a host.
fn pages_of(host: &Host) -> Vec<Page> {
    let glossary = Glossary::read(&fs::read_to_string(root().join("pages/glossary.toml")).unwrap()).unwrap();
    let weights = [Weight { name: "app.wasm".into(), raw: 2_345, brotli: 1_234 }];
    pages::all(Site { edition: edition(), host, glossary: &glossary, weights: &weights, day: "2026-11-23" })
}

fn page(name: &str) -> String {
    let pages = pages_of(&host());
    plain(&pages.into_iter().find(|page| page.name == name).unwrap().main.0)
}

/// The same text with plain spaces only before the signs that French keeps with their words.
fn plain(text: &str) -> String {
    ["?", "!", ":", ";", "»", "%"]
        .iter()
        .fold(text.replace("«\u{a0}", "« "), |text, sign| text.replace(&format!("\u{a0}{sign}"), &format!(" {sign}")))
}

/// What stands between a text and the next occurrence of another.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end).map_or(rest, |(inside, _)| inside))
}

#[test]
fn every_page_says_its_edition_its_day_and_its_title_once() {
    let pages = pages_of(&host());
    assert_eq!(pages.iter().map(|page| page.name).collect::<Vec<_>>(), pages::NAMES);
    for page in pages {
        let main = page.main.into_string();
        assert!(main.contains(&edition().act), "{}", page.name);
        assert!(main.contains("20\u{a0}mai\u{a0}2021") && main.contains("23\u{a0}novembre\u{a0}2026"), "{}", page.name);
        assert_eq!(main.matches("<h1 tabindex=\"-1\">").count(), 1, "{}", page.name);
        assert_eq!(main.matches("<h1").count(), 1, "{}", page.name);
    }
}

#[test]
fn the_ledger_is_whole_and_each_question_is_ready_to_send() {
    let main = page("hypotheses");
    for entry in &edition().ledger {
        let section = between(&main, &format!("<h2 id=\"{}\"", entry.id), "</section>").unwrap();
        let letter = between(section, "<blockquote", "</blockquote>").unwrap();
        assert!(section.contains(&escaped(&entry.touches)));
        for text in [&entry.question, &entry.taken].into_iter().chain(&entry.other) {
            let text = plain(&escaped(text));
            assert!(section.matches(&text).count() >= 2 && letter.contains(&text), "{text}");
        }
    }
}

#[test]
fn without_an_audit_nothing_is_claimed() {
    let main = page("accessibilite");
    assert!(main.contains("<strong>non conforme</strong>") && main.contains("l'audit n'a pas été réalisé"));
    let audit = "[accessibility]\nstatus = \"partiellement conforme\"\ndate = \"2027-01-31\"\nauditor = \"Une agence\"";
    let pages = pages_of(&Host::read(audit).unwrap());
    let main = &pages.iter().find(|page| page.name == "accessibilite").unwrap().main.0;
    assert!(main.contains("<strong>partiellement conforme</strong>") && main.contains("Une agence"));
    assert!(!main.contains("non conforme") && !main.contains("n'a pas été réalisé"));
}

#[test]
fn weights_are_those_measured() {
    let main = page("ecoconception");
    assert!(main.contains("2,3\u{a0}ko") && main.contains("1,2\u{a0}ko"), "{main}");
}

/// A text as HTML holds it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

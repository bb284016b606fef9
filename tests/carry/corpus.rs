//! `tests/links/`: links of every released form. They must open for ever: whoever changes what is written
//! adds links there, and changes none.

use crate::on_a_page;
use engine::Request;
use simulateur::carrying::of_link;
use simulateur::form::read;
use std::fs;
use std::path::{Path, PathBuf};

/// What a file of the folder says.
struct Kept {
    link: String,
    notes: Vec<String>,
    request: Request,
}

fn kept(path: &Path) -> Kept {
    let text = fs::read_to_string(path).unwrap();
    let lines = |word: &str| -> Vec<String> {
        text.lines().filter_map(|line| line.strip_prefix(word)).map(|rest| rest.trim().to_owned()).collect()
    };
    let link = lines("link:").into_iter().next().unwrap_or_else(|| panic!("{}: no link", path.display()));
    let (_, request) = text.split_once("request:").unwrap_or_else(|| panic!("{}: no request", path.display()));
    let request = serde_json::from_str(request).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Kept { link, notes: lines("note:"), request }
}

fn paths() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|it| it == "txt")).collect();
    paths.sort();
    paths
}

#[test]
fn every_link_that_was_ever_written_opens() {
    let paths = paths();
    assert!(paths.len() >= 16, "{}: a link was taken away", paths.len());
    for path in paths {
        let kept = kept(&path);
        on_a_page(|state| {
            let found = of_link(&kept.link, state).unwrap_or_else(|refusal| panic!("{}: {refusal}", path.display()));
            let request = read(&found.form, state.edition).request;
            // A year later the populations are others; then that is said, and the rest still holds.
            let is_republished = |note: &String| note.starts_with("Les communes ou les populations publiées");
            let notes: Vec<String> = found.notes.iter().filter(|note| !is_republished(note)).map(plain).collect();
            let expected: Vec<String> = kept.notes.iter().filter(|note| !is_republished(note)).map(plain).collect();
            assert_eq!(notes, expected, "{}", path.display());
            if found.notes.iter().any(is_republished) {
                let without_figures =
                    |request: &Request| Request { bodies: Vec::new(), values: Default::default(), ..request.clone() };
                assert_eq!(without_figures(&request), without_figures(&kept.request), "{}", path.display());
            } else {
                assert_eq!(request, kept.request, "{}", path.display());
            }
        });
    }
}

/// The version that is written has every section and every mark of its grammar (`dossier/src/link.rs`) in a link
/// that opens without a note: none of them can be read otherwise unnoticed.
#[test]
fn every_section_of_the_released_form_is_in_the_corpus() {
    let exact: Vec<Kept> = paths().iter().map(|path| kept(path)).filter(|kept| kept.notes.is_empty()).collect();
    let sections: Vec<&str> = exact.iter().flat_map(|kept| kept.link.split(';')).collect();
    let is_there =
        |key: &str| sections.iter().any(|section| section.split_once('=').is_some_and(|(own, _)| own == key));
    for key in ["e", "v", "w", "q", "a", "d", "m", "c", "f", "s", "r", "t", "b", "k"] {
        assert!(is_there(key), "no exact link has a section `{key}`");
    }
    let rows = sections.iter().filter_map(|section| section.split_once('=')).filter(|(key, _)| key.len() == 5);
    let marks: Vec<&str> = rows.flat_map(|(_, marks)| marks.split(':')).collect();
    for mark in ["n", "h", "m", "p", "k", "c", "o"] {
        assert!(marks.iter().any(|own| own.starts_with(mark)), "no exact link has a mark `{mark}`");
    }
}

/// Without the spaces that do not break.
fn plain(text: impl AsRef<str>) -> String {
    text.as_ref().replace(['\u{a0}', '\u{202f}'], " ")
}

//! What must hold of any text that comes from outside: nothing stops, what is opened is within its limits and
//! says what it lost, and what is written of it reads the same.
//!
//! The fuzzer and the ordinary tests both compile this file, each beside a `shelf` of its own.

use crate::shelf::Shelf;
use dossier::{Dossier, Known, LONGEST_NAME, LONGEST_TEXT, MOST_ROWS, MOST_SERVICES, MOST_VALUES};
use engine::french::{NotANumber, number as written, parse_number};
use engine::reading::{EditionFiles, read};
use engine::{Catalogue, Request, estimate};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use territory::Territory;

/// The longest sentence that is said of a link or a file, in characters.
const LONGEST_NOTE: usize = 600;

/// A target, by its name.
pub type Target = (&'static str, fn(&str));

/// Every target.
pub const ALL: [Target; 5] =
    [("link", link), ("file", file), ("shelf", shelf), ("number", number), ("catalogue", catalogue)];

/// A link, which is also how a draft is kept.
pub fn link(text: &str) {
    let known = known();
    let Ok(opened) = dossier::link::open(text, &known) else { return };
    within_limits(&opened.dossier);
    shown(opened.notes.iter().map(ToString::to_string));
    again(&opened.dossier, &known);
}

/// A file, of the simulator or a bare request.
pub fn file(text: &str) {
    let known = known();
    match dossier::file::open(text, &known) {
        Err(refusal) => shown([refusal.to_string()]),
        Ok(file) => {
            within_limits(&file.opened.dossier);
            shown(file.opened.notes.iter().map(ToString::to_string));
            again(&file.opened.dossier, &known);
            estimate(known.catalogue, &file.request);
            let (text, _) = dossier::file::write(&file.opened.dossier, &file.request, &known);
            let reopened = dossier::file::open(&text, &known).expect("a file that was written opens");
            assert_eq!(reopened.opened.dossier, file.opened.dossier);
        }
    }
}

/// The scenarios kept in the browser.
pub fn shelf(text: &str) {
    let Ok(reading) = Shelf::read(text) else { return };
    for scenario in reading.shelf.all() {
        shown([scenario.name.clone()]);
    }
    let again = Shelf::read(&reading.shelf.write()).expect("a text of this version");
    assert!(again.unread.is_empty(), "{:?}", again.unread);
    assert_eq!(again.shelf, reading.shelf);
}

/// What is typed in a field of numbers.
pub fn number(text: &str) {
    for unit in ["", "€", "Go", "habitants"] {
        if let Ok(Some(value)) = parse_number(text, unit) {
            // `99999999999999999999 M€`, written out, has more digits than are read.
            let again = parse_number(&written(value), unit);
            assert!(again == Ok(Some(value)) || again == Err(NotANumber::TooLong), "{text:?} in {unit}: {again:?}");
        }
    }
}

/// The files of a price list: the text stands in place of the one that its first character names.
pub fn catalogue(text: &str) {
    let mut letters = text.chars();
    let Some(chosen) = letters.next() else { return };
    let mut files = sources().clone();
    let count = u32::try_from(files.len()).expect("a few files");
    let place = usize::try_from(u32::from(chosen) % count).expect("one of them");
    letters.as_str().clone_into(&mut files[place].1);
    match read(&EditionFiles::group(files)) {
        Ok(catalogue) => drop(estimate(&catalogue, &Request::default())),
        Err(faults) => assert!(!faults.to_string().is_empty()),
    }
}

fn within_limits(dossier: &Dossier) {
    assert!(dossier.rows.len() <= MOST_ROWS);
    assert!(dossier.services.len() <= MOST_SERVICES && dossier.values.len() <= MOST_VALUES);
    for row in &dossier.rows {
        assert!(row.name.chars().count() <= LONGEST_NAME);
        for text in [&row.name, &row.inhabitants, &row.municipal, &row.part] {
            assert!(text.chars().all(is_seen), "{text:?}");
        }
    }
    for (_, answer) in &dossier.values {
        let text = answer.text();
        assert!(text.chars().count() <= LONGEST_TEXT && text.chars().all(is_seen), "{text:?}");
    }
}

/// What is put on the page has an end, and reads as it is written.
fn shown(sentences: impl IntoIterator<Item = String>) {
    for sentence in sentences {
        assert!(sentence.chars().count() <= LONGEST_NOTE, "too long: {sentence}");
        assert!(sentence.chars().all(is_seen), "{sentence:?}");
    }
}

fn is_seen(letter: char) -> bool {
    let turns =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !letter.is_control() && !turns
}

/// A link of what was opened says all of it.
fn again(dossier: &Dossier, known: &Known<'_>) {
    let link = dossier::link::write(dossier, known);
    assert_eq!(link.notes, [], "{}", link.text);
    let opened = dossier::link::open(&link.text, known).expect("a link that was written opens");
    assert_eq!((&opened.dossier, opened.notes.as_slice()), (dossier, &[][..]), "{}", link.text);
}

fn known() -> Known<'static> {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    let catalogue = CATALOGUE.get_or_init(|| match read(&EditionFiles::group(sources().clone())) {
        Ok(catalogue) => catalogue,
        Err(faults) => panic!("{faults}"),
    });
    let edition = catalogue.newest().expect("an edition");
    Known { catalogue, edition, territory: Territory::embedded().expect("the territory") }
}

/// The files of every edition.
fn sources() -> &'static Vec<(PathBuf, String)> {
    static SOURCES: OnceLock<Vec<(PathBuf, String)>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().find(|folder| folder.join("catalogue").is_dir()).expect("the clone");
        let mut files = Vec::new();
        for edition in entries(&root.join("catalogue")).into_iter().filter(|path| path.is_dir()) {
            files.extend(entries(&edition).into_iter().map(|path| {
                let text = fs::read_to_string(&path).expect("a text");
                (path, text)
            }));
        }
        files
    })
}

/// What a folder holds, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

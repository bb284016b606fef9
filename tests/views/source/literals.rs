//! The strings and numbers written in Rust beside the price list: all but those of tests.

use rust_decimal::Decimal;
use std::fs;
use std::path::{Path, PathBuf};

/// A literal of the source: its file, its line and its text.
pub struct Literal {
    pub place: String,
    pub text: String,
}

/// The source of all that says an amount: on the page, on the static pages, in files.
const SOURCES: &[&str] = &["src", "pages/src", "engine/src", "sheets/src", "dossier/src", "territory/src"];

/// Every literal of these sources, their own tests left out.
pub fn literals() -> Vec<Literal> {
    let files = files(SOURCES, &["rs"]);
    assert!(files.len() > 150, "{files:?}");
    let literals = |file: &PathBuf| {
        let source = fs::read_to_string(file).unwrap();
        let used = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        scan(&file.display().to_string(), used)
    };
    files.iter().flat_map(literals).collect()
}

/// The files of these folders that have one of these extensions.
pub fn files(folders: &[&str], extensions: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    folders.iter().for_each(|folder| walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files));
    let is_wanted = |path: &PathBuf| path.extension().is_some_and(|own| extensions.iter().any(|it| own == *it));
    files.into_iter().filter(is_wanted).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// The strings and numbers of a source file, its comments and characters left out.
fn scan(file: &str, source: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let line = source[..source.len() - rest.len()].matches('\n').count() + 1;
        let mut keep = |text: &str| found.push(Literal { place: format!("{file}:{line}"), text: text.to_owned() });
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("r\"") || rest.starts_with("r#") {
            let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
            let end = format!("\"{}", "#".repeat(hashes));
            let start = 2 + hashes;
            let length = rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len());
            keep(&rest[1 + hashes..length - hashes]);
            length
        } else if c == '"' {
            let mut escaped = false;
            let close = rest[1..].find(|c: char| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let length = close.map_or(rest.len(), |at| at + 2);
            keep(&rest[..length]);
            length
        } else if c == '\'' {
            character(rest)
        } else if c.is_ascii_digit() {
            let length =
                rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
            keep(&rest[..length]);
            length
        } else if c.is_alphabetic() || c == '_' {
            rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    found
}

/// The length of a character; of the quote alone when a lifetime follows it.
fn character(rest: &str) -> usize {
    let mut inside = rest[1..].char_indices();
    match inside.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(rest.len(), |at| at + 4),
        Some((_, c)) if rest[1 + c.len_utf8()..].starts_with('\'') => 2 + c.len_utf8(),
        _ => 1,
    }
}

/// The numbers in a literal, spaces and underscores between thousands away, as `1362.91`.
pub fn numbers(text: &str) -> Vec<String> {
    let joined: String = text.chars().filter(|c| !['\u{202f}', '\u{a0}', '_'].contains(c)).collect();
    let parts = joined.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
    let plain = parts.map(|part| part.trim_matches(['.', ',']).replace(',', "."));
    plain.filter_map(|part| part.parse::<Decimal>().ok()).map(|n| n.normalize().to_string()).collect()
}

#[test]
fn literals_are_found_where_they_are() {
    let source = "let a = \"un \\\" deux\"; // \"not me\"\n/* \"nor me\" */ let b = r#\"tr\"ois\"#; let c: &'static str = '\"'; f(1_500.50)";
    let found: Vec<String> = scan("f", source).into_iter().map(|literal| literal.place + " " + &literal.text).collect();
    assert_eq!(found, ["f:1 \"un \\\" deux\"", "f:2 \"tr\"ois\"", "f:2 1_500.50"]);
    assert_eq!(numbers("\"de 1\u{202f}362,91 à 5_000\""), ["1362.91", "5000"]);
}

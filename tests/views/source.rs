//! No amount and no label of the price list stands in the page's source: they are the catalogue's.

use engine::catalogue::{Edition, FieldKind, Node, Rule};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Shorter words ("Commune", "Gratuit") may well be the page's own.
const SHORTEST_LABEL: usize = 12;
const SHORTEST_AMOUNT: usize = 4;

/// A literal of the source: its file, its line and its text.
struct Literal {
    place: String,
    text: String,
}

#[test]
fn no_label_of_the_list_stands_in_the_source() {
    let labels = labels(edition());
    assert!(labels.len() > 150, "{}", labels.len());
    let texts = literals().into_iter().filter(|literal| literal.text.starts_with('"'));
    let offenders: Vec<String> = texts
        .flat_map(|literal| {
            let found = labels.iter().filter(|label| folded(&literal.text).contains(&folded(label)));
            found.map(|label| format!("{}: « {label} »", literal.place)).collect::<Vec<_>>()
        })
        .collect();
    assert!(offenders.is_empty(), "labels of the price list in src/:\n{}", offenders.join("\n"));
}

#[test]
fn no_amount_and_no_bound_of_the_list_stands_in_the_source() {
    let amounts = amounts(edition());
    assert!(amounts.len() > 80, "{}", amounts.len());
    let offenders: Vec<String> = literals()
        .into_iter()
        .flat_map(|literal| numbers(&literal.text).into_iter().map(move |number| (literal.place.clone(), number)))
        .filter(|(_, number)| amounts.contains(number))
        .map(|(place, number)| format!("{place}: {number}"))
        .collect();
    assert!(offenders.is_empty(), "amounts of the price list in src/:\n{}", offenders.join("\n"));
}

#[test]
fn literals_are_found_where_they_are() {
    let source = "let a = \"un \\\" deux\"; // \"not me\"\n/* \"nor me\" */ let b = r#\"tr\"ois\"#; let c: &'static str = '\"'; f(1_500.50)";
    let found: Vec<String> = scan("f", source).into_iter().map(|literal| literal.place + " " + &literal.text).collect();
    assert_eq!(found, ["f:1 \"un \\\" deux\"", "f:2 \"tr\"ois\"", "f:2 1_500.50"]);
    assert_eq!(numbers("\"de 1\u{202f}362,91 à 5_000\""), ["1362.91", "5000"]);
}

fn edition() -> &'static Edition {
    simulateur::embedded::catalogue().unwrap().newest().unwrap()
}

/// Every text of the edition that is long enough to be its own.
fn labels(edition: &Edition) -> BTreeSet<&str> {
    let mut all = vec![&edition.title, &edition.act, &edition.reference, &edition.counting_source, &edition.cover_source];
    all.extend(&edition.membership.labels);
    all.extend(edition.vat.iter().map(|vat| &vat.label));
    all.extend(edition.kinds.iter().map(|kind| &kind.label));
    all.extend(edition.families.iter().flat_map(|family| [&family.label, &family.group]));
    all.extend(edition.offers.iter().map(|offer| &offer.label));
    all.extend(edition.annexes.iter().flat_map(|annexe| [&annexe.title, &annexe.note]));
    all.extend(edition.scales.iter().flat_map(|scale| &scale.columns));
    all.extend(edition.ledger.iter().flat_map(|entry| [&entry.question, &entry.taken, &entry.touches]));
    all.extend(edition.ledger.iter().filter_map(|entry| entry.other.as_ref()));
    for field in &edition.fields {
        all.extend([&field.label, &field.help]);
        match &field.kind {
            FieldKind::Number(number) => all.extend([&number.one, &number.many]),
            FieldKind::Choice(choices) => all.extend(choices.iter().map(|choice| &choice.label)),
        }
    }
    for service in &edition.services {
        all.extend([&service.label, &service.note]);
        for price in &service.prices {
            all.extend([&price.label, &price.detail, &price.unit, &price.source]);
            all.extend(price.column_notes.iter().chain(price.parts.iter().map(|part| &part.label)));
            if let Rule::Free(words) | Rule::Quote(words) = &price.rule {
                all.push(words);
            }
        }
    }
    all.into_iter().map(String::as_str).filter(|text| text.chars().count() >= SHORTEST_LABEL).collect()
}

/// Every amount and bound of the edition with enough digits to be its own, as `1362.91`.
fn amounts(edition: &Edition) -> BTreeSet<String> {
    let mut all = Vec::new();
    for price in edition.services.iter().flat_map(|service| &service.prices) {
        match &price.rule {
            Rule::Flat(amount) | Rule::PerUnit(amount, _) => all.push(amount.euros()),
            Rule::Columns(_, amounts, _) => all.extend(amounts.iter().map(|amount| amount.euros())),
            Rule::Grid(grid) => all.extend(grid.cells.iter().flatten().map(|amount| amount.euros())),
            Rule::Free(_) | Rule::Quote(_) => {}
        }
    }
    edition.scales.iter().for_each(|scale| bounds(&scale.tree, &mut all));
    all.extend(edition.counting.iter().map(|rule| rule.from.into()));
    let written = all.iter().map(|amount| amount.normalize().to_string());
    written.filter(|text| text.chars().filter(char::is_ascii_digit).count() >= SHORTEST_AMOUNT).collect()
}

fn bounds(node: &Node, all: &mut Vec<rust_decimal::Decimal>) {
    match node {
        Node::Column(_) | Node::Quote => {}
        Node::Bracket(bracket) => {
            all.extend(&bracket.bounds);
            bracket.then.iter().for_each(|node| bounds(node, all));
        }
        Node::Kinds(arms) => arms.iter().for_each(|arm| bounds(&arm.then, all)),
        Node::Choice(arms) => arms.then.iter().for_each(|node| bounds(node, all)),
    }
}

/// As a reader compares texts: case and the sort of spaces and apostrophes aside.
fn folded(text: &str) -> String {
    text.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'")
}

/// The numbers in a literal, spaces and underscores between thousands away, as `1362.91`.
fn numbers(text: &str) -> Vec<String> {
    let joined: String = text.chars().filter(|c| !['\u{202f}', '\u{a0}', '_'].contains(c)).collect();
    let parts = joined.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
    let plain = parts.map(|part| part.trim_matches(['.', ',']).replace(',', "."));
    plain.filter_map(|part| part.parse::<rust_decimal::Decimal>().ok()).map(|n| n.normalize().to_string()).collect()
}

/// Every literal of `src/`.
fn literals() -> Vec<Literal> {
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 15, "{files:?}");
    files.iter().flat_map(|file| scan(&file.display().to_string(), &fs::read_to_string(file).unwrap())).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
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
            let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
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

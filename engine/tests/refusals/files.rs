//! Whole files: right, absent, twice, or not TOML.

use crate::case::{change, check, faults, first};
use engine::reading::{SourceFile, read};

#[test]
fn the_shipped_files_are_right() {
    assert_eq!(faults(&editions::shipped()), Vec::<String>::new());
}

/// The three mistakes one makes first, with the line one would look for in the editor.
#[test]
fn the_headline_mistakes_name_the_exact_line() {
    let line_of = |file: &str, words: &str| {
        let files = editions::shipped();
        let text = &files.files.iter().find(|source| source.name == file).unwrap().text;
        text.lines().position(|line| line.contains(words)).unwrap() + 1
    };
    let mut files = editions::shipped();
    change(
        &mut files,
        "annexe-2.toml",
        r#"amounts = ["500", "1000", "2000", "3000"]"#,
        r#"amounts = [▸500.0, "1000", "2000", "3000"]"#,
    );
    let line = line_of("annexe-2.toml", r#"["500", "1000", "2000", "3000"]"#);
    assert_eq!(first(&files), format!("annexe-2.toml:{line}:12: {}", a_price!("the float 500.0")));

    let mut files = editions::shipped();
    change(&mut files, "annexe-1.toml", r#"below = ["100", "500", "#, r#"below = [▸"500", "100", "#);
    let line = line_of("annexe-1.toml", r#"below = ["100", "500", "#);
    assert_eq!(
        first(&files),
        format!("annexe-1.toml:{line}:47: bounds out of order: 100 after 500, expected each above the one before"),
    );

    let mut files = editions::shipped();
    change(&mut files, "annexe-2.toml", "source = \"Alerte SMS\"\n", "▸");
    let line = line_of("annexe-2.toml", r#"id = "alerte-sms""#) - 1;
    assert_eq!(
        first(&files),
        format!("annexe-2.toml:{line}:1: `source` is missing, expected the title of the printed table"),
    );
}

#[test]
fn toml_itself() {
    check(&[
        (
            "annexe-2.toml",
            r#"amount = "560.00""#,
            "amount = ▸",
            "string values must be quoted, expected literal string, expected TOML",
        ),
        (
            "annexe-2.toml",
            r#"unit = "connecteur""#,
            r#"unit = "connecteur▸"#,
            "invalid basic string, expected `\"`, expected TOML",
        ),
        ("fields.toml", r#"id = "sms""#, "id = \"sms\"\n▸id = \"sms\"", "duplicate key, expected TOML"),
        (
            "ledger.toml",
            "[[entry]]\nid = \"L5\"",
            "[[entry]▸\nid = \"L5\"",
            "unclosed array table, expected `]`, expected TOML",
        ),
    ]);
}

/// What is wrong with a folder as a whole stands at the top of a file.
#[test]
fn whole_files() {
    let without = |name: &str| {
        let mut files = editions::shipped();
        files.files.retain(|file| !file.name.starts_with(name));
        first(&files)
    };
    let with = |name: &str, text: &str| {
        let mut files = editions::shipped();
        files.files.push(SourceFile::new(name, text));
        first(&files)
    };
    let edited = |from: &str, to: &str| {
        let mut files = editions::shipped();
        change(&mut files, "edition.toml", from, to);
        first(&files)
    };
    let absent = "the file is missing, expected it in the edition's folder";
    let no_edition = read(&[]).map(|_| ()).map_err(|faults| faults.to_string());
    let cases = [
        (without("edition"), format!("2021-05-20/edition.toml:1:1: {absent}")),
        (without("ledger"), format!("2021-05-20/ledger.toml:1:1: {absent}")),
        (without("fields"), format!("2021-05-20/fields.toml:1:1: {absent}")),
        (without("services"), format!("2021-05-20/services.toml:1:1: {absent}")),
        (without("annexe-"), format!("2021-05-20/annexe-1.toml:1:1: {absent}")),
        (without("annexe-1"), "annexe-2.toml:1:1: no [counting], expected one in one of the annexes".to_owned()),
        (
            with("prices.toml", ""),
            "prices.toml:1:1: unknown file `prices.toml`, expected edition, ledger, fields, services or annexe-*"
                .to_owned(),
        ),
        (with("annexe-3.toml", ""), "annexe-3.toml:1:1: `annexe` is missing, expected it in this table".to_owned()),
        (
            edited("[[kind]]\nid = \"autre\"\nlabel = \"Autre établissement public\"", "▸"),
            "edition.toml:1:1: kind `autre` stands not exactly once, expected one [[kind]] for each".to_owned(),
        ),
        (
            edited("id = \"autre\"", "▸id = \"ccas\""),
            "edition.toml:1:1: kind `ccas` stands not exactly once, expected one [[kind]] for each".to_owned(),
        ),
        (no_edition.unwrap_err(), "catalogue:1:1: no edition, expected at least one folder".to_owned()),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

/// The same folder twice would make one of the two unreachable.
#[test]
fn one_edition_stands_once() {
    assert!(read(&[editions::shipped(), editions::shipped()]).is_err());
}

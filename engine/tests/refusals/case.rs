//! One change in one file, and the fault it makes.

use engine::reading::{EditionFiles, Faults, read};

/// A file, the words replaced in it (they stand there once), what replaces them, and the message.
pub type Case<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Where a fault must point.
pub const HERE: char = '▸';

/// What a price written otherwise is told.
macro_rules! a_price {
    ($found:literal) => {
        concat!($found, ", expected a price as a string of digits, such as \"123.45\"")
    };
}

/// What a bound or another number written otherwise is told.
macro_rules! a_number {
    ($found:literal) => {
        concat!($found, ", expected a number as a string of digits, such as \"500\"")
    };
}

/// Makes every case's change and compares the first fault, `file:line:column: message`.
pub fn check(cases: &[Case<'_>]) {
    let wrong: Vec<String> = cases.iter().filter_map(mismatch).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n\n{}", wrong.len(), cases.len(), wrong.join("\n\n"));
}

/// How a case's first fault differs from what it should be.
pub fn mismatch(&(file, from, to, message): &Case<'_>) -> Option<String> {
    let mut files = editions::shipped();
    let expected = format!("{}: {message}", change(&mut files, file, from, to));
    let found = first(&files);
    (found != expected).then(|| format!("expected {expected}\n   found {found}"))
}

/// Replaces words of a file and returns the marked place as `file:line:column`.
pub fn change(files: &mut EditionFiles, file: &str, from: &str, to: &str) -> String {
    let source = files.files.iter_mut().find(|source| source.name == file).expect(file);
    assert_eq!(source.text.matches(from).count(), 1, "{file}: {from}");
    let marked = source.text.replace(from, to);
    let (before, after) = marked.split_once(HERE).expect(to);
    let (line, column) =
        (before.matches('\n').count() + 1, before.chars().rev().take_while(|c| *c != '\n').count() + 1);
    source.text = format!("{before}{after}");
    format!("{file}:{line}:{column}")
}

/// Every fault of an edition.
pub fn faults(files: &EditionFiles) -> Vec<String> {
    match read(std::slice::from_ref(files)) {
        Ok(_) => Vec::new(),
        Err(Faults(faults)) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// The first fault of an edition.
pub fn first(files: &EditionFiles) -> String {
    faults(files).into_iter().next().unwrap_or_else(|| "no fault".to_owned())
}

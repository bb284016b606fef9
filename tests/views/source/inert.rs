//! Where the page's own source could make markup or code of a text.

use super::literals::files;
use std::fs;

/// What turns a text into markup or code.
const WAYS: [&str; 10] = [
    "inner_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "document.write",
    "srcdoc",
    "eval(",
    "new Function",
    "PreEscaped(",
];

/// The two places that do, and what of the build they do it with.
const ALLOWED: [(&str, &str, usize); 2] = [
    // A page of the site, fetched from beside this one.
    ("shell/routes.js", "innerHTML", 2),
    // A page's own markup, once its spaces are no-break ones.
    ("pages/src/page.rs", "PreEscaped(", 1),
];

#[test]
fn no_text_becomes_markup_or_code_but_what_the_build_wrote() {
    let mut allowed = 0;
    let mut offenders = Vec::new();
    for path in files(&["src", "pages/src", "shell"], &["rs", "js"]) {
        let source = fs::read_to_string(&path).unwrap();
        for way in WAYS {
            let found = source.matches(way).count();
            let place = ALLOWED.iter().find(|(file, known, _)| path.ends_with(file) && *known == way);
            match place {
                Some((_, _, count)) if found == *count => allowed += 1,
                None if found == 0 => {}
                _ => offenders.push(format!("{}: {way}, {found} times", path.display())),
            }
        }
    }
    assert!(offenders.is_empty(), "{}", offenders.join("\n"));
    assert_eq!(allowed, ALLOWED.len(), "a place that is allowed is no longer there");
}

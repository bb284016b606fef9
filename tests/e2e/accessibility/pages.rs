//! The other pages than the simulator, by their routes.

use std::collections::BTreeSet;
use visitor::page::Page;

/// Every other page: its route is `#/` and this name, its file this name and `.html`.
pub static ROUTES: &[&str] = &[
    "catalogue",
    "hypotheses",
    "glossaire",
    "accessibilite",
    "mentions-legales",
    "confidentialite",
    "ecoconception",
    "integrer",
];

/// The names of the pages that links of the simulator lead to, whichever way they are written.
const LINKED: &str = r"
    const name = href => /^(?:#\/)?([\w-]+)(?:\.html)?(?:[#\/].*)?$/.exec(href)?.[1];
    return [...document.querySelectorAll('a[href*=\'.html\'], a[href^=\'#/\']')]
        .map(link => name(link.getAttribute('href')))
        .filter(name => name && name !== 'index')";

/// No page is left out: links inside the simulator lead to each of them, to nothing else, or back to it.
pub async fn all_are_known(page: Page) {
    let linked: BTreeSet<String> = page.script::<Vec<String>>(LINKED).await.into_iter().collect();
    let known: BTreeSet<String> = ROUTES.iter().map(|route| (*route).to_owned()).collect();
    assert_eq!(linked, known, "pages linked, and those that tests/e2e/accessibility/pages.rs names");
}

//! A page, and the list of them.

use crate::french::typeset;
use crate::{Glossary, Host};
use crate::{accessibility, ecodesign, embedding, glossary, hypotheses, legal, pricelist, privacy};
use engine::catalogue::Edition;
use engine::french::long_date;
use maud::{Markup, PreEscaped, html};

/// What pages are made from.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The edition in force.
    pub edition: &'a Edition,
    /// What only the host knows.
    pub host: &'a Host,
    /// The words explained.
    pub glossary: &'a Glossary,
    /// What a first visit to the simulator transfers, file by file.
    pub weights: &'a [Weight],
    /// The day the pages are made, `YYYY-MM-DD`.
    pub day: &'a str,
}

/// The weight of a file of the first visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Its name in the site's folder.
    pub name: String,
    /// Its length in bytes.
    pub raw: u64,
    /// Its length in bytes once compressed with brotli.
    pub brotli: u64,
}

/// A page: all of it but the shell.
pub struct Page {
    /// Its file's name without `.html`, also its route.
    pub name: &'static str,
    /// Its title, without the site's name.
    pub title: &'static str,
    /// One sentence for search engines.
    pub description: String,
    /// What its `<main>` holds, from its `<h1>` on.
    pub main: Markup,
}

/// The name of every page, and how the names of all their files begin.
pub const NAMES: [&str; 8] = [
    "catalogue",
    "hypotheses",
    "glossaire",
    "accessibilite",
    "mentions-legales",
    "confidentialite",
    "ecoconception",
    "integrer",
];

/// Every page, in the order of the menus.
pub fn all(site: Site<'_>) -> Vec<Page> {
    let pages = [
        pricelist::page(site),
        hypotheses::page(site),
        glossary::page(site),
        accessibility::page(site),
        legal::page(site),
        privacy::page(site),
        ecodesign::page(site),
        embedding::page(site),
    ];
    pages.into_iter().map(|page| page.dated(site)).collect()
}

impl Page {
    /// The same page, typeset, that says at its end which edition it speaks of and when it was made.
    fn dated(self, site: Site<'_>) -> Page {
        let edition = site.edition;
        let main = html! {
            (self.main)
            p.edition {
                "Édition du catalogue : " (edition.title) ", " (edition.publisher) ", " (edition.act)
                ", en vigueur depuis le " time datetime=(edition.valid_from) { (long_date(&edition.valid_from)) } ". "
                "Page produite le " time datetime=(site.day) { (long_date(site.day)) } "."
            }
        };
        Page { main: PreEscaped(typeset(&main.0)), ..self }
    }
}

/// Says that no figure here binds anybody.
pub(crate) fn reservation(edition: &Edition) -> Markup {
    html! {
        p.reservation {
            "Le simulateur et ces pages donnent une estimation, ni un contrat ni un devis : "
            "seuls engagent les documents signés avec " (edition.publisher) "."
        }
    }
}

/// A heading that can receive the focus when its page is opened by its route.
pub(crate) fn title(text: &str) -> Markup {
    html! { h1 tabindex="-1" { (text) } }
}

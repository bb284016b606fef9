//! `glossaire.html`: the words of the price list, explained. The words are data, in `pages/glossary.toml`.

use crate::page::{Page, Site, title};
use maud::html;
use serde::Deserialize;

/// Words and what they mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    /// In the order they are shown.
    #[serde(rename = "term")]
    pub terms: Vec<Term>,
}

/// A word.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable id, its anchor.
    pub id: String,
    /// The word.
    pub word: String,
    /// What it means, in sentences.
    pub meaning: String,
}

impl Glossary {
    /// Reads the text of `glossary.toml`.
    ///
    /// # Errors
    /// What is wrong with it, with its line and column.
    pub fn read(text: &str) -> Result<Glossary, toml::de::Error> {
        toml::from_str(text)
    }
}

/// The page.
pub fn page(site: Site<'_>) -> Page {
    Page {
        name: "glossaire",
        title: "Glossaire",
        description: String::from("Les mots du catalogue des services numériques, expliqués simplement."),
        main: html! {
            (title("Glossaire"))
            p.lead { "Les mots du catalogue et du simulateur, en clair." }
            dl.glossary {
                @for term in &site.glossary.terms {
                    div {
                        dt id=(term.id) tabindex="-1" { dfn { (term.word) } }
                        dd { (term.meaning) }
                    }
                }
            }
        },
    }
}

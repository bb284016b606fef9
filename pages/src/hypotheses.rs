//! `hypotheses.html`: the places where the price list is silent, how they are read, and what to ask.

use crate::page::{Page, Site, reservation, title};
use crate::touches::touches;
use engine::catalogue::{Edition, LedgerEntry, LedgerIx, Price, Service};
use maud::{Markup, html};

/// The page.
pub fn page(site: Site<'_>) -> Page {
    let edition = site.edition;
    Page {
        name: "hypotheses",
        title: "Hypothèses",
        description: String::from(
            "Les points que le catalogue laisse ouverts : la lecture retenue, l'autre lecture et la question à poser.",
        ),
        main: html! {
            (title("Hypothèses"))
            p.lead {
                "Sur " (edition.ledger.len()) " points, le catalogue ne dit rien ou dit deux choses. Voici comment le "
                "simulateur les lit, ce que serait l'autre lecture, et la question à poser à "
                (edition.publisher) " avant de délibérer."
            }
            (reservation(edition))
            nav.contents aria-labelledby="sommaire" {
                h2 #sommaire tabindex="-1" { "Sommaire" }
                ol.plain {
                    @for entry in &edition.ledger {
                        li { a href={ "#" (entry.id) } { (entry.id) " – " (entry.question) } }
                    }
                }
            }
            @for (ix, entry) in (0..u16::MAX).map(LedgerIx).zip(&edition.ledger) { (section(edition, ix, entry)) }
        },
    }
}

fn section(edition: &Edition, ix: LedgerIx, entry: &LedgerEntry) -> Markup {
    let letter = format!("question-{}", entry.id);
    html! {
        section.block.hypothesis aria-labelledby=(entry.id) {
            h2 id=(entry.id) tabindex="-1" { (entry.id) " – " (entry.question) }
            div {
                dl.sheet {
                    div { dt { "Lecture retenue" } dd { (entry.taken) } }
                    div { dt { "Autre lecture" } dd { (entry.other.as_deref().unwrap_or("Aucune qui se chiffre.")) } }
                    div { dt { "Où elle s'applique" } dd { (entry.touches) } }
                }
                (places(edition, ix))
            }
            div.message {
                h3 { "La question à poser" }
                blockquote id=(letter) { @for line in question(edition, entry) { p { (line) } } }
                p.action {
                    button type="button" data-copy=(letter) { "Copier la question " (entry.id) }
                    " " span role="status" {}
                }
            }
        }
    }
}

/// The question as a letter, paragraph by paragraph.
pub fn question(edition: &Edition, entry: &LedgerEntry) -> Vec<String> {
    let other = entry.other.as_ref().map(|other| format!("L'autre lecture serait : {other}"));
    let mut letter = vec![
        String::from("Bonjour,"),
        format!(
            "Nous estimons le coût de vos services d'après le « {} » ({}). Un point reste à confirmer : {}",
            edition.title, edition.act, entry.question
        ),
        format!("Nous avons retenu : {}", entry.taken),
    ];
    letter.extend(other);
    letter.push(format!("Cela concerne : {}.", entry.touches));
    letter.push(String::from("Quelle lecture s'applique ? Merci d'avance de votre réponse."));
    letter
}

/// The rows that may touch the entry, as links to them.
fn places(edition: &Edition, ix: LedgerIx) -> Markup {
    let rows = edition.services.iter().flat_map(|service| service.prices.iter().map(move |price| (service, price)));
    let here: Vec<(&Service, &Price)> =
        rows.filter(|(service, price)| touches(edition, service, price).contains(&ix)).collect();
    html! {
        @if !here.is_empty() {
            details {
                summary { "Lignes du catalogue concernées : " (here.len()) }
                ul {
                    @for (service, price) in here {
                        li { a href={ "catalogue.html#prix-" (price.id) } { (service.label) " : " (price.label) } }
                    }
                }
            }
        }
    }
}

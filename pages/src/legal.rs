//! `mentions-legales.html`: who publishes the site, who hosts it, and what may be done with it.

use crate::Host;
use crate::page::{Page, Site, reservation, title};
use maud::{Markup, html};

/// The page.
pub fn page(site: Site<'_>) -> Page {
    let Site { edition, host, .. } = site;
    Page {
        name: "mentions-legales",
        title: "Mentions légales",
        description: String::from("L'éditeur, l'hébergeur et les conditions d'utilisation du simulateur."),
        main: html! {
            (title("Mentions légales"))
            h2 { "Éditeur" }
            dl.sheet {
                (entry(host, "Nom", "publisher.legal-name"))
                (entry(host, "Adresse", "publisher.address"))
                (entry(host, "Direction de la publication", "publisher.director"))
                (entry(host, "Courriel", "publisher.mail"))
                (entry(host, "Téléphone", "publisher.phone"))
            }
            h2 { "Hébergeur" }
            dl.sheet {
                (entry(host, "Nom", "hosting.name"))
                (entry(host, "Adresse", "hosting.address"))
                (entry(host, "Téléphone", "hosting.phone"))
            }
            h2 { "Valeur des montants" }
            (reservation(edition))
            p {
                "Les prix sont ceux de : " (edition.title) ", " (edition.publisher) ", " (edition.act)
                " (référence " (edition.reference) "). Les points que ce texte laisse ouverts sont des "
                a href="hypotheses.html" { "hypothèses" } ", toutes signalées."
            }
            h2 { "Communes et populations" }
            p { (territory::source::ATTRIBUTION) }
            h2 { "Réutilisation" }
            p {
                "Le code du simulateur est libre (licence MIT) : " (linked(host, "site.source-code")) ". La liste des prix "
                "peut être téléchargée et réutilisée (" a href="catalogue.json" download { "JSON" } ", "
                a href="catalogue.csv" download { "CSV" } "), en citant sa source et son édition."
            }
        },
    }
}

fn entry(host: &Host, name: &str, key: &str) -> Markup {
    html! { div { dt { (name) } dd { (linked(host, key)) } } }
}

/// A value of the host, as a link when it is an address of the web, of a mailbox or of a telephone.
pub fn linked(host: &Host, key: &str) -> Markup {
    let text = host.text(key);
    match host.value(key).and_then(|value| href(key, value)) {
        Some(href) => html! { a href=(href) { (text) } },
        None => html! { (text) },
    }
}

/// Where a value of the host leads.
pub fn href(key: &str, value: &str) -> Option<String> {
    match key.rsplit_once('.').map_or(key, |(_, last)| last) {
        "mail" => Some(format!("mailto:{value}")),
        "phone" => {
            Some(format!("tel:{}", value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>()))
        }
        _ if value.starts_with("https://") || value.starts_with("http://") => Some(value.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::href;

    #[test]
    fn only_addresses_lead_somewhere() {
        assert_eq!(href("publisher.mail", "a@b.fr").as_deref(), Some("mailto:a@b.fr"));
        assert_eq!(href("publisher.phone", "05 56 00").as_deref(), Some("tel:055600"));
        assert_eq!(href("site.source-code", "https://b.fr").as_deref(), Some("https://b.fr"));
        assert_eq!(href("site.source-code", "javascript:alert(1)"), None);
        assert_eq!(href("publisher.director", "Une présidente"), None);
    }
}

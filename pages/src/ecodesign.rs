//! `ecoconception.html`: what is done to stay light, and what the built files weigh.

use crate::french::kilobytes;
use crate::page::{Page, Site, Weight, title};
use maud::{Markup, html};

/// The page.
pub fn page(site: Site<'_>) -> Page {
    let total = Weight {
        name: String::from("Total"),
        raw: site.weights.iter().map(|weight| weight.raw).sum(),
        brotli: site.weights.iter().map(|weight| weight.brotli).sum(),
    };
    Page {
        name: "ecoconception",
        title: "Écoconception",
        description: format!("Une première visite du simulateur transfère {}.", kilobytes(total.brotli)),
        main: html! {
            (title("Écoconception"))
            p.lead { "Une première visite du simulateur transfère " strong { (kilobytes(total.brotli)) } ", et les suivantes presque rien." }
            h2 { "Ce que nous faisons" }
            ul {
                li { "Le calcul se fait dans le navigateur : aucun serveur d'application, aucune base de données." }
                li { "Aucune image, aucune vidéo, aucune police à télécharger : celles de l'appareil suffisent." }
                li { "Aucun service tiers : ni mesure d'audience, ni publicité, ni carte." }
                li { "Un plafond de poids arrête la fabrication du site quand il est dépassé." }
                li { "Les fichiers sont gardés par le navigateur tant qu'ils ne changent pas." }
                li { "Les pages peu consultées, comme celle-ci, ne sont chargées que si on les ouvre." }
                li { "Le site marche sur un vieil ordinateur et avec une connexion lente ; le catalogue se lit même sans JavaScript." }
            }
            h2 { "Ce que cela pèse" }
            (bill(site.weights, &total))
            p.note {
                "Mesuré à la fabrication du site. « Transféré » : compressé en brotli, comme le fait un hébergeur bien "
                "réglé ; sans compression, c'est la première colonne."
            }
        },
    }
}

fn bill(weights: &[Weight], total: &Weight) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby="poids" {
            table {
                caption #poids { "Fichiers d'une première visite" }
                thead { tr { th scope="col" { "Fichier" } th scope="col" { "Sur le disque" } th scope="col" { "Transféré" } } }
                tbody { @for weight in weights { (line(weight)) } }
                tfoot { (line(total)) }
            }
        }
    }
}

fn line(weight: &Weight) -> Markup {
    html! {
        tr {
            th scope="row" { (kind(&weight.name)) }
            td { (kilobytes(weight.raw)) }
            td { (kilobytes(weight.brotli)) }
        }
    }
}

/// What a file is for, from its name; the name itself otherwise.
fn kind(name: &str) -> &str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "wasm" => "Le simulateur (WebAssembly)",
        "js" => "Programme (JavaScript)",
        "css" => "Mise en forme (CSS)",
        "html" => "Page (HTML)",
        "svg" => "Pictogramme (SVG)",
        _ => name,
    }
}

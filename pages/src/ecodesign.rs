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
                li { "Ni photo, ni vidéo, ni police à télécharger : celles de l'appareil suffisent." }
                li { "Aucun service tiers : ni mesure d'audience, ni publicité, ni carte." }
                li { "Un plafond de poids arrête la fabrication du site quand il est dépassé." }
                li { "Les fichiers sont gardés par le navigateur tant qu'ils ne changent pas." }
                li { "Les pages peu consultées, comme celle-ci, ne retardent pas le simulateur : elles viennent après." }
                li { "Une fois la page affichée et au repos, le reste du site est gardé sur l'appareil : il marche alors "
                    "hors connexion, et une visite suivante ne transfère que le contrôle d'une nouvelle version." }
                li { "Le site marche sur un vieil ordinateur et avec une connexion lente ; le catalogue se lit même sans JavaScript." }
            }
            h2 { "Ce que cela pèse" }
            (bill(site.weights, &total))
            p.note {
                "Mesuré à la fabrication du site. « Transféré » : compressé en brotli, comme le fait un hébergeur bien "
                "réglé ; « Poids » : sans compression."
            }
        },
    }
}

fn bill(weights: &[Weight], total: &Weight) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby="poids" {
            table {
                caption #poids { "Fichiers d'une première visite" }
                thead { tr { th scope="col" { "Nature" } th scope="col" { "Poids" } th scope="col" { "Transféré" } } }
                tbody {
                    @for (kind, extension) in KINDS {
                        @let (count, sum) = of_kind(weights, extension);
                        @if count > 0 { (line(kind, &sum)) }
                    }
                }
                tfoot { (line("Total", total)) }
            }
        }
    }
}

/// What the files of an extension are for, the heaviest first; the last takes all others.
const KINDS: [(&str, &str); 5] = [
    ("Le calcul et les formulaires (WebAssembly)", "wasm"),
    ("Programmes (JavaScript)", "js"),
    ("Mise en forme (CSS)", "css"),
    ("Page (HTML)", "html"),
    ("Autres fichiers", ""),
];

/// How many files of that kind there are, and what they weigh together.
fn of_kind(weights: &[Weight], wanted: &str) -> (usize, Weight) {
    let is_known = |extension: &str| KINDS.iter().any(|(_, known)| *known == extension);
    let mut count = 0;
    let mut sum = Weight { name: wanted.to_owned(), raw: 0, brotli: 0 };
    for weight in weights {
        let own = weight.name.rsplit_once('.').map_or("", |(_, extension)| extension);
        if own == wanted || (wanted.is_empty() && !is_known(own)) {
            count += 1;
            sum.raw += weight.raw;
            sum.brotli += weight.brotli;
        }
    }
    (count, sum)
}

fn line(name: &str, sum: &Weight) -> Markup {
    html! {
        tr {
            th scope="row" { (name) }
            td { (kilobytes(sum.raw)) }
            td { (kilobytes(sum.brotli)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_counted_once() {
        let weights =
            ["a.css", "b.css", "c.wasm", "d.ico", "e"].map(|name| Weight { name: name.to_owned(), raw: 10, brotli: 1 });
        let counts = KINDS.map(|(_, extension)| of_kind(&weights, extension));
        assert_eq!(counts.each_ref().map(|(count, _)| *count), [1, 0, 2, 0, 2]);
        assert_eq!(counts.iter().map(|(_, sum)| sum.brotli).sum::<u64>(), 5);
    }
}

//! `integrer.html`: the ways to show the simulator on another site, each as a line to copy.

use crate::page::{Page, Site, title};
use maud::{Markup, html};

/// Where the site stands when nobody said: `shell/pages.js` writes the real address over it.
const SOMEWHERE: &str = "https://simulateur.example.fr/";

/// The page.
pub fn page(site: Site<'_>) -> Page {
    let address = site.host.value("site.address").map_or(SOMEWHERE.to_owned(), |address| format!("{address}/"));
    let snippet = |id: &str, before: &str, after: &str| snippet(id, before, &address, after);
    Page {
        name: "integrer",
        title: "Intégrer le simulateur",
        description: String::from(
            "Trois lignes à copier pour montrer le simulateur sur le site de votre collectivité.",
        ),
        main: html! {
            (title("Intégrer le simulateur"))
            p.lead { "Trois façons de le montrer sur votre site : copiez une ligne, collez-la dans la page." }
            h2 { "Un cadre à la bonne hauteur" }
            p { "Le cadre suit la hauteur de ce qu'il montre : rien n'y défile à part." }
            (snippet("par-script", "<script src=\"", "embed.js\" async></script>"))
            h2 { "Un cadre simple" }
            p { "Sans script sur votre page ; la hauteur est fixe, et le simulateur défile dans son cadre." }
            (snippet(
                "par-cadre", "<iframe src=\"",
                "index.html\" title=\"Simulateur des services numériques\" width=\"100%\" height=\"800\"></iframe>",
            ))
            h2 { "Un lien" }
            (snippet("par-lien", "<a href=\"", "index.html\">Simulateur des services numériques</a>"))
            h2 { "Vos choix" }
            p {
                "Une couleur et l'annexe qui vient la première : " code { "data-accent=\"7a1f5c\"" } " et "
                code { "data-annexe=\"2\"" } " sur la balise " code { "script" } " ; " code { "#?accent=7a1f5c&annexe=2" }
                " à la fin de l'adresse d'un cadre ou d'un lien. La couleur, en hexadécimal, est foncée ou éclaircie s'il "
                "le faut, pour que tout reste lisible."
            }
            h2 { "Ce qu'il faut savoir" }
            ul {
                li { "Rien de ce qui est saisi ne va à votre site ni au nôtre : le cadre ne dit que sa hauteur." }
                li { "« Ouvrir dans un nouvel onglet », en tête du cadre, emporte la saisie." }
                li { "Certains navigateurs ne gardent rien dans un cadre : le simulateur y marche, et le dit." }
                li { "Si votre site a une politique de sécurité (CSP), elle doit permettre cette adresse dans "
                    code { "frame-src" } " et, pour la première façon, dans " code { "script-src" } "." }
            }
        },
    }
}

/// A line to copy, and the button that copies it.
fn snippet(id: &str, before: &str, address: &str, after: &str) -> Markup {
    html! {
        div.message {
            pre { code id=(id) { (before) span data-here { (address) } (after) } }
            p.action {
                button type="button" data-copy=(id) data-what="Ligne" { "Copier la ligne" }
                " " span role="status" {}
            }
        }
    }
}

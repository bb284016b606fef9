//! `confidentialite.html`: what becomes of what is typed, and the button that erases it.

use crate::page::{Page, Site, title};
use maud::html;

/// The page.
pub fn page(site: Site<'_>) -> Page {
    Page {
        name: "confidentialite",
        title: "Confidentialité",
        description: String::from(
            "Rien de ce que vous saisissez ne quitte votre navigateur. Aucun cookie, aucun suivi.",
        ),
        main: html! {
            (title("Confidentialité"))
            p.lead { "Rien de ce que vous saisissez ne quitte votre navigateur." }
            h2 { "Ce qui se passe quand vous utilisez le simulateur" }
            ul {
                li { "Le calcul se fait sur votre appareil. Vos réponses ne sont envoyées à personne, pas même à nous." }
                li { "Aucun cookie, aucune mesure d'audience, aucune publicité." }
                li { "Aucune ressource ne vient d'un autre site : ni police de caractères, ni carte, ni vidéo." }
                li { "Aucune donnée personnelle n'est demandée : le simulateur décrit un organisme, non une personne." }
            }
            h2 { "Ce que reçoit l'hébergeur" }
            p {
                "Comme tout site, celui-ci est servi par un hébergeur (" (site.host.text("hosting.name")) "), dont le "
                "serveur peut noter l'adresse IP, l'heure et le fichier demandé, pour sa sécurité. Pour toute question "
                "ou pour exercer vos droits : " (site.host.text("publisher.mail")) "."
            }
            h2 { "Ce qui reste sur votre appareil" }
            p {
                "Le simulateur n'enregistre que dans votre navigateur, sur votre appareil : ce que vous êtes en train de "
                "saisir, jusqu'à la fermeture de l'onglet, et les scénarios que vous enregistrez vous-même, jusqu'à ce "
                "que vous les effaciez. Il y garde aussi une copie de ce site, pour marcher sans connexion. Un lien copié contient vos réponses : elles restent dans l'adresse, après le "
                "signe #, que les navigateurs n'envoient à aucun serveur."
            }
            p.action {
                button type="button" data-erase="simulateur" { "Effacer mes données" }
                " " span role="status" {}
            }
            noscript {
                p { "Le bouton qui efface ces données a besoin de JavaScript, désactivé ici. Vous pouvez effacer les "
                    "données de ce site dans les réglages de votre navigateur." }
            }
        },
    }
}

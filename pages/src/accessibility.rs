//! `accessibilite.html`: the declaration that the law asks for, which claims nothing without an audit.

use crate::Audit;
use crate::legal::linked;
use crate::page::{Page, Site, title};
use engine::french::long_date;
use maud::{Markup, html};

/// The page.
pub fn page(site: Site<'_>) -> Page {
    let host = site.host;
    let audit = host.accessibility.as_ref();
    let status = host.status();
    Page {
        name: "accessibilite",
        title: "Accessibilité",
        description: format!("Déclaration d'accessibilité du simulateur : {}.", status.words()),
        main: html! {
            (title("Déclaration d'accessibilité"))
            p {
                (host.text("publisher.legal-name")) " s'engage à rendre ses services numériques accessibles, comme le "
                "demande l'article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration porte sur « "
                (host.text("site.name")) " » (" (linked(host, "site.address")) ")."
            }
            h2 { "État de conformité" }
            p {
                "Ce site est " strong { (status.words()) } " avec le référentiel général d'amélioration de "
                "l'accessibilité (RGAA), version 4.1"
                @match audit { None => ", car l'audit n'a pas été réalisé.", Some(_) => "." }
            }
            (results(audit))
            h2 { "Contenus non accessibles" }
            (failures(audit))
            h2 { "Ce que nous faisons" }
            ul {
                li { "Tout se fait au clavier ; un lien mène droit au contenu." }
                li { "Les pages s'agrandissent et s'impriment, et suivent le thème clair ou sombre de l'appareil." }
                li { "Des vérifications automatiques accompagnent chaque version ; elles ne remplacent pas un audit." }
            }
            h2 { "Établissement de cette déclaration" }
            p {
                "Déclaration établie le " (long_date(audit.map_or(site.day, |audit| &audit.date))) ". "
                "Technologies : HTML, CSS, SVG, WAI-ARIA, JavaScript et WebAssembly. Sans JavaScript, le "
                a href="catalogue.html" { "catalogue des prix" } " reste lisible en entier."
            }
            h2 { "Signaler un problème" }
            p {
                "Si un contenu ou un service vous résiste, écrivez-nous : nous vous le donnerons sous une autre forme. "
                "Courriel : " (linked(host, "publisher.mail")) ". Téléphone : " (linked(host, "publisher.phone")) ". "
                "Courrier : " (host.text("publisher.legal-name")) ", " (host.text("publisher.address")) "."
            }
            (recourse())
        },
    }
}

/// What the audit found, or that there was none.
fn results(audit: Option<&Audit>) -> Markup {
    html! {
        h2 { "Résultats des tests" }
        @match audit {
            None => p { "Aucun audit de conformité n'a encore été réalisé." },
            Some(audit) => p {
                "Audit réalisé par " (audit.auditor) ", le " (long_date(&audit.date)) "."
                @if let Some(rate) = &audit.rate { " Critères respectés : " (rate) " %." }
            },
        }
    }
}

fn failures(audit: Option<&Audit>) -> Markup {
    html! {
        @match audit {
            None => p { "Ils seront connus après l'audit." },
            Some(audit) if audit.failures.is_empty() => p { "L'audit n'en a relevé aucun." },
            Some(audit) => ul { @for failure in &audit.failures { li { (failure) } } },
        }
    }
}

/// What to do when nobody answers.
fn recourse() -> Markup {
    html! {
        h2 { "Voies de recours" }
        p {
            "Si vous nous avez signalé un défaut d'accessibilité qui vous empêche d'accéder à un contenu ou à un service "
            "et que vous n'avez pas eu de réponse satisfaisante, vous pouvez saisir le Défenseur des droits :"
        }
        ul {
            li { a href="https://formulaire.defenseurdesdroits.fr/" { "par son formulaire en ligne" } " ;" }
            li { "auprès de " a href="https://www.defenseurdesdroits.fr/saisir/delegues" { "son délégué dans votre région" } " ;" }
            li { "par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07." }
        }
    }
}

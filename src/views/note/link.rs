//! The way back to the estimate: its link in full, and as a code for a telephone.

use super::{paragraph, section as titled};
use crate::blocks::element;
use crate::browser::carry::address;
use crate::carrying::Written;
use crate::carrying::qr::Drawing;
use crate::parts::Links;
use crate::state::State;
use leptos::prelude::*;

/// The link of the form as it is, and what it does not say.
pub fn section(state: State, links: Option<Links>) -> AnyView {
    let content = match links {
        None => vec![paragraph("small", UNFETCHED)],
        Some(links) => {
            let Written { text, notes } = state.form_now(|form| links.write(form, state));
            let link = format!("{}#{text}", address());
            let code = links.draw(&link).map_or_else(|| paragraph("small", TOO_LONG), |drawing| code(&drawing));
            let in_full = element("a").class("link").attr("href", link.clone()).text(link).done();
            let notes = notes.into_iter().map(|note| paragraph("small", note));
            let told = element("div").child(paragraph("small", WHAT)).child(in_full).children(notes).done();
            vec![element("div").class("way-back").child(code).child(told).done()]
        }
    };
    titled("Retrouver cette estimation", content)
}

fn code(drawing: &Drawing) -> AnyView {
    let box_of_all = format!("0 0 {0} {0}", drawing.modules);
    let side = format!("{}mm", drawing.side());
    view! {
        <svg class="qr" viewBox=box_of_all width=side.clone() height=side role="img" aria-label="Le lien, en code QR">
            <path d=drawing.path.clone() />
        </svg>
    }
    .into_any()
}

const WHAT: &str = "Ce lien rouvre l'estimation avec toutes les réponses. Elles sont dans le lien lui-même\u{a0}: aucun site ne les garde.";
const TOO_LONG: &str = "Ce lien est trop long pour un code QR lisible sur papier\u{a0}: ouvrez-le depuis la version numérique de cette note.";
const UNFETCHED: &str =
    "Le lien n'a pas pu être préparé\u{a0}: la partie de la page qui l'écrit n'a pas été téléchargée.";

//! What is on quote: the list to send, ready to copy.

use super::answers::asker;
use super::lines::name;
use crate::blocks::{Source, condition, shown, text};
use crate::browser;
use crate::state::State;
use engine::french::long_date;
use leptos::prelude::*;

/// The letter that asks for quotes; nothing when nothing is on quote.
pub fn letter(state: State) -> AnyView {
    let any = condition(move || state.of_estimate(|estimate| estimate.quotes().next().is_some()));
    shown(any, move || {
        let words = text(move || words(state));
        let told = Source::new(String::new());
        let copy = move |_| {
            browser::copy(&words.get_untracked(), move |copied| {
                let said = if copied {
                    "Texte copié."
                } else {
                    "La copie a été refusée : sélectionnez le texte ci-dessus."
                };
                told.set(said.to_owned());
            });
        };
        view! {
            <div class="letter" role="group" aria-labelledby="titre-devis">
                <h3 id="titre-devis">"À demander à Gironde Numérique"</h3>
                <pre tabindex="0" role="region" aria-labelledby="titre-devis">{words}</pre>
                <p><button type="button" on:click=copy>"Copier le texte"</button>" "<span role="status">{told}</span></p>
            </div>
        }
        .into_any()
    })
}

/// Who asks, and each item on quote with the reason why.
fn words(state: State) -> String {
    let items: Vec<String> = state.of_estimate(|estimate| {
        let item = |item: &engine::line::Item<'_>| match &item.outcome {
            engine::line::Outcome::Quote(reason, _) => {
                format!("- {} : {}", name(state, item), reason.sentence(state.edition).trim_end_matches('.'))
            }
            _ => format!("- {}", name(state, item)),
        };
        estimate.quotes().map(item).collect()
    });
    format!(
        "Bonjour,\n\nPouvez-vous établir un devis pour les prestations suivantes ?\nOrganisme : {} – catalogue du {}\n{}\n\nCordialement,",
        asker(state),
        long_date(&state.edition.valid_from),
        items.join("\n")
    )
}

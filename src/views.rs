//! What the estimate says: each view reads it and changes nothing.

mod cost;
mod lines;
mod money;
mod reasons;
mod remarks;
mod summary;
mod years;

pub use cost::ServiceCost;
pub use lines::Lines;
pub use reasons::Reasons;
pub use remarks::Remarks;
pub use summary::{Summary, announcement};
pub use years::Years;

use crate::state::State;
use engine::line::Outcome;
use leptos::prelude::*;

/// "Votre estimation": headline, years, lines with their reasons, what waits.
#[component]
pub fn EstimateSection(state: State) -> impl IntoView {
    let empty = Memo::new(move |_| state.of_estimate(|estimate| estimate.items.is_empty()));
    view! {
        <section id="estimation" aria-labelledby="titre-estimation">
            <h2 id="titre-estimation">"Votre estimation"</h2>
            <Show when=move || !empty.get() fallback=|| view! { <p>"Choisissez une adhésion ou un service : le coût s'affiche ici."</p> }>
                <Summary state />
                <Years state />
                <Lines state title="Ce que vous payez" wanted=|outcome| matches!(outcome, Outcome::Charged(_) | Outcome::Free(..)) />
                <Lines state title="Sur devis" wanted=|outcome| matches!(outcome, Outcome::Quote(..)) />
                <Lines state title="En attente d'une réponse" wanted=|outcome| matches!(outcome, Outcome::Missing(..)) />
                <Lines state title="Inclus dans l'adhésion" wanted=|outcome| matches!(outcome, Outcome::Included(..)) />
            </Show>
            <Remarks state concern=|remark| remark.service().is_none() && remark.field().is_none() && remark.body().is_none() />
            <p class="note">
                "Estimation établie d'après " {state.edition.title.as_str()} " de " {state.edition.publisher.as_str()} ", "
                {state.edition.act.as_str()} ". Elle n'est pas un contrat ni un devis."
            </p>
        </section>
    }
}

//! What the estimate says: each view reads it and changes nothing.

mod cost;
mod lines;
mod money;
mod reasons;
mod remarks;
mod summary;
mod years;

pub use cost::ServiceCost;
pub use remarks::remarks;
pub use summary::announcement;

use crate::blocks::{all, condition, shown};
use crate::parts::{DETAIL, part};
use crate::state::State;
use leptos::prelude::*;

/// "Votre estimation": headline, years, lines with their reasons, what waits.
#[component]
pub fn EstimateSection(state: State) -> impl IntoView {
    let empty = condition(move || state.of_estimate(|estimate| estimate.items.is_empty()));
    let full = condition(move || !empty.get());
    let source = &state.edition;
    view! {
        <section id="estimation" aria-labelledby="titre-estimation">
            <h2 id="titre-estimation">"Votre estimation"</h2>
            {shown(empty, || view! { <p>"Choisissez une adhésion ou un service : le coût s'affiche ici."</p> }.into_any())}
            {shown(full, move || estimate(state))}
            {remarks(state, |remark| remark.service().is_none() && remark.field().is_none() && remark.body().is_none())}
            <p class="note">
                {format!(
                    "Estimation établie d'après : {}, {}, {}. Elle n'est ni un contrat ni un devis.",
                    source.title, source.publisher, source.act,
                )}
            </p>
        </section>
    }
}

fn estimate(state: State) -> AnyView {
    view! {
        {summary::headline_list(state)}
        {part(DETAIL, state)}
    }
    .into_any()
}

/// The estimate below its headline: years, lines and their reasons.
pub fn detail(state: State) -> AnyView {
    let lists = lines::SORTS.into_iter().map(|sort| lines::list(state, sort));
    view! {
        {years::table(state)}
        {all(lists)}
    }
    .into_any()
}

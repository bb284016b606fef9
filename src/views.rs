//! What the estimate says: each view reads it and changes nothing.

mod answers;
mod chart;
mod corrections;
mod cost;
mod families;
mod lines;
mod money;
mod price_table;
mod quotes;
mod reasons;
mod remarks;
mod summary;
mod total;
mod years;

pub use cost::ServiceCost;
pub use price_table::price_table;
pub use remarks::remarks;
pub use summary::announcement;
pub use total::RunningTotal;

use crate::blocks::{all, condition, shown};
use crate::browser;
use crate::parts::{DETAIL, part};
use crate::state::State;
use leptos::prelude::*;

/// "Votre estimation": headline, then the part that explains it.
#[component]
pub fn EstimateSection(state: State) -> impl IntoView {
    let empty = condition(move || state.of_estimate(|estimate| estimate.items.is_empty()));
    let full = condition(move || !empty.get());
    let source = &state.edition;
    view! {
        <section id="estimation" aria-labelledby="titre-estimation">
            <h2 id="titre-estimation" tabindex="-1">"Votre estimation"</h2>
            {shown(empty, || view! { <p class="empty">"Choisissez une adhésion ou une prestation : son coût s'affiche ici, avec la raison de chaque montant."</p> }.into_any())}
            {corrections::list(state)}
            {shown(full, move || view! { <div class="result">{summary::headline_list(state)} {part(DETAIL, state)}</div> }.into_any())}
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

/// The estimate below its headline.
pub fn detail(state: State) -> AnyView {
    browser::unfold_for_print(state);
    let lists = lines::SORTS.into_iter().map(|sort| lines::list(state, sort));
    view! {
        {families::facts(state)}
        {quotes::letter(state)}
        {families::chart(state)}
        {years::table(state)}
        {all(lists)}
        {answers::recap(state)}
        <p class="print-button">
            <button type="button" on:click=move |_| browser::print(state)>"Imprimer l'estimation"</button>
        </p>
    }
    .into_any()
}

//! The table of years: exempt and taxed apart, totals that add up by hand.

use crate::state::State;
use engine::Totals;
use engine::french::{money, ordinal_year};
use leptos::prelude::*;

/// One row a year, and the period.
#[component]
pub fn Years(state: State) -> impl IntoView {
    let rows = Memo::new(move |_| state.of_estimate(|estimate| estimate.by_year.clone()));
    let years = move || rows.get().into_iter().zip(1..).map(|(totals, year)| row(ordinal_year(year), totals)).collect_view();
    let period = move || row("Total".to_owned(), state.of_estimate(|estimate| estimate.period));
    view! {
        <div class="scroll" role="region" aria-labelledby="titre-annees" tabindex="0">
            <table class="years">
                <caption id="titre-annees">"Par année"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Année"</th>
                        <th scope="col">"Sans TVA"</th>
                        <th scope="col">"HT"</th>
                        <th scope="col">"TVA"</th>
                        <th scope="col">"TTC"</th>
                        <th scope="col">"À payer"</th>
                    </tr>
                </thead>
                <tbody>{years}</tbody>
                <tfoot>{period}</tfoot>
            </table>
        </div>
    }
}

fn row(name: String, totals: Totals) -> impl IntoView {
    let amounts = [totals.exempt, totals.ht, totals.tva, totals.ttc, totals.outlay()];
    let cells = amounts.map(|amount| view! { <td>{money(amount)}</td> });
    view! { <tr><th scope="row">{name}</th>{cells.into_iter().collect_view()}</tr> }
}

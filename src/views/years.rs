//! The table of years: exempt and taxed apart, totals that add up by hand.

use crate::blocks::{all, live};
use crate::state::State;
use engine::Totals;
use engine::french::money;
use leptos::prelude::*;

/// One row a year, and the period.
pub fn table(state: State) -> impl IntoView {
    let years = move || {
        let by_year = state.of_estimate(|estimate| estimate.by_year.clone());
        all(by_year.into_iter().zip(1..).map(|(totals, year)| row(state.year_name(year), totals))).into_any()
    };
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
                <tbody>{live(years)}</tbody>
                <tfoot>{live(period)}</tfoot>
            </table>
        </div>
    }
}

fn row(name: String, totals: Totals) -> AnyView {
    let amounts = [totals.exempt, totals.ht, totals.tva, totals.ttc, totals.outlay()];
    let cells = amounts.into_iter().map(|amount| view! { <td>{money(amount)}</td> }.into_any());
    view! { <tr><th scope="row">{name}</th>{all(cells)}</tr> }.into_any()
}

//! The table of years: exempt and taxed apart, totals that add up by hand.

use crate::blocks::live;
use crate::state::State;
use engine::Totals;
use engine::french::{money, ordinal_year};
use leptos::prelude::*;

const COLUMNS: [&str; 6] = ["Année", "Sans TVA", "HT", "TVA", "TTC", "À payer"];

/// One row a year, and the period.
pub fn table(state: State) -> impl IntoView {
    let years = move || {
        let by_year = state.of_estimate(|estimate| estimate.by_year.clone());
        by_year.into_iter().zip(1..).map(|(totals, year)| row(ordinal_year(year), totals)).collect_view().into_any()
    };
    let period = move || row("Total".to_owned(), state.of_estimate(|estimate| estimate.period)).into_any();
    view! {
        <div class="scroll" role="region" aria-labelledby="titre-annees" tabindex="0">
            <table class="years">
                <caption id="titre-annees">"Par année"</caption>
                <thead>
                    <tr>{COLUMNS.map(|name| view! { <th scope="col">{name}</th> }).into_iter().collect_view()}</tr>
                </thead>
                <tbody>{live(years)}</tbody>
                <tfoot>{live(period)}</tfoot>
            </table>
        </div>
    }
}

fn row(name: String, totals: Totals) -> AnyView {
    let amounts = [totals.exempt, totals.ht, totals.tva, totals.ttc, totals.outlay()];
    let cells = amounts.map(|amount| view! { <td>{money(amount)}</td> });
    view! { <tr><th scope="row">{name}</th>{cells.into_iter().collect_view()}</tr> }.into_any()
}

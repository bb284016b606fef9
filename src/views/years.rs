//! The table of years: exempt and taxed apart, totals that add up by hand.

use super::money::known;
use super::summary::at_least;
use crate::blocks::{all, live, text};
use crate::state::State;
use engine::{Open, Totals};
use leptos::prelude::*;

/// One row a year, and the period.
pub fn table(state: State) -> impl IntoView {
    let years = move || {
        let (by_year, open) = state.of_estimate(|estimate| (estimate.by_year.clone(), estimate.open()));
        all(by_year.into_iter().zip(1..).map(|(totals, year)| row(state.year_name(year), totals, open))).into_any()
    };
    let period = move || {
        let (period, open) = state.of_estimate(|estimate| (estimate.period, estimate.open()));
        row("Total".to_owned(), period, open)
    };
    let caption = text(move || state.of_estimate(|estimate| format!("Par année{}", at_least(estimate))));
    view! {
        <div class="scroll" role="region" aria-labelledby="titre-annees" tabindex="0">
            <table class="years">
                <caption id="titre-annees">{caption}</caption>
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

fn row(name: String, totals: Totals, open: Open) -> AnyView {
    let cells = open.known(totals).into_iter().map(|amount| view! { <td>{known(amount)}</td> }.into_any());
    view! { <tr><th scope="row">{name}</th>{all(cells)}</tr> }.into_any()
}

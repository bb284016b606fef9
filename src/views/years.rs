//! The table of years: exempt and taxed apart, totals that add up by hand.

use super::money::known;
use super::summary::at_least;
use crate::blocks::{all, live, text};
use crate::state::State;
use engine::{Lacking, Totals};
use leptos::prelude::*;

/// One row a year, and the period.
pub fn table(state: State) -> impl IntoView {
    let years = move || {
        let rows = state.of_estimate(|estimate| {
            let row = |(totals, year): (&Totals, u8)| row(state.year_name(year), *totals, estimate.lacking(year));
            estimate.by_year.iter().zip(1..).map(row).collect::<Vec<_>>()
        });
        all(rows.into_iter()).into_any()
    };
    let period = move || {
        let (period, lacking) = state.of_estimate(|estimate| (estimate.period, estimate.lacking_over_period()));
        row("Total".to_owned(), period, lacking)
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

fn row(name: String, totals: Totals, lacking: Lacking) -> AnyView {
    let cells = lacking.known(totals).into_iter().map(|amount| view! { <td>{known(amount)}</td> }.into_any());
    view! { <tr><th scope="row">{name}</th>{all(cells)}</tr> }.into_any()
}

//! The table of years: exempt and taxed apart, totals that add up by hand.

use super::money::known;
use super::summary::at_least;
use crate::blocks::{all, live, text};
use crate::state::State;
use engine::{Lacking, Totals};
use leptos::prelude::*;

/// What the columns are headed with.
const SUMS: [&str; 5] = ["Sans TVA", "HT", "TVA", "TTC", "À payer"];

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
    let titles = SUMS.into_iter().map(|title| view! { <th scope="col" role="columnheader">{title}</th> }.into_any());
    view! {
        <div class="scroll cards" role="region" aria-labelledby="titre-annees" tabindex="0">
            <table class="years" role="table">
                <caption id="titre-annees">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row"><th scope="col" role="columnheader">"Année"</th>{all(titles)}</tr>
                </thead>
                <tbody role="rowgroup">{live(years)}</tbody>
                <tfoot role="rowgroup">{live(period)}</tfoot>
            </table>
        </div>
    }
}

fn row(name: String, totals: Totals, lacking: Lacking) -> AnyView {
    let sums = SUMS.into_iter().zip(lacking.known(totals));
    let cells = sums.map(|(title, sum)| view! { <td role="cell" data-title=title>{known(sum)}</td> }.into_any());
    view! { <tr role="row"><th scope="row" role="rowheader">{name}</th>{all(cells)}</tr> }.into_any()
}

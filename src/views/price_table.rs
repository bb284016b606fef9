//! A row of the price list as its own small table, with the place that applies marked.

use crate::blocks::all;
use crate::browser::show_places;
use engine::Money;
use engine::catalogue::{Edition, Price, Rule, ScaleIx};
use engine::french::{money, number};
use engine::pricing::Cell;
use leptos::prelude::*;

/// How far around the place that applies a large table is shown.
const AROUND: usize = 2;

/// The table of a row's amounts, or nothing for a row of one amount.
pub fn price_table(edition: &'static Edition, price: &'static Price, cell: Option<Cell>, name: &str) -> AnyView {
    extract(edition, price, cell, name).into_any()
}

/// The table of a row's amounts, under a name that stands once on the page; `None` for a row of one amount.
pub fn extract(edition: &'static Edition, price: &'static Price, cell: Option<Cell>, name: &str) -> Option<AnyView> {
    Some(match (&price.rule, cell) {
        (Rule::Columns(scale, amounts, _), cell) => {
            let here = match cell {
                Some(Cell::Column(column)) => Some(column),
                _ => None,
            };
            columns(edition, price, (*scale, amounts), here, name)
        }
        (Rule::Grid(grid), Some(Cell::Crossing(row, column))) => {
            let rows = (0..grid.cells.len()).filter(|at| at.abs_diff(row) <= AROUND);
            let rows = rows.map(|at| {
                let heading = heading(edition, grid.rows, at);
                let cells = near(grid.cells.get(at).map_or(&[][..], Vec::as_slice), column);
                let cells =
                    cells.map(|(place, amount)| amount_cell(number(amount.euros()), (at, place) == (row, column)));
                view! { <tr><th scope="row">{heading}</th>{all(cells)}</tr> }.into_any()
            });
            let rows = all(rows);
            let titles = &edition.scale(grid.columns).columns;
            let headings =
                near(titles, column).map(|(_, title)| view! { <th scope="col">{title.clone()}</th> }.into_any());
            table(name, "Palier", all(headings), rows)
        }
        _ => return None,
    })
}

/// One line of headings, one of amounts.
fn columns(
    edition: &'static Edition,
    price: &'static Price,
    (scale, amounts): (ScaleIx, &[Money]),
    here: Option<usize>,
    name: &str,
) -> AnyView {
    let titles = &edition.scale(scale).columns;
    let headings = titles.iter().map(|title| view! { <th scope="col">{title.clone()}</th> }.into_any());
    let cells = amounts.iter().enumerate().map(|(at, amount)| amount_cell(money(*amount), here == Some(at)));
    let row = view! { <tr><th scope="row">{price.label.clone()}</th>{all(cells)}</tr> }.into_any();
    table(name, "Ligne", all(headings), vec![row])
}

fn table(name: &str, corner: &'static str, headings: Vec<AnyView>, rows: Vec<AnyView>) -> AnyView {
    show_places();
    view! {
        <div class="scroll" role="region" aria-label=format!("Extrait du catalogue : {name}") tabindex="0">
            <table class="extract">
                <thead><tr><th scope="col">{corner}</th>{headings}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The values at most [`AROUND`] places from one, with their places.
fn near<T>(values: &[T], at: usize) -> impl Iterator<Item = (usize, &T)> {
    values.iter().enumerate().filter(move |(place, _)| place.abs_diff(at) <= AROUND)
}

fn heading(edition: &Edition, scale: ScaleIx, at: usize) -> String {
    edition.scale(scale).columns.get(at).cloned().unwrap_or_default()
}

fn amount_cell(amount: String, here: bool) -> AnyView {
    if here {
        view! { <td class="here"><strong>"◆ "{amount}</strong><span class="visually-hidden">" (votre cas)"</span></td> }
            .into_any()
    } else {
        view! { <td>{amount}</td> }.into_any()
    }
}

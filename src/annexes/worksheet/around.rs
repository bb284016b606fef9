//! Where the territory stands in the price list's grid, and what one step away would change.

use super::Sheet;
use super::row::fee;
use crate::annexes::grid;
use crate::blocks::{all, live, nothing};
use engine::Money;
use engine::catalogue::Edition;
use engine::french::{counted, money};
use engine::nearby::{Change, Nearby, nearby};
use engine::yearly::Yearly;
use leptos::prelude::*;

/// The cell the territory leads to, and what another body or more data would change.
pub fn around(sheet: Sheet) -> AnyView {
    let state = sheet.state;
    live(move || {
        let near = state.of_outcome(|outcome| nearby(state.catalogue, &outcome.reading.request));
        if near.is_empty() {
            return nothing();
        }
        let bill = sheet.figures.with(|figures| fee(figures.bill));
        let cell = match grid::cell_name(state) {
            Some((row, column)) => format!("Case de la grille : {row} × {column}, soit {bill} par an."),
            None => format!("Adhésion du territoire : {bill} par an."),
        };
        let items = near.iter().map(|near| view! { <li>{sentence(state.edition, near)}</li> }.into_any());
        view! {
            <div class="around">
                <p>{cell}</p>
                <ul>{all(items)}</ul>
            </div>
        }
        .into_any()
    })
}

fn sentence(edition: &Edition, near: &Nearby) -> String {
    let what = match &near.change {
        Change::OneMoreBody(_) => "Un organisme compté de plus".to_owned(),
        Change::OneFewerBody(_) => "Un organisme compté de moins".to_owned(),
        Change::OneMoreStep { field, by, reached } => {
            let field = edition.field(*field);
            format!("{} de plus (donc {})", counted(*by, field.unit(*by)), counted(*reached, field.unit(*reached)))
        }
    };
    let then = match (near.difference, near.yearly) {
        (Some(difference), _) if difference.is_zero() => "le même prix".to_owned(),
        (Some(difference), Yearly::Amount(amount)) => {
            format!("{} par an ({} en tout)", signed(difference), money(amount))
        }
        (_, Yearly::Quote) => "sur devis".to_owned(),
        (_, Yearly::Amount(amount)) => format!("{} par an", money(amount)),
    };
    format!("{what} : {then}.")
}

/// "+ 1 000,00 €".
fn signed(amount: Money) -> String {
    let sign = if amount.is_negative() { '−' } else { '+' };
    format!("{sign}\u{a0}{}", money(amount.abs()))
}

//! Where the territory stands in the price list's grid, and what one step away would change.

use super::Sheet;
use super::row::fee;
use crate::annexes::grid;
use crate::blocks::{all, live, nothing};
use engine::catalogue::Edition;
use engine::french::{counted, money};
use engine::request::Membership;
use engine::territory::nearby::{Change, Nearby, nearby};
use engine::{Fee, Money};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The cell the territory leads to, and what another body or more data would change.
pub fn around(sheet: Sheet) -> AnyView {
    let state = sheet.state;
    live(move || {
        let near = state.of_outcome(|outcome| nearby(state.catalogue, &outcome.reading.request));
        if near.is_empty() {
            return nothing();
        }
        let joins = state.form(|form| form.membership);
        let (bill, cell, alone) =
            sheet.figures.with(|figures| (yearly(figures.bill, figures.is_least), figures.cell, figures.alone));
        let cell = match cell.and_then(|cell| grid::cell_name(state, cell)) {
            Some((row, column)) => format!("case {row} × {column} de la grille, soit {bill}"),
            None => bill,
        };
        let said = if joins == Membership::Mutualised {
            format!("Adhésion du territoire : {cell}.")
        } else {
            format!("Si le territoire adhérait pour tous (adhésion mutualisée) : {cell}.")
        };
        let alone = match alone {
            Fee::None => nothing(),
            alone => {
                let alone = yearly(alone, false);
                view! { <p>{format!("Adhésion de l'EPCI seul, en plus des participations : {alone}.")}</p> }.into_any()
            }
        };
        let doubtful = near.iter().find_map(|near| doubtful(state.edition, &near.change));
        let items = near.iter().map(|near| view! { <li>{sentence(state.edition, near)}</li> }.into_any());
        view! {
            <div class="around">
                {alone}
                <p>{said}</p>
                {doubtful.map(|doubtful| view! { <p class="problem">{doubtful}</p> })}
                <ul>{all(items)}</ul>
            </div>
        }
        .into_any()
    })
}

/// A volume far below one step of the grid is likely in another unit than it was meant.
fn doubtful(edition: &Edition, change: &Change) -> Option<String> {
    let Change::OneMoreStep { field, by, reached } = change else { return None };
    let typed = *reached - *by;
    let field = edition.field(*field);
    let said = counted(typed, field.unit(typed));
    (typed * Decimal::TEN < *by).then(|| format!("{said} en tout : est-ce la bonne unité ? {}", field.help))
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
    let then = match (near.difference, near.fee) {
        (Some(difference), _) if difference.is_zero() => "le même prix".to_owned(),
        (Some(difference), whole) => format!("{} par an ({} en tout)", signed(difference), fee(whole)),
        (None, whole) => yearly(whole, near.at_least),
    };
    format!("{what} : {then}.")
}

/// "au moins 7 912,00 € par an"; what has no amount has no rhythm.
fn yearly(amount: Fee, at_least: bool) -> String {
    match amount {
        Fee::Known(_) if at_least => format!("au moins {} par an", fee(amount)),
        Fee::Known(_) => format!("{} par an", fee(amount)),
        Fee::None | Fee::Unknown | Fee::Quote => fee(amount),
    }
}

/// "+ 1 000,00 €".
fn signed(amount: Money) -> String {
    let sign = if amount.is_negative() { '−' } else { '+' };
    format!("{sign}\u{a0}{}", money(amount.abs()))
}

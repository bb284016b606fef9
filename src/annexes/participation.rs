//! The individual participation: the price list's own table, with the visitor's column marked.

use crate::blocks::{all, live};
use crate::state::State;
use crate::views::price_table;
use leptos::prelude::*;

/// The table of the individual participation.
pub fn table(state: State) -> AnyView {
    let Some(service) = state.edition.service(state.edition.membership.individual) else { return ().into_any() };
    let tables = service.prices.iter().map(|price| {
        live(move || {
            let cell = state.of_estimate(|estimate| {
                let mut lines = estimate.lines().filter(|line| line.price.id == price.id);
                // With several communes there is no single place to mark.
                lines.next().filter(|_| lines.next().is_none()).map(|line| line.priced.cell)
            });
            price_table(state.edition, price, cell, &price.label)
        })
    });
    all(tables).into_any()
}

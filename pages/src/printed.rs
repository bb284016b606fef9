//! The price list flattened: one item for each price it prints.

use engine::Money;
use engine::catalogue::{Edition, Price, Rule, ScaleIx, Service};

/// A price as the list prints it, with its place.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'c> {
    /// The table or block it stands in.
    pub service: &'c Service,
    /// Its row.
    pub price: &'c Price,
    /// The heading of the line, in a table of two scales.
    pub line: Option<&'c str>,
    /// The heading of the column, in a table that has some.
    pub column: Option<&'c str>,
    /// The part of the unit price it is, as printed; the whole when absent.
    pub part: Option<&'c str>,
    /// The amount in euros; absent when words stand in its place.
    pub amount: Option<Money>,
    /// The words printed in place of an amount or beside it; empty when there are none.
    pub words: &'c str,
}

/// Every printed price of an edition, in the order of the list.
pub fn printed(edition: &Edition) -> Vec<Printed<'_>> {
    let rows = edition.services.iter().flat_map(|service| service.prices.iter().map(move |price| (service, price)));
    rows.flat_map(|(service, price)| of_row(edition, service, price)).collect()
}

fn of_row<'c>(edition: &'c Edition, service: &'c Service, price: &'c Price) -> Vec<Printed<'c>> {
    let whole = Printed { service, price, line: None, column: None, part: None, amount: None, words: "" };
    match &price.rule {
        Rule::Flat(amount) | Rule::PerUnit(amount, _) => vec![Printed { amount: Some(*amount), ..whole }],
        Rule::Free(words) | Rule::Quote(words) => vec![Printed { words, ..whole }],
        Rule::Columns(scale, amounts, _) => {
            let parts = price.parts.iter().map(|part| (Some(part.label.as_str()), &part.amounts));
            let rows = std::iter::once((None, amounts)).chain(parts);
            rows.flat_map(|(part, amounts)| columns(edition, Printed { part, ..whole }, *scale, amounts)).collect()
        }
        Rule::Grid(grid) => {
            let headings = edition.scale(grid.rows).columns.iter();
            let lines = headings.zip(&grid.cells);
            lines
                .flat_map(|(line, amounts)| {
                    columns(edition, Printed { line: Some(line), ..whole }, grid.columns, amounts)
                })
                .collect()
        }
    }
}

/// A row's amounts under the headings of a scale.
fn columns<'c>(edition: &'c Edition, row: Printed<'c>, scale: ScaleIx, amounts: &[Money]) -> Vec<Printed<'c>> {
    let headed = edition.scale(scale).columns.iter().zip(amounts).zip(0_usize..);
    let price = row.price;
    let words = |place: usize| match row.part {
        None => price.column_notes.get(place).map_or("", String::as_str),
        Some(_) => "",
    };
    headed
        .map(|((column, amount), place)| Printed {
            column: Some(column),
            amount: Some(*amount),
            words: words(place),
            ..row
        })
        .collect()
}

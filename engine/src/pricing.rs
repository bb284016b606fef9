//! Services, priced row by row: one row of the list under one view of the inputs comes to a unit price and a quantity, or
//! to the reason why there is none.

pub(crate) mod row;
pub(crate) mod selection;
pub(crate) mod sink;
pub mod view;
pub mod walk;
pub(crate) mod whole;

use crate::catalogue::{FieldIx, Price, Quantity, Rule, Service};
use crate::pricing::view::{Portion, View};
use crate::pricing::walk::{Deaf, Landing, Path, Step, walk};
use crate::remark::{Need, QuoteReason};
use crate::{Money, decimal};
use rust_decimal::{Decimal, RoundingStrategy};

/// What a row comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict<'c> {
    /// A unit price and how many.
    Priced(Priced),
    /// Nothing beyond what another row includes.
    Nothing,
    /// Free, in the list's words.
    Free(&'c str),
    /// On quote.
    Quote(QuoteReason),
    /// Waiting for an answer.
    Missing(Need),
}

/// A unit price, its place in the table, and the units charged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Priced {
    /// Before VAT when taxed, final when exempt.
    pub unit: Money,
    /// How many units.
    pub quantity: Decimal,
    /// Where the unit price stands.
    pub cell: Cell,
    /// How the quantity was counted, when it is.
    pub counted: Option<Counted>,
}

/// A place in a printed table, from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// The row has one amount.
    Only,
    /// That column.
    Column(usize),
    /// That row and column.
    Crossing(usize, usize),
}

/// How units were counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// The field counted.
    pub field: FieldIx,
    /// Its number.
    pub number: Decimal,
    /// Units included elsewhere.
    pub beyond: Decimal,
    /// Units sold together.
    pub pack: Decimal,
}

/// Prices one row.
pub fn price<'c>(service: &'c Service, price: &'c Price, view: &View<'_, 'c>, path: &mut dyn Path<'c>) -> Verdict<'c> {
    if let Some(reason) = over_limit(service, view, path) {
        return Verdict::Quote(reason);
    }
    let edition = view.edition;
    match &price.rule {
        Rule::Free(wording) => Verdict::Free(wording),
        Rule::Quote(_) => Verdict::Quote(QuoteReason::Printed),
        Rule::Flat(amount) => charge(Some(amount), Cell::Only, None, view, path),
        Rule::PerUnit(amount, quantity) => charge(Some(amount), Cell::Only, Some(quantity), view, path),
        Rule::Columns(scale, amounts, quantity) => match walk(&edition.scale(*scale).tree, view, path) {
            Landing::Column(column) => charge(amounts.get(column), Cell::Column(column), quantity.as_ref(), view, path),
            Landing::Quote(reason) => Verdict::Quote(reason),
            Landing::Missing(need, _) => Verdict::Missing(need),
        },
        Rule::Grid(grid) => {
            let row = walk(&edition.scale(grid.rows).tree, view, path);
            let column = walk(&edition.scale(grid.columns).tree, view, path);
            match (row, column) {
                (Landing::Column(r), Landing::Column(c)) => {
                    let amount = grid.cells.get(r).and_then(|cells| cells.get(c));
                    charge(amount, Cell::Crossing(r, c), None, view, path)
                }
                (Landing::Quote(reason), _) | (_, Landing::Quote(reason)) => Verdict::Quote(reason),
                (Landing::Missing(need, _), _) | (_, Landing::Missing(need, _)) => Verdict::Missing(need),
            }
        }
    }
}

/// Why the body asks more of the service than its column serves.
fn over_limit<'c>(service: &'c Service, view: &View<'_, 'c>, path: &mut dyn Path<'c>) -> Option<QuoteReason> {
    let limit = service.limit.as_ref()?;
    let number = view.number(limit.field, path)?;
    let Landing::Column(column) = walk(&view.edition.scale(limit.scale).tree, view, &mut Deaf) else {
        return None;
    };
    let most = *limit.at_most.get(column)?;
    if number > most {
        return Some(QuoteReason::TooMany(limit.field, number, most));
    }
    path.step(Step::Within(limit.field, number, most));
    None
}

/// A unit price and the quantity it is charged for.
fn charge<'c>(
    amount: Option<&Money>,
    cell: Cell,
    quantity: Option<&Quantity>,
    view: &View<'_, '_>,
    path: &mut dyn Path<'c>,
) -> Verdict<'c> {
    let Some(unit) = amount.copied() else {
        return Verdict::Quote(QuoteReason::Printed);
    };
    let Some(quantity) = quantity else {
        return Verdict::Priced(Priced { unit, quantity: Decimal::ONE, cell, counted: None });
    };
    let Some(number) = view.number(quantity.field, path) else {
        return Verdict::Missing(Need::Field(quantity.field));
    };
    let (number, included) = match view.portion {
        Portion::All => (number, Decimal::ZERO),
        Portion::First(most) => (number.min(most), Decimal::ZERO),
        Portion::Beyond(first) => (number, first),
    };
    let beyond = decimal::plus(quantity.beyond, included);
    let counted = Counted { field: quantity.field, number, beyond, pack: quantity.pack };
    let units = counted.units();
    if units.is_zero() && !beyond.is_zero() {
        return Verdict::Nothing;
    }
    Verdict::Priced(Priced { unit, quantity: units, cell, counted: Some(counted) })
}

impl Counted {
    /// The units charged: those beyond the included ones, a pack begun counting whole.
    pub fn units(&self) -> Decimal {
        let further = decimal::minus(self.number, self.beyond).max(Decimal::ZERO);
        if self.pack == Decimal::ONE {
            return further;
        }
        decimal::divided(further, self.pack).round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity)
    }
}

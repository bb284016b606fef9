//! In which order the rows stand: a click on a heading sorts, another the other way round.

use super::Sheet;
use super::figures::{Figures, Row};
use crate::blocks::{Derived, text};
use crate::browser::compare_names;
use crate::state::State;
use engine::Money;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Column {
    /// As they were entered.
    #[default]
    Entry,
    Name,
    Inhabitants,
    Participation,
    Part,
}

/// An order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    column: Column,
    descending: bool,
}

impl Order {
    /// From A to Z.
    pub fn by_name() -> Order {
        Order { column: Column::Name, descending: false }
    }

    /// The most inhabitants first.
    pub fn by_inhabitants() -> Order {
        Order { column: Column::Inhabitants, descending: true }
    }

    /// The dearest participation first.
    pub fn by_participation() -> Order {
        Order { column: Column::Participation, descending: true }
    }

    /// The largest part first.
    pub fn by_part() -> Order {
        Order { column: Column::Part, descending: true }
    }

    /// The rows' keys in this order. Rows that are equal stay as they were entered.
    pub fn keys(self, state: State, figures: Derived<Figures>) -> Vec<u32> {
        let mut rows: Vec<(u32, String)> =
            state.form(|form| form.bodies.iter().map(|body| (body.key, form.body_name(body.key))).collect());
        match self.column {
            Column::Entry => {}
            Column::Name => rows.sort_by(|one, other| self.turned(compare_names(&one.1, &other.1))),
            _ => figures.with(|figures| {
                let rank = |row: &(u32, String)| self.rank(figures.row(row.0));
                rows.sort_by(|one, other| self.turned(rank(one).cmp(&rank(other))));
            }),
        }
        rows.into_iter().map(|(key, _)| key).collect()
    }

    fn turned(self, order: Ordering) -> Ordering {
        if self.descending { order.reverse() } else { order }
    }

    fn rank(self, row: Option<&Row>) -> Option<Decimal> {
        let row = row?;
        match self.column {
            Column::Entry | Column::Name => None,
            Column::Inhabitants => row.body.inhabitants.map(Decimal::from),
            Column::Participation => row.body.participation.known().map(Money::euros),
            Column::Part => row.part.map(Money::euros),
        }
    }
}

/// The heading of a column that sorts.
pub fn heading(sheet: Sheet, order: fn() -> Order, title: &'static str) -> AnyView {
    let order = order();
    let is_here = move || sheet.order.get().column == order.column;
    let sorted = text(move || {
        match (is_here(), sheet.order.get().descending) {
            (false, _) => "none",
            (true, true) => "descending",
            (true, false) => "ascending",
        }
        .to_owned()
    });
    let sort = move |_| {
        sheet.order.update(|now| {
            *now = if now.column == order.column { Order { descending: !now.descending, ..*now } } else { order };
        });
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=sorted>
            <button type="button" class="quiet sort" on:click=sort>{title}</button>
        </th>
    }
    .into_any()
}

//! What the worksheet says of each row: what the engine finds for each body, and each row's part of the bill.

use crate::form::{Form, Sharing, asks_bodies};
use crate::state::{Outcome, State};
use engine::french::parse_number;
use engine::joining::counting::Counting;
use engine::request::Membership;
use engine::territory::split::split;
use engine::territory::worksheet::{BodyRow, worksheet};
use engine::{Fee, Money};
use rust_decimal::Decimal;

/// What parts given by hand may be followed by: any numbers do, hundredths come to mind first.
pub const PART_UNIT: &str = "%";

/// The worksheet's figures; those of a form without a territory are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// The rows that are part of the estimate, by key.
    pub rows: Vec<Row>,
    /// The territory's membership, a year.
    pub bill: Fee,
    /// Whether the bill may be higher: a body's inhabitants are not known.
    pub is_least: bool,
    /// The cell of the grid that the bill stands in, by row and column.
    pub cell: Option<(usize, usize)>,
    /// What the EPCI's own membership costs a year, beside the participations; none where it does not join so.
    pub alone: Fee,
    /// Whether the bill is to be shared out: not where each commune has a participation.
    pub shares: bool,
    /// Whether it could be.
    pub is_shared: bool,
}

/// The figures of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The row's key.
    pub key: u32,
    /// What its body comes to.
    pub body: BodyRow,
    /// Whether its CCAS counts, when it is listed.
    pub ccas: Option<Counting>,
    /// Its part of the bill, its CCAS included.
    pub part: Option<Money>,
}

/// The figures of the form as it is.
pub fn figures(state: State) -> Figures {
    state.form(|form| {
        if asks_bodies(form) { state.of_outcome(|outcome| of(state, form, outcome)) } else { Figures::default() }
    })
}

fn of(state: State, form: &Form, outcome: &Outcome) -> Figures {
    let Some(sheet) = worksheet(state.catalogue, &outcome.reading.request) else { return Figures::default() };
    let mut rows: Vec<Row> = Vec::new();
    for (seat, body) in outcome.reading.seats.iter().zip(sheet.bodies) {
        match rows.last_mut() {
            Some(row) if seat.ccas => row.ccas = Some(body.counting),
            _ => rows.push(Row { key: seat.key, body, ccas: None, part: None }),
        }
    }
    let by_participations = form.membership == Membership::Individual;
    // Where each commune has a participation of its own there is nothing to share out.
    let parts = if by_participations { None } else { shares(sheet.bill, form, &rows) };
    let is_shared = parts.is_some();
    for (row, part) in rows.iter_mut().zip(parts.unwrap_or_default()) {
        row.part = Some(part);
    }
    Figures {
        rows,
        bill: sheet.bill,
        is_least: sheet.is_least,
        cell: sheet.cell,
        alone: if by_participations { sheet.alone } else { Fee::None },
        shares: !by_participations,
        is_shared,
    }
}

/// The bill's parts, row by row; none when the key gives none.
fn shares(bill: Fee, form: &Form, rows: &[Row]) -> Option<Vec<Money>> {
    let Fee::Known(bill) = bill else { return None };
    split(bill, &weights(form, rows)?)
}

/// What the key gives each row; none when something it depends on is not known.
pub fn weights(form: &Form, rows: &[Row]) -> Option<Vec<Decimal>> {
    rows.iter()
        .map(|row| match form.sharing {
            Sharing::Equal => Some(Decimal::from(1 + u8::from(row.ccas.is_some()))),
            Sharing::Inhabitants => row.body.inhabitants.map(Decimal::from),
            Sharing::Alone => match row.body.participation {
                Fee::Known(money) => Some(money.euros()),
                // Only communes have one.
                Fee::None => Some(Decimal::ZERO),
                Fee::Unknown | Fee::Quote => None,
            },
            Sharing::ByHand => {
                let typed = form.body(row.key).map_or("", |body| body.part.as_str());
                parse_number(typed, PART_UNIT).ok().map(Option::unwrap_or_default)
            }
        })
        .collect()
}

impl Figures {
    /// The figures of a row; none when it is left out.
    pub fn row(&self, key: u32) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }
}

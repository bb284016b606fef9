//! What the worksheet says of each row: found by pricing the same territory in each way to join.

use crate::annexes::grid::place;
use crate::form::{Form, Sharing, asks_bodies};
use crate::state::{Outcome, State};
use engine::catalogue::ServiceIx;
use engine::counting::Counting;
use engine::french::parse_number;
use engine::line;
use engine::request::{Body, Membership};
use engine::split::split;
use engine::{Estimate, Money, Request, amounts};
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
    /// Its inhabitants, when they are known.
    pub inhabitants: Option<u32>,
    /// Whether it counts, and why.
    pub counting: Counting,
    /// Whether its CCAS counts, when it is listed.
    pub ccas: Option<Counting>,
    /// What the other population would change; empty when nothing.
    pub municipal: Option<Municipal>,
    /// Its individual participation, a year.
    pub participation: Fee,
    /// Its part of the bill, its CCAS included.
    pub part: Option<Money>,
}

/// A row by its population municipale, where that changes something.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipal {
    /// The population.
    pub inhabitants: u32,
    /// Whether it would count.
    pub counts: bool,
    /// What its participation would be.
    pub participation: Fee,
}

/// A yearly amount.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Fee {
    /// There is none for such a body.
    #[default]
    None,
    /// Something that it depends on is not known yet.
    Unknown,
    /// In euros.
    Known(Money),
    /// On quote.
    Quote,
}

impl Fee {
    /// The amount, when it is known.
    pub fn known(self) -> Option<Money> {
        match self {
            Fee::Known(amount) => Some(amount),
            Fee::None | Fee::Unknown | Fee::Quote => None,
        }
    }
}

/// The figures of the form as it is.
pub fn figures(state: State) -> Figures {
    state.form(|form| {
        if asks_bodies(form) { state.of_outcome(|outcome| of(state, form, outcome)) } else { Figures::default() }
    })
}

fn of(state: State, form: &Form, outcome: &Outcome) -> Figures {
    let rules = &state.edition.membership;
    let Some(census) = outcome.estimate.as_ref().map(|estimate| &estimate.census) else { return Figures::default() };
    let price = |membership, bodies: &[Body]| {
        let request =
            Request { membership, bodies: bodies.to_vec(), services: Vec::new(), ..outcome.reading.request.clone() };
        amounts(state.catalogue, &request)
    };
    let bodies = &outcome.reading.request.bodies;
    let by_municipal: Vec<Body> =
        bodies.iter().map(|body| Body { inhabitants: body.municipal, ..body.clone() }).collect();
    let together = price(Membership::Mutualised, bodies);
    let individual = price(Membership::Individual, bodies);
    let otherwise = price(Membership::Individual, &by_municipal);
    let mut rows: Vec<Row> = Vec::new();
    for (place, (seat, body)) in outcome.reading.seats.iter().zip(bodies).enumerate() {
        let counting = census.reasons().get(place).copied().unwrap_or(Counting::Unknown);
        if seat.ccas {
            if let Some(row) = rows.last_mut() {
                row.ccas = Some(counting);
            }
            continue;
        }
        let participation = fee(individual.as_ref(), rules.individual, Some(place));
        let other = otherwise.as_ref().filter(|_| body.municipal.is_some());
        let municipal = other.zip(body.municipal).map(|(other, inhabitants)| Municipal {
            inhabitants,
            counts: other.census.reasons().get(place).is_some_and(|counting| counting.counts()),
            participation: fee(Some(other), rules.individual, Some(place)),
        });
        rows.push(Row {
            key: seat.key,
            inhabitants: body.inhabitants,
            counting,
            ccas: None,
            municipal: municipal.filter(|it| it.counts != counting.counts() || it.participation != participation),
            participation,
            part: None,
        });
    }
    let bill = fee(together.as_ref(), rules.mutualised, None);
    let by_participations = form.membership == Membership::Individual;
    let alone = if by_participations { fee(individual.as_ref(), rules.mutualised, None) } else { Fee::None };
    // Where each commune has a participation of its own there is nothing to share out.
    let parts = if by_participations { None } else { shares(bill, form, &rows) };
    let is_shared = parts.is_some();
    for (row, part) in rows.iter_mut().zip(parts.unwrap_or_default()) {
        row.part = Some(part);
    }
    let cell = together.as_ref().and_then(place);
    Figures {
        rows,
        bill,
        is_least: together.is_some_and(|it| it.count_is_least),
        cell,
        alone,
        shares: !by_participations,
        is_shared,
    }
}

/// What the lines of a service come to for a body, a year.
fn fee(estimate: Option<&Estimate<'_>>, service: ServiceIx, body: Option<usize>) -> Fee {
    let Some(estimate) = estimate else { return Fee::None };
    let id = estimate.edition.service(service).map(|service| &service.id);
    let mut fee = Fee::None;
    for item in estimate.items.iter().filter(|item| Some(&item.service.id) == id && item.body == body) {
        fee = match (&item.outcome, fee) {
            (line::Outcome::Quote(..), _) | (_, Fee::Quote) => Fee::Quote,
            (line::Outcome::Missing(..), _) | (_, Fee::Unknown) => Fee::Unknown,
            (line::Outcome::Charged(line), Fee::None) => Fee::Known(line.charge.outlay()),
            (line::Outcome::Charged(line), Fee::Known(before)) => Fee::Known(before.plus(line.charge.outlay())),
            (_, before) => before,
        };
    }
    fee
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
            Sharing::Inhabitants => row.inhabitants.map(Decimal::from),
            Sharing::Alone => match row.participation {
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

//! The estimate as files for spreadsheets. Only the part that brings their writer calls this.

use crate::annexes::{Figures, Row, figures, weights};
use crate::browser;
use crate::form::{Form, Seat, asks_bodies, key};
use crate::state::State;
use crate::views::answers;
use engine::Fee;
use rust_decimal::Decimal;
use sheets::{Body, Document, Territory};
use territory::ccas_name;

/// A sort of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text for any spreadsheet.
    Csv,
    /// A workbook with formulas.
    Xlsx,
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The name to save it under.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Makes a file of the estimate as it is; `None` when there is no estimate, or when its writer refuses it.
pub fn make(state: State, kind: Kind) -> Option<Made> {
    let figures = figures(state);
    let answers = answers(state);
    let (asker, names, first_year, territory) = state.form(|form| {
        let names: Vec<String> =
            state.of_outcome(|outcome| outcome.reading.seats.iter().map(|seat| name(form, *seat)).collect());
        (form.asker(), names, form.start, territory(form, &figures))
    });
    state.of_outcome(|outcome| {
        // The page's own estimate is without the reasons.
        let estimate = engine::estimate(state.catalogue, &outcome.reading.request)?;
        let document = Document {
            estimate: &estimate,
            kind: outcome.reading.request.kind,
            asker: &asker,
            first_year,
            made_on: &browser::today(),
            names: &names,
            answers: &answers,
            territory,
        };
        let (extension, media, bytes) = match kind {
            Kind::Csv => ("csv", "text/csv;charset=utf-8", sheets::csv(&document).into_bytes()),
            Kind::Xlsx => ("xlsx", XLSX, sheets::xlsx(&document).ok()?),
        };
        Some(Made { name: sheets::file_name(&document, extension), media, bytes })
    })
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What a body of the request is called.
fn name(form: &Form, seat: Seat) -> String {
    let name = form.body_name(seat.key);
    if seat.ccas { ccas_name(&name) } else { name }
}

/// The worksheet's rows; `None` when it has none.
fn territory(form: &Form, figures: &Figures) -> Option<Territory> {
    if !asks_bodies(form) || figures.rows.is_empty() {
        return None;
    }
    let weights = weights(form, &figures.rows).unwrap_or_default();
    let mut weights = weights.into_iter();
    let body = |row: &Row| Body {
        name: form.body_name(row.key),
        inhabitants: row.body.inhabitants,
        counting: row.body.counting,
        ccas: row.ccas,
        participation: row.body.participation,
        weight: weights.next().unwrap_or(Decimal::ZERO),
        part: row.part,
    };
    let bodies = figures.rows.iter().map(body).collect();
    let sharing = match figures.bill {
        Fee::Known(bill) if figures.is_shared => Some(sheets::Sharing { bill, key: key(form.sharing).to_owned() }),
        _ => None,
    };
    Some(Territory { bodies, sharing })
}

//! The sheet of prices: each unit price used, once, with the row of the list it comes from.

use super::PRICES;
use super::pen::{Pen, after, fixed};
use crate::{Document, words};
use engine::Money;
use engine::line::{Charge, Item, Line};
use rust_xlsxwriter::XlsxError;

/// The row of the headings; the rows above say what the sheet is.
const HEADING: u32 = 4;

/// The column of the unit prices.
const PRICE: u16 = 3;

const LAST: u16 = 7;

/// The unit prices that the lines use, in their order.
pub struct Prices<'d> {
    used: Vec<(&'d Item<'d>, &'d Line<'d>)>,
}

impl<'d> Prices<'d> {
    pub fn of(document: &Document<'d>) -> Prices<'d> {
        let mut used: Vec<(&Item<'_>, &Line<'_>)> = Vec::new();
        for item in &document.estimate.items {
            let Some(line) = item.line() else { continue };
            if !used.iter().any(|(known, its)| is_same(known, its, item, line)) {
                used.push((item, line));
            }
        }
        Prices { used }
    }

    /// The cell, as other sheets name it, of a line's unit price.
    pub fn cell(&self, item: &Item<'_>, line: &Line<'_>) -> String {
        let place = self.used.iter().position(|(known, its)| is_same(known, its, item, line)).unwrap_or_default();
        format!("{PRICES}!{}", fixed(row(place), PRICE))
    }

    pub fn write(&self, pen: &mut Pen<'_>, document: &Document<'_>) -> Result<(), XlsxError> {
        let styles = pen.styles;
        pen.about("Prix retenus", document)?;
        pen.widths(&[(0, 35), (1, 32), (2, 16), (3, 13), (4, 10), (5, 13), (6, 28), (7, 52)])?;
        pen.text(
            HEADING.saturating_sub(1),
            0,
            "Changer un prix recalcule l'estimation.",
            &pen.styles.note.clone().unset_text_wrap(),
        )?;
        let headings = [
            "Prestation",
            "Ligne du catalogue",
            "Unité",
            "Prix unitaire",
            "TVA",
            "Rythme",
            "Tranche retenue",
            "Source",
        ];
        pen.sheet.set_row_height_pixels(HEADING, 30)?;
        for (column, heading) in (0..).zip(headings) {
            pen.text(HEADING, column, heading, &styles.heading)?;
        }
        let edition = document.estimate.edition;
        for (place, (item, line)) in self.used.iter().enumerate() {
            let row = row(place);
            let taxed = match line.charge {
                Charge::Exempt(_) => "exonéré",
                Charge::Taxed { .. } => "HT",
            };
            pen.wrapped(row, 0, &item.service.label, &styles.cell)?;
            pen.wrapped(row, 1, words::row(item), &styles.indented)?;
            pen.wrapped(row, 2, &line.price.unit, &styles.indented)?;
            pen.euros(row, PRICE, line.priced.unit, &styles.input_euros)?;
            pen.text(row, 4, taxed, &styles.centred)?;
            pen.wrapped(row, 5, &words::rhythm(line.schedule), &styles.cell)?;
            pen.wrapped(row, 6, &words::column(edition, line), &styles.cell)?;
            pen.wrapped(row, 7, &words::source(edition, item), &styles.soft)?;
            pen.fit(row)?;
        }
        pen.finish(HEADING, row(self.used.len()).max(after(HEADING)), LAST)
    }
}

/// The row of a price by its place.
fn row(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(after(HEADING))
}

/// Whether two lines use one price: the same row of the list, at the same amount.
fn is_same(one: &Item<'_>, its: &Line<'_>, other: &Item<'_>, line: &Line<'_>) -> bool {
    let key = |item: &Item<'_>, line: &Line<'_>| -> (String, String, Money) {
        (item.service.id.clone(), line.price.id.clone(), line.priced.unit)
    };
    key(one, its) == key(other, line)
}

//! Which column holds what: as many as the period has years, and one for bodies where lines name some.

use crate::Document;
use crate::words;
use crate::xlsx::pen::{Pen, at};
use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

/// The columns of the sheet; the service and its row are the first two.
#[derive(Clone, Copy)]
pub struct Columns {
    pub body: Option<u16>,
    pub quantity: u16,
    pub unit: u16,
    pub price: u16,
    pub net: u16,
    pub vat: u16,
    pub gross: u16,
    pub rhythm: u16,
    first_year: u16,
    years: u8,
}

impl Columns {
    pub fn of(document: &Document<'_>) -> Columns {
        let has_bodies = document.estimate.items.iter().any(|item| item.body.is_some());
        let after = if has_bodies { 3_u16 } else { 2 };
        let nth = |place: u16| after.saturating_add(place);
        Columns {
            body: has_bodies.then_some(2),
            quantity: nth(0),
            unit: nth(1),
            price: nth(2),
            net: nth(3),
            vat: nth(4),
            gross: nth(5),
            rhythm: nth(6),
            first_year: nth(7),
            years: document.estimate.years,
        }
    }

    /// Each year of the period and its column.
    pub fn years(self) -> impl Iterator<Item = (u8, u16)> {
        (1..=self.years).zip(self.first_year..)
    }

    /// The column of the whole period.
    pub fn total(self) -> u16 {
        self.first_year.saturating_add(u16::from(self.years))
    }

    /// The years of a row, as a formula names them.
    pub fn years_of(self, row: u32) -> String {
        format!("{}:{}", at(row, self.first_year), at(row, self.total().saturating_sub(1)))
    }

    /// About how many letters of a small note stand side by side over all columns.
    pub fn letters(self) -> usize {
        let body = if self.body.is_some() { 22 } else { 0 };
        usize::from(self.years).saturating_mul(13).saturating_add(170).saturating_add(body)
    }

    /// Widths and headings.
    pub fn head(self, pen: &mut Pen<'_>, document: &Document<'_>, row: u32) -> Result<(), XlsxError> {
        let widths = [
            (0, 34),
            (1, 30),
            (self.quantity, 10),
            (self.unit, 14),
            (self.price, 13),
            (self.net, 13),
            (self.vat, 12),
            (self.gross, 13),
            (self.rhythm, 14),
            (self.total(), 14),
        ];
        pen.widths(&widths)?;
        let headings = [
            (0, "Prestation"),
            (1, "Ligne du catalogue"),
            (self.quantity, "Quantité"),
            (self.unit, "Unité"),
            (self.price, "Prix unitaire"),
            (self.net, "HT ou exonéré, chaque fois"),
            (self.vat, "TVA, chaque fois"),
            (self.gross, "À payer chaque fois"),
            (self.rhythm, "Rythme"),
            (self.total(), "Sur la période"),
        ];
        let heading = &pen.styles.heading;
        pen.sheet.set_row_height_pixels(row, 54)?;
        for (column, text) in headings {
            pen.text(row, column, text, heading)?;
        }
        if let Some(column) = self.body {
            pen.widths(&[(column, 22)])?;
            pen.text(row, column, "Organisme", heading)?;
        }
        for (year, column) in self.years() {
            pen.widths(&[(column, 13)])?;
            match words::calendar(document, year) {
                Some(calendar) => pen.number(row, column, Decimal::from(calendar), heading)?,
                None => pen.text(row, column, &words::year(document, year), heading)?,
            }
        }
        Ok(())
    }
}

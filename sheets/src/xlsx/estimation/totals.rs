//! The totals: exempt and taxed apart, what leaves the budget last, and again above the headings.

use super::{Block, Sheet};
use crate::xlsx::pen::{after, at, fixed};
use engine::{Lacking, Money, Totals};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, XlsxError};

/// A sum of each year: its name and what the engine found.
type Sum = (&'static str, fn(&Totals) -> Money);

const SUMS: [Sum; 4] = [
    ("Total exonéré de TVA", |totals| totals.exempt),
    ("Total HT", |totals| totals.ht),
    ("Total TVA", |totals| totals.tva),
    ("Total TTC", |totals| totals.ttc),
];

const OUTLAY: &str = "À payer : ce qui sort du budget (exonéré + TTC)";
const AT_LEAST: &str = "À payer, au moins : ce qui est sur devis ou en attente s'y ajoute (exonéré + TTC)";

impl Sheet<'_, '_, '_> {
    /// The rows of the totals, and the headline that repeats the last of them.
    pub fn totals(&mut self, taxed: Block, exempt: Block, headline: u32) -> Result<(), XlsxError> {
        self.section("Totaux")?;
        let first = self.row;
        let [of_exempt, of_net, of_vat, of_gross] = [0, 1, 2, 3_u32].map(|place| first.saturating_add(place));
        let columns = self.columns;
        let (estimate, styles) = (self.document.estimate, self.pen.styles);
        for (row, (name, sum)) in [of_exempt, of_net, of_vat, of_gross].into_iter().zip(SUMS) {
            self.band(row, name, false)?;
            let style = |lacking: Lacking| {
                let may_grow = if row == of_exempt { lacking.exempt } else { lacking.taxed };
                if may_grow { &styles.total_at_least } else { &styles.total }
            };
            for (year, column) in columns.years() {
                let style = style(estimate.lacking(year));
                let result = self.result(year, sum);
                let formula = match row {
                    _ if row == of_exempt => exempt.sum(column),
                    _ if row == of_net => taxed.sum_due(column, columns.net),
                    _ if row == of_vat => taxed.sum_due(column, columns.vat),
                    _ => taxed.sum(column),
                };
                match formula {
                    Some(formula) => {
                        self.pen.formula(row, column, &formula, result, style)?;
                    }
                    None => self.pen.number(row, column, Decimal::ZERO, style)?,
                }
            }
            self.over_period(row, sum(&estimate.period), style(estimate.lacking_over_period()))?;
        }
        let outlay = after(of_gross);
        let name = if estimate.is_at_least() { AT_LEAST } else { OUTLAY };
        let grand = |lacking: Lacking| if lacking.any() { &styles.grand_at_least } else { &styles.grand };
        for row in [outlay, headline] {
            self.pen.sheet.set_row_height_pixels(row, 26)?;
            self.band(row, name, true)?;
        }
        for (year, column) in columns.years() {
            let result = self.result(year, |totals| totals.outlay());
            let sum = format!("{}+{}", at(of_exempt, column), at(of_gross, column));
            let grand = grand(estimate.lacking(year));
            self.pen.formula(outlay, column, &sum, result, grand)?;
            self.pen.formula(headline, column, &at(outlay, column), result, grand)?;
        }
        let (period, grand) = (estimate.period.outlay(), grand(estimate.lacking_over_period()));
        self.over_period(outlay, period, grand)?;
        let total = columns.total();
        self.pen.formula(headline, total, &at(outlay, total), period.euros(), grand)?;
        self.row = after(outlay);
        Ok(())
    }

    /// A row of one colour, named.
    fn band(&mut self, row: u32, name: &str, is_grand: bool) -> Result<(), XlsxError> {
        let styles = self.pen.styles;
        let style = if is_grand { &styles.grand_label } else { &styles.total_label };
        for column in 0..self.columns.total() {
            self.pen.blank(row, column, style)?;
        }
        self.pen.text(row, 0, name, style)
    }

    fn over_period(&mut self, row: u32, result: Money, style: &Format) -> Result<(), XlsxError> {
        let sum = format!("SUM({})", self.columns.years_of(row));
        self.pen.formula(row, self.columns.total(), &sum, result.euros(), style)
    }

    fn result(&self, year: u8, sum: impl Fn(&Totals) -> Money) -> Decimal {
        self.document.estimate.year(year).map_or(Decimal::ZERO, |totals| sum(&totals).euros())
    }
}

impl Block {
    /// The sum of a column of the block; `None` for a block without lines.
    fn sum(self, column: u16) -> Option<String> {
        Some(format!("SUM({})", self.range(column)?))
    }

    /// The sum of what lines come to each time, over those that fall due in the column of a year.
    fn sum_due(self, year: u16, each_time: u16) -> Option<String> {
        let amounts = format!("{}:{}", fixed(self.from, each_time), fixed(self.to, each_time));
        Some(format!("SUMPRODUCT(ISNUMBER({})*{amounts})", self.range(year)?))
    }

    fn range(self, column: u16) -> Option<String> {
        (self.from <= self.to).then(|| format!("{}:{}", at(self.from, column), at(self.to, column)))
    }
}

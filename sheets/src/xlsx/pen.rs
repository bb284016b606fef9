//! Writing cells: texts that cannot be formulas, numbers as near as a spreadsheet holds them, formulas with
//! their results.

use super::styles::{FONT_HEIGHT, Styles};
use crate::inert::is_like_a_formula;
use crate::{Document, words};
use engine::Money;
use rust_decimal::Decimal;
use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

/// What a spreadsheet holds in a cell at most.
const LONGEST: usize = 32_000;

/// Writes on a sheet.
pub struct Pen<'p> {
    pub sheet: &'p mut Worksheet,
    pub styles: &'p Styles,
    widths: Vec<(u16, u16)>,
    /// How many lines the highest cell of the row being written takes.
    lines: u32,
}

impl<'p> Pen<'p> {
    pub fn new(sheet: &'p mut Worksheet, styles: &'p Styles) -> Pen<'p> {
        Pen { sheet, styles, widths: Vec::new(), lines: 1 }
    }

    /// A text, and never more than a text: also when somebody edits its cell.
    pub fn text(&mut self, row: u32, column: u16, text: &str, style: &Format) -> Result<(), XlsxError> {
        let text: String = text.chars().take(LONGEST).collect();
        if is_like_a_formula(&text) {
            self.sheet.write_string_with_format(row, column, text, &style.clone().set_quote_prefix())?;
        } else {
            self.sheet.write_string_with_format(row, column, text, style)?;
        }
        Ok(())
    }

    /// A text that goes on below itself where its column ends; the row is made as high by [`Pen::fit`].
    /// Widths are in digits, and letters are narrower.
    pub fn wrapped(&mut self, row: u32, column: u16, text: &str, style: &Format) -> Result<(), XlsxError> {
        let width = self.widths.iter().find(|(known, _)| *known == column).map_or(8, |(_, width)| *width);
        self.lines = self.lines.max(lines(text, usize::from(width.saturating_add(width / 12))));
        self.text(row, column, text, style)
    }

    /// Makes a row high enough for what was written in it: few programs do that by themselves.
    pub fn fit(&mut self, row: u32) -> Result<(), XlsxError> {
        self.sheet.set_row_height_pixels(row, height(self.lines))?;
        self.lines = 1;
        Ok(())
    }

    pub fn number(&mut self, row: u32, column: u16, number: Decimal, style: &Format) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(row, column, nearest(number), style)?;
        Ok(())
    }

    pub fn euros(&mut self, row: u32, column: u16, amount: Money, style: &Format) -> Result<(), XlsxError> {
        self.number(row, column, amount.euros(), style)
    }

    /// A formula, with its result for whoever does not calculate.
    pub fn formula(
        &mut self,
        row: u32,
        column: u16,
        formula: &str,
        result: Decimal,
        style: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(formula).set_result(result.normalize().to_string());
        self.sheet.write_formula_with_format(row, column, formula, style)?;
        Ok(())
    }

    pub fn blank(&mut self, row: u32, column: u16, style: &Format) -> Result<(), XlsxError> {
        self.sheet.write_blank(row, column, style)?;
        Ok(())
    }

    /// How many letters wide columns are.
    pub fn widths(&mut self, widths: &[(u16, u16)]) -> Result<(), XlsxError> {
        for (column, width) in widths {
            self.sheet.set_column_width(*column, *width)?;
        }
        self.widths.extend(widths);
        Ok(())
    }

    /// A text over all columns up to `last`, `width` characters wide; its row is made high enough.
    pub fn across(&mut self, row: u32, last: u16, width: usize, text: &str, style: &Format) -> Result<(), XlsxError> {
        self.sheet.set_row_height_pixels(row, height(lines(text, width)))?;
        let style = if is_like_a_formula(text) { style.clone().set_quote_prefix() } else { style.clone() };
        self.sheet.merge_range(row, 0, row, last.max(1), text, &style)?;
        Ok(())
    }

    /// The first rows of a sheet: its title, who asks, which edition, when, and what it is not. The next
    /// free row.
    pub fn about(&mut self, title: &str, document: &Document<'_>) -> Result<u32, XlsxError> {
        let styles = self.styles;
        let asker = words::asker(document);
        let title = if asker.is_empty() { title.to_owned() } else { format!("{title} – {asker}") };
        let edition = document.estimate.edition;
        let adopted = format!("D'après : {} (réf. {}).", words::edition(edition), edition.reference);
        let made = format!("Faite le {}. {}.", words::day(document.made_on), words::NOTICE);
        self.sheet.set_row_height_pixels(0, 28)?;
        self.text(0, 0, &title, &styles.title)?;
        self.text(1, 0, &adopted, &styles.about)?;
        self.text(2, 0, &made, &styles.about)?;
        Ok(3)
    }

    /// Prints a sheet from its first cell to `row` and `last`, its headings repeated, and keeps these in
    /// sight with the first column.
    pub fn finish(&mut self, heading: u32, row: u32, last: u16) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(heading.saturating_add(1), 1)?;
        self.sheet.set_repeat_rows(heading, heading)?;
        self.sheet.set_print_area(0, 0, row, last)?;
        Ok(())
    }
}

/// `D12`.
pub fn at(row: u32, column: u16) -> String {
    row_col_to_cell(row, column)
}

/// `$D12`.
pub fn at_column(row: u32, column: u16) -> String {
    format!("${}", row_col_to_cell(row, column))
}

/// `$D$12`.
pub fn fixed(row: u32, column: u16) -> String {
    row_col_to_cell_absolute(row, column)
}

/// The next row.
pub fn after(row: u32) -> u32 {
    row.saturating_add(1)
}

/// How many lines a text takes in a column: words are kept whole.
fn lines(text: &str, width: usize) -> u32 {
    let (mut lines, mut used) = (1_u32, 0_usize);
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        let with_space = used.saturating_add(letters).saturating_add(usize::from(used > 0));
        if used > 0 && with_space > width {
            lines = lines.saturating_add(1);
            used = letters;
        } else {
            used = with_space;
        }
        // A word wider than the column is cut.
        while used > width.max(1) {
            lines = lines.saturating_add(1);
            used = used.saturating_sub(width.max(1));
        }
    }
    lines.min(20)
}

fn height(lines: u32) -> u32 {
    lines.saturating_mul(FONT_HEIGHT.saturating_sub(2)).saturating_add(6)
}

/// The nearest number that a spreadsheet holds.
fn nearest(number: Decimal) -> f64 {
    // Read from its digits, which is exact to the last bit.
    number.to_string().parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_are_counted_by_whole_words() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("une prestation", 14), 1);
        assert_eq!(lines("une prestation", 13), 2);
        assert_eq!(lines("a aaaaaaaaaaaaaaaaaaaaaaaaa", 10), 4);
    }
}

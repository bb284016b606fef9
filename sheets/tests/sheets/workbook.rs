//! A workbook read as a reader of it would: by its headings and its labels.

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use engine::line::{Charge, Line, Outcome};
use engine::{Money, Totals};
use sheets::Document;
use std::io::Cursor;

/// The cells of a workbook.
pub struct Workbook {
    sheets: Vec<(String, Range<Data>)>,
}

impl Workbook {
    pub fn read(bytes: Vec<u8>) -> Workbook {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        Workbook::of(book.worksheets())
    }

    pub fn of(sheets: Vec<(String, Range<Data>)>) -> Workbook {
        Workbook { sheets }
    }

    pub fn names(&self) -> Vec<&str> {
        self.sheets.iter().map(|(name, _)| name.as_str()).collect()
    }

    pub fn sheet(&self, name: &str) -> &Range<Data> {
        &self.sheets.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// Every text of every sheet.
    pub fn texts(&self) -> Vec<String> {
        let cells = self.sheets.iter().flat_map(|(_, sheet)| sheet.used_cells());
        cells.filter_map(|(_, _, cell)| if let Data::String(text) = cell { Some(text.clone()) } else { None }).collect()
    }

    /// The figures are those of the document, to the cent.
    pub fn assert_is(&self, document: &Document<'_>, what: &str) {
        let (found, expected) = (self.estimation(document.estimate.years), expected(document));
        assert_eq!(found, expected, "{what}: Estimation");
        let Some(territory) = &document.territory else {
            assert_eq!(self.names(), ["Estimation", "Prix"], "{what}");
            return;
        };
        let bodies = self.sheet("Communes");
        let rows: Vec<usize> = (6..6 + territory.bodies.len()).collect();
        let parts: Vec<String> = rows.iter().map(|row| cents(bodies.get((*row, 8)))).collect();
        let of_engine: Vec<String> =
            territory.bodies.iter().map(|body| body.part.map_or(String::new(), euros)).collect();
        assert_eq!(parts, of_engine, "{what}: Communes");
        let sums = 6 + territory.bodies.len();
        let inhabitants: u32 = territory.bodies.iter().filter_map(|body| body.inhabitants).sum();
        assert_eq!(number(bodies.get((sums, 1))), Some(f64::from(inhabitants)), "{what}: inhabitants");
        let counted = u32::try_from(document.estimate.census.counted()).unwrap();
        assert_eq!(number(bodies.get((sums, 2))), Some(f64::from(counted)), "{what}: counted");
        if let Some(sharing) = &territory.sharing {
            assert_eq!(cents(bodies.get((sums, 8))), euros(sharing.bill), "{what}: the parts' sum");
        }
    }

    /// The amounts of each line and each total, in the order of the sheet.
    fn estimation(&self, years: u8) -> Vec<Vec<String>> {
        let sheet = self.sheet("Estimation");
        let rows: Vec<&[Data]> = sheet.rows().collect();
        let is = |cell: &Data, text: &str| matches!(cell, Data::String(found) if found == text);
        let heading = rows.iter().position(|row| is(&row[0], "Prestation")).unwrap();
        let column = |name: &str| rows[heading].iter().position(|cell| is(cell, name)).unwrap();
        let (price, total) = (column("Prix unitaire"), column("Sur la période"));
        let net = price + 1;
        let first_year = total - usize::from(years);
        let mut found = Vec::new();
        for row in &rows[heading - 1..] {
            let amounts = row[first_year..=total].iter().map(|cell| cents(Some(cell)));
            let label = row[0].to_string();
            if label.starts_with("Total ") || label.starts_with("À payer") {
                found.push(amounts.collect());
            } else if number(row.get(price)).is_some() {
                found.push(row[net..net + 3].iter().map(|cell| cents(Some(cell))).chain(amounts).collect());
            }
        }
        found
    }
}

/// The same from the engine: the headline, the taxed lines, the exempt ones, the totals.
fn expected(document: &Document<'_>) -> Vec<Vec<String>> {
    let estimate = document.estimate;
    let sums = |sum: fn(&Totals) -> Money| -> Vec<String> {
        estimate.by_year.iter().chain([&estimate.period]).map(|totals| euros(sum(totals))).collect()
    };
    let outlay: fn(&Totals) -> Money = |totals| totals.outlay();
    let line = |line: &Line<'_>| -> Vec<String> {
        let due = match line.charge {
            Charge::Exempt(amount) => [euros(amount), String::new(), euros(amount)],
            Charge::Taxed { ht, tva, .. } => [euros(ht), euros(tva), euros(ht.plus(tva))],
        };
        let years = (1..=estimate.years).map(|year| line.in_year(year).map_or(String::new(), |it| euros(it.outlay())));
        due.into_iter().chain(years).chain([euros(line.outlay_over(estimate.years))]).collect()
    };
    let taxed = |line: &&Line<'_>| matches!(line.charge, Charge::Taxed { .. });
    let lines = estimate.lines().filter(taxed).chain(estimate.lines().filter(|it| !taxed(it))).map(line);
    let totals: [fn(&Totals) -> Money; 5] =
        [|totals| totals.exempt, |totals| totals.ht, |totals| totals.tva, |totals| totals.ttc, outlay];
    std::iter::once(sums(outlay)).chain(lines).chain(totals.map(sums)).collect()
}

/// How many items are on quote.
pub fn quotes(document: &Document<'_>) -> usize {
    document.estimate.items.iter().filter(|item| matches!(item.outcome, Outcome::Quote(..))).count()
}

fn number(cell: Option<&Data>) -> Option<f64> {
    match cell? {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(f64::from(i32::try_from(*number).unwrap())),
        _ => None,
    }
}

/// A number that is a whole number of cents, but for the noise of floats; empty for anything else.
fn cents(cell: Option<&Data>) -> String {
    let Some(number) = number(cell) else { return String::new() };
    assert!((number * 100.0 - (number * 100.0).round()).abs() < 1e-4, "{number} is not in whole cents");
    format!("{number:.2}")
}

pub fn euros(money: Money) -> String {
    format!("{:.2}", money.euros())
}

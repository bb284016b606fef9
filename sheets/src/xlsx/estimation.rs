//! The sheet of the estimate: a row a line, what leaves the budget year by year, the totals below, and what
//! is not charged between the two, in words.

mod columns;
mod totals;

use super::pen::{Pen, after, at, at_column, fixed};
use super::prices::Prices;
use crate::{Document, words};
use columns::Columns;
use engine::Money;
use engine::line::{Charge, Item, Line, Outcome};
use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

/// Where things stand that other sheets name.
pub struct Places {
    /// Each rate of VAT: its name and its cell.
    pub rates: Vec<(String, String)>,
    /// The cells of the EPCI's own membership, each with what it comes to each time.
    pub bill: Vec<(String, Money)>,
}

/// Where the lines of one tax regime stand; none when `to` is before `from`.
#[derive(Clone, Copy)]
struct Block {
    from: u32,
    to: u32,
}

/// A sort of items that are not charged: its title, and which outcomes belong to it.
type Sort = (&'static str, fn(&Outcome<'_>) -> bool);

const UNCHARGED: [Sort; 4] = [
    ("Sur devis, en plus des totaux", |outcome| matches!(outcome, Outcome::Quote(..))),
    ("En attente d'une réponse, en plus des totaux", |outcome| matches!(outcome, Outcome::Missing(..))),
    ("Gratuit", |outcome| matches!(outcome, Outcome::Free(..))),
    ("Inclus dans l'adhésion", |outcome| matches!(outcome, Outcome::Included(..))),
];

const HELP: &str = "Les cases jaunes se changent, les totaux suivent. Le prix unitaire reste celui de la tranche retenue : au-delà d'un seuil, refaire l'estimation.";

/// Writes the sheet.
pub fn write(pen: &mut Pen<'_>, document: &Document<'_>, prices: &Prices<'_>) -> Result<Places, XlsxError> {
    let columns = Columns::of(document);
    let styles = pen.styles;
    let help = pen.about("Estimation", document)?;
    pen.text(help, 0, HELP, &styles.note.clone().unset_text_wrap())?;
    let rates = rates(pen, document, &columns, after(help))?;
    let headline = after(help).saturating_add(u32::try_from(rates.len()).unwrap_or_default());
    let heading = after(headline);
    columns.head(pen, document, heading)?;
    let mut sheet = Sheet { pen, document, prices, columns, rates, bill: Vec::new(), row: after(heading) };
    let taxed = sheet.block("Soumis à la TVA", |charge| matches!(charge, Charge::Taxed { .. }))?;
    let exempt = sheet.block("Exonéré de TVA", |charge| matches!(charge, Charge::Exempt(_)))?;
    for (title, holds) in UNCHARGED {
        sheet.uncharged(title, holds)?;
    }
    sheet.totals(taxed, exempt, headline)?;
    let answers: Vec<String> =
        document.answers.iter().map(|(question, answer)| format!("{question} : {answer}")).collect();
    sheet.notes("Réponses prises en compte", &answers)?;
    sheet.notes("À savoir", &words::remarks(document))?;
    sheet.notes("Points à confirmer : là où le catalogue ne tranche pas", &words::silent_places(document))?;
    let last = sheet.columns.total();
    let end = sheet.row.saturating_sub(1);
    sheet.pen.finish(heading, end, last)?;
    let rates = sheet.rates.into_iter().map(|rate| (rate.name, rate.cell)).collect();
    Ok(Places { rates, bill: sheet.bill })
}

/// A rate of VAT and the cell where it may be changed.
struct Rate {
    rate: Decimal,
    name: String,
    cell: String,
}

/// Writes each rate that a line has in a cell of its own, above the column of the VAT.
fn rates(pen: &mut Pen<'_>, document: &Document<'_>, columns: &Columns, row: u32) -> Result<Vec<Rate>, XlsxError> {
    let mut rates: Vec<Rate> = Vec::new();
    for line in document.estimate.lines() {
        let Charge::Taxed { rate, .. } = line.charge else { continue };
        if rates.iter().any(|known| known.rate == rate) {
            continue;
        }
        let row = row.saturating_add(u32::try_from(rates.len()).unwrap_or_default());
        let styles = pen.styles;
        pen.text(row, columns.net, "Taux de TVA", &styles.label)?;
        let style = styles.input_rate.clone().set_num_format(if rate.fract().is_zero() { "0%" } else { "0.0##%" });
        pen.number(row, columns.vat, rate.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default(), &style)?;
        let suffix = if rates.is_empty() { String::new() } else { format!("_{}", rates.len().saturating_add(1)) };
        rates.push(Rate { rate, name: format!("Taux_TVA{suffix}"), cell: fixed(row, columns.vat) });
    }
    Ok(rates)
}

/// The sheet being written, and the next free row.
struct Sheet<'s, 'p, 'd> {
    pen: &'s mut Pen<'p>,
    document: &'s Document<'d>,
    prices: &'s Prices<'d>,
    columns: Columns,
    rates: Vec<Rate>,
    bill: Vec<(String, Money)>,
    row: u32,
}

impl Sheet<'_, '_, '_> {
    /// The lines of one tax regime, under their title.
    fn block(&mut self, title: &str, holds: impl Fn(&Charge) -> bool) -> Result<Block, XlsxError> {
        let document = self.document;
        let lines = document.estimate.items.iter().filter_map(|item| item.line().map(|line| (item, line)));
        let mut lines = lines.filter(|(_, line)| holds(&line.charge)).peekable();
        if lines.peek().is_none() {
            return Ok(Block { from: self.row, to: self.row.saturating_sub(1) });
        }
        self.section(title)?;
        let from = self.row;
        for (item, line) in lines {
            self.line(item, line)?;
        }
        Ok(Block { from, to: self.row.saturating_sub(1) })
    }

    fn section(&mut self, title: &str) -> Result<(), XlsxError> {
        self.pen.sheet.set_row_height_pixels(self.row, 24)?;
        self.pen.text(self.row, 0, title, &self.pen.styles.section)?;
        self.row = after(self.row);
        Ok(())
    }

    /// What an item is: service, row, body.
    fn named(&mut self, item: &Item<'_>, row_label: &str) -> Result<(), XlsxError> {
        let styles = self.pen.styles;
        self.pen.wrapped(self.row, 0, &item.service.label, &styles.cell)?;
        self.pen.wrapped(self.row, 1, row_label, &styles.indented)?;
        if let Some(column) = self.columns.body {
            self.pen.wrapped(self.row, column, &words::body(self.document, item), &styles.indented)?;
        }
        Ok(())
    }

    /// A line: quantity × unit price, its VAT, and what falls due in each year.
    fn line(&mut self, item: &Item<'_>, line: &Line<'_>) -> Result<(), XlsxError> {
        let (row, columns, styles, years) = (self.row, self.columns, self.pen.styles, self.document.estimate.years);
        self.named(item, words::row(item))?;
        let pen = &mut *self.pen;
        pen.number(row, columns.quantity, line.priced.quantity, &styles.input)?;
        pen.wrapped(row, columns.unit, &line.price.unit, &styles.indented)?;
        pen.formula(row, columns.price, &self.prices.cell(item, line), line.priced.unit.euros(), &styles.euros)?;
        let product = format!("ROUND({}*{},2)", at(row, columns.quantity), at(row, columns.price));
        let outlay = line.charge.outlay().euros();
        let (net, vat) = (at(row, columns.net), at(row, columns.vat));
        match line.charge {
            Charge::Exempt(amount) => {
                pen.formula(row, columns.net, &product, amount.euros(), &styles.euros)?;
                pen.text(row, columns.vat, "exonéré", &styles.word)?;
                pen.formula(row, columns.gross, &net, outlay, &styles.euros)?;
            }
            Charge::Taxed { ht, tva, rate } => {
                let name = self.rates.iter().find(|known| known.rate == rate).map_or("0", |known| known.name.as_str());
                pen.formula(row, columns.net, &product, ht.euros(), &styles.euros)?;
                pen.formula(row, columns.vat, &format!("ROUND({net}*{name},2)"), tva.euros(), &styles.euros)?;
                pen.formula(row, columns.gross, &format!("{net}+{vat}"), outlay, &styles.euros)?;
            }
        }
        pen.wrapped(row, columns.rhythm, &words::rhythm(line.schedule), &styles.indented)?;
        pen.fit(row)?;
        for (year, column) in columns.years() {
            if line.in_year(year).is_some() {
                pen.formula(row, column, &at_column(row, columns.gross), outlay, &styles.euros)?;
            } else {
                pen.blank(row, column, &styles.euros)?;
            }
        }
        let sum = format!("SUM({})", columns.years_of(row));
        pen.formula(row, columns.total(), &sum, line.outlay_over(years).euros(), &styles.euros)?;
        if self.is_bill(item) {
            self.bill.push((fixed(row, columns.gross), line.charge.outlay()));
        }
        self.row = after(row);
        Ok(())
    }

    /// Whether an item is of the EPCI's membership, which its bodies may share.
    fn is_bill(&self, item: &Item<'_>) -> bool {
        let edition = self.document.estimate.edition;
        let service = edition.service(edition.membership.mutualised);
        item.body.is_none() && service.is_some_and(|service| service.id == item.service.id)
    }

    /// The items of one sort that have no amount: a word where it would stand, and why.
    fn uncharged(&mut self, title: &str, holds: fn(&Outcome<'_>) -> bool) -> Result<(), XlsxError> {
        let document = self.document;
        let mut items = document.estimate.items.iter().filter(|item| holds(&item.outcome)).peekable();
        if items.peek().is_none() {
            return Ok(());
        }
        self.section(title)?;
        for item in items {
            let Some((word, why)) = words::uncharged(document.estimate.edition, item) else { continue };
            self.named(item, words::row(item))?;
            let (row, columns, styles) = (self.row, self.columns, self.pen.styles);
            for column in [columns.quantity, columns.unit] {
                self.pen.blank(row, column, &styles.cell)?;
            }
            for column in [columns.price, columns.total()] {
                self.pen.text(row, column, &word, &styles.word)?;
            }
            self.pen.fit(row)?;
            // The list's own words: none begins like a formula, and a merged cell holds no formula.
            let (from, to) = (columns.net, columns.total().saturating_sub(1));
            self.pen.sheet.merge_range(row, from, row, to, &why, &styles.soft_indented)?;
            self.row = after(row);
        }
        Ok(())
    }

    /// Paragraphs over the whole width, under their title.
    fn notes(&mut self, title: &str, notes: &[String]) -> Result<(), XlsxError> {
        if notes.is_empty() {
            return Ok(());
        }
        self.row = after(self.row);
        self.section(title)?;
        for note in notes {
            let style = &self.pen.styles.note;
            self.pen.across(self.row, self.columns.total(), self.columns.letters(), note, style)?;
            self.row = after(self.row);
        }
        Ok(())
    }
}

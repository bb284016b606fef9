//! CSV as French spreadsheets open it with a double click: BOM, semicolons, decimal commas, CRLF.

use crate::Document;
use crate::inert::inert;
use crate::words;
use engine::Money;
use engine::line::{Charge, Item, Line, Outcome};
use rust_decimal::Decimal;

/// Tells Excel that the text is UTF-8.
const BOM: char = '\u{feff}';

/// What stands before the columns of years.
const HEADINGS: [&str; 13] = [
    "Nature",
    "Prestation",
    "Ligne du catalogue",
    "Organisme",
    "Quantité",
    "Unité",
    "Prix unitaire",
    "Rythme",
    "Taux de TVA",
    "Exonéré",
    "HT",
    "TVA",
    "TTC",
];

/// The sums of each year, in the order of [`engine::Lacking::known`].
const SUMS: [&str; 5] = ["Total exonéré", "Total HT", "Total TVA", "Total TTC", "À payer"];

/// The estimate as CSV: a row an item, then the totals by year, then what to know of them.
///
/// The columns of years say what leaves the budget. What is on quote or not known is named there, and
/// counts for nothing in the totals; a sum that is nothing but for them is named, too. A text that a spreadsheet might calculate is behind an apostrophe.
pub fn csv(document: &Document<'_>) -> String {
    let mut rows = Rows { text: String::from(BOM) };
    let estimate = document.estimate;
    let years = || (1..=estimate.years).map(|year| words::year(document, year));
    let headings = HEADINGS.iter().map(|heading| (*heading).to_owned());
    let ends = ["Total sur la période", "Source", "Remarque"].map(str::to_owned);
    rows.add(headings.chain(years()).chain(ends));
    for item in &estimate.items {
        rows.add(row(document, item));
    }
    let least = if estimate.is_at_least() { "au moins : ce qui est sur devis ou à préciser s'y ajoute" } else { "" };
    let years = (1..).zip(&estimate.by_year).map(|(year, totals)| estimate.lacking(year).known(*totals));
    let sums: Vec<_> = years.chain([estimate.lacking_over_period().known(estimate.period)]).collect();
    for (place, name) in SUMS.into_iter().enumerate() {
        let blanks = std::iter::repeat_n(String::new(), HEADINGS.len().saturating_sub(1));
        let sums = sums.iter().map(|sums| sums.get(place).copied().flatten());
        let cells = sums.map(|sum| sum.map_or(words::NOT_PRICED.to_owned(), amount));
        let ends = [String::new(), least.to_owned()];
        rows.add(std::iter::once(name.to_owned()).chain(blanks).chain(cells).chain(ends));
    }
    let about = [("Organisme", words::asker(document)), ("Édition", words::edition(estimate.edition))];
    let made = [("Date", words::day(document.made_on)), ("Mention", format!("{}.", words::NOTICE))];
    for (question, answer) in document.answers {
        rows.add(["Réponse".to_owned(), question.clone(), answer.clone()]);
    }
    let notes = words::remarks(document).into_iter().map(|remark| ("À savoir", remark));
    let open = words::silent_places(document).into_iter().map(|entry| ("Point à confirmer", entry));
    for (name, text) in about.into_iter().chain(made).chain(notes).chain(open) {
        rows.add([name.to_owned(), text]);
    }
    rows.text
}

/// An item's row.
fn row(document: &Document<'_>, item: &Item<'_>) -> Vec<String> {
    let edition = document.estimate.edition;
    let years = document.estimate.years;
    let nature = nature(&item.outcome).to_owned();
    let (row, body) = (words::row(item).to_owned(), words::body(document, item));
    let mut cells = vec![nature, item.service.label.clone(), row, body];
    let remark = match (item.line(), words::uncharged(edition, item)) {
        (Some(line), _) => {
            cells.extend(priced(line));
            cells.extend((1..=years).map(|year| line.in_year(year).map_or(String::new(), |due| amount(due.outlay()))));
            cells.push(amount(line.outlay_over(years)));
            words::column(edition, line)
        }
        (None, Some((word, why))) => {
            cells.extend(std::iter::repeat_n(String::new(), HEADINGS.len().saturating_sub(cells.len())));
            cells.extend(std::iter::repeat_n(word, usize::from(years).saturating_add(1)));
            why
        }
        (None, None) => String::new(),
    };
    cells.push(words::source(edition, item));
    cells.push(remark);
    cells
}

/// What sort of row an item makes.
fn nature(outcome: &Outcome<'_>) -> &'static str {
    match outcome {
        Outcome::Charged(_) => "Ligne",
        Outcome::Quote(..) => "Sur devis",
        Outcome::Missing(..) => "À préciser",
        Outcome::Free(..) => "Gratuit",
        Outcome::Included(..) => "Inclus",
    }
}

/// From the quantity to the amount due each time.
fn priced(line: &Line<'_>) -> [String; 9] {
    let none = String::new;
    let (rate, exempt, ht, tva, ttc) = match line.charge {
        Charge::Exempt(exempt) => ("exonéré".to_owned(), amount(exempt), none(), none(), none()),
        Charge::Taxed { ht, tva, rate } => {
            (words::rate(rate), none(), amount(ht), amount(tva), amount(line.charge.outlay()))
        }
    };
    let unit = line.price.unit.clone();
    [
        decimal(line.priced.quantity),
        unit,
        amount(line.priced.unit),
        words::rhythm(line.schedule),
        rate,
        exempt,
        ht,
        tva,
        ttc,
    ]
}

/// "1234,50": no space and no sign of euro, which would make a text of it.
fn amount(money: Money) -> String {
    let euros = money.euros();
    let decimals = usize::try_from(euros.normalize().scale().max(2)).unwrap_or(2);
    format!("{euros:.decimals$}").replace('.', ",")
}

fn decimal(number: Decimal) -> String {
    number.normalize().to_string().replace('.', ",")
}

/// Rows being written.
struct Rows {
    text: String,
}

impl Rows {
    fn add(&mut self, cells: impl IntoIterator<Item = String>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.text.push(';');
            }
            self.text.push_str(&quoted(&cell));
        }
        self.text.push_str("\r\n");
    }
}

/// A cell, quoted when it holds what would end it. No amount here is negative: what begins with a minus
/// is a text.
fn quoted(cell: &str) -> String {
    let cell = inert(cell);
    if cell.contains([';', '"', '\n', '\r', '\t']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_what_would_end_it() {
        assert_eq!(quoted("a;b"), "\"a;b\"");
        assert_eq!(quoted("dit \"oui\"\nnon"), "\"dit \"\"oui\"\"\nnon\"");
        assert_eq!(quoted("=HYPERLINK(\"x\";1)"), "\"'=HYPERLINK(\"\"x\"\";1)\"");
        assert_eq!(quoted("plain"), "plain");
    }

    #[test]
    fn amounts_have_commas_and_two_decimals() {
        let euros = |text: &str| amount(Money::from_euros(text.parse().unwrap()));
        assert_eq!(euros("1234.5"), "1234,50");
        assert_eq!(euros("126.666"), "126,666");
        assert_eq!(decimal("2.50".parse().unwrap()), "2,5");
    }
}

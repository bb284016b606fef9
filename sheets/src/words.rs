//! The words that both files share.

use crate::Document;
use engine::catalogue::{Edition, Schedule};
use engine::explain::{heading, when};
use engine::french::{capital, money, number, ordinal_year};
use engine::line::{Avoided, Charge, Item, Line, Outcome};
use engine::pricing::Cell;
use engine::remark::{Need, QuoteReason, Remark};
use rust_decimal::Decimal;

/// What every sheet and every file says of itself.
pub const NOTICE: &str = "Estimation, ni contrat ni devis";

/// What replaces an amount that is on quote.
pub const ON_QUOTE: &str = "sur devis";

/// What replaces an amount that a membership contains.
const INCLUDED: &str = "inclus";

/// What replaces a sum of which nothing is known yet.
pub const NOT_PRICED: &str = "à chiffrer";

/// What replaces an amount that waits for an answer.
pub const UNKNOWN: &str = "à préciser";

/// The name of the file that a document is saved under: "Estimation – Blaye – 2026-11-23.xlsx".
pub fn file_name(document: &Document<'_>, extension: &str) -> String {
    let kept = |letter: &char| !letter.is_control() && !"/\\:*?\"<>|".contains(*letter);
    let asker: String = document.asker.chars().filter(kept).take(80).collect();
    let asker = asker.trim().trim_matches('.');
    let middle = if asker.is_empty() { String::new() } else { format!("{asker} – ") };
    format!("Estimation – {middle}{}.{extension}", document.made_on)
}

/// "20/05/2021" for `2021-05-20`.
pub fn day(iso: &str) -> String {
    let mut parts = iso.split('-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day)) => format!("{day}/{month}/{year}"),
        _ => iso.to_owned(),
    }
}

/// A year of the period: by the calendar once its first year is chosen.
pub fn year(document: &Document<'_>, year: u8) -> String {
    match calendar(document, year) {
        Some(year) => year.to_string(),
        None => ordinal_year(year),
    }
}

/// The calendar year of a year of the period, once its first one is chosen.
pub fn calendar(document: &Document<'_>, year: u8) -> Option<u16> {
    document.first_year.map(|first| first.saturating_add(u16::from(year)).saturating_sub(1))
}

/// "Commune de Blaye", or as much of it as is known.
pub fn asker(document: &Document<'_>) -> String {
    let kind = document.kind.map_or("", |kind| document.estimate.edition.kind_label(kind));
    match (document.asker, kind) {
        ("", kind) => kind.to_owned(),
        (name, "") => name.to_owned(),
        (name, kind) => format!("{name} ({kind})"),
    }
}

/// Which edition, by which deliberation, since when.
pub fn edition(edition: &Edition) -> String {
    let since = day(&edition.valid_from);
    format!("{}, {}, {}, en vigueur depuis le {since}", edition.title, edition.publisher, edition.act)
}

/// The row of the list, unless it is called like its service.
pub fn row<'i>(item: &'i Item<'_>) -> &'i str {
    item.price().map(|price| price.label.as_str()).filter(|label| *label != item.service.label).unwrap_or_default()
}

/// The body that an item is for; empty when it is for the one that asks.
pub fn body(document: &Document<'_>, item: &Item<'_>) -> String {
    let Some(place) = item.body else { return String::new() };
    match document.names.get(place) {
        Some(name) if !name.trim().is_empty() => name.trim().to_owned(),
        _ => format!("organisme n° {}", place.saturating_add(1)),
    }
}

/// How often something falls due, in a word or two.
pub fn rhythm(schedule: Schedule) -> String {
    match schedule {
        Schedule::Once => "une fois".to_owned(),
        Schedule::Yearly => "par an".to_owned(),
        Schedule::FromYear2 => "par an dès l'année 2".to_owned(),
        Schedule::EveryYears(years) => format!("tous les {years} ans"),
    }
}

/// Where the unit price stands in its table; empty when the row has one amount.
pub fn column(edition: &Edition, line: &Line<'_>) -> String {
    use engine::catalogue::Rule;
    match (&line.price.rule, line.priced.cell) {
        (Rule::Columns(scale, ..), Cell::Column(column)) => heading(edition, *scale, column).to_owned(),
        (Rule::Grid(grid), Cell::Crossing(row, column)) => {
            format!("{} ; {}", heading(edition, grid.rows, row), heading(edition, grid.columns, column))
        }
        _ => String::new(),
    }
}

/// The table and the row that an item comes from; its annexe when a whole service is on quote.
pub fn source(edition: &Edition, item: &Item<'_>) -> String {
    match item.price() {
        Some(price) => format!("{}, ligne «\u{a0}{}\u{a0}»", price.source, price.label),
        None => {
            edition.annexes.get(usize::from(item.service.annexe)).map_or_else(String::new, |annexe| annexe.name.clone())
        }
    }
}

/// "20 %".
pub fn rate(rate: Decimal) -> String {
    format!("{}\u{a0}%", number(rate))
}

/// What an item that is not charged comes to: in place of an amount, and why.
pub fn uncharged(edition: &Edition, item: &Item<'_>) -> Option<(String, String)> {
    match &item.outcome {
        Outcome::Charged(_) => None,
        Outcome::Quote(QuoteReason::Printed, _) => {
            Some((ON_QUOTE.to_owned(), "Le catalogue renvoie à un devis.".to_owned()))
        }
        Outcome::Quote(reason, _) => Some((ON_QUOTE.to_owned(), capital(&reason.sentence(edition)))),
        Outcome::Missing(_, Need::Kind) => Some((UNKNOWN.to_owned(), "Il manque le type d'organisme.".to_owned())),
        Outcome::Missing(_, Need::Field(field)) => {
            Some((UNKNOWN.to_owned(), format!("Il manque « {} ».", edition.field(*field).label)))
        }
        Outcome::Free(_, wording) => Some(("gratuit".to_owned(), (*wording).to_owned())),
        Outcome::Included(_, Avoided::Unknown) => Some((INCLUDED.to_owned(), "Inclus dans l'adhésion.".to_owned())),
        Outcome::Included(_, Avoided::Quote) => {
            Some((INCLUDED.to_owned(), "Inclus dans l'adhésion, au lieu d'un devis.".to_owned()))
        }
        Outcome::Included(_, Avoided::Line(line)) => {
            let taxed = if matches!(line.charge, Charge::Taxed { .. }) { " TTC" } else { "" };
            let avoided = money(line.charge.outlay());
            let why = format!("Inclus dans l'adhésion, au lieu de {avoided}{taxed}, {}.", when(line.schedule));
            Some((INCLUDED.to_owned(), why))
        }
    }
}

/// What is worth knowing beside the lines: remarks that no line shows by itself.
pub fn remarks(document: &Document<'_>) -> Vec<String> {
    let told = |remark: &&Remark<'_>| !matches!(remark, Remark::Missing(..) | Remark::OutOfList(..));
    let remarks = document.estimate.remarks.iter().filter(told);
    remarks.map(|remark| remark.sentence(document.estimate.edition)).collect()
}

/// The silent places of the list that the lines touch, and how they are read: "L3 – question", "Lecture…".
pub fn silent_places(document: &Document<'_>) -> Vec<String> {
    let estimate = document.estimate;
    let mut touched: Vec<_> = estimate.items.iter().flat_map(Item::entries).collect();
    touched.sort();
    touched.dedup();
    let entries = touched.into_iter().filter_map(|ix| estimate.edition.ledger_entry(ix));
    entries.map(|entry| format!("{} – {} Lecture retenue : {}", entry.id, entry.question, entry.taken)).collect()
}

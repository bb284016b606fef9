//! What is paid, line by line, with its arithmetic and its source; then what is not charged.

use super::super::lines::{SORTS, amount as in_words, name as called};
use super::super::money::{known, rhythm};
use super::table::{Title, amount, row, said, table};
use super::{paragraph, section};
use crate::blocks::{element, words};
use crate::state::State;
use engine::french::{money, quoted};
use engine::line::{Charge, Item, Line, Outcome};
use engine::{Estimate, Outlay, Span, explain};
use leptos::prelude::*;

/// One part for each sort of items, in the order of the page.
pub fn sections(state: State, estimate: &Estimate<'static>) -> Vec<AnyView> {
    let [paid, others @ ..] = SORTS;
    let rows: Vec<AnyView> = paid.items(estimate).map(|item| line(state, estimate, item)).collect();
    let content = if rows.is_empty() { Vec::new() } else { vec![of_lines(estimate, rows), exempt(state, estimate)] };
    let others = others.into_iter().map(|sort| {
        let items: Vec<AnyView> = sort.items(estimate).map(|item| beside(state, item)).collect();
        section(sort.title(), if items.is_empty() { items } else { vec![element("ul").children(items).done()] })
    });
    std::iter::once(section(paid.title(), content)).chain(others).collect()
}

fn of_lines(estimate: &Estimate<'static>, rows: Vec<AnyView>) -> AnyView {
    let period = if estimate.years == 1 { "Sur 1 an".to_owned() } else { format!("Sur {} ans", estimate.years) };
    let titles = [Title::said("Échéance"), Title::amount("HT"), Title::amount("TVA"), Title::amount("À payer")];
    let titles = titles.into_iter().chain([Title::amount(&period)]);
    let total = element("th").attr("scope", "row").attr("colspan", "5").text("Total").done();
    let sum = row(total, [amount(known(estimate.outlay(Span::Period).and_then(Outlay::known)))]);
    table("lines-table", "Prestation, calcul et source", titles, rows, Some(sum))
}

/// A row of what is paid, or free.
fn line(state: State, estimate: &Estimate<'static>, item: &Item<'static>) -> AnyView {
    let title = element("strong").text(called(state, item)).done();
    let heading = element("th").attr("scope", "row").child(title);
    let Outcome::Charged(line) = &item.outcome else {
        let free = element("td").class("said").attr("colspan", "5").text(in_words(state, item)).done();
        return row(heading.done(), [free]);
    };
    let [ht, tva] = match line.charge {
        Charge::Exempt(_) => ["–".to_owned(), "–".to_owned()],
        Charge::Taxed { ht, tva, .. } => [ht, tva].map(money),
    };
    let cells = [
        said(rhythm(line.schedule)),
        amount(ht),
        amount(tva),
        amount(money(line.charge.outlay())),
        amount(money(line.outlay_over(estimate.years))),
    ];
    row(heading.children(reasons(state, line)).done(), cells)
}

/// Why, by which arithmetic, from which row of the list.
fn reasons(state: State, line: &Line<'static>) -> Vec<AnyView> {
    let edition = state.edition;
    let formula: Vec<String> = explain::formula(edition, line).iter().map(ToString::to_string).collect();
    let mut told = vec![paragraph("small", explain::sentence(edition, line))];
    if !formula.is_empty() {
        told.push(paragraph("small", format!("Calcul\u{a0}: {}.", formula.join(" ; "))));
    }
    let source = format!("Source\u{a0}: {}, ligne {}.", line.price.source, quoted(&line.price.label));
    told.push(paragraph("small source", source));
    told
}

/// What the dashes stand for.
fn exempt(state: State, estimate: &Estimate<'static>) -> AnyView {
    let exempt = |line: &Line<'static>| matches!(line.charge, Charge::Exempt(_)).then_some(line.price.vat);
    let class = estimate.lines().find_map(exempt).and_then(|vat| state.edition.vat_class(vat));
    class.map_or_else(crate::blocks::nothing, |class| paragraph("small", format!("–\u{a0}: {}.", class.label)))
}

/// An item without a charge, and why.
fn beside(state: State, item: &Item<'static>) -> AnyView {
    let name = element("strong").text(called(state, item)).done();
    element("li").child(name).child(words(format!("\u{a0}: {}", in_words(state, item)))).done()
}

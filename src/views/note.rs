//! The note: all that a council needs beside its deliberation, on paper only.

mod lines;
mod link;
mod points;
mod table;
mod territory;

pub use points::remarks;

use super::answers::{asker, rows};
use super::families::facts_of;
use super::money::known;
use super::summary::{at_least, headline, left_out};
use crate::blocks::{element, nothing};
use crate::browser::today;
use crate::parts::Links;
use crate::state::State;
use engine::french::long_date;
use engine::sums::breakdown::FamilyCost;
use engine::{Estimate, Lacking, Totals, estimate};
use leptos::prelude::*;
use std::borrow::Cow;
use table::{Title, amount, name, row, table};

/// The note of the estimate as it is; nothing while there is none.
pub fn note(state: State, links: Option<Links>) -> AnyView {
    let priced = state.of_outcome(|outcome| estimate(state.catalogue, &outcome.reading.request));
    let Some(estimate) = priced.filter(|estimate| !estimate.items.is_empty()) else { return nothing() };
    element("article")
        .class("paper")
        .child(head(state))
        .child(sums(state, &estimate))
        .child(section(
            format!("Par année{}", at_least(&estimate)),
            vec![years(state, &estimate), families(state, &estimate)],
        ))
        .children(lines::sections(state, &estimate))
        .child(territory::section(state))
        .child(section("Réponses prises en compte", vec![answers(state)]))
        .child(points::section_of_points(state, &estimate))
        .child(points::section_of_reserves(state, &estimate))
        .child(link::section(state, links))
        .done()
}

/// A part of the note under its title; nothing when there is nothing to say.
fn section(title: impl Into<Cow<'static, str>>, content: Vec<AnyView>) -> AnyView {
    if content.is_empty() {
        return nothing();
    }
    element("section").child(element("h2").text(title).done()).children(content).done()
}

fn paragraph(class: &'static str, text: impl Into<Cow<'static, str>>) -> AnyView {
    element("p").class(class).text(text).done()
}

/// Pairs of a question and its answer.
fn pairs(class: &'static str, pairs: Vec<(String, String)>) -> AnyView {
    let pair = |(what, said): (String, String)| {
        let what = element("dt").text(what).done();
        element("div").child(what).child(element("dd").text(said).done()).done()
    };
    element("dl").class(class).children(pairs.into_iter().map(pair)).done()
}

/// Who, when, by which prices.
fn head(state: State) -> AnyView {
    let edition = state.edition;
    let prices = format!("{}, en vigueur depuis le {}", edition.title, long_date(&edition.valid_from));
    let source = format!("{} ({})", edition.act, edition.reference);
    let who = vec![
        ("Collectivité".to_owned(), asker(state)),
        ("Établie le".to_owned(), long_date(&today())),
        ("Prix".to_owned(), prices),
        (edition.publisher.clone(), source),
    ];
    element("header")
        .child(paragraph("kicker", "Note d'estimation"))
        .child(element("h1").text("Coût des services numériques de Gironde Numérique").done())
        .child(pairs("who", who))
        .done()
}

/// The headline, and what the sums leave out.
fn sums(state: State, estimate: &Estimate<'static>) -> AnyView {
    let what = "À payer\u{a0}: montants exonérés de TVA et montants TTC réunis.";
    let rest = left_out(estimate);
    let rest = if rest.is_empty() { nothing() } else { paragraph("left-out", rest) };
    element("section")
        .class("sums")
        .child(pairs("headline", headline(state.year_name(1), estimate)))
        .child(rest)
        .children(facts_of(state).into_iter().map(|fact| paragraph("small", fact)))
        .child(paragraph("small", what))
        .done()
}

/// Every year, exempt and taxed apart.
fn years(state: State, estimate: &Estimate<'static>) -> AnyView {
    let titles = ["Sans TVA", "HT", "TVA", "TTC", "À payer"].map(Title::amount);
    let line = |called: String, totals: &Totals, lacking: Lacking| {
        row(name(called), lacking.known(*totals).map(|sum| amount(known(sum))))
    };
    let rows = estimate
        .by_year
        .iter()
        .zip(1..)
        .map(|(totals, year)| line(state.year_name(year), totals, estimate.lacking(year)));
    let sum = line("Total".to_owned(), &estimate.period, estimate.lacking_over_period());
    table("years", "Année", titles, rows.collect(), Some(sum))
}

/// Every year, by family of services; nothing when there is one family only.
fn families(state: State, estimate: &Estimate<'static>) -> AnyView {
    let costs = estimate.by_family();
    if costs.len() < 2 {
        return nothing();
    }
    let titles = (1..=estimate.years).map(|year| Title::amount(&state.year_name(year)));
    let cells = |cost: &FamilyCost<'_>| cost.by_year.iter().map(|year| amount(known(year.known()))).collect::<Vec<_>>();
    let rows = costs.iter().map(|cost| row(name(cost.family.label.clone()), cells(cost)));
    let sums = estimate.outlays().map(|year| amount(known(year.known())));
    // Ten years are too many columns for letters of this size.
    let class = if estimate.years > 5 { "families many" } else { "families" };
    table(class, "Famille de services, à payer", titles, rows.collect(), Some(row(name("Total".to_owned()), sums)))
}

/// The answers; the day stands above.
fn answers(state: State) -> AnyView {
    pairs("answers", rows(state).into_iter().skip(1).collect())
}

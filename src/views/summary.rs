//! The headline: what leaves the budget.

use super::money::total;
use crate::blocks::{all, live, text};
use crate::state::State;
use engine::french::money;
use engine::joining::counting::Counting;
use engine::{Estimate, Outlay, Span};
use leptos::prelude::*;

/// Year 1, following years, period, and what the sums leave out.
pub fn headline_list(state: State) -> impl IntoView {
    let rows = move || {
        let row = |(name, amount): (String, String)| view! { <div><dt>{name}</dt><dd>{amount}</dd></div> }.into_any();
        all(state.of_estimate(|estimate| headline(state.year_name(1), estimate)).into_iter().map(row)).into_any()
    };
    let beside = text(move || state.of_estimate(left_out));
    view! {
        <dl class="headline">{live(rows)}</dl>
        <p class="left-out">{beside}</p>
    }
}

/// The estimate in one sentence, for whoever listens rather than looks.
pub fn announcement(state: State, estimate: &Estimate<'_>) -> String {
    if estimate.items.is_empty() {
        return String::new();
    }
    let parts: Vec<String> =
        headline(state.year_name(1), estimate).into_iter().map(|(name, amount)| format!("{name} : {amount}")).collect();
    let rest = left_out(estimate);
    format!("{}. {rest}", parts.join(", ")).trim().to_owned()
}

/// Names and amounts of the headline, whose first year is called so.
pub fn headline(first_year: String, estimate: &Estimate<'_>) -> Vec<(String, String)> {
    let outlays: Vec<Outlay> = estimate.outlays().collect();
    let (Some((first, later)), Some(period)) = (outlays.split_first(), estimate.outlay(Span::Period)) else {
        return Vec::new();
    };
    let mut parts = vec![(first_year, total(*first))];
    parts.extend(following(later).map(|amount| ("Années suivantes".to_owned(), amount)));
    parts.push((period_name(estimate.years), total(period)));
    parts
}

fn period_name(years: u8) -> String {
    if years == 1 { "Sur 1 an".to_owned() } else { format!("Sur {years} ans") }
}

/// One amount when every later year costs the same, else the range they move in. A year of which nothing is known is
/// in no range. `None` where there is no later year.
pub fn following(later: &[Outlay]) -> Option<String> {
    let known = || later.iter().filter_map(|year| year.known());
    let at_least = later.iter().any(|year| year.at_least);
    let Some((least, most)) = known().min().zip(known().max()) else {
        return later.first().map(|year| total(*year));
    };
    let range = if least == most { money(least) } else { format!("de {} à {}", money(least), money(most)) };
    Some(match (known().count() == later.len(), at_least) {
        (true, _) if least == most && most.is_zero() => range,
        (true, _) if least == most => format!("{} par an", total(Outlay { amount: least, at_least })),
        (true, true) => format!("{range} selon l'année, au moins"),
        (true, false) => format!("{range} selon l'année"),
        (false, _) => format!("à chiffrer, ou {range} au moins, selon l'année"),
    })
}

/// "+ 2 postes sur devis, 1 poste en attente d'une réponse"; empty when the sums are complete.
pub fn left_out(estimate: &Estimate<'_>) -> String {
    let (quotes, awaiting) = (left_open(estimate), awaiting(estimate));
    match (quotes.is_empty(), awaiting.is_empty()) {
        (true, true) => quotes,
        (false, false) => format!("+ {quotes}, {awaiting}"),
        _ => format!("+ {quotes}{awaiting}"),
    }
}

/// What the title of a table of sums adds when they lack something: ", au moins (+ 2 postes sur devis)".
pub fn at_least(estimate: &Estimate<'_>) -> String {
    match left_out(estimate) {
        rest if !rest.is_empty() => format!(", au moins ({rest})"),
        _ if estimate.is_at_least() => ", au moins".to_owned(),
        rest => rest,
    }
}

/// What no answer to a service settles: "2 postes sur devis, 1 organisme sans habitants"; empty when there is nothing.
pub fn left_open(estimate: &Estimate<'_>) -> String {
    let mut open = count(estimate.quotes().count(), "sur devis");
    let uncounted = estimate.census.reasons().iter().filter(|reason| **reason == Counting::Unknown).count();
    if estimate.count_is_least && uncounted > 0 {
        if !open.is_empty() {
            open.push_str(", ");
        }
        open.push_str(&uncounted.to_string());
        open.push_str(if uncounted > 1 { " organismes sans habitants" } else { " organisme sans habitants" });
    }
    open
}

/// "1 poste en attente d'une réponse"; empty when none is.
pub fn awaiting(estimate: &Estimate<'_>) -> String {
    count(estimate.missing().count(), "en attente d'une réponse")
}

fn count(items: usize, what: &str) -> String {
    match items {
        0 => String::new(),
        1 => format!("1 poste {what}"),
        several => format!("{several} postes {what}"),
    }
}

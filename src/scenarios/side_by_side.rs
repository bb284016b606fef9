//! The table of two to four scenarios.

use super::compare::{Cell, Row, last_alike, rows};
use super::shelf::Scenario;
use crate::blocks::{all, fixed, live, text};
use crate::carry::priced as priced_link;
use crate::fields::{Select, Selectable};
use crate::state::State;
use crate::views::{self, line_title};
use engine::french::{money, ordinal_year};
use engine::{Estimate, Money, Outlay, Span};
use leptos::prelude::*;

/// How many scenarios stand side by side at most.
pub const MOST: usize = 4;

/// A scenario priced with the edition it was made with.
pub fn priced(state: State, scenario: &Scenario) -> Option<Estimate<'static>> {
    priced_link(&scenario.link, state)
}

/// The table of scenarios.
pub fn side_by_side(state: State, scenarios: Vec<Scenario>) -> AnyView {
    let sides = scenarios.into_iter();
    let sides = sides.filter_map(|scenario| priced(state, &scenario).map(|priced| (scenario.name, priced)));
    compared("comparaison", sides.collect(), RwSignal::new(String::new()))
}

/// The table of named estimates, and the choice of the year it compares, where all is the whole period.
/// What begins the ids tells it from another one in the page.
pub fn compared(id: &'static str, sides: Vec<(String, Estimate<'static>)>, span: RwSignal<String>) -> AnyView {
    let years = sides.iter().map(|(_, estimate)| estimate.years).max().unwrap_or(1);
    let options: Vec<Selectable> = std::iter::once((String::new(), "Toute la période".to_owned()))
        .chain((1..=years).map(|year| (year.to_string(), ordinal_year(year))))
        .collect();
    let choice = Select {
        id: format!("{id}-duree"),
        label: fixed("Comparer"),
        options,
        selected: text(move || span.get()),
        on_change: Callback::new(move |chosen| span.set(chosen)),
    };
    let table = live(move || {
        let span = span.get().parse().map_or(Span::Period, Span::Year);
        table(id, &sides, span)
    });
    view! { {choice.view()} {table} }.into_any()
}

fn table(id: &str, sides: &[(String, Estimate<'static>)], span: Span) -> AnyView {
    let estimates: Vec<&Estimate<'static>> = sides.iter().map(|(_, estimate)| estimate).collect();
    let headings = sides.iter().enumerate().map(|(at, (name, estimate))| {
        let edition =
            format!("{}, sur {} an{}", estimate.edition.act, estimate.years, if estimate.years > 1 { "s" } else { "" });
        let difference = (at > 0).then(|| view! { <th scope="col">"Écart avec le premier"</th> });
        view! { <th scope="col">{name.clone()} <span class="note">{edition}</span></th> {difference} }.into_any()
    });
    // Of periods that are not as long, the difference says nothing.
    let is_alike = span != Span::Period || last_alike(&estimates);
    let difference = |first: Option<Money>, other: Option<Money>| {
        if is_alike { difference(first, other) } else { "–".to_owned() }
    };
    let body = rows(&estimates, span, line_title).into_iter().map(|Row { name, cells }| {
        let first = cells.first().copied().unwrap_or(Cell::Absent);
        let cells = cells.iter().enumerate().map(|(at, cell)| {
            let difference =
                (at > 0).then(|| view! { <td class="number">{difference(first.amount(), cell.amount())}</td> });
            view! { <td class="number">{words(*cell)}</td> {difference} }.into_any()
        });
        view! { <tr><th scope="row">{name}</th>{all(cells)}</tr> }.into_any()
    });
    let totals: Vec<Option<Outlay>> = estimates.iter().map(|estimate| estimate.outlay(span)).collect();
    // A least amount has no exact difference.
    let exact = |total: Option<Outlay>| total.and_then(Outlay::exact);
    let first = totals.first().copied().flatten();
    let sums = totals.iter().enumerate().map(|(at, total)| {
        let difference = (at > 0).then(|| view! { <td class="number">{difference(exact(first), exact(*total))}</td> });
        let words = total.map_or_else(|| words(Cell::Beyond), views::total);
        view! { <td class="number">{words}</td> {difference} }.into_any()
    });
    let unlike = (!is_alike).then(|| view! { <p class="note">"Ces scénarios ne durent pas autant : l'écart n'est pas calculé sur toute la période. Choisissez une année pour le voir."</p> });
    let title = format!("titre-{id}");
    view! {
        <div class="scroll" role="region" aria-labelledby=title.clone() tabindex="0">
            <table class="side-by-side">
                <caption id=title.clone()>"Ce qui sort du budget, ligne par ligne"</caption>
                <thead><tr><th scope="col">"Ligne"</th>{all(headings)}</tr></thead>
                <tbody>{all(body)}</tbody>
                <tfoot><tr><th scope="row">"Total"</th>{all(sums)}</tr></tfoot>
            </table>
        </div>
        {unlike}
    }
    .into_any()
}

fn words(cell: Cell) -> String {
    match cell {
        Cell::Absent => "–".to_owned(),
        Cell::Beyond => "hors période".to_owned(),
        Cell::Amount(amount) => money(amount),
        Cell::Free => "gratuit".to_owned(),
        Cell::Quote => "sur devis".to_owned(),
        Cell::Missing => "réponse manquante".to_owned(),
        Cell::Included => "inclus".to_owned(),
    }
}

/// "+ 120,00 €", "− 120,00 €", "=".
fn difference(first: Option<Money>, other: Option<Money>) -> String {
    let Some((first, other)) = first.zip(other) else { return "?".to_owned() };
    let difference = other.minus(first);
    if difference.is_zero() {
        return "=".to_owned();
    }
    let sign = if difference.is_negative() { '−' } else { '+' };
    format!("{sign}\u{a0}{}", money(difference.abs()))
}

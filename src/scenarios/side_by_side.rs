//! The table of two to four scenarios.

use super::compare::{Cell, Row, differing, last_alike, rows};
use crate::blocks::{Source, act, all, fixed, live, text};
use crate::carrying::{Priced, priced};
use crate::fields::{Select, Selectable};
use crate::form::Told;
use crate::keeping::shelf::Scenario;
use crate::state::State;
use crate::views::{self, line_title};
use engine::french::{money, ordinal_year};
use engine::{Estimate, Money, Span};
use leptos::prelude::*;

/// How many scenarios stand side by side at most.
pub const MOST: usize = 4;

/// Scenarios, each priced with the edition it was made with: what they cost, and what they answer otherwise.
pub fn side_by_side(state: State, scenarios: Vec<Scenario>) -> AnyView {
    let mut sides: Vec<(String, Estimate<'static>)> = Vec::new();
    let mut told: Vec<Vec<Told>> = Vec::new();
    for scenario in scenarios {
        if let Some(Priced { estimate, answers }) = priced(&scenario.link, state) {
            sides.push((scenario.name, estimate));
            told.push(answers);
        }
    }
    let names: Vec<String> = sides.iter().map(|(name, _)| name.clone()).collect();
    view! {
        {compared("comparaison", sides, Source::new(String::new()))}
        {otherwise(&names, &told)}
    }
    .into_any()
}

/// What the scenarios answer otherwise, question by question.
fn otherwise(names: &[String], told: &[Vec<Told>]) -> AnyView {
    let questions = differing(told);
    if questions.is_empty() {
        let text = "Les réponses dont dépendent ces montants sont les mêmes, services mis à part.";
        return view! { <p class="note">{text}</p> }.into_any();
    }
    let headings =
        names.iter().map(|name| view! { <th scope="col" role="columnheader">{name.clone()}</th> }.into_any());
    let rows = questions.into_iter().map(|(question, answers)| {
        let cells = names.iter().zip(answers).map(|(name, answer)| {
            let answer = answer.unwrap_or_else(|| "–".to_owned());
            cell(name.clone(), answer)
        });
        view! { <tr role="row"><th scope="row" role="rowheader">{question}</th>{all(cells)}</tr> }.into_any()
    });
    view! {
        <div class="scroll cards" role="region" aria-labelledby="titre-reponses" tabindex="0">
            <table class="side-by-side" role="table">
                <caption id="titre-reponses">"Ce qui diffère dans les réponses"</caption>
                <thead role="rowgroup">
                    <tr role="row"><th scope="col" role="columnheader">"Réponse"</th>{all(headings)}</tr>
                </thead>
                <tbody role="rowgroup">{all(rows)}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The table of named estimates, and the choice of the year it compares, where all is the whole period.
/// What begins the ids tells it from another one in the page.
pub fn compared(id: &'static str, sides: Vec<(String, Estimate<'static>)>, span: Source<String>) -> AnyView {
    let years = sides.iter().map(|(_, estimate)| estimate.years).max().unwrap_or(1);
    let options: Vec<Selectable> = std::iter::once((String::new(), "Toute la période".to_owned()))
        .chain((1..=years).map(|year| (year.to_string(), ordinal_year(year))))
        .collect();
    let choice = Select {
        id: format!("{id}-duree"),
        label: fixed("Comparer"),
        options,
        selected: text(move || span.get()),
        on_change: act(move |chosen| span.set(chosen)),
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
        let difference = (at > 0).then(|| view! { <th scope="col" role="columnheader">{DIFFERENCE}</th> });
        view! {
            <th scope="col" role="columnheader">{name.clone()} <span class="note">{edition}</span></th> {difference}
        }
        .into_any()
    });
    // Of periods that are not as long, the difference says nothing.
    let is_alike = span != Span::Period || last_alike(&estimates);
    // What each scenario comes to, and how far that is from the first.
    let cells = |of_sides: Vec<(String, Option<Money>)>| {
        let first = of_sides.first().and_then(|(_, amount)| *amount);
        let cells = of_sides.into_iter().zip(sides).enumerate().map(|(at, ((words, amount), (name, _)))| {
            let difference = if is_alike { difference(first, amount) } else { "–".to_owned() };
            let difference = (at > 0).then(|| cell(format!("{name}, écart avec le premier"), difference));
            view! { {cell(name.clone(), words)} {difference} }.into_any()
        });
        all(cells)
    };
    let body = rows(&estimates, span, line_title).into_iter().map(|Row { name, cells: of_sides }| {
        let told = of_sides.into_iter().map(|cell| (words(cell), cell.amount())).collect();
        view! { <tr role="row"><th scope="row" role="rowheader">{name}</th>{cells(told)}</tr> }.into_any()
    });
    let body = all(body);
    let sums = estimates.iter().map(|estimate| match estimate.outlay(span) {
        // A least amount has no exact difference.
        Some(total) => (views::total(total), total.exact()),
        None => (words(Cell::Beyond), None),
    });
    let sums = cells(sums.collect());
    let unlike = (!is_alike).then(|| view! { <p class="note">"Ces scénarios ne durent pas autant : l'écart n'est pas calculé sur toute la période. Choisissez une année pour le voir."</p> });
    let title = format!("titre-{id}");
    view! {
        <div class="scroll cards" role="region" aria-labelledby=title.clone() tabindex="0">
            <table class="side-by-side" role="table">
                <caption id=title.clone()>"Ce qui sort du budget, ligne par ligne"</caption>
                <thead role="rowgroup">
                    <tr role="row"><th scope="col" role="columnheader">"Ligne"</th>{all(headings)}</tr>
                </thead>
                <tbody role="rowgroup">{body}</tbody>
                <tfoot role="rowgroup">
                    <tr role="row"><th scope="row" role="rowheader">"Total"</th>{sums}</tr>
                </tfoot>
            </table>
        </div>
        {unlike}
    }
    .into_any()
}

/// What the columns of differences are headed with.
const DIFFERENCE: &str = "Écart avec le premier";

fn cell(title: String, words: String) -> AnyView {
    view! { <td class="number" role="cell" data-title=title>{words}</td> }.into_any()
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

//! The sums seen otherwise: once or again, per inhabitant, by family of services.

use super::chart;
use super::money::{known, total};
use super::summary::at_least;
use crate::blocks::{all, live};
use crate::state::State;
use engine::catalogue::PerBody;
use engine::french::counted;
use engine::request::Value;
use engine::sums::breakdown::FamilyCost;
use engine::{Estimate, Outlay};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// What comes once and what comes back; what it makes for each inhabitant.
pub fn facts(state: State) -> AnyView {
    live(move || {
        let items = facts_of(state).into_iter().map(|fact| view! { <li>{fact}</li> }.into_any());
        view! { <ul class="facts">{all(items)}</ul> }.into_any()
    })
}

/// The same, in sentences.
pub fn facts_of(state: State) -> Vec<String> {
    let inhabitants = inhabitants(state);
    state.of_estimate(|estimate| {
        let shares = inhabitants.and_then(|inhabitants| per_inhabitant(state, estimate, inhabitants));
        once_and_again(estimate).into_iter().chain(shares).collect()
    })
}

/// "Sur 4 ans : 1 800,00 € de dépenses ponctuelles, au moins 2 568,00 € de dépenses récurrentes"; of sums that lack
/// something, those that are known.
fn once_and_again(estimate: &Estimate<'_>) -> Option<String> {
    let rhythms = estimate.rhythms();
    let sums = [(rhythms.once, "dépenses ponctuelles"), (rhythms.recurring, "dépenses récurrentes")];
    // While something is lacking, a nothing is no part of it.
    let is_least = rhythms.once.plus(rhythms.recurring).at_least;
    let known = sums.into_iter().filter(|(sum, _)| !is_least || !sum.amount.is_zero());
    let parts: Vec<String> = known.map(|(sum, what)| format!("{} de {what}", total(sum))).collect();
    let span = counted(estimate.years.into(), if estimate.years > 1 { "ans" } else { "an" });
    (!parts.is_empty()).then(|| format!("Sur {span} : {}.", parts.join(", ")))
}

/// "2,87 € par habitant la 1re année, 0,69 € la 2e"; of sums that lack something, those that are known.
fn per_inhabitant(state: State, estimate: &Estimate<'_>, inhabitants: Decimal) -> Option<String> {
    let known = estimate.outlays().zip(1..=2_u8).filter(|(year, _)| year.known().is_some());
    let mut shares = known
        .map(|(year, place)| (total(Outlay { amount: year.amount.over(inhabitants), ..year }), state.year_name(place)));
    let (first, year) = shares.next()?;
    let later = shares.next().map(|(share, year)| format!(", {share} en {year}"));
    Some(format!("Soit {first} par habitant en {year}{}.", later.unwrap_or_default()))
}

/// The inhabitants of whoever asks, once they are known.
fn inhabitants(state: State) -> Option<Decimal> {
    let field = state.edition.field_per_body(PerBody::Inhabitants);
    state.of_outcome(|outcome| match outcome.reading.request.values.get(&field.id) {
        Some(Value::Number(number)) if !number.is_zero() => Some(*number),
        _ => None,
    })
}

/// The bars by year and family, and the same as a table.
pub fn chart(state: State) -> AnyView {
    live(move || {
        let (costs, least) = state.of_estimate(|estimate| (estimate.by_family(), at_least(estimate)));
        if !costs.iter().any(FamilyCost::is_something) {
            return ().into_any();
        }
        let names: Vec<String> = (1..)
            .zip(costs.first().map_or(&[][..], |cost| &cost.by_year))
            .map(|(year, _)| state.year_name(year))
            .collect();
        let headings = names.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }.into_any());
        let headings = all(headings);
        let rows = costs.iter().map(|cost| {
            let cells = all(cost.by_year.iter().map(|year| view! { <td>{known(year.known())}</td> }.into_any()));
            view! { <tr><th scope="row">{cost.family.label.clone()}</th>{cells}</tr> }.into_any()
        });
        let rows = all(rows);
        // The title names the family that the bars have no legend for.
        let (title, class) = match &costs[..] {
            [only] => (format!("Par année, en une famille : {}", only.family.label), "alternative alone"),
            _ => ("Par année et par famille de services".to_owned(), "alternative"),
        };
        view! {
            <h3>{title}</h3>
            {chart::bars(&costs, &names)}
            <details class=class>
                <summary>"Le même graphique en tableau"</summary>
                <div class="scroll" role="region" aria-labelledby="titre-familles" tabindex="0">
                    <table class="years">
                        <caption id="titre-familles">{format!("À payer, par famille de services{least}")}</caption>
                        <thead><tr><th scope="col">"Famille"</th>{headings}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
        .into_any()
    })
}

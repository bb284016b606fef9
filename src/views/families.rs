//! The sums seen otherwise: once or again, per inhabitant, by family of services.

use super::chart;
use crate::blocks::{all, live};
use crate::state::State;
use engine::catalogue::PerBody;
use engine::french::{counted, money};
use engine::request::Value;
use engine::{Estimate, Money};
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
        let rhythms = estimate.rhythms();
        let span = counted(estimate.years.into(), if estimate.years > 1 { "ans" } else { "an" });
        let mut facts = vec![format!(
            "Sur {span} : {} de dépenses ponctuelles, {} de dépenses qui reviennent.",
            money(rhythms.once),
            money(rhythms.recurring)
        )];
        facts.extend(inhabitants.and_then(|inhabitants| per_inhabitant(state, estimate, inhabitants)));
        facts
    })
}

/// "2,87 € par habitant la 1re année, 0,69 € la 2e".
fn per_inhabitant(state: State, estimate: &Estimate<'_>, inhabitants: Decimal) -> Option<String> {
    let first = estimate.year(1)?.outlay();
    let each = |amount: Money| money(amount.over(inhabitants));
    let at_least = if estimate.is_at_least() { "au moins " } else { "" };
    let later = estimate.year(2).map(|year| format!(", {} en {}", each(year.outlay()), state.year_name(2)));
    let first = format!("{at_least}{} par habitant en {}", each(first), state.year_name(1));
    Some(format!("Soit {first}{}.", later.unwrap_or_default()))
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
        let costs = state.of_estimate(Estimate::by_family);
        if costs.is_empty() {
            return ().into_any();
        }
        let names: Vec<String> = (1..)
            .zip(costs.first().map_or(&[][..], |cost| &cost.by_year))
            .map(|(year, _)| state.year_name(year))
            .collect();
        let headings = names.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }.into_any());
        let headings = all(headings);
        let rows = costs.iter().map(|cost| {
            let cells = all(cost.by_year.iter().map(|amount| view! { <td>{money(*amount)}</td> }.into_any()));
            view! { <tr><th scope="row">{cost.family.label.clone()}</th>{cells}</tr> }.into_any()
        });
        let rows = all(rows);
        // The title names the family that the bars have no legend for.
        let (title, class) = match &costs[..] {
            [only] => (format!("Par année : {}", only.family.label), "alternative alone"),
            _ => ("Par année et par famille de services".to_owned(), "alternative"),
        };
        view! {
            <h3>{title}</h3>
            {chart::bars(&costs, &names)}
            <details class=class>
                <summary>"Le même graphique en tableau"</summary>
                <div class="scroll" role="region" aria-labelledby="titre-familles" tabindex="0">
                    <table class="years">
                        <caption id="titre-familles">"À payer, par famille de services"</caption>
                        <thead><tr><th scope="col">"Famille"</th>{headings}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
        .into_any()
    })
}

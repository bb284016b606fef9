//! "Pourquoi ce montant ?": a sentence, then the formula, the source, the silent places, the next bounds.

use crate::state::State;
use engine::explain;
use engine::line::{Hit, Line};
use leptos::prelude::*;

/// A line's reasons, folded until asked for.
#[component]
pub fn Reasons(state: State, line: Signal<Option<Line<'static>>>) -> impl IntoView {
    let years = move || state.of_estimate(|estimate| estimate.years);
    let content = move || line.get().map(|line| reasons(state, &line, years()));
    view! {
        <details class="reasons">
            <summary>"Pourquoi ce montant ?"</summary>
            {content}
        </details>
    }
}

fn reasons(state: State, line: &Line<'static>, years: u8) -> impl IntoView + use<> {
    let edition = state.edition;
    let formula = explain::formula(edition, line).into_iter().map(|step| view! { <li>{step.to_string()}</li> });
    let thresholds: Vec<String> = line.thresholds.iter().map(|near| explain::threshold(edition, line, near)).collect();
    let near = (!thresholds.is_empty()).then(|| {
        let items = thresholds.into_iter().map(|text| view! { <li>{text}</li> });
        view! { <p>"Ce qui changerait le prix :"</p><ul>{items.collect_view()}</ul> }
    });
    let silent = line.hits.iter().map(|hit| silent_place(state, hit, years)).collect_view();
    let detail = (!line.price.detail.is_empty()).then(|| view! { <p>{line.price.detail.as_str()}</p> });
    view! {
        <p>{explain::sentence(edition, line)}</p>
        {detail}
        <p>"Calcul :"</p>
        <ol class="formula">{formula.collect_view()}</ol>
        <p class="source">"Source : " {line.price.source.as_str()} ", ligne « " {line.price.label.as_str()} " »."</p>
        {near}
        {silent}
    }
}

/// A place where the list is silent: the question, the reading taken, the other one and its difference.
fn silent_place(state: State, hit: &Hit, years: u8) -> Option<impl IntoView + use<>> {
    let entry = state.edition.ledger_entry(hit.entry)?;
    let other = entry.other.as_ref().map(|other| view! { <li>"Autre lecture : " {other.as_str()}</li> });
    Some(view! {
        <div class="silent">
            <p>{entry.id.as_str()} " – " {entry.question.as_str()}</p>
            <ul>
                <li>"Lecture retenue : " {entry.taken.as_str()}</li>
                {other}
                <li>{explain::hit(state.edition, hit, years)}</li>
            </ul>
        </div>
    })
}

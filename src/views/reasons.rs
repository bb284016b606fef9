//! "Pourquoi ce montant ?": a sentence, then the formula, the source, the silent places, the next bounds.

use super::lines::Sought;
use crate::blocks::{all, live, shown};
use crate::state::State;
use engine::explain;
use engine::line::{Hit, Line};
use leptos::prelude::*;

/// A line's reasons, folded until asked for and written only then.
pub fn folded(state: State, sought: Sought) -> AnyView {
    let open = RwSignal::new(false);
    let content = move || {
        let sought = sought.clone();
        let years = move || state.of_estimate(|estimate| estimate.years);
        live(move || sought.line().map(|line| reasons(state, &line, years())).into_any())
    };
    view! {
        <details class="reasons" on:toggle:target=move |event| open.set(event.target().open())>
            <summary>"Pourquoi ce montant ?"</summary>
            {shown(open.into(), content)}
        </details>
    }
    .into_any()
}

fn reasons(state: State, line: &Line<'static>, years: u8) -> AnyView {
    let edition = state.edition;
    let formula = explain::formula(edition, line).iter().map(ToString::to_string).collect();
    let near: Vec<String> = line.thresholds.iter().map(|near| explain::threshold(edition, line, near)).collect();
    let near = (!near.is_empty()).then(|| view! { <p>"Ce qui changerait ce prix :"</p>{items(near)} });
    let silent: Vec<AnyView> = line.hits.iter().filter_map(|hit| silent_place(state, hit, years)).collect();
    view! {
        <p>{explain::sentence(edition, line)}</p>
        <p class="note">{line.price.detail.as_str()}</p>
        <p>"Calcul :"</p>
        {items(formula)}
        <p class="source">{format!("Source : {}, ligne « {} ».", line.price.source, line.price.label)}</p>
        {near}
        {silent}
    }
    .into_any()
}

/// A place where the list is silent: the question, the reading taken, the other one and its difference.
fn silent_place(state: State, hit: &Hit, years: u8) -> Option<AnyView> {
    let entry = state.edition.ledger_entry(hit.entry)?;
    let mut lines = vec![format!("Lecture retenue : {}", entry.taken)];
    lines.extend(entry.other.as_ref().map(|other| format!("Autre lecture : {other}")));
    lines.push(explain::hit(state.edition, hit, years));
    let question = format!("{} – {}", entry.id, entry.question);
    Some(view! { <div class="silent"><p>{question}</p>{items(lines)}</div> }.into_any())
}

fn items(texts: Vec<String>) -> AnyView {
    let items = texts.into_iter().map(|text| view! { <li>{text}</li> }.into_any());
    view! { <ul>{all(items)}</ul> }.into_any()
}

//! "Pourquoi ce montant ?": a sentence, then the formula, the table, the source, the silent places, the next bounds.

use super::lines::Sought;
use super::price_table::extract;
use crate::blocks::{Source, all, condition, live, shown};
use crate::state::State;
use engine::explain;
use engine::french::{money, quoted};
use engine::line::{Hit, Line};
use leptos::prelude::*;

/// A line's reasons, folded until asked for and written only then.
pub fn folded(state: State, sought: Sought) -> AnyView {
    fold(state, "reasons", "Pourquoi ce montant ?", move || {
        let (of_sentence, of_detail) = (sought.clone(), sought.clone());
        let sentence = live(move || {
            let is_spared = of_sentence.is_included();
            of_sentence.line().map(|line| plain(state, &line, is_spared)).into_any()
        });
        let detail = move || {
            let sought = of_detail.clone();
            let years = move || state.of_estimate(|estimate| estimate.years);
            live(move || sought.explained().map(|line| reasons(state, &line, years(), &sought.name())).into_any())
        };
        view! {
            {sentence}
            {fold(state, "deeper", "Le calcul, sa source et ce qui le changerait", detail)}
        }
        .into_any()
    })
}

/// Something folded, open on paper.
fn fold(
    state: State,
    class: &'static str,
    title: &'static str,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let open = Source::new(false);
    let unfolded = condition(move || open.get() || state.printing.get());
    view! {
        <details class=class prop:open=unfolded on:toggle:target=move |event| toggled(state, open, event.target().open())>
            <summary>{title}</summary>
            {shown(unfolded, content)}
        </details>
    }
    .into_any()
}

/// What printing unfolds is not the visitor's choice.
fn toggled(state: State, open: Source<bool>, now: bool) {
    if !state.printing.get_untracked() {
        open.set(now);
    }
}

/// The sentence; of what a membership contains it tells what it would cost without.
fn plain(state: State, line: &Line<'static>, is_spared: bool) -> AnyView {
    let spared = if is_spared { "0,00\u{a0}€ : l'adhésion comprend cette prestation. Sans elle : " } else { "" };
    view! {
        <p>{spared}{explain::sentence(state.edition, line)}</p>
        <p class="note">{line.price.detail.as_str()}</p>
    }
    .into_any()
}

fn reasons(state: State, line: &Line<'static>, years: u8, name: &str) -> AnyView {
    let edition = state.edition;
    let mut formula: Vec<String> = explain::formula(edition, line).iter().map(ToString::to_string).collect();
    if formula.is_empty() {
        formula.push(format!("Le montant du catalogue, tel quel : {}, sans TVA.", money(line.priced.unit)));
    }
    let table = extract(edition, line.price, Some(line.priced.cell), name);
    let table = table.map(|table| view! { <h4>"Dans le catalogue"</h4> {table} });
    let near: Vec<String> = line.thresholds.iter().map(|near| explain::threshold(edition, line, near)).collect();
    let near = (!near.is_empty()).then(|| view! { <h4>"Ce qui changerait ce prix"</h4>{items(near)} });
    let silent: Vec<AnyView> = line.hits.iter().filter_map(|hit| silent_place(state, hit, years)).collect();
    view! {
        <h4>"Le calcul"</h4>
        {items(formula)}
        {table}
        <p class="source">{format!("Source : {}, ligne {}.", line.price.source, quoted(&line.price.label))}</p>
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
    Some(view! { <div class="silent"><h4>{question}</h4>{items(lines)}</div> }.into_any())
}

fn items(texts: Vec<String>) -> AnyView {
    let items = texts.into_iter().map(|text| view! { <li>{text}</li> }.into_any());
    view! { <ul>{all(items)}</ul> }.into_any()
}

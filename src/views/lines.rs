//! The items of an estimate, each with its reasons.

use super::Reasons;
use super::money::{due, rhythm};
use crate::state::State;
use engine::line::{Item, Line, Outcome};
use engine::remark::Need;
use leptos::prelude::*;

/// What identifies an item while the estimate changes around it: service, row, body.
type Key = (String, String, Option<usize>);

/// The items of one sort, under a title; nothing when there are none.
#[component]
pub fn Lines(state: State, title: &'static str, wanted: fn(&Outcome<'static>) -> bool) -> impl IntoView {
    let keys = Memo::new(move |_| {
        state.of_estimate(|estimate| estimate.items.iter().filter(|item| wanted(&item.outcome)).map(key).collect::<Vec<Key>>())
    });
    view! {
        <Show when=move || !keys.with(Vec::is_empty)>
            <h3>{title}</h3>
            <ul class="lines">
                <For each=move || keys.get() key=Clone::clone let:key>
                    <ItemRow state sought=key wanted />
                </For>
            </ul>
        </Show>
    }
}

fn key(item: &Item<'_>) -> Key {
    (item.service.id.clone(), item.price().map(|price| price.id.clone()).unwrap_or_default(), item.body)
}

/// One item. It reads its own part of the estimate, so that an open explanation stays open.
#[component]
fn ItemRow(state: State, sought: Key, wanted: fn(&Outcome<'static>) -> bool) -> impl IntoView {
    let item = Memo::new(move |_| {
        state.of_estimate(|estimate| {
            estimate.items.iter().find(|item| wanted(&item.outcome) && key(item) == sought).cloned()
        })
    });
    let name = move || item.with(|item| item.as_ref().map(name).unwrap_or_default());
    let amount = move || item.with(|item| item.as_ref().map(|item| amount(state, item)).unwrap_or_default());
    let line = Signal::derive(move || item.with(|item| item.as_ref().and_then(reasons).cloned()));
    view! {
        <li>
            <p class="line">
                <span class="line-name">{name}</span>
                <span class="line-amount">{amount}</span>
            </p>
            <Show when=move || line.with(Option::is_some)>
                <Reasons state line />
            </Show>
        </li>
    }
}

/// The line whose reasons can be told: charged, or avoided.
fn reasons<'a>(item: &'a Item<'static>) -> Option<&'a Line<'static>> {
    match &item.outcome {
        Outcome::Charged(line) | Outcome::Included(_, Some(line)) => Some(line),
        _ => None,
    }
}

/// Service and row; the body's number when the line is for one of a territory.
fn name(item: &Item<'_>) -> String {
    let mut name = item.service.label.clone();
    if let Some(price) = item.price().filter(|price| price.label != name) {
        name = format!("{name} – {}", price.label);
    }
    match item.body {
        Some(place) => format!("{name} (organisme n° {})", place.saturating_add(1)),
        None => name,
    }
}

/// What an item comes to, in a few words.
fn amount(state: State, item: &Item<'_>) -> String {
    match &item.outcome {
        Outcome::Charged(line) => format!("{}, {}", due(line), rhythm(line.schedule)),
        Outcome::Included(_, Some(line)) => format!("0,00\u{a0}€ au lieu de {}, {}", due(line), rhythm(line.schedule)),
        Outcome::Included(_, None) => "Inclus".to_owned(),
        Outcome::Free(_, wording) => (*wording).to_owned(),
        Outcome::Quote(reason, _) => reason.sentence(state.edition),
        Outcome::Missing(_, Need::Kind) => "Il manque le type d'organisme.".to_owned(),
        Outcome::Missing(_, Need::Field(field)) => format!("Il manque « {} ».", state.edition.field(*field).label),
    }
}

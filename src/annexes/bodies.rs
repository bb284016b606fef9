//! The bodies of a territory: who counts among the EP, and why.

use crate::blocks::{each, text, texts};
use crate::browser::focus;
use crate::fields::{Select, Selectable, TextField};
use crate::form::{BodyEntry, Place};
use crate::state::State;
use engine::catalogue::{BodyKind, PerBody};
use engine::counting::Counting;
use engine::french::number;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The list of bodies, one row each.
pub fn list(state: State) -> AnyView {
    let keys = texts(move || state.form(|form| form.bodies.iter().map(|body| body.key.to_string()).collect()));
    let add = move |_| {
        let mut key = 0;
        state.edit(|form| key = form.add_body(BodyKind::Commune));
        focus(&format!("#organisme-{key}-habitants"));
    };
    let count =
        text(move || state.of_estimate(|estimate| count(estimate.census.counted(), estimate.census.reasons().len())));
    view! {
        <fieldset class="bodies">
            <legend>"Communes et établissements publics du territoire"</legend>
            <p class="help">{state.edition.counting_source.as_str()}</p>
            <ol>{each(keys, move |key| row(state, &key))}</ol>
            <p class="count">{count}</p>
            <button type="button" id="ajouter-organisme" on:click=add>"Ajouter un organisme"</button>
        </fieldset>
    }
    .into_any()
}

/// "10 comptés sur 12 organismes".
fn count(counted: usize, all: usize) -> String {
    let s = |n: usize| if n > 1 { "s" } else { "" };
    if all == 0 { String::new() } else { format!("{counted} compté{} sur {all} organisme{}", s(counted), s(all)) }
}

/// A body's kind, inhabitants and whether it counts.
fn row(state: State, key: &str) -> AnyView {
    let key: u32 = key.parse().unwrap_or_default();
    let place = move || state.form(|form| form.bodies.iter().position(|body| body.key == key));
    let name = text(move || format!("Organisme n° {}", place().map_or(0, |place| place.saturating_add(1))));
    let asked = state.edition.field_per_body(PerBody::Inhabitants);
    let value = text(move || state.form(|form| form.body(key).map_or(String::new(), |body| body.inhabitants.clone())));
    let problem = text(move || state.problem_at(Place::Body(key)));
    let on_input = Callback::new(move |text| write(state, key, text));
    let reason = text(move || place().map_or(String::new(), |place| reason(state, place)));
    let remove = move |_| {
        // The button goes away with its row: the focus must not go with it.
        focus("#ajouter-organisme");
        state.edit(|form| form.remove_body(key));
    };
    let inhabitants = TextField {
        id: format!("organisme-{key}-habitants"),
        field: "",
        label: &asked.label,
        unit: asked.unit(Decimal::TWO),
        help: "",
        value,
        problem,
        on_input,
    };
    view! {
        <li>
            <fieldset class="body">
                <legend>{name}</legend>
                {kind_field(state, key)}
                {inhabitants.view()}
                <p class="counting">{reason}</p>
                <button type="button" class="quiet" on:click=remove>"Retirer " <span class="visually-hidden">{name}</span></button>
            </fieldset>
        </li>
    }
    .into_any()
}

fn kind_field(state: State, key: u32) -> AnyView {
    let kinds = state.edition.kinds.iter().filter(|kind| !kind.kind.is_epci());
    let options: Vec<Selectable> = kinds.map(|kind| (kind.kind.id().to_owned(), kind.label.clone())).collect();
    let selected = text(move || state.form(|form| form.body(key).map_or("", |body| body.kind.id()).to_owned()));
    let on_change = Callback::new(move |id: String| {
        if let Some(kind) = BodyKind::from_id(&id) {
            edit(state, key, |body| body.kind = kind);
        }
    });
    Select { id: format!("organisme-{key}-type"), label: "Type", options, selected, on_change }.view()
}

/// Writes the inhabitants typed in a row.
fn write(state: State, key: u32, text: String) {
    state.type_in(&format!("organisme-{key}"), |form| {
        if let Some(body) = form.body_mut(key) {
            body.inhabitants = text;
        }
    });
}

fn edit(state: State, key: u32, change: impl FnOnce(&mut BodyEntry)) {
    state.edit(|form| {
        if let Some(body) = form.body_mut(key) {
            change(body);
        }
    });
}

/// Why a body counts or not.
fn reason(state: State, place: usize) -> String {
    let reason = state.of_estimate(|estimate| estimate.census.reasons().get(place).copied());
    let from = |from: u32| number(Decimal::from(from));
    match reason {
        Some(Counting::Counted { from: least }) => format!("Compté : {} habitants ou plus", from(least)),
        Some(Counting::TooSmall { from: least }) => format!("Non compté : moins de {} habitants", from(least)),
        Some(Counting::Unknown) => "Indiquez ses habitants pour savoir s'il est compté.".to_owned(),
        Some(Counting::Epci) => "Non compté : un EPCI".to_owned(),
        None => String::new(),
    }
}

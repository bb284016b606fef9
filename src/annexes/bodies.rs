//! The bodies of a territory: who counts among the EP, and why.

use crate::fields::TextField;
use crate::form::{Form, Place};
use crate::state::State;
use engine::catalogue::BodyKind;
use engine::counting::Counting;
use engine::french::number;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The list of bodies, one row each.
#[component]
pub fn Bodies(state: State) -> impl IntoView {
    let keys = Memo::new(move |_| state.form.with(|form| form.bodies.iter().map(|body| body.key).collect::<Vec<_>>()));
    let add = move |_| state.form.update(|form| _ = form.add_body(BodyKind::Commune));
    let counted = move || {
        let (counted, all) = state.of_estimate(|estimate| (estimate.census.counted(), estimate.census.reasons().len()));
        format!("{counted} compté(s) sur {all} organisme(s)")
    };
    view! {
        <fieldset class="bodies">
            <legend>"Communes et établissements publics du territoire"</legend>
            <p class="help">{state.edition.counting_source.as_str()}</p>
            <ol>
                <For each=move || keys.get() key=|key| *key let:key>
                    <BodyRow state key />
                </For>
            </ol>
            <button type="button" on:click=add>"Ajouter un organisme"</button>
            <p class="count">{counted}</p>
        </fieldset>
    }
}

#[component]
fn BodyRow(state: State, key: u32) -> impl IntoView {
    let place = Memo::new(move |_| state.form.with(|form| place_of(form, key)));
    let named = move || format!("Organisme n° {}", place.get().map_or(0, |place| place.saturating_add(1)));
    let value = Signal::derive(move || {
        state.form.with(|form| form.body(key).map(|body| body.inhabitants.clone()).unwrap_or_default())
    });
    let problem = Signal::derive(move || state.problem_at(Place::Body(key)));
    let on_input = Callback::new(move |text: String| {
        state.form.update(|form| {
            if let Some(body) = form.body_mut(key) {
                body.inhabitants = text;
            }
        });
    });
    let remove = move |_| state.form.update(|form| form.remove_body(key));
    view! {
        <li>
            <fieldset class="body">
                <legend>{named}</legend>
                <BodyKindField state key />
                <TextField id=format!("organisme-{key}-habitants") label="Nombre d'habitants" unit="habitants" value problem on_input />
                <p class="counting">{move || reason(state, place.get())}</p>
                <button type="button" class="remove" on:click=remove>
                    "Retirer " <span class="visually-hidden">{named}</span>
                </button>
            </fieldset>
        </li>
    }
}

#[component]
fn BodyKindField(state: State, key: u32) -> impl IntoView {
    let id = format!("organisme-{key}-type");
    let kinds = state.edition.kinds.iter().filter(|kind| !kind.kind.is_epci());
    let options = kinds.map(|kind| {
        let selected = move || state.form.with(|form| form.body(key).is_some_and(|body| body.kind == kind.kind));
        view! { <option value=kind.kind.id() prop:selected=selected>{kind.label.as_str()}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>"Type"</label>
            <select
                id=id
                on:change:target=move |event| {
                    let kind = BodyKind::from_id(&event.target().value());
                    state.form.update(|form| {
                        if let (Some(body), Some(kind)) = (form.body_mut(key), kind) {
                            body.kind = kind;
                        }
                    });
                }
            >
                {options.collect_view()}
            </select>
        </div>
    }
}

fn place_of(form: &Form, key: u32) -> Option<usize> {
    form.bodies.iter().position(|body| body.key == key)
}

/// Why a body counts or not.
fn reason(state: State, place: Option<usize>) -> String {
    let reason = state.of_estimate(|estimate| estimate.census.reasons().get(place?).copied());
    let from = |from: u32| number(Decimal::from(from));
    match reason {
        Some(Counting::Counted { from: least }) => format!("Compté : {} habitants ou plus", from(least)),
        Some(Counting::TooSmall { from: least }) => format!("Non compté : moins de {} habitants", from(least)),
        Some(Counting::Unknown) => "Indiquez ses habitants pour savoir s'il est compté.".to_owned(),
        Some(Counting::Epci) => "Non compté : un EPCI".to_owned(),
        None => String::new(),
    }
}

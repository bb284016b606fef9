//! "Votre collectivité": who asks, and over how many years.

use crate::fields::CatalogueField;
use crate::state::State;
use engine::catalogue::{Asked, BodyKind, FieldIx};
use leptos::prelude::*;

/// Kind of body, inhabitants, budget and period.
#[component]
pub fn YourBody(state: State) -> impl IntoView {
    let asked = |optional: bool| -> Vec<FieldIx> {
        let about_body = |ix: &FieldIx| {
            let field = state.edition.field(*ix);
            field.asked == Asked::Body && field.optional == optional
        };
        state.edition.field_positions().filter(about_body).collect()
    };
    let field = move |field| view! { <CatalogueField state field scope="organisme" /> };
    view! {
        <section aria-labelledby="titre-organisme">
            <h2 id="titre-organisme">"Votre collectivité"</h2>
            <div class="fields">
                <KindField state />
                {asked(false).into_iter().map(field).collect_view()}
                <YearsField state />
            </div>
            <details>
                <summary>"Préciser la population ou le budget"</summary>
                <div class="fields">{asked(true).into_iter().map(field).collect_view()}</div>
            </details>
        </section>
    }
}

#[component]
fn KindField(state: State) -> impl IntoView {
    let options = state.edition.kinds.iter().map(|kind| {
        let selected = move || state.form.with(|form| form.kind == Some(kind.kind));
        view! { <option value=kind.kind.id() prop:selected=selected>{kind.label.as_str()}</option> }
    });
    let unset = move || state.form.with(|form| form.kind.is_none());
    view! {
        <div class="field">
            <label for="organisme-type">"Type d'organisme"</label>
            <select
                id="organisme-type"
                on:change:target=move |event| {
                    let kind = BodyKind::from_id(&event.target().value());
                    state.form.update(|form| form.kind = kind);
                }
            >
                <option value="" prop:selected=unset>"Choisir…"</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

#[component]
fn YearsField(state: State) -> impl IntoView {
    let options = (1..=state.edition.max_years).map(|years| {
        let selected = move || state.form.with(|form| form.years == years);
        let label = if years == 1 { "1 an".to_owned() } else { format!("{years} ans") };
        view! { <option value=years.to_string() prop:selected=selected>{label}</option> }
    });
    view! {
        <div class="field">
            <label for="organisme-duree">"Durée de l'estimation"</label>
            <select
                id="organisme-duree"
                on:change:target=move |event| {
                    if let Ok(years) = event.target().value().parse() {
                        state.form.update(|form| form.years = years);
                    }
                }
            >
                {options.collect_view()}
            </select>
        </div>
    }
}

//! "Votre collectivité": who asks, and over how many years.

use crate::blocks::{all, text};
use crate::fields::{CatalogueField, Select, Selectable};
use crate::state::State;
use engine::catalogue::{Asked, BodyKind};
use leptos::prelude::*;

/// Kind of body, inhabitants, budget and period.
#[component]
pub fn YourBody(state: State) -> impl IntoView {
    view! {
        <section aria-labelledby="titre-organisme">
            <h2 id="titre-organisme">"Votre collectivité"</h2>
            <div class="fields">
                {kind_field(state)}
                {fields(state, false)}
                {years_field(state)}
            </div>
            <details>
                <summary>"Préciser la population ou le budget"</summary>
                <div class="fields">{fields(state, true)}</div>
            </details>
        </section>
    }
}

/// The catalogue's fields about the body.
fn fields(state: State, optional: bool) -> impl IntoView {
    let about_body = state.edition.field_positions().filter(move |ix| {
        let field = state.edition.field(*ix);
        field.asked == Asked::Body && field.optional == optional
    });
    let fields = about_body.map(|field| view! { <CatalogueField state field scope="organisme" /> }.into_any());
    all(fields)
}

fn kind_field(state: State) -> impl IntoView {
    let kinds = state.edition.kinds.iter().map(|kind| (kind.kind.id().to_owned(), kind.label.clone()));
    let unset = (String::new(), "Choisir…".to_owned());
    let options: Vec<Selectable> = std::iter::once(unset).chain(kinds).collect();
    let selected = text(move || state.form.with(|form| form.kind.map_or("", BodyKind::id).to_owned()));
    let on_change = Callback::new(move |id: String| state.form.update(|form| form.kind = BodyKind::from_id(&id)));
    view! { <Select id="organisme-type" label="Type d'organisme" options selected on_change /> }
}

fn years_field(state: State) -> impl IntoView {
    let label = |years: u8| if years == 1 { "1 an".to_owned() } else { format!("{years} ans") };
    let options: Vec<Selectable> =
        (1..=state.edition.max_years).map(|years| (years.to_string(), label(years))).collect();
    let selected = text(move || state.form.with(|form| form.years.to_string()));
    let on_change = Callback::new(move |years: String| {
        if let Ok(years) = years.parse() {
            state.form.update(|form| form.years = years);
        }
    });
    view! { <Select id="organisme-duree" label="Durée de l'estimation" options selected on_change /> }
}

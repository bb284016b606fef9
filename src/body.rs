//! "Votre collectivité": who asks, and over which years.

use crate::blocks::{all, text};
use crate::browser::this_year;
use crate::fields::{CatalogueField, Select, Selectable};
use crate::state::State;
use engine::catalogue::{Asked, BodyKind};
use leptos::prelude::*;

/// How many calendar years, from this one, a period may begin in.
const STARTS: u16 = 4;

/// Kind of body, inhabitants and period.
#[component]
pub fn YourBody(state: State) -> impl IntoView {
    view! {
        <section aria-labelledby="titre-organisme">
            <h2 id="titre-organisme">"Votre collectivité"</h2>
            <div class="fields">
                {kind_field(state)}
                {fields(state, false)}
                {years_field(state)}
                {start_field(state)}
            </div>
            <details>
                <summary>"Préciser la population municipale"</summary>
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
    let selected = text(move || state.form(|form| form.kind.map_or("", BodyKind::id).to_owned()));
    let on_change = Callback::new(move |id: String| state.edit("", |form| form.kind = BodyKind::from_id(&id)));
    view! { <Select id="organisme-type" label="Type d'organisme" options selected on_change /> }
}

fn years_field(state: State) -> impl IntoView {
    let label = |years: u8| if years == 1 { "1 an".to_owned() } else { format!("{years} ans") };
    let options: Vec<Selectable> =
        (1..=state.edition.max_years).map(|years| (years.to_string(), label(years))).collect();
    let selected = text(move || state.form(|form| form.years.to_string()));
    let on_change = Callback::new(move |years: String| {
        if let Ok(years) = years.parse() {
            state.edit("", |form| form.years = years);
        }
    });
    view! { <Select id="organisme-duree" label="Durée de l'estimation" options selected on_change /> }
}

/// Without a calendar year, years are numbered.
fn start_field(state: State) -> impl IntoView {
    let first = this_year();
    let years = (0..STARTS).map(|offset| first.saturating_add(offset).to_string());
    let unset = (String::new(), "Non précisée".to_owned());
    let options: Vec<Selectable> = std::iter::once(unset).chain(years.map(|year| (year.clone(), year))).collect();
    let selected = text(move || state.form(|form| form.start.map(|year| year.to_string()).unwrap_or_default()));
    let on_change = Callback::new(move |year: String| state.edit("", |form| form.start = year.parse().ok()));
    view! { <Select id="organisme-debut" label="Première année" options selected on_change /> }
}

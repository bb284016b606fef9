//! "Votre collectivité": who asks, and over which years.

use crate::blocks::{Derived, act, element, fixed, live, nothing, text};
use crate::browser::{focus, this_year};
use crate::fields::{Select, Selectable, catalogue_field, place_search, unset};
use crate::state::State;
use engine::catalogue::{Asked, BodyKind};
use leptos::prelude::*;

/// How many calendar years, from the last one, a period may begin in.
const STARTS: u16 = 5;

/// Kind of body, inhabitants and period.
pub fn your_body(state: State) -> AnyView {
    let main = element("div").class("fields").child(kind_field(state)).children(fields(state, false));
    let main = main.child(years_field(state)).child(start_field(state)).done();
    let more = element("details")
        .child(element("summary").text("Préciser la population municipale").done())
        .child(element("div").class("fields").children(fields(state, true)).done())
        .done();
    element("section")
        .attr("aria-labelledby", "titre-organisme")
        .child(element("h2").attr("id", "titre-organisme").attr("tabindex", "-1").text("Votre collectivité").done())
        .child(place_search(state))
        .child(home(state))
        .child(main)
        .child(more)
        .done()
}

/// Who was found by name, and the way from a commune to its EPCI.
fn home(state: State) -> AnyView {
    let found = Derived::new(move || state.form(|form| form.found().map(|home| (home.epci, home.commune))));
    live(move || {
        let Some((epci, commune)) = found.get() else { return nothing() };
        let Some(key) = commune else {
            let members = state.form_now(|form| form.bodies.len());
            let text = format!(
                "{}, {members} organismes dans l'annexe 1. Source : {}.",
                epci.name,
                territory::source::VINTAGE
            );
            return element("p").class("note").text(text).done();
        };
        let name = state.form_now(|form| form.body_name(key));
        // "la CC de Blaye", but "Bordeaux Métropole".
        let its_epci = format!("{}{}", if epci.name.starts_with('C') { "la " } else { "" }, epci.name);
        let leave = move |_| {
            state.edit(|form| form.see_epci(state.edition));
            focus("#titre-organisme");
        };
        let button = element("button").attr("type", "button").class("quiet").on("click", leave);
        element("p")
            .class("note")
            .text(format!("{name}, commune de {its_epci}. Source : {}. ", territory::source::VINTAGE))
            .child(button.text(format!("Voir {its_epci} et toutes ses communes")).done())
            .done()
    })
}

/// The catalogue's fields about the body.
fn fields(state: State, optional: bool) -> impl Iterator<Item = AnyView> {
    let about_body = state.edition.field_positions().filter(move |ix| {
        let field = state.edition.field(*ix);
        field.asked == Asked::Body && field.optional == optional
    });
    about_body.map(move |field| catalogue_field(state, field, "organisme"))
}

fn kind_field(state: State) -> AnyView {
    let kinds = state.edition.kinds.iter().map(|kind| (kind.kind.id().to_owned(), kind.label.clone()));
    Select {
        id: "organisme-type".to_owned(),
        label: fixed("Type d'organisme"),
        options: std::iter::once(unset("Choisir…")).chain(kinds).collect(),
        selected: text(move || state.form(|form| form.kind.map_or("", BodyKind::id).to_owned())),
        on_change: act(move |id: String| state.edit(|form| form.kind = BodyKind::from_id(&id))),
    }
    .view()
}

fn years_field(state: State) -> AnyView {
    let label = |years: u8| if years == 1 { "1 an".to_owned() } else { format!("{years} ans") };
    let options: Vec<Selectable> =
        (1..=state.edition.max_years).map(|years| (years.to_string(), label(years))).collect();
    Select {
        id: "organisme-duree".to_owned(),
        label: fixed("Durée de l'estimation"),
        options,
        selected: text(move || state.form(|form| form.years.to_string())),
        on_change: act(move |years: String| {
            if let Ok(years) = years.parse() {
                state.edit(|form| form.years = years);
            }
        }),
    }
    .view()
}

/// The calendar years that a period may begin in: an estimate made last year may be opened this one.
pub fn starts() -> std::ops::Range<u16> {
    let first = this_year().saturating_sub(1);
    first..first.saturating_add(STARTS)
}

/// Without a calendar year, years are numbered.
fn start_field(state: State) -> AnyView {
    let years = starts().map(|year| year.to_string());
    Select {
        id: "organisme-debut".to_owned(),
        label: fixed("Première année"),
        options: std::iter::once(unset("Non précisée")).chain(years.map(|year| (year.clone(), year))).collect(),
        selected: text(move || state.form(|form| form.start.map(|year| year.to_string()).unwrap_or_default())),
        on_change: act(move |year: String| state.edit(|form| form.start = year.parse().ok())),
    }
    .view()
}

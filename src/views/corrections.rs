//! The fields to correct, gathered: each leads to its field.

use crate::blocks::{Derived, element, live, nothing};
use crate::browser::focus;
use crate::form::Place;
use crate::state::{Outcome, State};
use engine::catalogue::PerBody;
use engine::remark::Remark;
use leptos::prelude::*;

/// What is wrong, and where.
#[derive(Clone, PartialEq)]
struct Correction {
    label: String,
    message: String,
    selector: String,
}

/// Whether anything is to be corrected.
pub fn any(state: State) -> bool {
    !state.of_outcome(places).is_empty()
}

/// The summary of what cannot be read; nothing when everything can.
pub fn list(state: State) -> AnyView {
    let corrections = Derived::new(move || corrections(state));
    live(move || {
        let corrections = corrections.get();
        if corrections.is_empty() {
            return nothing();
        }
        let title = title(corrections.len());
        let items = corrections.into_iter().map(|it| {
            let go = element("button").attr("type", "button").class("link").on("click", move |_| focus(&it.selector));
            element("li").child(go.text(it.label).done()).text(format!(" : {}", it.message)).done()
        });
        element("div")
            .class("corrections")
            .attr("id", "corrections")
            .attr("tabindex", "-1")
            .attr("role", "group")
            .attr("aria-labelledby", "titre-corrections")
            .child(element("h3").attr("id", "titre-corrections").text(title).done())
            .child(element("p").text("Le total ne tient pas compte de ces réponses.").done())
            .child(element("ul").children(items).done())
            .done()
    })
}

/// How many answers are to be corrected, in words; empty for none.
pub fn count(state: State) -> String {
    title(state.of_outcome(places).len())
}

/// What cannot be read, in sentences.
pub fn sentences(state: State) -> Vec<String> {
    let told = |it: Correction| format!("{} : {} Le total ne tient pas compte de cette réponse.", it.label, it.message);
    corrections(state).into_iter().map(told).collect()
}

fn title(corrections: usize) -> String {
    match corrections {
        0 => String::new(),
        1 => "1 réponse à corriger".to_owned(),
        several => format!("{several} réponses à corriger"),
    }
}

/// Where something is to be corrected. The page counts these before the words for them are here.
fn places(outcome: &Outcome) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let remarks = outcome.estimate.iter().flat_map(|estimate| &estimate.remarks);
    let refused = remarks.filter(|it| it.is_about_value()).filter_map(Remark::field).map(Place::Field);
    for place in outcome.reading.problems.iter().map(|problem| problem.place).chain(refused) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

fn corrections(state: State) -> Vec<Correction> {
    let mut places = state.of_outcome(places);
    // In the order of the page: its fields, then the territory's rows, which were read in theirs.
    places.sort_by_key(|place| match place {
        Place::Field(field) => field.0,
        Place::Body(_) => u16::MAX,
    });
    let corrections = places.into_iter().map(|place| match place {
        Place::Field(field) => {
            let asked = state.edition.field(field);
            let selector = format!("[data-field=\"{}\"]", asked.id);
            Correction { label: asked.label.clone(), message: state.field_problem(field), selector }
        }
        Place::Body(key) => {
            let asked = &state.edition.field_per_body(PerBody::Inhabitants).label;
            let label = format!("{asked}, {}", state.form(|form| form.body_name(key)));
            Correction { label, message: state.problem_at(place), selector: format!("#organisme-{key}-habitants") }
        }
    });
    // Words that are on their way come with the next look.
    corrections.filter(|it| !it.message.is_empty()).collect()
}

//! The fields to correct, gathered: each leads to its field.

use crate::blocks::{element, live, nothing};
use crate::browser::focus;
use crate::form::Place;
use crate::state::State;
use engine::catalogue::PerBody;
use leptos::prelude::*;

/// What is wrong, and where.
#[derive(Clone, PartialEq)]
struct Correction {
    label: String,
    message: String,
    selector: String,
}

/// The summary of what cannot be read; nothing when everything can.
pub fn list(state: State) -> AnyView {
    let corrections = Memo::new(move |_| corrections(state));
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
    title(corrections(state).len())
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

fn corrections(state: State) -> Vec<Correction> {
    let mut found: Vec<Correction> = Vec::new();
    let fields = state.edition.field_positions().filter_map(|field| {
        let message = state.field_problem(field);
        let asked = state.edition.field(field);
        let selector = format!("[data-field=\"{}\"]", asked.id);
        (!message.is_empty()).then(|| Correction { label: asked.label.clone(), message, selector })
    });
    found.extend(fields);
    let rows = state.form(|form| {
        form.bodies.iter().map(|body| (body.key, form.body_name(body.key))).collect::<Vec<(u32, String)>>()
    });
    let asked = &state.edition.field_per_body(PerBody::Inhabitants).label;
    found.extend(rows.into_iter().filter_map(|(key, name)| {
        let message = state.problem_at(Place::Body(key));
        let label = format!("{asked}, {name}");
        let selector = format!("#organisme-{key}-habitants");
        (!message.is_empty()).then_some(Correction { label, message, selector })
    }));
    found
}

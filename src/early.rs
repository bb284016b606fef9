//! The first answers: what stands in the page as it was written ahead, before the application is there.
//!
//! That page has the application's own fields (`early/still.rs`), which browsers show and fill in by themselves. All that
//! its first answers need is here: a form read off its controls, and the running total of that form.

#[cfg(not(target_arch = "wasm32"))]
pub mod still;

use crate::form::{Answer, Form};
use crate::views::said;
use engine::catalogue::{BodyKind, Edition, FieldIx, FieldKind};
use engine::request::Membership;
use engine::{Catalogue, amounts};

/// An input or a drop-down, as it stands.
#[derive(Clone, Debug, Default)]
pub struct Control {
    /// Its id, by which it is known.
    pub id: String,
    /// The field of the catalogue it answers; empty when that is none, or when its id tells.
    pub field: String,
    /// What stands in it.
    pub value: String,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// What the controls say, as if it had been typed in the application.
pub fn form(edition: &Edition, controls: &[Control]) -> Form {
    let mut form = Form::default();
    for control in controls {
        let Control { id, field, value, ticked } = control;
        match (id.as_str(), edition.field_ix(field)) {
            (_, Some(field)) if !value.is_empty() => form.set(field, Answer::Text(value.clone())),
            ("organisme-type", _) => form.kind = BodyKind::from_id(value),
            ("organisme-duree", _) => form.years = value.parse().unwrap_or(form.years),
            ("organisme-debut", _) => form.start = value.parse().ok(),
            ("adhesion-mutualised", _) if *ticked => form.membership = Membership::Mutualised,
            ("adhesion-individual", _) if *ticked => form.membership = Membership::Individual,
            ("adhesion-epci", _) => form.covered_by_epci = *ticked,
            (id, None) if *ticked => tick(&mut form, edition, id),
            _ => {}
        }
    }
    form
}

/// A box or a button of the catalogue's that is ticked: a service, or an answer.
fn tick(form: &mut Form, edition: &Edition, id: &str) {
    if let Some((ix, _)) =
        edition.numbered_services().find(|(_, service)| id.strip_prefix("service-") == Some(&service.id))
    {
        form.choose(ix, true);
    } else if let Some((field, answer)) = chosen_answer(edition, id) {
        form.set(field, Answer::Choice(answer));
    }
}

/// The answer of that id: the scope that its field stands in, the field's id, its own.
fn chosen_answer(edition: &Edition, id: &str) -> Option<(FieldIx, u8)> {
    edition.field_positions().find_map(|ix| {
        let field = edition.field(ix);
        let FieldKind::Choice(answers) = &field.kind else { return None };
        let answer = |(_, answer): &(u8, &_)| {
            let answer: &engine::catalogue::Choice = answer;
            let scope = id.strip_suffix(answer.id.as_str())?.strip_suffix('-')?.strip_suffix(field.id.as_str())?;
            scope.strip_suffix('-').filter(|scope| edition.service_named(scope).is_some())
        };
        let found = (0..u8::MAX).zip(answers).find(|it| answer(it).is_some());
        found.map(|(place, _)| (ix, place))
    })
}

/// The running total of a form: see [`said`].
pub fn total(catalogue: &Catalogue, edition: &Edition, form: &Form) -> [String; 6] {
    let request = crate::form::read(form, edition).request;
    let estimate = amounts(catalogue, &request);
    estimate.map(|estimate| said(form.year_name(1), &estimate)).unwrap_or_default()
}

//! The page's few shared signals: one form, one estimate made from it.

use crate::form::{self, Form, Place, Problem};
use engine::catalogue::{Edition, FieldIx};
use engine::remark::Remark;
use engine::{Catalogue, Estimate, Request, estimate};
use leptos::prelude::*;

/// What every part of the page reads, and the form they write. Copied freely.
#[derive(Clone, Copy)]
pub struct State {
    /// The edition of the price list shown.
    pub edition: &'static Edition,
    /// What was typed.
    pub form: RwSignal<Form>,
    /// What it comes to.
    pub outcome: Memo<Outcome>,
}

/// A form read and priced.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What was asked.
    pub request: Request,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// What it costs; `None` only for a catalogue without editions.
    pub estimate: Option<Estimate<'static>>,
}

impl State {
    /// An empty form on an edition of a catalogue.
    pub fn new(catalogue: &'static Catalogue, edition: &'static Edition) -> State {
        let form = RwSignal::new(Form::default());
        // Comparing two whole estimates costs more than telling the readers, who compare what they show.
        let outcome =
            Memo::new_with_compare(move |_| form.with(|form| Outcome::of(catalogue, edition, form)), |_, _| true);
        State { edition, form, outcome }
    }

    /// Reads something of the estimate; the default when there is none.
    pub fn of_estimate<T: Default>(self, read: impl FnOnce(&Estimate<'static>) -> T) -> T {
        self.outcome.with(|outcome| outcome.estimate.as_ref().map(read).unwrap_or_default())
    }

    /// What is wrong with what stands in a field; empty when nothing is.
    pub fn field_problem(self, field: FieldIx) -> String {
        let unread = self.problem_at(Place::Field(field));
        if !unread.is_empty() {
            return unread;
        }
        let refused = self.remarks(|remark| remark.is_about_value() && remark.field() == Some(field));
        refused.into_iter().next().unwrap_or_default()
    }

    /// What could not be read at a place; empty when everything was.
    pub fn problem_at(self, place: Place) -> String {
        self.outcome.with(|outcome| {
            let here = outcome.problems.iter().find(|problem| problem.place == place);
            here.map(|problem| problem.message.clone()).unwrap_or_default()
        })
    }

    /// The sentences of the remarks that `concern` a part of the page.
    pub fn remarks(self, concern: impl Fn(&Remark<'static>) -> bool) -> Vec<String> {
        self.of_estimate(|estimate| {
            let here = estimate.remarks.iter().filter(|remark| concern(remark));
            here.map(|remark| remark.sentence(self.edition)).collect()
        })
    }
}

impl Outcome {
    /// Reads a form and prices it.
    fn of(catalogue: &'static Catalogue, edition: &Edition, form: &Form) -> Outcome {
        let (request, problems) = form::read(form, edition);
        let estimate = estimate(catalogue, &request);
        Outcome { request, problems, estimate }
    }
}

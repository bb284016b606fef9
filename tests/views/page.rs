//! A page filled in by what is written on it, and rendered.

use crate::markup::Markup;
use engine::Catalogue;
use engine::catalogue::{BodyKind, Edition, FieldIx, ServiceIx};
use leptos::prelude::*;
use simulateur::annexes::{Figures, figures};
use simulateur::app::app;
use simulateur::form::examples::EXAMPLES;
use simulateur::form::places::{find, settle};
use simulateur::form::{Answer, Form};
use simulateur::state::State;
use visitor::examples::Deed;

/// A page and the owner that keeps its signals alive.
pub struct Page {
    owner: Owner,
    /// The signals themselves.
    pub state: State,
}

impl Page {
    /// The product's page, untouched.
    pub fn new() -> Page {
        Page::of(simulateur::editions::embedded::catalogue().unwrap())
    }

    /// An untouched page on the newest edition of a catalogue.
    pub fn of(catalogue: &'static Catalogue) -> Page {
        Page::over(catalogue, catalogue.newest().unwrap())
    }

    /// An untouched page on an edition of a catalogue.
    pub fn over(catalogue: &'static Catalogue, edition: &'static Edition) -> Page {
        let owner = Owner::new();
        let state = owner.with(|| State::new(catalogue, edition));
        Page { owner, state }
    }

    /// The page once it was mounted anew over the edition that was asked for.
    pub fn mounted_anew(self) -> Page {
        let Page { owner, state } = self;
        let edition = state.over.with_untracked(|over| state.catalogue.edition(&over.edition).unwrap());
        let state = owner.with(|| State::over(state.catalogue, edition, state.brought, state.over));
        Page { owner, state }
    }

    /// The product's page after these deeds.
    pub fn after(deeds: &[Deed]) -> Page {
        let page = Page::new();
        page.perform(deeds);
        page
    }

    pub fn perform(&self, deeds: &[Deed]) {
        deeds.iter().for_each(|deed| self.perform_one(*deed));
    }

    /// Writes the form as an event would.
    pub fn change(&self, change: impl FnOnce(&mut Form)) {
        self.state.edit(change);
    }

    /// Reads what stands in the form.
    pub fn form<T>(&self, read: impl FnOnce(&Form) -> T) -> T {
        self.state.form(read)
    }

    /// A page that an example has filled in.
    pub fn example(title: &str) -> Page {
        let page = Page::new();
        let example = EXAMPLES.iter().find(|example| example.title == title);
        let example = example.unwrap_or_else(|| panic!("no example « {title} »"));
        page.change(|form| *form = example.form(page.edition()));
        page
    }

    /// What the page shows with nothing folded, as on paper.
    pub fn unfolded(&self) -> Markup {
        self.state.printing.set(true);
        let shown = self.markup();
        self.state.printing.set(false);
        shown
    }

    /// What the page shows.
    pub fn markup(&self) -> Markup {
        let state = self.state;
        Markup::new(self.owner.with(|| app(state).to_html()))
    }

    /// The figures of the worksheet.
    pub fn figures(&self) -> Figures {
        self.owner.with(|| figures(self.state))
    }

    pub fn edition(&self) -> &'static Edition {
        self.state.edition
    }

    /// The field of that label.
    pub fn field(&self, label: &str) -> FieldIx {
        let mut named = self.edition().field_positions().filter(|ix| self.edition().field(*ix).label == label);
        named.next().unwrap_or_else(|| panic!("no field « {label} »"))
    }

    /// The service of that label.
    pub fn service(&self, label: &str) -> ServiceIx {
        let mut named = self.edition().numbered_services().filter(|(_, service)| service.label == label);
        named.next().unwrap_or_else(|| panic!("no service « {label} »")).0
    }

    fn perform_one(&self, deed: Deed) {
        match deed {
            Deed::Find(name) => {
                let found = find(name).into_iter().next().unwrap_or_else(|| panic!("nothing for « {name} »"));
                self.change(|form| settle(form, found.place, self.edition()));
            }
            Deed::Choose("Type d'organisme", label) => {
                let kind = self.edition().kinds.iter().find(|kind| kind.label == label).unwrap().kind;
                self.change(|form| form.kind = Some(kind));
            }
            Deed::Choose("Durée de l'estimation", label) => {
                let years = label.split(' ').next().unwrap().parse().unwrap();
                self.change(|form| form.years = years);
            }
            Deed::Choose("Première année", label) => self.change(|form| form.start = label.parse().ok()),
            Deed::Choose(label, _) => panic!("no drop-down « {label} »"),
            Deed::Type(label, text) => {
                let field = self.field(label);
                self.change(|form| form.set(field, Answer::Text(text.to_owned())));
            }
            Deed::Tick(label) => {
                let service = self.service(label);
                self.change(|form| form.choose(service, true));
            }
            Deed::Pick("Adhésion", label) => {
                use engine::request::Membership::{Individual, Mutualised, None};
                let place = self.edition().membership.labels.iter().position(|known| known == label).unwrap();
                self.change(|form| form.membership = [None, Mutualised, Individual][place]);
            }
            Deed::Pick(group, label) => {
                let field = self.field(group);
                let choices = self.edition().field(field).choices();
                let place = choices.iter().position(|choice| choice.label == label).unwrap();
                self.change(|form| form.set(field, Answer::Choice(u8::try_from(place).unwrap())));
            }
            // What is folded is rendered all the same.
            Deed::Unfold(_) => {}
            Deed::AddCommunes(count, inhabitants) => self.change(|form| {
                for _ in 0..count {
                    let key = form.add_body(BodyKind::Commune);
                    form.body_mut(key).unwrap().inhabitants = inhabitants.to_owned();
                }
            }),
        }
    }
}

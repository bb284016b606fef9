//! The form in stable ids, and back: what a link, a file and a kept scenario hold of it.
//!
//! Exact both ways for all that a visitor can have typed; only the keys of the rows, which mean nothing
//! outside the page, are others. The parts that save and open call this, and no other.

use super::{Answer, BodyEntry, Form, Home};
use crate::form::places::{member, published};
use dossier::{Dossier, Row};
use engine::catalogue::{Edition, FieldKind};
use territory::Territory;

impl Form {
    /// Everything the form holds.
    pub fn to_dossier(&self, edition: &Edition) -> Dossier {
        let services = self.chosen.iter().filter_map(|ix| edition.service(*ix)).map(|service| service.id.clone());
        Dossier {
            kind: self.kind,
            years: self.years,
            start: self.start,
            membership: self.membership,
            covered_by_epci: self.covered_by_epci,
            values: self.values_by_id(edition),
            services: services.collect(),
            home: self.home.as_ref().map(|home| dossier::Home {
                epci: home.epci.siren.to_owned(),
                viewed: home.commune.and_then(|key| self.body(key)?.known).map(|member| member.code.to_owned()),
                waiting: home.waiting.clone(),
            }),
            sharing: self.sharing,
            rows: self.bodies.iter().map(row).collect(),
            ..Dossier::new(&edition.id)
        }
    }

    /// What stands in each field, by id; an empty text is none.
    fn values_by_id(&self, edition: &Edition) -> Vec<(String, dossier::Answer)> {
        let value = |ix| {
            let field = edition.field(ix);
            let answer = match &field.kind {
                FieldKind::Number(_) => Some(self.text(ix))
                    .filter(|text| !text.is_empty())
                    .map(|text| dossier::Answer::Text(text.to_owned())),
                FieldKind::Choice(choices) => {
                    let chosen = self.choice(ix).and_then(|place| choices.get(usize::from(place)));
                    chosen.map(|choice| dossier::Answer::Choice(choice.id.clone()))
                }
            };
            answer.map(|answer| (field.id.clone(), answer))
        };
        edition.field_positions().filter_map(value).collect()
    }

    /// The form of a dossier, which is in the ids of that edition and of the territory: what is not was
    /// taken away by whoever opened it, and said.
    pub fn of_dossier(dossier: &Dossier, edition: &Edition, territory: &Territory<'static>) -> Form {
        let mut form = Form {
            kind: dossier.kind,
            years: dossier.years,
            start: dossier.start,
            membership: dossier.membership,
            covered_by_epci: dossier.covered_by_epci,
            sharing: dossier.sharing,
            ..Form::default()
        };
        for (id, answer) in &dossier.values {
            let Some(ix) = edition.field_ix(id) else { continue };
            match answer {
                dossier::Answer::Text(text) => form.set(ix, Answer::Text(text.clone())),
                dossier::Answer::Choice(id) => {
                    let mut places = (0..u8::MAX).zip(edition.field(ix).choices());
                    if let Some((place, _)) = places.find(|(_, choice)| choice.id == *id) {
                        form.set(ix, Answer::Choice(place));
                    }
                }
            }
        }
        for id in &dossier.services {
            if let Some((ix, _)) = edition.numbered_services().find(|(_, service)| service.id == *id) {
                form.choose(ix, true);
            }
        }
        for row in &dossier.rows {
            let key = form.add_body(row.kind);
            if let Some(entry) = form.body_mut(key) {
                fill(entry, row, territory);
            }
        }
        form.home = dossier.home.as_ref().and_then(|home| {
            let viewed = form
                .bodies
                .iter()
                .find(|body| body.known.is_some_and(|member| Some(member.code) == home.viewed.as_deref()));
            let commune = viewed.map(|body| body.key);
            Some(Home { epci: published(territory.epci(&home.epci)?), commune, waiting: home.waiting.clone() })
        });
        form
    }
}

fn row(entry: &BodyEntry) -> Row {
    Row {
        code: entry.known.map(|member| member.code.to_owned()),
        kind: entry.kind,
        name: entry.name.clone(),
        inhabitants: entry.inhabitants.clone(),
        municipal: entry.municipal.clone(),
        left_out: entry.left_out,
        ccas: entry.ccas,
        part: entry.part.clone(),
    }
}

fn fill(entry: &mut BodyEntry, row: &Row, territory: &Territory<'static>) {
    entry.known = row.code.as_ref().and_then(|code| territory.commune(code)).map(member);
    entry.name.clone_from(&row.name);
    entry.inhabitants.clone_from(&row.inhabitants);
    entry.municipal.clone_from(&row.municipal);
    entry.left_out = row.left_out;
    entry.ccas = row.ccas;
    entry.part.clone_from(&row.part);
}

//! The examples to start with: `catalogue/examples.toml`, checked and written as Rust by the build.

use crate::form::{Answer, Form};
use engine::catalogue::{BodyKind, Edition, FieldKind};
use engine::request::Membership;

/// A situation that a visitor may start from.
pub struct Example {
    /// Who.
    pub title: &'static str,
    /// With what, in a few words.
    pub summary: &'static str,
    kind: &'static str,
    membership: Membership,
    values: &'static [(&'static str, &'static str)],
    services: &'static [&'static str],
    bodies: &'static [(usize, &'static str, &'static str)],
}

include!(concat!(env!("OUT_DIR"), "/examples.rs"));

impl Example {
    /// The example as if it had been typed. An id that another edition does not know is left out.
    pub fn form(&self, edition: &Edition) -> Form {
        let kind = BodyKind::from_id(self.kind);
        let mut form = Form { kind, membership: self.membership, ..Form::default() };
        for (id, text) in self.values {
            let Some(ix) = edition.field_ix(id) else { continue };
            let answer = match &edition.field(ix).kind {
                FieldKind::Number(_) => Some(Answer::Text((*text).to_owned())),
                FieldKind::Choice(answers) => {
                    let mut places = (0..u8::MAX).zip(answers);
                    places.find(|(_, answer)| answer.id == *text).map(|(place, _)| Answer::Choice(place))
                }
            };
            answer.into_iter().for_each(|answer| form.set(ix, answer));
        }
        let services = edition.numbered_services().filter(|(_, service)| self.services.contains(&service.id.as_str()));
        form.chosen = services.map(|(ix, _)| ix).collect();
        for (count, kind, inhabitants) in self.bodies {
            for _ in 0..*count {
                let key = form.add_body(BodyKind::from_id(kind).unwrap_or(BodyKind::Commune));
                if let Some(body) = form.body_mut(key) {
                    (*inhabitants).clone_into(&mut body.inhabitants);
                }
            }
        }
        form
    }
}

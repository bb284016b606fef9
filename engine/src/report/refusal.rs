//! What of a request was not understood, and where it stands in its JSON.

use crate::Estimate;
use crate::catalogue::{Edition, FieldIx, FieldKind};
use crate::remark::Remark;
use crate::request::Request;
use std::fmt;

/// A part of a request that the catalogue does not know: for a program, an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its place in the request: `services[2]`, `values.agents`, `edition`.
    pub place: String,
    /// What is wrong, and what was expected.
    pub message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.message)
    }
}

/// Everything in a request that its estimate did not understand, in the order of the remarks.
pub fn refusals(request: &Request, estimate: &Estimate<'_>) -> Vec<Refusal> {
    let refused = estimate.remarks.iter().filter(|remark| remark.is_refusal());
    refused.map(|remark| refusal(request, estimate.edition, remark)).collect()
}

fn refusal(request: &Request, edition: &Edition, remark: &Remark<'_>) -> Refusal {
    let of_field = |field: &FieldIx| format!("values.{}", edition.field(*field).id);
    let (place, message) = match remark {
        Remark::UnknownEdition(id) => {
            ("edition".to_owned(), format!("no edition `{id}`, the newest is `{}`", edition.id))
        }
        Remark::UnknownService(id) => {
            let place = request.services.iter().position(|wanted| wanted == id).unwrap_or_default();
            (format!("services[{place}]"), format!("no service `{id}` to choose in edition {}", edition.id))
        }
        Remark::UnknownField(id) => {
            (format!("values.{id}"), format!("no field `{id}` is asked in edition {}", edition.id))
        }
        Remark::UnknownChoice(field, id) => {
            (of_field(field), format!("no answer `{id}`, expected {}", expected(edition, *field)))
        }
        Remark::WrongType(field) => (of_field(field), format!("expected {}", expected(edition, *field))),
        other => (other.code().to_owned(), other.sentence(edition)),
    };
    Refusal { place, message }
}

/// What a field takes.
fn expected(edition: &Edition, field: FieldIx) -> String {
    match &edition.field(field).kind {
        FieldKind::Number(_) => "a number".to_owned(),
        FieldKind::Choice(choices) => {
            let ids: Vec<_> = choices.iter().map(|choice| format!("`{}`", choice.id)).collect();
            format!("one of {}", ids.join(", "))
        }
    }
}

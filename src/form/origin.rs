//! Where a number of inhabitants comes from: published, or the visitor's own.

use crate::form::Form;
use crate::state::State;
use engine::catalogue::{FieldIx, PerBody};
use engine::french::{number, parse_number};
use rust_decimal::Decimal;

/// "INSEE 2025" for the published number, "modifié (INSEE 2025 : 5 137)" for another.
pub fn said(typed: &str, published: u32) -> String {
    let published = Decimal::from(published);
    match parse_number(typed, "") {
        Ok(Some(typed)) if typed == published => territory::source::VINTAGE.to_owned(),
        _ => format!("modifié ({} : {})", territory::source::VINTAGE, number(published)),
    }
}

/// The same of a field of the body that asks; empty when nothing is published of it.
pub fn of_field(state: State, field: FieldIx) -> String {
    let published = |form: &Form| {
        let [total, municipal] = form.found()?.populations(form)?;
        match state.edition.field(field).per_body? {
            PerBody::Inhabitants => Some(total),
            PerBody::Municipal => Some(municipal),
        }
    };
    state.form(|form| published(form).map_or(String::new(), |published| said(form.text(field), published)))
}

/// Whom the published populations are from; nobody while nothing of the territory is published.
pub fn attribution(state: State) -> Option<&'static str> {
    let is_published = state.form(|form| form.bodies.iter().any(|body| body.known.is_some()));
    is_published.then_some(territory::source::ATTRIBUTION)
}

//! The fields a service asks.

use super::CatalogueField;
use crate::state::State;
use engine::catalogue::{FieldIx, Service};
use leptos::prelude::*;

/// What a service's prices depend on, save what the service it is an option of already asks.
#[component]
pub fn ServiceFields(state: State, service: &'static Service) -> impl IntoView {
    fields_of(state, service).into_iter().map(|field| view! { <CatalogueField state field scope=service.id.as_str() /> }).collect_view()
}

fn fields_of(state: State, service: &Service) -> Vec<FieldIx> {
    let base = service.option_of.and_then(|ix| state.edition.service(ix));
    let asked_above = base.map(|base| base.asked_fields(state.edition)).unwrap_or_default();
    let mut fields = service.asked_fields(state.edition);
    fields.retain(|field| !asked_above.contains(field));
    fields
}

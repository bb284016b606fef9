//! Services grouped by the families of page 1.

use super::{matches, service_card};
use crate::blocks::{all, condition};
use crate::state::State;
use engine::catalogue::{Service, ServiceIx};
use leptos::prelude::*;

/// The services of an annexe that can be chosen, each family under its title; a family without
/// the service sought is hidden.
#[component]
pub fn Families(state: State, annexe: u8, sought: RwSignal<String>) -> impl IntoView {
    let families = (0..u8::MAX).zip(&state.edition.families).filter_map(|(place, family)| {
        let services: Vec<(ServiceIx, &'static Service)> =
            numbered(state, annexe).filter(|(_, service)| service.family == place).collect();
        let title = format!("annexe-{annexe}-famille-{}", family.id);
        (!services.is_empty()).then(|| {
            let cards = services.iter().map(|(ix, service)| service_card(state, *ix, service, sought));
            let cards = all(cards);
            let empty = condition(move || {
                sought.with(|sought| !services.iter().any(|(_, service)| matches(sought, service)))
            });
            view! {
                <div class="family" role="group" aria-labelledby=title.clone() hidden=empty>
                    <h3 id=title.clone()>{family.label.as_str()}</h3>
                    {cards}
                </div>
            }
            .into_any()
        })
    });
    all(families)
}

/// The services of an annexe that can be chosen by themselves.
pub fn services_of(state: State, annexe: u8) -> Vec<&'static Service> {
    numbered(state, annexe).map(|(_, service)| service).collect()
}

/// The same with their positions; options stand inside the service they belong to.
fn numbered(state: State, annexe: u8) -> impl Iterator<Item = (ServiceIx, &'static Service)> {
    state.edition.numbered_services().filter(move |(_, service)| {
        service.annexe == annexe && service.option_of.is_none() && service.is_choosable(state.edition)
    })
}

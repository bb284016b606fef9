//! Services grouped by the families of page 1.

use super::{matches, service_card};
use crate::blocks::{Source, condition, element};
use crate::state::State;
use engine::catalogue::{Service, ServiceIx};
use leptos::prelude::*;

/// The services of an annexe that can be chosen, each family under its title; a family without
/// the service sought is hidden.
pub fn families(state: State, annexe: u8, sought: Source<String>) -> Vec<AnyView> {
    let families = (0..u8::MAX).zip(&state.edition.families).filter_map(|(place, family)| {
        let services: Vec<(ServiceIx, &'static Service)> =
            numbered(state, annexe).filter(|(_, service)| service.family == place).collect();
        let title = format!("annexe-{annexe}-famille-{}", family.id);
        (!services.is_empty()).then(|| {
            let cards: Vec<AnyView> =
                services.iter().map(|(ix, service)| service_card(state, *ix, service, sought)).collect();
            let empty =
                condition(move || sought.with(|sought| !services.iter().any(|(_, service)| matches(sought, service))));
            // The annexe's title as well: a family may stand in both.
            let annexe = state.edition.annexes.get(usize::from(annexe)).map_or("", |annexe| annexe.id.as_str());
            element("div")
                .class("family")
                .attr("role", "group")
                .attr("aria-labelledby", format!("titre-{annexe} {title}"))
                .when("hidden", empty)
                .child(element("h3").attr("id", title).text(family.label.as_str()).done())
                .children(cards)
                .done()
        })
    });
    families.collect()
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

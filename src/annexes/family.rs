//! Services grouped by the families of page 1.

use super::service_card;
use crate::blocks::all;
use crate::state::State;
use engine::catalogue::{Service, ServiceIx};
use leptos::prelude::*;

/// The services of an annexe that can be chosen, each family under its title.
#[component]
pub fn Families(state: State, annexe: u8) -> impl IntoView {
    let families = (0..u8::MAX).zip(&state.edition.families).filter_map(|(place, family)| {
        let services = services(state, annexe, place);
        let title = format!("annexe-{annexe}-famille-{}", family.id);
        (!services.is_empty()).then(|| {
            view! {
                <div class="family" role="group" aria-labelledby=title.clone()>
                    <h3 id=title.clone()>{family.label.as_str()}</h3>
                    {all(services.into_iter().map(|(ix, service)| service_card(state, ix, service)))}
                </div>
            }
            .into_any()
        })
    });
    all(families)
}

/// The services of an annexe and a family; options stand inside the service they belong to.
fn services(state: State, annexe: u8, family: u8) -> Vec<(ServiceIx, &'static Service)> {
    let here = |(_, service): &(ServiceIx, &Service)| {
        service.annexe == annexe
            && service.family == family
            && service.option_of.is_none()
            && service.is_choosable(state.edition)
    };
    state.edition.numbered_services().filter(here).collect()
}

//! A service: ticked or not, what it asks, what it costs, its options.

use crate::blocks::{condition, shown};
use crate::fields::{ServiceFields, Tick, TickKind};
use crate::state::State;
use crate::views::{ServiceCost, remarks};
use engine::catalogue::{Service, ServiceIx};
use leptos::prelude::*;

/// A service and, once chosen, its fields, its cost and its options.
///
/// A plain function, for options are cards too: a component's type cannot hold itself.
pub fn service_card(state: State, ix: ServiceIx, service: &'static Service) -> AnyView {
    let chosen = condition(move || state.form.with(|form| form.chosen.contains(&ix)));
    let on_change = Callback::new(move |ticked| state.form.update(|form| form.choose(ix, ticked)));
    let id = format!("service-{}", service.id);
    let content = move || chosen_service(state, ix, service);
    view! {
        <div class="service" class:chosen=chosen>
            <Tick id kind=TickKind::Box label=service.label.as_str() ticked=chosen on_change />
            {shown(chosen, content)}
        </div>
    }
    .into_any()
}

/// What a chosen service asks and says.
fn chosen_service(state: State, ix: ServiceIx, service: &'static Service) -> AnyView {
    let concern =
        |remark: &engine::remark::Remark<'static>| remark.service() == Some(&service.id) && !remark.is_about_value();
    view! {
        <div class="service-body">
            <p class="note">{service.note.as_str()}</p>
            <div class="fields">
                <ServiceFields state service />
            </div>
            {remarks(state, concern)}
            <ServiceCost state service />
            {options(state, ix)}
        </div>
    }
    .into_any()
}

/// The options of a service, each a service of its own.
fn options(state: State, ix: ServiceIx) -> impl IntoView {
    let options = state.edition.numbered_services().filter(move |(_, service)| service.option_of == Some(ix));
    let cards: Vec<AnyView> = options.map(|(ix, service)| service_card(state, ix, service)).collect();
    (!cards.is_empty()).then(|| {
        view! {
            <fieldset class="options">
                <legend>"Options"</legend>
                {cards}
            </fieldset>
        }
    })
}

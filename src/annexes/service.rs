//! A service: what it is for, ticked or not, what it asks, what it costs, its options.

use super::matches;
use crate::blocks::{all, condition, shown};
use crate::fields::{ServiceFields, Tick, TickKind};
use crate::state::State;
use crate::views::{ServiceCost, remarks};
use engine::catalogue::{Service, ServiceIx};
use leptos::prelude::*;

/// A service and, once chosen, its fields, its cost and its options; hidden while another is sought.
///
/// A plain function, for options are cards too: a component's type cannot hold itself.
pub fn service_card(state: State, ix: ServiceIx, service: &'static Service, sought: RwSignal<String>) -> AnyView {
    let chosen = condition(move || state.form(|form| form.chosen.contains(&ix)));
    let on_change = Callback::new(move |ticked| state.edit("", |form| form.choose(ix, ticked)));
    let elsewhere = condition(move || sought.with(|sought| !matches(sought, service)));
    let id = format!("service-{}", service.id);
    let purpose = format!("{id}-but");
    let content = move || chosen_service(state, ix, service);
    view! {
        <div class="service" class:chosen=chosen hidden=elsewhere>
            <div class="service-head">
                <Tick id kind=TickKind::Box label=service.label.as_str() described=purpose.as_str() ticked=chosen on_change />
                <ServiceCost state service />
                <p class="purpose" id=purpose>{service.purpose.as_str()}</p>
            </div>
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
            {options(state, ix)}
        </div>
    }
    .into_any()
}

/// The options of a service, each a service of its own, folded until one is wanted.
fn options(state: State, ix: ServiceIx) -> AnyView {
    let everything = RwSignal::new(String::new());
    let options: Vec<(ServiceIx, &'static Service)> =
        state.edition.numbered_services().filter(|(_, service)| service.option_of == Some(ix)).collect();
    if options.is_empty() {
        return ().into_any();
    }
    let wanted = state.history.with_untracked(|history| {
        let chosen = &history.now().chosen;
        options.iter().any(|(ix, _)| chosen.contains(ix))
    });
    let count = options.len();
    let title = if count == 1 { "1 option".to_owned() } else { format!("{count} options") };
    let cards = options.into_iter().map(|(ix, service)| service_card(state, ix, service, everything));
    view! {
        <details class="options" open=wanted>
            <summary>{title}</summary>
            {all(cards)}
        </details>
    }
    .into_any()
}

//! A service: ticked or not, what it asks, what it costs, its options.

use crate::fields::ServiceFields;
use crate::state::State;
use crate::views::{Remarks, ServiceCost};
use engine::catalogue::{Service, ServiceIx};
use leptos::prelude::*;

/// A service and, once chosen, its fields, its cost and its options.
#[component]
pub fn ServiceCard(state: State, ix: ServiceIx, service: &'static Service) -> impl IntoView {
    let id = format!("service-{}", service.id);
    let chosen = Memo::new(move |_| state.form.with(|form| form.chosen.contains(&ix)));
    let note = move || (!service.note.is_empty()).then(|| view! { <p class="note">{service.note.as_str()}</p> });
    view! {
        <div class="service" class:chosen=chosen>
            <div class="tick">
                <input
                    type="checkbox"
                    id=id.clone()
                    prop:checked=chosen
                    on:change:target=move |event| {
                        let ticked = event.target().checked();
                        state.form.update(|form| form.choose(ix, ticked));
                    }
                />
                <label for=id>{service.label.as_str()}</label>
            </div>
            <Show when=move || chosen.get()>
                <div class="service-body">
                    {note()}
                    <div class="fields">
                        <ServiceFields state service />
                    </div>
                    <Remarks state concern=move |remark| remark.service() == Some(&service.id) && !remark.is_about_value() />
                    <ServiceCost state service />
                    <Options state ix />
                </div>
            </Show>
        </div>
    }
}

/// The options of a service, each a service of its own.
#[component]
fn Options(state: State, ix: ServiceIx) -> impl IntoView {
    let options: Vec<(ServiceIx, &'static Service)> =
        state.edition.numbered_services().filter(|(_, service)| service.option_of == Some(ix)).collect();
    (!options.is_empty()).then(|| {
        let cards = options.into_iter().map(|(ix, service)| view! { <ServiceCard state ix service /> }.into_any());
        view! {
            <fieldset class="options">
                <legend>"Options"</legend>
                {cards.collect_view()}
            </fieldset>
        }
    })
}

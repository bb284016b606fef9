//! The ways to join annexe 1.

use super::Bodies;
use crate::fields::CatalogueField;
use crate::form::asks_bodies;
use crate::state::State;
use crate::views::{Remarks, ServiceCost};
use engine::catalogue::{Asked, Service};
use engine::remark::Remark;
use engine::request::Membership;
use leptos::prelude::*;

const WAYS: [(&str, Membership); 3] =
    [("none", Membership::None), ("mutualised", Membership::Mutualised), ("individual", Membership::Individual)];

/// Which way to join, and what it depends on.
#[component]
pub fn Joining(state: State) -> impl IntoView {
    let ways = WAYS.into_iter().zip(&state.edition.membership.labels).map(|((id, way), label)| {
        let id = format!("adhesion-{id}");
        let chosen = move || state.form.with(|form| form.membership == way);
        let choose = move |_| state.form.update(|form| form.membership = way);
        view! {
            <div class="tick">
                <input type="radio" name="adhesion" id=id.clone() prop:checked=chosen on:change=choose />
                <label for=id>{label.as_str()}</label>
            </div>
        }
    });
    let asks = Memo::new(move |_| state.form.with(asks_bodies));
    let costs = memberships(state).into_iter().map(|service| view! { <ServiceCost state service /> });
    view! {
        <fieldset class="field">
            <legend>"Adhésion"</legend>
            {ways.collect_view()}
        </fieldset>
        <CoveredField state />
        <Show when=move || asks.get()>
            <div class="fields">{membership_fields(state)}</div>
            <Bodies state />
        </Show>
        <Remarks state concern=move |remark| concerns_joining(state, remark) />
        {costs.collect_view()}
    }
}

/// Whether the body's EPCI already covers it.
#[component]
fn CoveredField(state: State) -> impl IntoView {
    view! {
        <div class="tick">
            <input
                type="checkbox"
                id="adhesion-epci"
                prop:checked=move || state.form.with(|form| form.covered_by_epci)
                on:change:target=move |event| {
                    let ticked = event.target().checked();
                    state.form.update(|form| form.covered_by_epci = ticked);
                }
            />
            <label for="adhesion-epci">"Notre EPCI a déjà une adhésion qui nous couvre"</label>
        </div>
    }
}

fn membership_fields(state: State) -> impl IntoView {
    let fields = state.edition.field_positions().filter(move |ix| state.edition.field(*ix).asked == Asked::Membership);
    fields.map(|field| view! { <CatalogueField state field scope="adhesion" /> }).collect_view()
}

/// The services that price the ways to join.
fn memberships(state: State) -> Vec<&'static Service> {
    let rules = &state.edition.membership;
    [rules.mutualised, rules.individual].into_iter().filter_map(|ix| state.edition.service(ix)).collect()
}

/// Remarks on joining as a whole: those on a body stand in its row, those on a value at its field.
fn concerns_joining(state: State, remark: &Remark<'static>) -> bool {
    let on_membership = remark.service().is_some_and(|id| memberships(state).iter().any(|service| service.id == id));
    let on_way = matches!(remark, Remark::CoveredTwice | Remark::MembershipNotOffered(..));
    (on_membership || on_way) && !remark.is_about_value()
}

//! The ways to join annexe 1.

use super::Bodies;
use crate::blocks::{all, condition, shown};
use crate::fields::{CatalogueField, Tick, TickKind};
use crate::form::asks_bodies;
use crate::state::State;
use crate::views::{ServiceCost, remarks};
use engine::catalogue::{Asked, Service};
use engine::remark::Remark;
use engine::request::Membership;
use leptos::prelude::*;

const WAYS: [(&str, Membership); 3] =
    [("none", Membership::None), ("mutualised", Membership::Mutualised), ("individual", Membership::Individual)];

/// Which way to join, and what it depends on.
#[component]
pub fn Joining(state: State) -> impl IntoView {
    let asks = condition(move || state.form.with(asks_bodies));
    let costs = memberships(state).into_iter().map(|service| view! { <ServiceCost state service /> }.into_any());
    view! {
        <fieldset class="field">
            <legend>"Adhésion"</legend>
            {ways(state)}
            {covered_by_epci(state)}
        </fieldset>
        {shown(asks, move || territory(state))}
        {remarks(state, move |remark| concerns_joining(state, remark))}
        {all(costs)}
    }
}

fn ways(state: State) -> impl IntoView {
    let ways = WAYS.into_iter().zip(&state.edition.membership.labels).map(|((id, way), label)| {
        let ticked = condition(move || state.form.with(|form| form.membership == way));
        let on_change = Callback::new(move |_| state.form.update(|form| form.membership = way));
        let kind = TickKind::OneOf("adhesion".to_owned());
        view! { <Tick id=format!("adhesion-{id}") kind label=label.as_str() ticked on_change /> }.into_any()
    });
    all(ways)
}

/// Whether the body's EPCI already covers it.
fn covered_by_epci(state: State) -> impl IntoView {
    let ticked = condition(move || state.form.with(|form| form.covered_by_epci));
    let on_change = Callback::new(move |ticked| state.form.update(|form| form.covered_by_epci = ticked));
    view! { <Tick id="adhesion-epci" kind=TickKind::Box label="Notre EPCI a déjà une adhésion qui nous couvre" ticked on_change /> }
}

/// What the price of a territory depends on.
fn territory(state: State) -> AnyView {
    let fields = state.edition.field_positions().filter(move |ix| state.edition.field(*ix).asked == Asked::Membership);
    let fields = all(fields.map(|field| view! { <CatalogueField state field scope="adhesion" /> }.into_any()));
    view! {
        <div class="fields">{fields}</div>
        <Bodies state />
    }
    .into_any()
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

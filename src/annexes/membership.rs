//! The ways to join annexe 1.

use super::bodies::Bodies;
use super::{grid, participation};
use crate::blocks::{all, condition, shown};
use crate::fields::{CatalogueField, Tick, TickKind};
use crate::form::asks_bodies;
use crate::parts::{JOINING, part};
use crate::state::State;
use crate::views::{ServiceCost, remarks};
use engine::catalogue::{Asked, Service};
use engine::remark::Remark;
use engine::request::Membership;
use leptos::prelude::*;

const WAYS: [(&str, Membership); 3] =
    [("none", Membership::None), ("mutualised", Membership::Mutualised), ("individual", Membership::Individual)];

/// Which way to join; what it depends on comes once a way is chosen.
#[component]
pub fn Joining(state: State) -> impl IntoView {
    let joins = condition(move || state.form(|form| form.membership != Membership::None));
    let costs = memberships(state).into_iter().map(|service| view! { <ServiceCost state service /> }.into_any());
    view! {
        <fieldset class="field">
            <legend>"Adhésion"</legend>
            {ways(state)}
            {covered_by_epci(state)}
        </fieldset>
        {shown(joins, move || part(JOINING, state))}
        {remarks(state, move |remark| concerns_joining(state, remark))}
        {all(costs)}
    }
}

/// What the price of a way to join depends on, and the price list's own table with the visitor's place in it.
pub fn joining_details(state: State) -> AnyView {
    let asks = condition(move || state.form(asks_bodies));
    let mutualised = condition(move || state.form(|form| form.membership == Membership::Mutualised));
    let individual = condition(move || state.form(|form| form.membership == Membership::Individual));
    view! {
        {shown(asks, move || view! { <Bodies state /> }.into_any())}
        {shown(mutualised, move || territory(state))}
        {shown(individual, move || participation::table(state))}
    }
    .into_any()
}

/// The volume asked, and the grid in which it is a row.
fn territory(state: State) -> AnyView {
    let fields = state.edition.field_positions().filter(move |ix| state.edition.field(*ix).asked == Asked::Membership);
    let fields = all(fields.map(|field| view! { <CatalogueField state field scope="adhesion" /> }.into_any()));
    view! {
        <div class="fields">{fields}</div>
        {grid::of_membership(state)}
    }
    .into_any()
}

fn ways(state: State) -> impl IntoView {
    let ways = WAYS.into_iter().zip(&state.edition.membership.labels).map(|((id, way), label)| {
        let ticked = condition(move || state.form(|form| form.membership == way));
        let on_change = Callback::new(move |_| state.edit("", |form| form.membership = way));
        let kind = TickKind::OneOf("adhesion".to_owned());
        view! { <Tick id=format!("adhesion-{id}") kind label=label.as_str() ticked on_change /> }.into_any()
    });
    all(ways)
}

/// Whether the body's EPCI already covers it.
fn covered_by_epci(state: State) -> impl IntoView {
    let ticked = condition(move || state.form(|form| form.covered_by_epci));
    let on_change = Callback::new(move |ticked| state.edit("", |form| form.covered_by_epci = ticked));
    view! { <Tick id="adhesion-epci" kind=TickKind::Box label="Notre EPCI a déjà une adhésion qui nous couvre" ticked on_change /> }
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

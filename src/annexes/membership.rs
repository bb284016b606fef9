//! The ways to join annexe 1.

use super::{grid, participation, ways as comparison, worksheet};
use crate::blocks::{act, all, condition, element, shown};
use crate::fields::{Tick, TickKind, catalogue_field};
use crate::form::asks_bodies;
use crate::parts::{JOINING, part};
use crate::state::State;
use crate::views::{remarks, service_cost};
use engine::catalogue::{Asked, Service};
use engine::remark::Remark;
use engine::request::Membership;
use leptos::prelude::*;

const WAYS: [(&str, Membership); 3] =
    [("none", Membership::None), ("mutualised", Membership::Mutualised), ("individual", Membership::Individual)];

/// Which way to join; what it depends on comes once a way is chosen.
pub fn joining(state: State) -> AnyView {
    let joins = condition(move || state.form(|form| form.membership != Membership::None || asks_bodies(form)));
    // Beside participations the EPCI has a membership of its own: two amounts, each with its name.
    let costs = memberships(state).into_iter().map(|service| service_cost(state, service, true));
    // An EPCI has none over it; ticked all the same, it must be there to untick.
    let is_strange =
        condition(move || state.form(|form| form.kind.is_some_and(|kind| kind.is_epci()) && !form.covered_by_epci));
    let covered = element("div").when("hidden", is_strange).child(covered_by_epci(state));
    let ways = element("fieldset")
        .class("field")
        .child(element("legend").text("Adhésion").done())
        .children(ways(state))
        .child(covered.done());
    element("div")
        .class("joining")
        .child(ways.done())
        .child(shown(joins, move || part(JOINING, state)))
        .child(remarks(state, move |remark| concerns_joining(state, remark)))
        .children(costs)
        .child(comparison::folded(state))
        .done()
}

/// What the price of a way to join depends on, and the price list's own table with the visitor's place in it.
pub fn joining_details(state: State) -> AnyView {
    let asks = condition(move || state.form(asks_bodies));
    // Beside the participations of its communes an EPCI has a membership of its own.
    let by_grid = condition(move || state.form(|form| form.membership == Membership::Mutualised || asks_bodies(form)));
    let individual = condition(move || state.form(|form| form.membership == Membership::Individual));
    view! {
        {shown(by_grid, move || volume(state))}
        {shown(asks, move || worksheet::worksheet(state))}
        {shown(by_grid, move || grid::of_membership(state))}
        {shown(individual, move || participation::table(state))}
    }
    .into_any()
}

/// The volume that chooses a row of the grid.
fn volume(state: State) -> AnyView {
    let fields = state.edition.field_positions().filter(move |ix| state.edition.field(*ix).asked == Asked::Membership);
    let fields = all(fields.map(|field| catalogue_field(state, field, "adhesion")));
    view! { <div class="fields">{fields}</div> }.into_any()
}

fn ways(state: State) -> impl Iterator<Item = AnyView> {
    WAYS.into_iter().zip(&state.edition.membership.labels).map(move |((id, way), label)| {
        Tick {
            id: format!("adhesion-{id}"),
            kind: TickKind::OneOf("adhesion".to_owned()),
            label: label.clone(),
            described: String::new(),
            ticked: condition(move || state.form(|form| form.membership == way)),
            on_change: act(move |_| state.edit(|form| form.membership = way)),
        }
        .view()
    })
}

/// Whether the body's EPCI already covers it.
fn covered_by_epci(state: State) -> AnyView {
    Tick {
        id: "adhesion-epci".to_owned(),
        kind: TickKind::Box,
        label: "Notre EPCI a déjà une adhésion qui nous couvre".to_owned(),
        described: String::new(),
        ticked: condition(move || state.form(|form| form.covered_by_epci)),
        on_change: act(move |ticked| state.edit(|form| form.covered_by_epci = ticked)),
    }
    .view()
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

//! The price list's annexes: rows come from the catalogue, no amount, no arithmetic.

mod family;
mod filter;
mod grid;
mod membership;
mod participation;
mod service;
mod ways;
mod worksheet;

pub use filter::matches;
pub use membership::joining_details;
pub use service::service_card;
pub use ways::ways_to_join;
pub use worksheet::{Figures, Row, count_of, fee, figures, sums, weights};

use crate::blocks::{Source, element, nothing};
use crate::state::State;
use engine::catalogue::Annexe;
use leptos::prelude::*;

/// An annexe: its title, its services by family, its sentence on VAT.
pub fn annexe_section(state: State, annexe: &'static Annexe, place: u8) -> AnyView {
    let title = format!("titre-{}", annexe.id);
    let joins = joins_here(state, place);
    let sought = Source::new(String::new());
    let (joining, filter) =
        if joins { (membership::joining(state), nothing()) } else { (nothing(), filter::field(state, place, sought)) };
    let heading = format!("{} – {}", annexe.name, annexe.short);
    element("section")
        .attr("aria-labelledby", title.clone())
        .child(element("h2").attr("id", title).text(heading).done())
        .child(element("p").class("note").text(annexe.note.as_str()).text(if joins { "" } else { TTC }).done())
        .child(joining)
        .child(filter)
        .children(family::families(state, place, sought))
        .done()
}

/// Said behind the sentence on VAT of services sold before tax: what the page writes beside them is after.
const TTC: &str = " – les montants à payer affichés ici sont TTC.";

/// Whether the ways to join stand in that annexe.
fn joins_here(state: State, annexe: u8) -> bool {
    let membership = state.edition.service(state.edition.membership.mutualised);
    membership.is_some_and(|service| service.annexe == annexe)
}

//! The price list's annexes: rows come from the catalogue, no amount, no arithmetic.

mod bodies;
mod family;
mod filter;
mod grid;
mod membership;
mod participation;
mod service;

pub use family::Families;
pub use filter::matches;
pub use membership::{Joining, joining_details};
pub use service::service_card;

use crate::state::State;
use engine::catalogue::Annexe;
use filter::Filter;
use leptos::prelude::*;

/// An annexe: its title, its services by family, its sentence on VAT.
#[component]
pub fn AnnexeSection(state: State, annexe: &'static Annexe, place: u8) -> impl IntoView {
    let title = format!("titre-{}", annexe.id);
    let joins = joins_here(state, place);
    let sought = RwSignal::new(String::new());
    let joining = joins.then(|| view! { <Joining state /> });
    let filter = (!joins).then(|| view! { <Filter state annexe=place sought /> });
    view! {
        <section aria-labelledby=title.clone()>
            <h2 id=title.clone()>{format!("{} – {}", annexe.name, annexe.short)}</h2>
            <p class="note">{annexe.note.as_str()}</p>
            {joining}
            {filter}
            <Families state annexe=place sought />
        </section>
    }
}

/// Whether the ways to join stand in that annexe.
fn joins_here(state: State, annexe: u8) -> bool {
    let membership = state.edition.service(state.edition.membership.mutualised);
    membership.is_some_and(|service| service.annexe == annexe)
}

//! The price list's annexes: rows come from the catalogue, no amount, no arithmetic.

mod bodies;
mod family;
mod membership;
mod service;

pub use bodies::Bodies;
pub use family::Families;
pub use membership::Joining;
pub use service::service_card;

use crate::state::State;
use engine::catalogue::Annexe;
use leptos::prelude::*;

/// An annexe: its title, its services by family, its sentence on VAT.
#[component]
pub fn AnnexeSection(state: State, annexe: &'static Annexe, place: u8) -> impl IntoView {
    let title = format!("titre-{}", annexe.id);
    let joining = joins_here(state, place).then(|| view! { <Joining state /> });
    view! {
        <section aria-labelledby=title.clone()>
            <h2 id=title.clone()>{format!("{} – {}", annexe.name, annexe.title)}</h2>
            <p class="note">{annexe.note.as_str()}</p>
            {joining}
            <Families state annexe=place />
        </section>
    }
}

/// Whether the ways to join stand in that annexe.
fn joins_here(state: State, annexe: u8) -> bool {
    let membership = state.edition.service(state.edition.membership.mutualised);
    membership.is_some_and(|service| service.annexe == annexe)
}

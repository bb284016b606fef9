//! Annexe 1: who counts in a territory, and what each way to join costs.

pub mod counting;
pub(crate) mod membership;

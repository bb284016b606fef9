//! A whole territory: its request priced again, body by body, way by way, one step away; and its bill shared out.
//!
//! No amount is found here but by pricing requests.

pub mod nearby;
pub mod split;
pub mod ways;
pub mod worksheet;

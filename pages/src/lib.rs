//! The static pages beside the simulator, and the price list as open data.
//!
//! ```text
//! Edition + Host + Weights ─▶ Page (title, main) ─▶ dress(built index.html) ─▶ catalogue.html…
//!                      └────▶ catalogue.json, catalogue.csv
//! ```
//!
//! Pure functions: `cargo xtask build` reads the files and writes what is made here. Amounts,
//! labels and sources are the catalogue's; what only the host knows is [`Host`]'s.

mod accessibility;
mod ecodesign;
mod embedding;
mod french;
mod glossary;
mod host;
mod hypotheses;
mod legal;
pub mod opendata;
mod page;
mod pricelist;
mod printed;
mod privacy;
mod shell;
mod touches;

pub use glossary::{Glossary, Term};
pub use host::{Audit, Host, Hosting, Publisher, Site as HostSite, Status, TO_COMPLETE};
pub use page::{NAMES, Page, Site, Weight, all};
pub use printed::{Printed, printed};
pub use shell::{Assets, ShellError, alone, dress, fill};

//! The catalogue the build sealed into the page.

use engine::Catalogue;
use engine::catalogue::SealError;
use std::sync::OnceLock;

static FIGURES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.figures"));
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.words"));

/// Opened once, and kept for as long as the page lives.
type Opened = OnceLock<Result<Catalogue, SealError>>;

/// The price list.
///
/// # Errors
/// When the bytes are not those the build sealed: the download was altered.
pub fn catalogue() -> Result<&'static Catalogue, SealError> {
    static OPENED: Opened = OnceLock::new();
    OPENED.get_or_init(|| Catalogue::unseal(FIGURES, Some(WORDS))).as_ref().map_err(|error| *error)
}

/// The price list without its words, which come with the application: it makes the same totals.
///
/// # Errors
/// As [`catalogue`].
pub fn figures() -> Result<&'static Catalogue, SealError> {
    static OPENED: Opened = OnceLock::new();
    OPENED.get_or_init(|| Catalogue::unseal(FIGURES, None)).as_ref().map_err(|error| *error)
}

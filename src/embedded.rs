//! The catalogue the build sealed into the page.

use engine::Catalogue;
use engine::catalogue::SealError;
use std::sync::OnceLock;

static SEALED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"));

/// The price list, opened once and kept for as long as the page lives.
///
/// # Errors
/// When the bytes are not those the build sealed: the download was altered.
pub fn catalogue() -> Result<&'static Catalogue, SealError> {
    static OPENED: OnceLock<Result<Catalogue, SealError>> = OnceLock::new();
    OPENED.get_or_init(|| Catalogue::unseal(SEALED)).as_ref().map_err(|error| *error)
}

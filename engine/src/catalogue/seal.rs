//! The compact form the build embeds in the page: no reader of text is needed to open it.

use super::Catalogue;
use alloc::vec::Vec;
use core::fmt;

/// Changed whenever the types of a catalogue change shape, so that stale bytes are refused.
const VERSION: u8 = 1;

/// Why sealed bytes did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// Sealed by another version of the engine, or nothing at all.
    Version,
    /// Cut or altered.
    Damaged,
}

impl fmt::Display for SealError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            SealError::Version => "the catalogue was sealed by another version of the engine",
            SealError::Damaged => "the sealed catalogue is damaged",
        })
    }
}

impl core::error::Error for SealError {}

impl Catalogue {
    /// Seals a catalogue to bytes.
    ///
    /// # Errors
    /// [`SealError::Damaged`] when it cannot be written, which no catalogue that was read causes.
    pub fn seal(&self) -> Result<Vec<u8>, SealError> {
        let mut bytes = alloc::vec![VERSION];
        bytes.extend(postcard::to_allocvec(self).map_err(|_| SealError::Damaged)?);
        Ok(bytes)
    }

    /// Opens what [`Catalogue::seal`] made.
    ///
    /// # Errors
    /// [`SealError`] when the bytes are not such a catalogue.
    pub fn unseal(bytes: &[u8]) -> Result<Catalogue, SealError> {
        match bytes.split_first() {
            Some((&VERSION, rest)) => match postcard::take_from_bytes::<Catalogue>(rest) {
                Ok((catalogue, [])) if !catalogue.editions.is_empty() => Ok(catalogue),
                _ => Err(SealError::Damaged),
            },
            _ => Err(SealError::Version),
        }
    }
}

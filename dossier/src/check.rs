//! Sums that tell whether a text is the one that was written.
//!
//! FNV-1a on 32 bits: a change of one character always changes the sum, any other change is missed once
//! in four billion. It guards against accidents; against malice nothing in a link could.

/// The letters of a sum: no `i`, `l`, `o` or `u`, which are misread or make words.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many letters a sum has: 32 bits, five to a letter.
pub(crate) const LENGTH: usize = 7;

/// A sum being made.
#[derive(Clone, Copy)]
pub(crate) struct Sum(u32);

impl Sum {
    /// Of nothing yet.
    pub(crate) const fn new() -> Sum {
        Sum(0x811c_9dc5)
    }

    /// With that text added.
    pub(crate) fn add(self, text: &str) -> Sum {
        Sum(text.bytes().fold(self.0, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }

    /// In letters.
    pub(crate) fn letters(self) -> String {
        let letter = |place: u32| {
            let five = (self.0 >> place.saturating_mul(5)) & 31;
            usize::try_from(five).ok().and_then(|five| LETTERS.get(five)).copied().map_or('0', char::from)
        };
        (0..7).rev().map(letter).collect()
    }
}

/// Whether a text could be a sum.
pub(crate) fn is_sum(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|byte| LETTERS.contains(&byte))
}

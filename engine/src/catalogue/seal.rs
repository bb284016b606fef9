//! The compact form the build embeds in the page.
//!
//! Hand-written, after postcard: a reader that returns errors has a way out after each value, and
//! every way out drops what was read so far. That made 29 kB of wasm. This one reads to the end
//! whatever comes, notes a fault, and is asked once.
//!
//! Figures and words stand apart: a total can be told before what explains it has come.

mod forms;

use super::Catalogue;
use alloc::{string::String, vec::Vec};
use core::fmt;
use rust_decimal::Decimal;

/// Changed whenever the types of a catalogue change shape, so that stale bytes are refused.
const VERSION: u8 = 4;

/// No tree of a catalogue is that deep; bytes that are come from elsewhere.
const DEEPEST: u8 = 32;

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

/// A sealed catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// All that prices, and the ids.
    pub figures: Vec<u8>,
    /// All that only tells: labels, sources, the ledger's sentences.
    pub words: Vec<u8>,
}

impl Catalogue {
    /// Seals a catalogue to bytes.
    pub fn seal(&self) -> Seal {
        let mut out = Output { bytes: alloc::vec![VERSION], words: alloc::vec![VERSION] };
        self.editions.put(&mut out);
        Seal { figures: out.bytes, words: out.words }
    }

    /// Opens what [`Catalogue::seal`] made. Without the words, those of the catalogue are empty; it prices all the same.
    ///
    /// # Errors
    /// [`SealError`] when the bytes are not such a catalogue.
    pub fn unseal(figures: &[u8], words: Option<&[u8]>) -> Result<Catalogue, SealError> {
        let Some((&VERSION, rest)) = figures.split_first() else { return Err(SealError::Version) };
        let words = match words.map(<[u8]>::split_first) {
            None => None,
            Some(Some((&VERSION, words))) => Some(words),
            Some(_) => return Err(SealError::Version),
        };
        let mut input = Input { rest, words, faulty: false, depth: 0 };
        let editions: Vec<super::Edition> = Sealed::take(&mut input);
        let is_read = input.rest.is_empty() && input.words.is_none_or(<[u8]>::is_empty);
        let whole = !input.faulty && is_read && !editions.is_empty();
        if whole { Ok(Catalogue { editions }) } else { Err(SealError::Damaged) }
    }
}

/// What can be sealed.
trait Sealed {
    fn put(&self, out: &mut Output);
    /// Reads a value, any value when the bytes are faulty.
    fn take(input: &mut Input<'_>) -> Self;
}

struct Output {
    bytes: Vec<u8>,
    words: Vec<u8>,
}

impl Output {
    /// Writes beside what prices.
    fn word(&mut self, word: &impl Sealed) {
        core::mem::swap(&mut self.bytes, &mut self.words);
        word.put(self);
        core::mem::swap(&mut self.bytes, &mut self.words);
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self, mut number: u64) {
        while let Ok(low @ 0x80..) = u8::try_from(number & 0x7f | if number > 0x7f { 0x80 } else { 0 }) {
            self.bytes.push(low);
            number >>= 7;
        }
        self.bytes.extend(u8::try_from(number));
    }
}

struct Input<'a> {
    rest: &'a [u8],
    /// What stands beside it; `None` when it has not come.
    words: Option<&'a [u8]>,
    faulty: bool,
    depth: u8,
}

impl Input<'_> {
    /// Reads what was written beside what prices.
    fn word<T: Sealed + Default>(&mut self) -> T {
        let Some(words) = self.words.as_mut() else { return T::default() };
        core::mem::swap(&mut self.rest, words);
        let word = T::take(self);
        if let Some(words) = self.words.as_mut() {
            core::mem::swap(&mut self.rest, words);
        }
        word
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => self.fault(),
        }
    }

    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f).wrapping_shl(shift);
            if byte < 0x80 {
                return number;
            }
        }
        self.fault()
    }

    /// A length of a list or a text: never more than there are bytes left.
    #[inline(never)]
    fn length(&mut self) -> usize {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        if length > self.rest.len() { self.fault() } else { length }
    }

    fn fault<T: Default>(&mut self) -> T {
        self.faulty = true;
        self.rest = &[];
        T::default()
    }

    /// Goes down a level of something that holds its own sort.
    fn down(&mut self) -> bool {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST { self.fault() } else { true }
    }

    fn up(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

impl Sealed for String {
    fn put(&self, out: &mut Output) {
        out.number(u64::try_from(self.len()).unwrap_or(u64::MAX));
        out.bytes.extend(self.as_bytes());
    }

    #[inline(never)]
    fn take(input: &mut Input<'_>) -> String {
        let length = input.length();
        let (text, rest) = input.rest.split_at_checked(length).unwrap_or_default();
        input.rest = rest;
        match core::str::from_utf8(text) {
            Ok(text) => text.into(),
            Err(_) => input.fault(),
        }
    }
}

impl<T: Sealed> Sealed for Vec<T> {
    fn put(&self, out: &mut Output) {
        out.number(u64::try_from(self.len()).unwrap_or(u64::MAX));
        self.iter().for_each(|item| item.put(out));
    }

    fn take(input: &mut Input<'_>) -> Vec<T> {
        let length = input.length();
        (0..length).map(|_| T::take(input)).collect()
    }
}

impl<T: Sealed> Sealed for Option<T> {
    fn put(&self, out: &mut Output) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(input: &mut Input<'_>) -> Option<T> {
        bool::take(input).then(|| T::take(input))
    }
}

impl Sealed for Decimal {
    /// Decimals behind the comma, then the digits; no number of a catalogue is negative.
    fn put(&self, out: &mut Output) {
        out.number(self.scale().into());
        out.number(u64::try_from(self.mantissa()).unwrap_or(u64::MAX));
    }

    #[inline(never)]
    fn take(input: &mut Input<'_>) -> Decimal {
        let scale = u32::from(input.byte());
        let digits = input.number();
        Decimal::try_from_i128_with_scale(digits.into(), scale).unwrap_or_else(|_| input.fault())
    }
}

impl Sealed for bool {
    fn put(&self, out: &mut Output) {
        out.bytes.push((*self).into());
    }

    fn take(input: &mut Input<'_>) -> bool {
        match input.byte() {
            0 => false,
            1 => true,
            _ => input.fault(),
        }
    }
}

/// Whole numbers.
macro_rules! number {
    ($($whole:ty),*) => {$(
        impl Sealed for $whole {
            fn put(&self, out: &mut Output) {
                out.number((*self).into());
            }

            fn take(input: &mut Input<'_>) -> $whole {
                <$whole>::try_from(input.number()).unwrap_or_else(|_| input.fault())
            }
        }
    )*};
}

number!(u8, u16, u32);

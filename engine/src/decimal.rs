//! Exact decimals: arithmetic that cannot panic, and their serial form.
//!
//! All arithmetic of the engine goes through the four functions here. They saturate instead of
//! panicking, and they are never inlined: each use of `rust_decimal`'s own costs a visitor 1.7 kB of wasm.
//!
//! The serial form is text: a JSON number may already have lost a cent.
//! `rust_decimal`'s own forms do not fit: `serde-str` would accept a TOML float, and the default
//! one needs a self-describing format, which the sealed catalogue is not.

use alloc::string::ToString;
use rust_decimal::Decimal;
use serde::Serializer;

/// `a + b`.
#[inline(never)]
pub fn plus(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_add(b)
}

/// `a − b`, by way of [`plus`]: a subtraction of its own would repeat the addition's code.
#[inline(never)]
pub fn minus(a: Decimal, b: Decimal) -> Decimal {
    let mut opposite = b;
    // A zero keeps its sign, or `0 − 0` would be "-0".
    if !b.is_zero() {
        opposite.set_sign_negative(b.is_sign_positive());
    }
    plus(a, opposite)
}

/// `a × b`.
#[inline(never)]
pub fn times(a: Decimal, b: Decimal) -> Decimal {
    if b.scale() == 0 && b.mantissa() == 1 {
        return a;
    }
    a.saturating_mul(b)
}

/// `a ÷ b`, to 28 digits; `a` when `b` is 0, which no checked catalogue divides by.
#[inline(never)]
pub fn divided(a: Decimal, b: Decimal) -> Decimal {
    a.checked_div(b).unwrap_or(a)
}

/// How `a` compares to `b`: at once for two numbers of as many decimals, which most are.
pub fn order(a: Decimal, b: Decimal) -> core::cmp::Ordering {
    if a.scale() == b.scale() { a.mantissa().cmp(&b.mantissa()) } else { a.cmp(&b) }
}

/// Writes `"1150.00"`.
pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_string())
}

/// Reads plain digits with at most one point: no exponent, no spaces, no sign but a leading minus.
pub fn parse(text: &str) -> Option<Decimal> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let mut mantissa: i128 = 0;
    let mut scale: Option<u32> = None;
    let mut any = false;
    for byte in digits.bytes() {
        match (byte, scale) {
            (b'0'..=b'9', _) => {
                let digit = i128::from(byte.saturating_sub(b'0'));
                mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
                scale = scale.map(|places| places.saturating_add(1));
                any = true;
            }
            (b'.', None) if any => {
                scale = Some(0);
                any = false;
            }
            _ => return None,
        }
    }
    let signed = if negative { mantissa.checked_neg()? } else { mantissa };
    any.then_some(())?;
    Decimal::try_from_i128_with_scale(signed, scale.unwrap_or(0)).ok()
}

//! Numbers as the French write them, out and in.
//!
//! Hand-written because a locale library weighs more than the whole engine; the browser's own
//! `Intl` is the oracle in the page's tests.

mod date;
mod parse;

pub use date::long_date;
pub use parse::{NotANumber, parse_number};

use crate::Money;
use alloc::{format, string::String};
use rust_decimal::Decimal;

/// Narrow no-break space: between thousands.
pub const THIN: char = '\u{202f}';
/// No-break space: before a unit or a sign.
pub const NBSP: char = '\u{a0}';

/// `1 234,5`: as many decimals as the number carries, no trailing zero.
pub fn number(value: Decimal) -> String {
    group(&format!("{}", value.normalize()))
}

/// `1 234,50 €`: always two decimals, or more when the amount carries more.
pub fn money(amount: Money) -> String {
    let euros = amount.euros();
    let digits = euros.normalize().scale().max(2);
    let precision = usize::try_from(digits).unwrap_or(2);
    format!("{}{NBSP}€", group(&format!("{euros:.precision$}")))
}

/// `+ 1 234,50 €` or `− 1 234,50 €`: a change.
pub fn change(amount: Money) -> String {
    let sign = if amount.is_negative() { '−' } else { '+' };
    format!("{sign}{NBSP}{}", money(amount.abs()))
}

/// `3 agents`: a number and its unit, kept together.
pub fn counted(value: Decimal, unit: &str) -> String {
    format!("{}{NBSP}{unit}", number(value))
}

/// `« text »`: no line ends after the first mark or begins with the last.
pub fn quoted(text: &str) -> String {
    format!("«{NBSP}{text}{NBSP}»")
}

/// A text with a capital first: what ends a sentence, made one of its own.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The same text, each pair of quotation marks as [`quoted`] writes it.
#[cfg(feature = "reading")]
pub(crate) fn kept(text: &str) -> String {
    text.replace("« ", &format!("«{NBSP}")).replace(" »", &format!("{NBSP}»"))
}

/// `1re année`, `2e année`.
pub fn ordinal_year(year: u8) -> String {
    if year == 1 { String::from("1re année") } else { format!("{year}e année") }
}

/// Thousands apart, comma for point, a true minus sign.
fn group(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("−", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (place, digit) in whole.chars().rev().enumerate().collect::<alloc::vec::Vec<_>>().into_iter().rev() {
        out.push(digit);
        if place > 0 && place.is_multiple_of(3) {
            out.push(THIN);
        }
    }
    if !part.is_empty() {
        out.push(',');
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers() {
        let cases = [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1\u{202f}000"),
            ("1234567.50", "1\u{202f}234\u{202f}567,5"),
            ("-12.5", "−12,5"),
        ];
        for (value, expected) in cases {
            assert_eq!(number(value.parse().unwrap()), expected);
        }
    }

    #[test]
    fn writes_amounts() {
        let cases = [
            ("0", "0,00\u{a0}€"),
            ("1362.91", "1\u{202f}362,91\u{a0}€"),
            ("-5", "−5,00\u{a0}€"),
            ("126.666", "126,666\u{a0}€"),
        ];
        for (value, expected) in cases {
            assert_eq!(money(Money::from_euros(value.parse().unwrap())), expected);
        }
        assert_eq!(change(Money::from_euros("-600".parse().unwrap())), "−\u{a0}600,00\u{a0}€");
    }
}

//! A number as somebody typed it.

use super::number;
use crate::decimal;
use alloc::string::String;
use core::fmt;
use rust_decimal::Decimal;

/// More digits than any field accepts, few enough for every factor.
const LONGEST: usize = 20;

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// `-5`: below zero, where nothing is.
    Negative,
    /// `650.000`: with thousands, or with decimals.
    TwoReadings {
        /// As one number without decimals.
        thousands: Decimal,
        /// As one with decimals.
        decimals: Decimal,
    },
    /// Something that is no digit, separator or known unit.
    Unreadable,
    /// `1.234,5.6`: more than one decimal separator.
    TwoSeparators,
    /// More digits than an exact decimal holds.
    TooLong,
}

impl fmt::Display for NotANumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            NotANumber::Negative => "Un nombre positif est attendu, ou 0.",
            NotANumber::TwoReadings { thousands, decimals } => {
                let [thousands, decimals] = [thousands, decimals].map(|reading| number(*reading));
                return write!(out, "Ce nombre se lit de deux façons : écrivez {thousands} ou {decimals}.");
            }
            NotANumber::Unreadable => {
                "Ce nombre n'est pas lisible : écrivez-le en chiffres, par exemple 12 ou 1\u{202f}250."
            }
            NotANumber::TwoSeparators => {
                "Ce nombre a plusieurs virgules ou points : écrivez-le sans, ou avec un seul avant les décimales."
            }
            NotANumber::TooLong => "Ce nombre est trop long.",
        })
    }
}

/// Reads a number typed any way: spaces of every kind between thousands, comma or point before the
/// decimals, a unit behind it (`€`, `k€`, `M€`, `Go`, `To`, `Mo`, or `unit` itself) and its factor.
/// Volumes come out in Go, amounts in euros. `Ok(None)` for nothing but spaces.
///
/// # Errors
/// [`NotANumber`] says what to change.
pub fn parse_number(typed: &str, unit: &str) -> Result<Option<Decimal>, NotANumber> {
    let text: String = typed.chars().filter(|c| !is_space(*c)).map(|c| if c == ',' { '.' } else { c }).collect();
    if text.is_empty() {
        return Ok(None);
    }
    if text.strip_prefix(['-', '−']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return Err(NotANumber::Negative);
    }
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (digits, suffix) = text.split_at_checked(end).ok_or(NotANumber::Unreadable)?;
    let factor = factor(suffix, unit).ok_or(NotANumber::Unreadable)?;
    if digits.bytes().filter(|b| *b == b'.').count() > 1 {
        return Err(NotANumber::TwoSeparators);
    }
    if !digits.bytes().any(|b| b.is_ascii_digit()) {
        return Err(NotANumber::Unreadable);
    }
    if digits.len() > LONGEST {
        return Err(NotANumber::TooLong);
    }
    let mut completed = String::from("0");
    completed.push_str(digits.strip_suffix('.').unwrap_or(digits));
    let value = decimal::parse(&completed).ok_or(NotANumber::TooLong)?;
    let value = decimal::times(value, factor).normalize();
    // Volumes in To are written with decimals; budgets in k€ with or without.
    if (factor == Decimal::ONE || unit == "€") && may_part_thousands(typed, digits) {
        let thousands = decimal::times(value, Decimal::ONE_THOUSAND).normalize();
        return Err(NotANumber::TwoReadings { thousands, decimals: value });
    }
    Ok(Some(value))
}

/// Whether what stands for the comma may part thousands: before three digits, and behind one to three. Not a comma
/// that decimals are written behind as we write them, without a nought at their end.
fn may_part_thousands(typed: &str, digits: &str) -> bool {
    let Some((whole, part)) = digits.split_once('.') else { return false };
    let is_thousands = part.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    is_thousands && (!typed.contains(',') || part.ends_with('0'))
}

/// What a unit behind the digits multiplies by; `None` when it does not belong to the field.
fn factor(suffix: &str, unit: &str) -> Option<Decimal> {
    let suffix = lower(suffix);
    let wanted = lower(unit);
    let thousand = Decimal::ONE_THOUSAND;
    match (wanted.as_str(), suffix.as_str()) {
        (_, "") => Some(Decimal::ONE),
        ("€", "€" | "euro" | "euros" | "eur") => Some(Decimal::ONE),
        ("€", "k€" | "k" | "keuros" | "kilo€") => Some(thousand),
        ("€", "m€" | "meuros" | "million" | "millions" | "millionsd'euros" | "milliond'euros") => {
            Some(Decimal::from(1_000_000))
        }
        ("go", "gb" | "giga" | "gigaoctet" | "gigaoctets") => Some(Decimal::ONE),
        ("go", "to" | "tb" | "téra" | "teraoctet" | "téraoctet" | "téraoctets") => Some(thousand),
        ("go", "mo" | "mb") => Some(Decimal::new(1, 3)),
        (unit, suffix) if unit == suffix || unit.trim_end_matches('s') == suffix => Some(Decimal::ONE),
        ("habitant" | "habitants", "hab" | "hab." | "hbts") => Some(Decimal::ONE),
        _ => None,
    }
}

/// Lower case, without spaces, of the letters units are written with.
fn lower(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).map(|c| if c == 'É' { 'é' } else { c.to_ascii_lowercase() }).collect()
}

/// Every space a keyboard, a spreadsheet or a web page may put between thousands.
fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'
            ..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}' | '\'' | '’'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, unit: &str, expected: &str) {
        let value = parse_number(typed, unit).unwrap().unwrap();
        assert_eq!(value, expected.parse().unwrap(), "{typed}");
    }

    #[test]
    fn reads_what_people_type() {
        check("650 k€", "€", "650000");
        check("1,2 To", "Go", "1200");
        check("1\u{202f}234\u{a0}567,50 €", "€", "1234567.5");
        check("650000.5", "€", "650000.5");
        check("126,666", "€", "126.666");
        check("0.500", "Go", "0.5");
        check("1.250 To", "Go", "1250");
        check("1234.500", "€", "1234.5");
        check("1\u{202f}234.500", "€", "1234.5");
        check("2,5M€", "€", "2500000");
        check("800 hab.", "habitants", "800");
        check("800 habitants", "habitants", "800");
        check("12'000", "habitants", "12000");
        check(" 007 ", "agents", "7");
        check("500 Mo", "Go", "0.5");
        check(",5", "Go", "0.5");
        assert_eq!(parse_number(" \u{a0} ", "€"), Ok(None));
    }

    #[test]
    fn says_what_it_refuses() {
        let cases = [
            ("abc", NotANumber::Unreadable),
            ("-5", NotANumber::Negative),
            ("−5", NotANumber::Negative),
            ("-", NotANumber::Unreadable),
            ("12 To", NotANumber::Unreadable),
            (".", NotANumber::Unreadable),
            ("1.234.567", NotANumber::TwoSeparators),
            ("1111111111111111111111111111111", NotANumber::TooLong),
        ];
        for (typed, expected) in cases {
            assert_eq!(parse_number(typed, "habitants"), Err(expected), "{typed}");
        }
    }

    #[test]
    fn what_reads_in_two_ways_is_refused_and_both_are_told() {
        for (typed, unit, expected) in [
            ("650.000", "€", "650\u{202f}000 ou 650"),
            ("650,000 €", "€", "650\u{202f}000 ou 650"),
            ("1.200", "habitants", "1\u{202f}200 ou 1,2"),
            ("12.345", "€", "12\u{202f}345 ou 12,345"),
            ("1.500 Go", "Go", "1\u{202f}500 ou 1,5"),
            ("1.200 k€", "€", "1\u{202f}200\u{202f}000 ou 1\u{202f}200"),
        ] {
            let told = parse_number(typed, unit).unwrap_err().to_string();
            assert_eq!(told, format!("Ce nombre se lit de deux façons : écrivez {expected}."), "{typed}");
        }
    }
}

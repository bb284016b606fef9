//! Printed formulas, worked out by a reader of their own.

use crate::costs::every_line;
use crate::requests::plausible_request;
use crate::{cases, estimate};
use engine::explain;
use engine::explain::Term;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

proptest! {
    #![proptest_config(cases(400))]

    /// A line's formula, read as printed and worked out by hand, leads to the line's amount.
    #[test]
    fn printed_formulas_work_out(request in plausible_request()) {
        let estimate = estimate(&request);
        for line in every_line(&estimate) {
            let equations = explain::formula(estimate.edition, line);
            let mut quantity = line.priced.quantity;
            // One unit is not multiplied: the amount is that of the list.
            let alone = line.priced.quantity == Decimal::ONE && line.priced.unit.euros().scale() <= 2;
            let alone = alone.then(|| line.priced.unit.euros());
            let (mut net, mut vat, mut last) = (alone, None, alone);
            prop_assert!(equations.iter().all(|equation| !equation.left.ends_with(" × 1")
                || equations.iter().any(|before| before.term == Term::Quantity)));
            for equation in &equations {
                let printed = equation.to_string();
                let Worked { operands, result } = work_out(&printed, equation.term);
                match equation.term {
                    Term::Quantity => quantity = result,
                    Term::Net => {
                        prop_assert_eq!(&operands, &[line.priced.unit.euros(), quantity], "{}", printed);
                        net = Some(result);
                    }
                    Term::Vat => {
                        prop_assert_eq!(Some(operands[0]), net, "{}", printed);
                        vat = Some(result);
                    }
                    Term::Gross => prop_assert_eq!(&operands, &[net.unwrap(), vat.unwrap()], "{}", printed),
                }
                last = Some(result);
            }
            prop_assert_eq!(quantity, line.priced.quantity);
            prop_assert_eq!(last, Some(line.charge.outlay().euros()));
        }
    }
}

/// What a printed equation comes to.
struct Worked {
    operands: Vec<Decimal>,
    result: Decimal,
}

/// Works an equation out from its text alone and checks what it says of its result.
fn work_out(printed: &str, term: Term) -> Worked {
    let (left, right) = printed.split_once(" = ").expect(printed);
    let (exact, rounded) = match right.split_once(", arrondi à ").or(right.split_once(", compté ")) {
        Some((exact, rounded)) => (exact, Some(rounded)),
        None => (right, None),
    };
    let mut reader = Reader { rest: left, operands: Vec::new() };
    let found = reader.sum();
    assert_eq!(reader.rest, "", "{printed}");
    assert_eq!(found, printed_number(exact), "{printed}");
    let whole = match term {
        Term::Quantity => found.ceil(),
        Term::Net | Term::Vat | Term::Gross => found.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero),
    };
    let result = match rounded {
        Some(rounded) => {
            assert_eq!(printed.contains(", compté "), term == Term::Quantity, "{printed}");
            assert_ne!(whole, found, "nothing was rounded: {printed}");
            printed_number(rounded)
        }
        None => found,
    };
    if term != Term::Quantity || rounded.is_some() {
        assert_eq!(result, whole, "{printed}");
    }
    Worked { operands: reader.operands, result }
}

/// Reads `(25 − 10) ÷ 10` and the like: numbers in French, with or without a unit.
struct Reader<'a> {
    rest: &'a str,
    operands: Vec<Decimal>,
}

impl Reader<'_> {
    fn sum(&mut self) -> Decimal {
        let mut found = self.product();
        while let Some(sign) = self.sign(&['+', '−']) {
            let next = self.product();
            found = if sign == '+' { found + next } else { found - next };
        }
        found
    }

    fn product(&mut self) -> Decimal {
        let mut found = self.factor();
        while let Some(sign) = self.sign(&['×', '÷']) {
            let next = self.factor();
            found = if sign == '×' { found * next } else { found / next };
        }
        found
    }

    fn factor(&mut self) -> Decimal {
        if let Some(inside) = self.rest.strip_prefix('(') {
            self.rest = inside;
            let found = self.sum();
            self.rest = self.rest.strip_prefix(')').expect("a closing parenthesis");
            return found;
        }
        let end = self.rest.find([' ', ')']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        let found = printed_number(word);
        self.operands.push(found);
        found
    }

    /// A sign between two spaces.
    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let mut letters = self.rest.chars();
        let (Some(' '), Some(sign), Some(' ')) = (letters.next(), letters.next(), letters.next()) else { return None };
        if !signs.contains(&sign) {
            return None;
        }
        self.rest = letters.as_str();
        Some(sign)
    }
}

/// `1 234,5`, `1 234,50 €`, `20 %` or `7 communes`, printed as the French print them.
fn printed_number(text: &str) -> Decimal {
    let (digits, unit) = text.split_once('\u{a0}').map_or((text, None), |(digits, unit)| (digits, Some(unit)));
    let (whole, part) = digits.split_once(',').map_or((digits, ""), |(whole, part)| (whole, part));
    // Thousands apart, and apart by three.
    let groups: Vec<&str> = whole.split('\u{202f}').collect();
    assert!(groups.iter().skip(1).all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len()), "{text}");
    assert!(unit != Some("€") || part.len() >= 2, "{text}");
    let plain = format!("{}.{}", groups.concat(), if part.is_empty() { "0" } else { part });
    assert!(plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'), "{text}");
    let number: Decimal = plain.parse().unwrap();
    if unit == Some("%") { number / Decimal::ONE_HUNDRED } else { number }
}

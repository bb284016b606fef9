//! The arithmetic of a line, as equations whose operands are the very numbers used.

use crate::catalogue::Edition;
use crate::decimal;
use crate::french::{counted, money, number};
use crate::line::{Charge, Line};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;
use rust_decimal::Decimal;

/// What an equation finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// The units charged.
    Quantity,
    /// The amount before VAT, or the exempt amount.
    Net,
    /// The VAT.
    Vat,
    /// The amount with VAT.
    Gross,
}

/// One equation: `left = exact`, and what `exact` is rounded to when it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// What it finds.
    pub term: Term,
    /// The operands, as printed.
    pub left: String,
    /// Their result.
    pub exact: String,
    /// The result as it goes on, when rounded.
    pub rounded: Option<String>,
}

impl fmt::Display for Equation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} = {}", self.left, self.exact)?;
        match (&self.rounded, self.term) {
            (None, _) => Ok(()),
            (Some(whole), Term::Quantity) => write!(out, ", compté {whole}"),
            (Some(cents), _) => write!(out, ", arrondi à {cents}"),
        }
    }
}

/// Every step from the inputs to what leaves the budget; nothing when the list's amount is it.
pub fn formula(edition: &Edition, line: &Line<'_>) -> Vec<Equation> {
    let mut steps = Vec::new();
    let quantity = quantity(edition, line);
    let net = match line.charge {
        Charge::Exempt(amount) => amount,
        Charge::Taxed { ht, .. } => ht,
    };
    let units = number(line.priced.quantity);
    let exact = decimal::times(line.priced.unit.euros(), line.priced.quantity);
    // One unit that nothing was worked out for multiplies nothing.
    if quantity.is_some() || line.priced.quantity != Decimal::ONE || net != line.priced.unit {
        steps.extend(quantity);
        steps.push(rounded(Term::Net, format!("{} × {units}", money(line.priced.unit)), exact, net));
    }
    if let Charge::Taxed { ht, tva, rate } = line.charge {
        let left = format!("{} × {}\u{a0}%", money(ht), number(rate));
        steps.push(rounded(Term::Vat, left, ht.exact_percent(rate), tva));
        steps.push(Equation {
            term: Term::Gross,
            left: format!("{} + {}", money(ht), money(tva)),
            exact: money(line.charge.outlay()),
            rounded: None,
        });
    }
    steps
}

/// How the units were counted, when it takes arithmetic.
fn quantity(edition: &Edition, line: &Line<'_>) -> Option<Equation> {
    let counting = line.priced.counted?;
    let field = edition.field(counting.field);
    let mut left = number(counting.number);
    let mut exact = counting.number;
    if !counting.beyond.is_zero() {
        left = format!("{left} − {}", number(counting.beyond));
        exact = decimal::minus(exact, counting.beyond);
    }
    if counting.pack != Decimal::ONE {
        let of = if counting.beyond.is_zero() { left } else { format!("({left})") };
        left = format!("{of} ÷ {}", number(counting.pack));
        exact = decimal::divided(exact, counting.pack);
    }
    if exact == counting.number {
        return None;
    }
    let units = line.priced.quantity;
    let rounded = (exact != units).then(|| number(units));
    let exact = if counting.pack == Decimal::ONE { counted(exact, field.unit(exact)) } else { number(exact) };
    Some(Equation { term: Term::Quantity, left, exact, rounded })
}

/// An equation on euros, saying so when its result is rounded to the cent.
fn rounded(term: Term, left: String, exact: Decimal, cents: crate::Money) -> Equation {
    let unrounded = crate::Money::from_euros(exact);
    let rounded = (unrounded != cents).then(|| money(cents).to_string());
    Equation { term, left, exact: money(unrounded), rounded }
}

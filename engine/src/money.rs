//! Money: an exact amount in euros, and the only place where one is rounded.

use crate::decimal;
use rust_decimal::{Decimal, RoundingStrategy};

/// An exact amount in euros, of at most two decimals once it comes out of [`Money::times`], [`Money::percent`] or [`Money::over`].
///
/// Arithmetic saturates instead of panicking. No request reaches that limit: every field of the
/// catalogue carries a maximum, and the reading refuses prices above [`Money::LARGEST_PRICE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(Decimal);

impl Money {
    /// Nothing at all: used for sums, never for an unknown amount.
    pub const ZERO: Money = Money(Decimal::ZERO);

    /// The largest price a catalogue may hold, in euros.
    pub const LARGEST_PRICE: Money = Money(Decimal::from_parts(100_000_000, 0, 0, false, 0));

    /// Takes an amount in euros as it is.
    pub const fn from_euros(euros: Decimal) -> Money {
        Money(euros)
    }

    /// The amount in euros.
    pub const fn euros(self) -> Decimal {
        self.0
    }

    /// `self × quantity`, to the cent.
    #[must_use]
    pub fn times(self, quantity: Decimal) -> Money {
        Money(to_cent(decimal::times(self.0, quantity)))
    }

    /// `rate` per cent of the amount, to the cent. `rate` is 20 for 20 %.
    #[must_use]
    pub fn percent(self, rate: Decimal) -> Money {
        Money(to_cent(self.exact_percent(rate)))
    }

    /// The amount over that many equal parts, to the cent; the amount itself for 0 parts.
    #[must_use]
    pub fn over(self, parts: Decimal) -> Money {
        Money(to_cent(decimal::divided(self.0, parts)))
    }

    /// `rate` per cent of the amount before any rounding: what an explanation prints.
    pub fn exact_percent(self, rate: Decimal) -> Decimal {
        decimal::times(decimal::times(self.0, rate), Decimal::new(1, 2))
    }

    /// `self + other`.
    #[must_use]
    pub fn plus(self, other: Money) -> Money {
        Money(decimal::plus(self.0, other.0))
    }

    /// `self − other`.
    #[must_use]
    pub fn minus(self, other: Money) -> Money {
        Money(decimal::minus(self.0, other.0))
    }

    /// Whether the amount is exactly 0 €.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether the amount is below 0 €.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The same amount without its sign.
    #[must_use]
    pub fn abs(self) -> Money {
        Money(self.0.abs())
    }
}

impl core::iter::Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Money::plus)
    }
}

/// The only rounding of the product: to the cent, half away from zero.
#[inline(never)]
fn to_cent(euros: Decimal) -> Decimal {
    if euros.scale() <= 2 {
        return euros;
    }
    euros.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(text: &str) -> Money {
        Money::from_euros(text.parse().unwrap())
    }

    #[test]
    fn a_half_cent_goes_away_from_zero() {
        // 0,125 → 0,13 where banker's rounding would say 0,12.
        assert_eq!(euros("0.625").percent(Decimal::from(20)), euros("0.13"));
        assert_eq!(euros("-0.625").percent(Decimal::from(20)), euros("-0.13"));
    }

    #[test]
    fn vat_is_rounded_on_the_line_not_on_the_unit() {
        let line = euros("33.33").times(Decimal::from(3));
        assert_eq!(line.plus(line.percent(Decimal::from(20))), euros("119.99"));
    }

    #[test]
    fn a_part_is_rounded_to_the_cent() {
        assert_eq!(euros("100").over(Decimal::from(3)), euros("33.33"));
        assert_eq!(euros("0.01").over(Decimal::TWO), euros("0.01"));
        assert_eq!(euros("5").over(Decimal::ZERO), euros("5"));
    }

    #[test]
    fn the_largest_numbers_saturate() {
        let most = Money::from_euros(Decimal::MAX);
        assert_eq!(most.times(Decimal::MAX), most);
        assert_eq!(most.plus(most), most);
        assert!(Money::ZERO.minus(most).minus(most).is_negative());
    }
}

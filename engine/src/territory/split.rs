//! A sum shared out, to the cent and without losing one: a bill between the bodies it is for.

use crate::Money;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// Decimals of a cent.
const CENT: u32 = 2;

/// Shares a sum in proportion to weights, by the largest remainder: each part gets the whole cents of
/// its exact share, and the cents left over go one by one to the parts that lost most; of two that lost
/// as much, to the first.
///
/// The parts add up to the sum, each is within a cent of its exact share, and a weight of 0 gets 0 €.
/// A sum below 0 € is shared like its opposite.
///
/// `None` when no weight is above 0, when one is below, when the sum is not in whole cents, and when a
/// number does not fit: weights of many digits for a large sum.
pub fn split(sum: Money, weights: &[Decimal]) -> Option<Vec<Money>> {
    let cents = cents(sum)?;
    let weights = whole(weights)?;
    let total = add(weights.iter().copied())?;
    if total == 0 {
        return None;
    }
    let share = |weight: &u128| Share::of(cents.unsigned_abs(), *weight, total);
    let mut shares = weights.iter().map(share).collect::<Option<Vec<Share>>>()?;
    let left_over = cents.unsigned_abs().checked_sub(add(shares.iter().map(|share| share.cents))?)?;
    // Fewer cents are left over than parts lost something: what a part lost is less than a cent.
    for _ in 0..left_over {
        // Backwards, since the last of equals is taken.
        let most = shares.iter_mut().rev().max_by_key(|share| share.lost)?;
        most.cents = most.cents.checked_add(1)?;
        most.lost = 0;
    }
    shares.iter().map(|share| money(share.cents, cents.is_negative())).collect()
}

/// A part: its whole cents, and what it lost to have them whole, in parts of a cent.
struct Share {
    cents: u128,
    lost: u128,
}

impl Share {
    fn of(cents: u128, weight: u128, total: u128) -> Option<Share> {
        let exact = cents.checked_mul(weight)?;
        Some(Share { cents: exact.checked_div(total)?, lost: exact.checked_rem(total)? })
    }
}

/// A sum in cents; `None` when it has a fraction of one.
fn cents(sum: Money) -> Option<i128> {
    let euros = sum.euros().normalize();
    scaled(euros, CENT)
}

/// The same weights as whole numbers; `None` when one is below 0.
fn whole(weights: &[Decimal]) -> Option<Vec<u128>> {
    let weights: Vec<Decimal> = weights.iter().map(Decimal::normalize).collect();
    let scale = weights.iter().map(Decimal::scale).max()?;
    weights.iter().map(|weight| u128::try_from(scaled(*weight, scale)?).ok()).collect()
}

/// A number in units of its `scale`th decimal.
fn scaled(number: Decimal, scale: u32) -> Option<i128> {
    let missing = scale.checked_sub(number.scale())?;
    number.mantissa().checked_mul(10_i128.checked_pow(missing)?)
}

fn add(mut numbers: impl Iterator<Item = u128>) -> Option<u128> {
    numbers.try_fold(0_u128, u128::checked_add)
}

fn money(cents: u128, negative: bool) -> Option<Money> {
    let cents = i128::try_from(cents).ok()?;
    let signed = if negative { cents.checked_neg()? } else { cents };
    Decimal::try_from_i128_with_scale(signed, CENT).ok().map(Money::from_euros)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(text: &str) -> Money {
        Money::from_euros(text.parse().unwrap())
    }

    /// "10,00 € between 1, 2…" told as "3.33, 6.67".
    fn told(sum: &str, weights: &[&str]) -> String {
        let weights: Vec<Decimal> = weights.iter().map(|weight| weight.parse().unwrap()).collect();
        let Some(parts) = split(euros(sum), &weights) else { return "none".into() };
        parts.iter().map(|part| alloc::format!("{:.2}", part.euros())).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn the_largest_remainders_get_the_cents_left_over() {
        // 18 461 by 10, 20 and 41 of 71: 2 600,1408…, 5 200,2816… and 10 660,5774…, and 1 cent left for the last.
        assert_eq!(told("18461", &["10", "20", "41"]), "2600.14, 5200.28, 10660.58");
        assert_eq!(told("0.05", &["1", "1", "8"]), "0.01, 0.00, 0.04");
    }

    #[test]
    fn of_equal_remainders_the_first_gets_the_cent() {
        assert_eq!(told("0.01", &["1", "1", "1"]), "0.01, 0.00, 0.00");
        assert_eq!(told("0.02", &["1", "1", "1"]), "0.01, 0.01, 0.00");
        assert_eq!(told("100", &["7", "7", "7"]), "33.34, 33.33, 33.33");
        assert_eq!(told("0.01", &["0", "1", "1"]), "0.00, 0.01, 0.00");
    }

    #[test]
    fn one_weight_gets_all_and_a_weight_of_zero_nothing() {
        assert_eq!(told("5802.35", &["0.001"]), "5802.35");
        assert_eq!(told("0.07", &["0", "3", "-0", "0.0"]), "0.00, 0.07, 0.00, 0.00");
    }

    #[test]
    fn nothing_is_shared_as_nothing_and_a_debt_as_a_sum() {
        assert_eq!(told("0", &["1", "2"]), "0.00, 0.00");
        assert_eq!(told("-0.05", &["1", "1", "8"]), "-0.01, 0.00, -0.04");
    }

    #[test]
    fn weights_may_have_decimals() {
        assert_eq!(told("10", &["0.5", "1.25", "0.75"]), "2.00, 5.00, 3.00");
        assert_eq!(told("10.00", &["50.0", "125", "75.000"]), "2.00, 5.00, 3.00");
    }

    #[test]
    fn what_cannot_be_shared() {
        for (sum, weights) in
            [("1", &[][..]), ("1", &["0", "0"]), ("1", &["2", "-1"]), ("0", &["0"]), ("0.005", &["1"])]
        {
            assert_eq!(told(sum, weights), "none", "{sum} between {weights:?}");
        }
    }

    #[test]
    fn the_largest_numbers_are_none_or_exact() {
        let most = Decimal::MAX;
        assert_eq!(split(Money::from_euros(most), &[Decimal::ONE]), None);
        assert_eq!(split(Money::from_euros(Decimal::TEN), &[most, most]), Some(alloc::vec![euros("5.00"); 2]));
        assert_eq!(split(euros("1"), &[most, Decimal::new(1, 28)]), None);
        let cents = Money::from_euros(Decimal::from_i128_with_scale(most.mantissa(), 2));
        assert_eq!(split(cents, &[Decimal::TEN]), Some(alloc::vec![cents]));
        assert_eq!(told("99999999999.99", &["100000000000", "200000000000"]), "33333333333.33, 66666666666.66");
    }
}

//! A sum shared out is the same sum.

use crate::cases;
use engine::Money;
use engine::territory::split::split;
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Weights of up to three decimals, some of them 0.
fn weights() -> impl Strategy<Value = Vec<Decimal>> {
    let weight = prop_oneof![
        1 => Just(Decimal::ZERO),
        2 => (1..5_i64).prop_map(Decimal::from),
        3 => (1..3_000_000_i64, 0..=3_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
    ];
    vec(weight, 1..40)
}

fn cents() -> impl Strategy<Value = i64> {
    prop_oneof![0..100_i64, 0..100_000_000_i64, -1_000..0_i64]
}

fn money(cents: i64) -> Money {
    Money::from_euros(Decimal::new(cents, 2))
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn no_cent_is_lost_and_each_part_is_within_one_of_its_share(cents in cents(), weights in weights()) {
        let total: Decimal = weights.iter().sum();
        let parts = split(money(cents), &weights);
        prop_assert_eq!(parts.is_some(), !total.is_zero());
        let Some(parts) = parts else { return Ok(()) };
        prop_assert_eq!(parts.len(), weights.len());
        prop_assert_eq!(parts.iter().copied().sum::<Money>(), money(cents));
        for (part, weight) in parts.iter().zip(&weights) {
            let part = part.euros();
            prop_assert!(part.normalize().scale() <= 2, "{part}");
            prop_assert!(!weight.is_zero() || part.is_zero(), "{part} for nothing");
            // |part − sum × weight ÷ total| < 1 cent, without a division.
            let beside = (part * total - money(cents).euros() * weight).abs();
            prop_assert!(beside < total * Decimal::new(1, 2), "{part} for {weight} of {total}");
        }
    }

    /// Nobody who lost more, or as much and stood before, goes without a cent that another got.
    #[test]
    fn the_largest_remainders_are_served_first(cents in 0..100_000_i64, weights in weights()) {
        let total: Decimal = weights.iter().sum();
        prop_assume!(!total.is_zero());
        let parts = split(money(cents), &weights).unwrap();
        let shares: Vec<(Decimal, bool)> = parts.iter().zip(&weights).map(|(part, weight)| {
            let exact = Decimal::from(cents) * weight;
            let whole = (exact / total).floor();
            (exact - whole * total, part.euros() * Decimal::ONE_HUNDRED > whole)
        }).collect();
        for (place, (lost, served)) in shares.iter().enumerate() {
            for (other, (its, its_served)) in shares.iter().enumerate() {
                let first = lost > its || (lost == its && place < other);
                prop_assert!(!(first && !served && *its_served), "{place} before {other}");
            }
        }
    }

    /// Twice the weights, or the weights written with more decimals, share alike; the parts follow their weights.
    #[test]
    fn only_the_proportions_matter(cents in cents(), weights in weights()) {
        let doubled: Vec<Decimal> = weights.iter().map(|weight| weight * Decimal::TWO).collect();
        prop_assert_eq!(split(money(cents), &weights), split(money(cents), &doubled));
        let opposite = split(money(-cents), &weights);
        let negated = split(money(cents), &weights).map(|parts| parts.into_iter().map(|part| Money::ZERO.minus(part)).collect());
        prop_assert_eq!(opposite, negated);
    }

    #[test]
    fn a_weight_below_zero_is_refused(cents in cents(), weights in weights(), place in any::<proptest::sample::Index>()) {
        let mut weights = weights;
        let place = place.index(weights.len());
        weights[place] = Decimal::new(-1, 3);
        prop_assert_eq!(split(money(cents), &weights), None);
    }
}

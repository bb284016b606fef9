//! Numbers written in French and read back.

use crate::requests::any_decimal;
use crate::{cases, edition};
use engine::Money;
use engine::french::{counted, money, number, parse_number};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A number anybody might write: up to 15 digits before the comma, up to 6 after.
fn written() -> impl Strategy<Value = Decimal> {
    (0..1_000_000_000_000_000_i64, 0..=6_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_number_written_is_read_back(value in written()) {
        prop_assert_eq!(parse_number(&number(value), ""), Ok(Some(value)));
        prop_assert_eq!(parse_number(&number(value), "€"), Ok(Some(value)));
    }

    /// With its unit behind it, whatever the field.
    #[test]
    fn a_number_and_its_unit_are_read_back(value in written()) {
        for field in &edition().fields {
            let unit = field.unit(value);
            prop_assert_eq!(parse_number(&counted(value, unit), unit), Ok(Some(value)), "{}", field.id);
        }
    }

    #[test]
    fn an_amount_written_is_read_back(cents in 0..100_000_000_000_000_i64) {
        let amount = Money::from_euros(Decimal::new(cents, 2));
        prop_assert_eq!(parse_number(&money(amount), "€"), Ok(Some(amount.euros())));
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(
        typed in prop_oneof![any::<String>(), "[0-9., \u{a0}\u{202f}'’€%kKmMgGtToO+−-]{0,40}", "[0-9]{0,30}[.,]?[0-9]{0,30} ?[kKmM]?€?", "[0-9]{1,3}( ?[0-9]{3}){0,5},?[0-9]{0,2} ?(k€|Go|€|hab)?"],
        unit in prop_oneof![Just("€".to_owned()), Just("Go".to_owned()), Just("habitants".to_owned()), any::<String>()],
    ) {
        if let Ok(Some(value)) = parse_number(&typed, &unit) {
            prop_assert!(value >= Decimal::ZERO);
        }
    }

    /// Decimals of any size are written without panic, digit for digit.
    #[test]
    fn any_number_is_written(value in any_decimal()) {
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
        prop_assert_eq!(digits(number(value)), digits(value.normalize().to_string()));
        let amount = money(Money::from_euros(value));
        prop_assert!(amount.ends_with("\u{a0}€"), "{}", amount);
    }
}

//! Amounts and numbers as the JSON form writes them: strings, with a point.

use crate::Money;
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use std::borrow::Cow;

/// Euros: `"1200.00"`, `"-2.40"`. Two decimals; a unit price keeps those the list prints beyond.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amount(pub String);

/// A number in its field's unit: `"12"`, `"0.5"`, without trailing zeros.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number(pub String);

impl Amount {
    /// Writes an amount.
    pub fn of(amount: Money) -> Amount {
        let euros = amount.euros();
        let decimals = usize::try_from(euros.normalize().scale().max(2)).unwrap_or(2);
        Amount(format!("{euros:.decimals$}"))
    }
}

impl Number {
    /// Writes a number.
    pub fn of(number: Decimal) -> Number {
        Number(number.normalize().to_string())
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Euros, as a string with two decimals: \"123.40\". A unit price keeps the decimals that the list prints beyond two.",
            "type": "string",
            "pattern": r"^-?[0-9]+\.[0-9]{2,}$"
        })
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number as a string, with a point and without trailing zeros: \"12\", \"0.5\".",
            "type": "string",
            "pattern": r"^-?[0-9]+(\.[0-9]*[1-9])?$"
        })
    }
}

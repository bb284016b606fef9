//! What is asked: typed, and independent of any screen.

pub mod inputs;
pub(crate) mod object;

use crate::catalogue::BodyKind;
use crate::request::object::Object;
use alloc::{format, string::String, vec::Vec};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A request: who asks, how it joins, and what it wants over how many years.
///
/// Fields and services are named by their ids in the catalogue, so that a new service needs no new
/// type. Whatever the catalogue does not know becomes a remark of the estimate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "report", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// Id of the price list's edition; when absent, the one in force for a program, the newest for the engine.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Length of the period in years, 1 to 10.
    pub years: u8,
    /// The kind of body that asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<BodyKind>,
    /// How it joins annexe 1.
    pub membership: Membership,
    /// Whether its EPCI already holds a membership that covers it.
    pub covered_by_epci: bool,
    /// The bodies of the territory, the EPCI itself left out.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "objects")]
    pub bodies: Vec<Body>,
    /// What is known, by field id: inhabitants, budget, volumes, quantities, choices.
    #[serde(skip_serializing_if = "Values::is_empty")]
    pub values: Values,
    /// The services and options wanted, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
}

/// A list of objects.
fn objects<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Body>, D::Error> {
    Ok(Vec::<Object<Body>>::deserialize(deserializer)?.into_iter().map(|Object(body)| body).collect())
}

/// The period an estimate spans when nobody chose one: the first renewal of a certificate falls in year 4.
pub const DEFAULT_YEARS: u8 = 4;

impl Default for Request {
    fn default() -> Request {
        Request {
            edition: None,
            years: DEFAULT_YEARS,
            kind: None,
            membership: Membership::None,
            covered_by_epci: false,
            bodies: Vec::new(),
            values: Values::default(),
            services: Vec::new(),
        }
    }
}

/// The ways to join annexe 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "report", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Membership {
    /// None.
    #[default]
    None,
    /// The EPCI's membership for its whole territory (`adhésion mutualisée`).
    Mutualised,
    /// The commune's own participation (`participation individuelle`); for an EPCI, that of each of
    /// its communes beside its membership alone.
    Individual,
}

/// One body of a territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "report", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Its kind.
    pub kind: BodyKind,
    /// Its inhabitants, population totale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inhabitants: Option<u32>,
    /// Its inhabitants, population municipale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipal: Option<u32>,
    /// Its name, as the visitor wrote it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// Values by field id, each id once, in the order of their ids.
///
/// A sorted list: a tree of a dozen values would weigh more than the code that reads them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(Vec<(String, Value)>);

impl Values {
    /// Sets a field's value and returns the one it had.
    pub fn insert(&mut self, id: String, value: Value) -> Option<Value> {
        match self.0.binary_search_by(|(known, _)| known.cmp(&id)) {
            Ok(place) => self.0.get_mut(place).map(|(_, known)| core::mem::replace(known, value)),
            Err(place) => {
                self.0.insert(place, (id, value));
                None
            }
        }
    }

    /// A field's value.
    pub fn get(&self, id: &str) -> Option<&Value> {
        self.iter().find(|(known, _)| *known == id).map(|(_, value)| value)
    }

    /// Every id and value.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().map(|(id, value)| (id, value))
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, Value)> for Values {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(values: I) -> Values {
        let mut all = Values::default();
        for (id, value) in values {
            all.insert(id, value);
        }
        all
    }
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Values, D::Error> {
        struct Reader;
        impl<'de> de::Visitor<'de> for Reader {
            type Value = Values;
            fn expecting(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                out.write_str("a table of values by field id")
            }
            fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Values, M::Error> {
                let mut values = Values::default();
                while let Some((id, value)) = map.next_entry::<String, Value>()? {
                    if values.get(&id).is_some() {
                        return Err(de::Error::custom(format!("the value `{id}` stands twice")));
                    }
                    values.insert(id, value);
                }
                Ok(values)
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "report")]
impl schemars::JsonSchema for Values {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Values".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<Value>();
        schemars::json_schema!({ "type": "object", "additionalProperties": value })
    }
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number in the field's unit.
    Number(Decimal),
    /// The id of an answer.
    Choice(String),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Number(number) => crate::decimal::serialize(number, serializer),
            Value::Choice(id) => serializer.serialize_str(id),
        }
    }
}

/// A whole number, or a string: decimal digits are a number, anything else is an answer's id.
/// A JSON float is refused, for it may already have lost a cent.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        struct Reader;
        impl de::Visitor<'_> for Reader {
            type Value = Value;
            fn expecting(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                out.write_str("a whole number, a decimal in a string such as \"650000.50\", or the id of a choice")
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
                Ok(Value::Number(Decimal::from(value)))
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
                Ok(Value::Number(Decimal::from(value)))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
                if text.len() > 64 {
                    return Err(E::custom(format!("a value of {} characters: at most 64 are read", text.len())));
                }
                Ok(crate::decimal::parse(text).map_or_else(|| Value::Choice(text.into()), Value::Number))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

#[cfg(feature = "report")]
impl schemars::JsonSchema for Value {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A whole number, a decimal written as a string, or the id of a choice.",
            "anyOf": [
                { "type": "integer" },
                { "type": "string", "maxLength": 64 }
            ]
        })
    }
}

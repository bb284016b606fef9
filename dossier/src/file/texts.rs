//! Texts by id, in their order, each id once.

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Texts by id.
#[derive(Default)]
pub(super) struct Texts(pub(super) Vec<(String, String)>);

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, text)| (id, text)))
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Texts, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Texts;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("texts by field id")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Texts, M::Error> {
                let mut texts: Vec<(String, String)> = Vec::new();
                while let Some((id, text)) = map.next_entry::<String, String>()? {
                    if texts.iter().any(|(known, _)| *known == id) {
                        return Err(Error::custom(format!("`{id}` stands twice")));
                    }
                    // Thousands of fields would take long to compare, and are no file of ours.
                    if texts.len() > crate::MOST_VALUES {
                        return Err(Error::custom("too many fields"));
                    }
                    texts.push((id, text));
                }
                Ok(Texts(texts))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

//! `catalogue/examples.toml` → Rust statics, so that the page carries neither a reader nor its text.
//!
//! An example is priced before it is written: an id the catalogue does not know, a value it does
//! not read or an answer that is missing stops the build.

use engine::catalogue::{BodyKind, Edition, FieldKind};
use engine::french::parse_number;
use engine::remark::Remark;
use engine::request::{Body, Membership, Value};
use engine::{Catalogue, Request, estimate};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "exemple")]
    examples: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    #[serde(rename = "titre")]
    title: String,
    #[serde(rename = "resume")]
    summary: String,
    #[serde(rename = "type")]
    kind: BodyKind,
    #[serde(rename = "adhesion")]
    membership: Membership,
    #[serde(rename = "valeurs")]
    values: BTreeMap<String, String>,
    #[serde(rename = "prestations")]
    services: Vec<String>,
    #[serde(rename = "organismes", default)]
    bodies: Vec<Bodies>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bodies {
    #[serde(rename = "nombre")]
    count: usize,
    #[serde(rename = "type")]
    kind: BodyKind,
    #[serde(rename = "habitants")]
    inhabitants: String,
}

/// The statics, or what is wrong.
pub fn write(text: &str, catalogue: &Catalogue) -> Result<String, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let edition = catalogue.newest().ok_or("a catalogue without editions")?;
    let mut out = String::from("pub static EXAMPLES: &[Example] = &[\n");
    for example in &file.examples {
        example.check(catalogue, edition).map_err(|fault| format!("« {} » : {fault}", example.title))?;
        example.write(&mut out).map_err(|error| error.to_string())?;
    }
    out.push_str("];\n");
    Ok(out)
}

impl Example {
    /// Prices the example: it must be complete and without a remark on what it holds.
    fn check(&self, catalogue: &Catalogue, edition: &Edition) -> Result<(), String> {
        let mut request = Request {
            kind: Some(self.kind),
            membership: self.membership,
            services: self.services.clone(),
            ..Request::default()
        };
        for (id, text) in &self.values {
            let ix = edition.field_ix(id).ok_or_else(|| format!("no field `{id}`"))?;
            let value = match &edition.field(ix).kind {
                FieldKind::Choice(_) => Value::Choice(text.clone()),
                FieldKind::Number(kind) => {
                    let number = parse_number(text, &kind.many).map_err(|error| error.to_string())?;
                    Value::Number(number.ok_or_else(|| format!("nothing in `{id}`"))?)
                }
            };
            request.values.insert(id.clone(), value);
        }
        for bodies in &self.bodies {
            let inhabitants = bodies.inhabitants.parse().map_err(|_| "inhabitants that are no number")?;
            let body = Body { kind: bodies.kind, inhabitants: Some(inhabitants), municipal: None, name: String::new() };
            request.bodies.extend(std::iter::repeat_n(body, bodies.count));
        }
        let estimate = estimate(catalogue, &request).ok_or("a catalogue without editions")?;
        let wrong = |remark: &&Remark<'_>| {
            matches!(remark, Remark::UnknownService(_) | Remark::UnknownField(_) | Remark::Missing(..))
                || remark.is_about_value()
        };
        match estimate.remarks.iter().find(wrong) {
            Some(remark) => Err(remark.sentence(edition)),
            None => Ok(()),
        }
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let Example { title, summary, kind, membership, values, services, bodies } = self;
        let values: Vec<_> = values.iter().collect();
        let bodies: Vec<_> = bodies.iter().map(|b| (b.count, b.kind.id(), b.inhabitants.as_str())).collect();
        writeln!(
            out,
            "Example {{ title: {title:?}, summary: {summary:?}, kind: {:?}, membership: Membership::{membership:?}, \
             values: &{values:?}, services: &{services:?}, bodies: &{bodies:?} }},",
            kind.id()
        )
    }
}

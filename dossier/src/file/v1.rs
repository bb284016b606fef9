//! The first version of the file.

use super::texts::Texts;
use super::{Known, Refusal, parse};
use crate::{Answer, Dossier, Home, Row, Sharing};
use engine::Request;
use engine::catalogue::{BodyKind, Edition, FieldKind};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    simulateur: u64,
    request: Request,
    #[serde(default)]
    form: Form,
}

/// What a request does not say.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Form {
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u16>,
    #[serde(skip_serializing_if = "is_default", serialize_with = "sharing_id", deserialize_with = "sharing")]
    sharing: Sharing,
    #[serde(skip_serializing_if = "Option::is_none")]
    home: Option<HomeForm>,
    values: Texts,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<RowForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HomeForm {
    epci: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    viewed: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    waiting: [String; 2],
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    kind: BodyKind,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    inhabitants: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    municipal: String,
    #[serde(default, skip_serializing_if = "is_default")]
    left_out: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    ccas: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    part: String,
}

/// Writes a dossier and the request that is read from it.
pub(super) fn write(dossier: &Dossier, request: &Request) -> String {
    let Dossier { start, values, home, sharing, rows, .. } = dossier.clone();
    let form = Form {
        start,
        sharing,
        home: home.map(|Home { epci, viewed, waiting }| HomeForm { epci, viewed, waiting }),
        values: Texts(values.into_iter().map(|(id, answer)| (id, answer.text().to_owned())).collect()),
        rows: rows.into_iter().map(RowForm::from).collect(),
    };
    // What the form says in as many words goes into the request, whatever its reader made of the rest.
    let request = Request {
        edition: Some(dossier.edition.clone()),
        years: dossier.years,
        kind: dossier.kind,
        membership: dossier.membership,
        covered_by_epci: dossier.covered_by_epci,
        services: dossier.services.clone(),
        ..request.clone()
    };
    // Strings and numbers alone: there is nothing in it that JSON could not say.
    serde_json::to_string_pretty(&Whole { simulateur: super::VERSION, request, form }).unwrap_or_default()
}

/// Reads it.
pub(super) fn read(text: &str, known: &Known<'_>) -> Result<(Dossier, Request), Refusal> {
    let Whole { request, form, .. } = parse(text)?;
    let named = request.edition.clone().unwrap_or_else(|| known.edition.id.clone());
    let edition = known.edition_named(&named);
    let values = form.values.0.into_iter().map(|(id, text)| {
        let answer = answer(&id, text, edition);
        (id, answer)
    });
    let dossier = Dossier {
        edition: named,
        kind: request.kind,
        years: request.years,
        start: form.start,
        membership: request.membership,
        covered_by_epci: request.covered_by_epci,
        values: values.collect(),
        services: request.services.clone(),
        home: form.home.map(|HomeForm { epci, viewed, waiting }| Home { epci, viewed, waiting }),
        sharing: form.sharing,
        rows: form.rows.into_iter().map(Row::from).collect(),
    };
    Ok((dossier, request))
}

/// A text in a field of an edition: what was typed, or the answer chosen.
fn answer(id: &str, text: String, edition: &Edition) -> Answer {
    let is_choice = |ix| matches!(edition.field(ix).kind, FieldKind::Choice(_));
    if edition.field_ix(id).is_some_and(is_choice) { Answer::Choice(text) } else { Answer::Text(text) }
}

impl From<Row> for RowForm {
    fn from(row: Row) -> RowForm {
        let Row { code, kind, name, inhabitants, municipal, left_out, ccas, part } = row;
        RowForm { code, kind, name, inhabitants, municipal, left_out, ccas, part }
    }
}

impl From<RowForm> for Row {
    fn from(row: RowForm) -> Row {
        let RowForm { code, kind, name, inhabitants, municipal, left_out, ccas, part } = row;
        Row { code, kind, name, inhabitants, municipal, left_out, ccas, part }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn sharing_id<S: Serializer>(sharing: &Sharing, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(sharing.id())
}

fn sharing<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Sharing, D::Error> {
    let id = String::deserialize(deserializer)?;
    Sharing::from_id(&id).ok_or_else(|| D::Error::custom(format!("`{id}` is no way to share")))
}

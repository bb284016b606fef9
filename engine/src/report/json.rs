//! JSON text: requests read, reports written, and the schemas of both.

use super::Report;
use crate::request::Request;
use crate::request::object::Object;
use schemars::generate::SchemaSettings;
use serde::ser::Serialize;
use std::fmt;

/// Why a text is no request, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotARequest {
    /// Line, from 1.
    pub line: usize,
    /// Column in bytes, from 1.
    pub column: usize,
    /// What is wrong, and what was expected.
    pub message: String,
}

impl fmt::Display for NotARequest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for NotARequest {}

/// Reads a request.
///
/// # Errors
/// The first thing in `text` that is not JSON, or not of a request's form.
pub fn request(text: &str) -> Result<Request, NotARequest> {
    serde_json::from_str(text).map(|Object(request)| request).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let full = error.to_string();
        let message = full.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&full);
        NotARequest { line, column: column.max(1), message: message.to_owned() }
    })
}

/// A report on one line, without its end.
pub fn compact(report: &Report) -> String {
    serde_json::to_string(report).unwrap_or_default()
}

/// A report for people to read.
pub fn pretty(report: &Report) -> String {
    serde_json::to_string_pretty(report).unwrap_or_default()
}

/// The JSON Schema of what [`request`] reads.
pub fn request_schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    written(&settings.into_generator().into_root_schema_for::<Request>())
}

/// The JSON Schema of what [`compact`] and [`pretty`] write.
pub fn estimate_schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    written(&settings.into_generator().into_root_schema_for::<Report>())
}

fn written(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

//! A dossier as a file: JSON that a person can read, with the engine's request inside for programs.
//!
//! ```json
//! { "simulateur": 1, "request": { … }, "form": { … } }
//! ```
//!
//! `request` is what `engine/schema/request.schema.json` says. `form` is what a request does not say: the
//! texts as typed, where the body was found, the rows left out. A bare request is opened too.
//!
//! The number after `simulateur` is the form's version. A second version is a module beside [`v1`] and an
//! arm in [`open`]; `v1` then stays as it is, and what it reads is led from there to the new form.

mod bare;
mod texts;
mod v1;

use crate::{Dossier, Known, Opened, Refusal};
use engine::Request;
use serde::Deserialize;
use serde_json::error::Category;

/// The version written.
const VERSION: u64 = 1;

/// The longest file that is read, in bytes: the longest that is written has fewer.
pub const LONGEST: u32 = 2_000_000;

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// What it holds, and what of it is not as it was written.
    pub opened: Opened,
    /// The request inside: it should come to the same amounts.
    pub request: Request,
}

/// Writes a dossier, with the request that is read from it.
pub fn write(dossier: &Dossier, request: &Request, known: &Known<'_>) -> (String, Opened) {
    let opened = dossier.clone().checked(known);
    (v1::write(&opened.dossier, request), opened)
}

/// Opens a file of any version, or a bare request.
///
/// # Errors
/// When it is no such file: its line and column, and nothing is opened.
pub fn open(text: &str, known: &Known<'_>) -> Result<File, Refusal> {
    if !u32::try_from(text.len()).is_ok_and(|length| length <= LONGEST) {
        return Err(Refusal::TooLong);
    }
    // Some editors put one in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (dossier, request) = match version(text)? {
        None => {
            let request: Request = parse(text)?;
            (bare::dossier(&request, known), request)
        }
        Some(VERSION) => v1::read(text, known)?,
        Some(_) => return Err(Refusal::Later),
    };
    Ok(File { opened: dossier.checked(known), request })
}

/// The version that a file says it has; `None` for a bare request.
fn version(text: &str) -> Result<Option<u64>, Refusal> {
    #[derive(Deserialize)]
    struct Head {
        #[serde(default)]
        simulateur: Option<u64>,
    }
    // serde would also take a list for a struct.
    if text.trim_start().starts_with('[') {
        return Err(Refusal::Unexpected { line: 1, column: 1, detail: "an object is expected".to_owned() });
    }
    Ok(parse::<Head>(text)?.simulateur)
}

fn parse<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, Refusal> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            Category::Eof => Refusal::Ended { line },
            Category::Syntax | Category::Io => Refusal::NoJson { line, column },
            Category::Data => Refusal::Unexpected { line, column, detail: detail(&error.to_string()) },
        }
    })
}

/// What is wrong, without the place, which is said already.
fn detail(error: &str) -> String {
    error.rsplit_once(" at line ").map_or(error, |(detail, _)| detail).to_owned()
}

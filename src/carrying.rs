//! What a visitor carries away and brings back: the form as a link or a file, and back.
//!
//! Only the parts call what is here. What was brought waits for them in `State::brought`, as a text: its
//! type is one of signal that the page has already.

mod arrival;
mod mail;
mod offers;
pub mod qr;
mod spreadsheets;
pub mod workbook;

pub use arrival::arrival;
pub use offers::carry;
pub use spreadsheets::spreadsheets;

use crate::body::starts;
use crate::browser::today;
use crate::editions::in_force;
use crate::form::{Form, Told, answers, read, tallied};
use crate::state::State;
use dossier::{Dossier, Known, Note, Opened, Refusal, case, file, link};
use engine::catalogue::Edition;
use engine::french::{long_date, money};
use engine::remark::Remark;
use engine::{Estimate, Money, Request, amounts};
use territory::Territory;

/// Whether what was brought is a link, with its `#`, and not a file's text: no JSON begins so.
pub fn is_link(brought: &str) -> bool {
    brought.starts_with('#')
}

/// What was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The edition whose prices are its own; the one in force when its own is unknown here.
    pub edition: &'static Edition,
    /// The form it makes, in that edition.
    pub form: Form,
    /// What of it is not as it was written, in sentences.
    pub notes: Vec<String>,
}

/// What was written, and what of the form it does not say.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The link, without its `#`, or the file.
    pub text: String,
    /// In sentences; empty when it says everything.
    pub notes: Vec<String>,
}

/// What ids are looked up in; `None` only when the list of communes cannot be read, which a test does.
fn known(state: State) -> Option<Known<'static>> {
    Some(Known { catalogue: state.catalogue, edition: in_force(state), territory: Territory::embedded()? })
}

/// A form of the edition in sight as another edition asks it, and what of it that one does not know.
pub fn moved(form: &Form, to: &'static Edition, state: State) -> Option<Found> {
    let known = known(state)?;
    Some(found(form.to_dossier(state.edition).moved_to(to, &known), &known))
}

/// The form as a link.
pub fn to_link(form: &Form, state: State) -> Written {
    let Some(known) = known(state) else { return Written { text: String::new(), notes: Vec::new() } };
    let link::Written { text, notes } = link::write(&form.to_dossier(state.edition), &known);
    Written { text, notes: sentences(&notes) }
}

/// The form as a file.
pub fn to_file(form: &Form, state: State) -> Written {
    let Some(known) = known(state) else { return Written { text: String::new(), notes: Vec::new() } };
    let request = read(form, state.edition).request;
    let (text, Opened { notes, .. }) = file::write(&form.to_dossier(state.edition), &request, &known);
    Written { text, notes: sentences(&notes) }
}

/// What is in sight as a worked case, to be confirmed and to become a test.
///
/// # Errors
/// A sentence, when something typed is to be corrected first: nobody could confirm what it comes to.
pub fn to_case(state: State) -> Result<String, String> {
    state.of_outcome(|outcome| {
        let estimate = outcome.estimate.as_ref().ok_or(UNCORRECTED)?;
        if !outcome.reading.problems.is_empty() || estimate.remarks.iter().any(Remark::is_refusal) {
            return Err(UNCORRECTED.to_owned());
        }
        let kind = state.edition.kinds.iter().find(|known| Some(known.kind) == outcome.reading.request.kind);
        let kind = kind.map_or("organisme non précisé", |kind| &kind.label);
        let name = format!(
            "Cas à confirmer\u{a0}: {kind}. Prestations\u{a0}: {}.",
            outcome.reading.request.services.join(", ")
        );
        let why = format!(
            "Montants calculés par le simulateur le {}, édition du {}. À confirmer par Gironde Numérique.",
            long_date(&today()),
            long_date(&state.edition.valid_from)
        );
        Ok(case::write(&name, &why, &outcome.reading.request, estimate))
    })
}

/// What a link holds.
///
/// # Errors
/// A sentence, when nothing can be opened.
pub fn of_link(link: &str, state: State) -> Result<Found, String> {
    let known = known(state).ok_or(UNKNOWN)?;
    let opened = link::open(link, &known).map_err(|refusal: Refusal| refusal.to_string())?;
    Ok(found(opened, &known))
}

/// A form that was priced without being opened.
#[derive(Clone, Debug)]
pub struct Priced {
    /// What it costs.
    pub estimate: Estimate<'static>,
    /// What it answers, its bodies whatever their order.
    pub answers: Vec<Told>,
}

/// What a link's form costs, by the prices of the edition it was made with.
pub fn priced(link: &str, state: State) -> Option<Priced> {
    let known = known(state)?;
    let Found { edition, form, .. } = found(link::open(link, &known).ok()?, &known);
    let request = read(&form, edition).request;
    let estimate = amounts(state.catalogue, &request)?;
    let answers = answers(&form, edition, &request, Some(&estimate.census), tallied);
    Some(Priced { estimate, answers })
}

/// What a file holds.
///
/// # Errors
/// The same.
pub fn of_file(text: &str, state: State) -> Result<Found, String> {
    let known = known(state).ok_or(UNKNOWN)?;
    let file::File { opened, request } = file::open(text, &known).map_err(|refusal| refusal.to_string())?;
    let mut found = found(opened, &known);
    found.notes.extend(other_amount(&request, &found, state).map(|note| note.to_string()));
    Ok(found)
}

/// Whether two forms of the edition in sight say the same: their rows may have other keys.
pub fn is_same(one: &Form, other: &Form, state: State) -> bool {
    let [one, other]: [Dossier; 2] = [one, other].map(|form| form.to_dossier(state.edition));
    one == other
}

/// What was opened, on its own edition.
fn found(opened: Opened, known: &Known<'static>) -> Found {
    let Opened { dossier, mut notes } = opened;
    let edition = known.catalogue.edition(&dossier.edition).unwrap_or(known.edition);
    let mut form = Form::of_dossier(&dossier, edition, known.territory);
    // A list that does not offer it would show none while the years bear its name.
    if let Some(start) = form.start.take_if(|start| *start < starts().start) {
        notes.push(Note::Start(start));
    }
    Found { edition, form, notes: sentences(&notes) }
}

/// A file's request, when it does not come to what its form comes to: somebody changed one and not the other.
fn other_amount(request: &Request, found: &Found, state: State) -> Option<Note> {
    let mut request = request.clone();
    // One that is unknown is said already.
    request.edition = Some(found.edition.id.clone());
    let said = amounts(state.catalogue, &request)?;
    let found = amounts(state.catalogue, &read(&found.form, found.edition).request)?;
    if said.by_year == found.by_year && said.is_at_least() == found.is_at_least() {
        return None;
    }
    let over = |period: Money, at_least: bool| format!("{}{}", if at_least { "au moins " } else { "" }, money(period));
    Some(Note::OtherAmount {
        said: over(said.period.outlay(), said.is_at_least()),
        found: over(found.period.outlay(), found.is_at_least()),
    })
}

fn sentences(notes: &[Note]) -> Vec<String> {
    notes.iter().map(Note::to_string).collect()
}

const UNCORRECTED: &str = "Une réponse est à corriger d'abord\u{a0}: voyez ce qui est signalé dans votre estimation. Rien n'a été enregistré.";
const UNKNOWN: &str = "La liste des communes n'est pas lisible\u{a0}: rien n'a été ouvert.";

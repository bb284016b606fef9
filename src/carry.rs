//! What a visitor carries away and brings back: the form as a link or a file, and back.
//!
//! Only the parts call what is here. What was brought waits for them in `State::brought`, as a text: its
//! type is one of signal that the page has already.

use crate::body::starts;
use crate::form::{Form, read};
use crate::state::State;
use dossier::{Dossier, Known, Note, Opened, Refusal, file, link};
use engine::french::money;
use engine::{Estimate, Money, Request, amounts};
use territory::Territory;

/// Whether what was brought is a link, with its `#`, and not a file's text: no JSON begins so.
pub fn is_link(brought: &str) -> bool {
    brought.starts_with('#')
}

/// What was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The form it makes.
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
    Some(Known { catalogue: state.catalogue, edition: state.edition, territory: Territory::embedded()? })
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

/// What a link holds.
///
/// # Errors
/// A sentence, when nothing can be opened.
pub fn of_link(link: &str, state: State) -> Result<Found, String> {
    let known = known(state).ok_or(UNKNOWN)?;
    let opened = link::open(link, &known).map_err(|refusal: Refusal| refusal.to_string())?;
    Ok(found(opened, &known, state))
}

/// What a link's form costs, by the prices of the edition it was made with.
pub fn priced(link: &str, state: State) -> Option<Estimate<'static>> {
    let known = known(state)?;
    let Opened { dossier, .. } = link::open(link, &known).ok()?;
    let edition = state.catalogue.edition(&dossier.edition).unwrap_or(state.edition);
    let form = Form::of_dossier(&dossier, edition, known.territory);
    amounts(state.catalogue, &read(&form, edition).request)
}

/// What a file holds.
///
/// # Errors
/// The same.
pub fn of_file(text: &str, state: State) -> Result<Found, String> {
    let known = known(state).ok_or(UNKNOWN)?;
    let file::File { opened, request } = file::open(text, &known).map_err(|refusal| refusal.to_string())?;
    let mut found = found(opened, &known, state);
    found.notes.extend(other_amount(&request, &found.form, state).map(|note| note.to_string()));
    Ok(found)
}

/// Whether two forms say the same: their rows may have other keys.
pub fn is_same(one: &Form, other: &Form, state: State) -> bool {
    let [one, other]: [Dossier; 2] = [one, other].map(|form| form.to_dossier(state.edition));
    one == other
}

/// What was opened, on the edition that the page shows.
fn found(opened: Opened, known: &Known<'static>, state: State) -> Found {
    let Opened { dossier, mut notes } = opened;
    let moved = dossier.moved_to(state.edition, known);
    notes.extend(moved.notes);
    let mut form = Form::of_dossier(&moved.dossier, state.edition, known.territory);
    // A list that does not offer it would show none while the years bear its name.
    if let Some(start) = form.start.take_if(|start| *start < starts().start) {
        notes.push(Note::Start(start));
    }
    Found { form, notes: sentences(&notes) }
}

/// A file's request, when it does not come to what its form comes to: somebody changed one and not the other.
fn other_amount(request: &Request, form: &Form, state: State) -> Option<Note> {
    let mut request = request.clone();
    // Another edition is said already, and its prices are compared elsewhere.
    request.edition = Some(state.edition.id.clone());
    let said = amounts(state.catalogue, &request)?;
    let found = amounts(state.catalogue, &read(form, state.edition).request)?;
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

const UNKNOWN: &str = "La liste des communes n'est pas lisible\u{a0}: rien n'a été ouvert.";

//! What is being typed, kept for as long as the tab is open: it survives a reload.

use crate::form::Form;
use crate::state::State;
use dossier::{Known, Opened, link};
use engine::Catalogue;
use engine::catalogue::Edition;
use territory::Territory;

/// A form as a link.
pub fn written(catalogue: &Catalogue, edition: &Edition, form: &Form) -> String {
    let Some(territory) = Territory::embedded() else { return String::new() };
    link::write(&form.to_dossier(edition), &Known { catalogue, edition, territory }).text
}

/// A form from a link, in the edition it was made with, and what of it is not as it was written.
pub fn opened(
    catalogue: &'static Catalogue,
    edition: &'static Edition,
    link: &str,
) -> Result<(Form, &'static Edition, Vec<String>), String> {
    let Some(territory) = Territory::embedded() else { return Err(String::new()) };
    let known = Known { catalogue, edition, territory };
    let Opened { dossier, notes } = link::open(link, &known).map_err(|refusal| refusal.to_string())?;
    let own = catalogue.edition(&dossier.edition).unwrap_or(edition);
    let form = Form::of_dossier(&dossier, own, territory);
    Ok((form, own, notes.iter().map(ToString::to_string).collect()))
}

/// The form as it is now, as a link.
pub fn keep(state: State) -> String {
    state.form_now(|form| written(state.catalogue, state.edition, form))
}

/// A form from a link, moved to the edition on screen, and what of it is not as it was written.
pub fn opened_here(state: State, link: &str) -> Result<(Form, Vec<String>), String> {
    let Some(territory) = Territory::embedded() else { return Err(String::new()) };
    let known = Known { catalogue: state.catalogue, edition: state.edition, territory };
    let Opened { dossier, mut notes } = link::open(link, &known).map_err(|refusal| refusal.to_string())?;
    let Opened { dossier, notes: moved } = dossier.moved_to(state.edition, &known);
    notes.extend(moved);
    Ok((Form::of_dossier(&dossier, state.edition, territory), notes.iter().map(ToString::to_string).collect()))
}

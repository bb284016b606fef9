//! A dossier in the EPCI and communes of today.

use crate::{Dossier, Note};
use territory::{Commune, Territory};

/// What an INSEE code leads to.
pub(crate) enum Lead<'t> {
    /// A commune of today.
    Here,
    /// Another commune, that took its place: the former name and the commune.
    Joined(&'t str, &'t Commune<'static>),
    /// Nothing.
    Nowhere,
}

/// Where an INSEE code leads.
pub(crate) fn lead<'t>(territory: &'t Territory<'static>, code: &str) -> Lead<'t> {
    if territory.commune(code).is_some() {
        return Lead::Here;
    }
    let former = territory.former(code);
    match former.and_then(|former| territory.commune_at(former.commune).map(|now| (former.name, now))) {
        Some((name, now)) => Lead::Joined(name, now),
        None => Lead::Nowhere,
    }
}

/// Takes away the EPCI that is no more, leads former communes to the present ones, and notes each.
pub(crate) fn settle(dossier: &mut Dossier, territory: &Territory<'static>, notes: &mut Vec<Note>) {
    let mut rows = Vec::with_capacity(dossier.rows.len());
    let mut codes: Vec<String> = dossier.rows.iter().filter_map(|row| row.code.clone()).collect();
    let mut seen: Vec<String> = Vec::new();
    for mut row in std::mem::take(&mut dossier.rows) {
        let Some(code) = row.code.clone() else {
            rows.push(row);
            continue;
        };
        match lead(territory, &code) {
            Lead::Here if seen.contains(&code) => {
                notes.push(Note::Twice(row.name));
                continue;
            }
            Lead::Here => seen.push(code),
            Lead::Joined(name, now) => {
                notes.push(Note::Joined { name: name.to_owned(), now: now.name.to_owned() });
                if codes.iter().any(|known| known == now.code) {
                    continue;
                }
                codes.push(now.code.to_owned());
                seen.push(now.code.to_owned());
                row.code = Some(now.code.to_owned());
                now.name.clone_into(&mut row.name);
            }
            // What was typed of it stays: only what is published of it is gone.
            Lead::Nowhere => {
                notes.push(Note::UnknownCommune(code));
                row.code = None;
            }
        }
        rows.push(row);
    }
    dossier.rows = rows;
    if let Some(home) = dossier.home.take_if(|home| territory.epci(&home.epci).is_none()) {
        notes.push(Note::UnknownEpci(home.epci));
    }
    let Some(home) = &mut dossier.home else { return };
    let Some(viewed) = home.viewed.take() else { return };
    let now = match lead(territory, &viewed) {
        Lead::Here => Some(viewed.clone()),
        Lead::Joined(_, now) => Some(now.code.to_owned()),
        Lead::Nowhere => None,
    };
    let in_rows = |code: &String| dossier.rows.iter().any(|row| row.code.as_ref() == Some(code));
    home.viewed = now.filter(in_rows);
    if home.viewed.is_none() {
        notes.push(Note::UnknownCommune(viewed));
    }
}

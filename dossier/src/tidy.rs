//! The limits of what a link or a file may hold: whoever wrote one may mean harm.

use crate::{Answer, Dossier, Note};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;
/// The longest text in a field, in characters.
pub const LONGEST_TEXT: usize = 64;
/// The most bodies of a territory.
pub const MOST_ROWS: usize = 500;
/// The most services.
pub const MOST_SERVICES: usize = 200;
/// The most fields.
pub const MOST_VALUES: usize = 200;

/// Cuts what is too long or too many, takes away what no keyboard types, and notes each.
pub(crate) fn tidy(dossier: &mut Dossier, notes: &mut Vec<Note>) {
    cap(&mut dossier.rows, MOST_ROWS, "organismes", notes);
    cap(&mut dossier.services, MOST_SERVICES, "prestations", notes);
    cap(&mut dossier.values, MOST_VALUES, "réponses", notes);
    let edition = "l'édition du catalogue";
    clean(&mut dossier.edition, LONGEST_TEXT, edition, notes);
    for (id, answer) in &mut dossier.values {
        clean(id, LONGEST_TEXT, "une réponse", notes);
        let (Answer::Text(text) | Answer::Choice(text)) = answer;
        clean(text, LONGEST_TEXT, id, notes);
    }
    for id in &mut dossier.services {
        clean(id, LONGEST_TEXT, "une prestation", notes);
    }
    if let Some(home) = &mut dossier.home {
        for text in &mut home.waiting {
            clean(text, LONGEST_TEXT, "la population de l'EPCI", notes);
        }
    }
    for row in &mut dossier.rows {
        clean(&mut row.name, LONGEST_NAME, "le nom d'un organisme", notes);
        let what = if row.name.is_empty() { "un organisme" } else { &row.name };
        for text in [&mut row.inhabitants, &mut row.municipal, &mut row.part] {
            clean(text, LONGEST_TEXT, what, notes);
        }
    }
}

fn cap<T>(list: &mut Vec<T>, most: usize, what: &'static str, notes: &mut Vec<Note>) {
    if list.len() > most {
        list.truncate(most);
        notes.push(Note::TooMany { what, most });
    }
}

fn clean(text: &mut String, longest: usize, what: &str, notes: &mut Vec<Note>) {
    if text.chars().any(is_hidden) {
        text.retain(|letter| !is_hidden(letter));
        notes.push(Note::Stripped(what.to_owned()));
    }
    if let Some((end, _)) = text.char_indices().nth(longest) {
        text.truncate(end);
        notes.push(Note::Shortened { what: what.to_owned(), longest });
    }
}

/// What has no shape of its own, and can make a text read otherwise than it is written.
pub(crate) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

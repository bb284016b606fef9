//! A dossier in the ids of its edition.

use crate::{Answer, Dossier, Known, Note};
use engine::catalogue::{Asked, Edition, FieldKind};

/// Takes away what the edition does not know, puts the values in its order, and notes what went.
pub(crate) fn fit(dossier: &mut Dossier, known: &Known<'_>, notes: &mut Vec<Note>) {
    let edition = known.edition_named(&dossier.edition);
    if dossier.edition != edition.id {
        let own = std::mem::replace(&mut dossier.edition, edition.id.clone());
        notes.push(Note::UnknownEdition { own, used: edition.id.clone() });
    }
    if !(1..=edition.max_years).contains(&dossier.years) {
        notes.push(Note::Years { asked: dossier.years, used: dossier.years.clamp(1, edition.max_years) });
        dossier.years = dossier.years.clamp(1, edition.max_years);
    }
    if let Some(start) = dossier.start
        && !(2000..=2100).contains(&start)
    {
        notes.push(Note::Start(start));
        dossier.start = None;
    }
    values(dossier, edition, known, notes);
    services(dossier, edition, known, notes);
}

fn values(dossier: &mut Dossier, edition: &Edition, known: &Known<'_>, notes: &mut Vec<Note>) {
    let mut kept: Vec<(u16, String, Answer)> = Vec::new();
    for (id, answer) in std::mem::take(&mut dossier.values) {
        let asked = |ix| !matches!(edition.field(ix).asked, Asked::Derived(_));
        let Some(ix) = edition.field_ix(&id).filter(|ix| asked(*ix)) else {
            notes.push(Note::UnknownField { label: field_label(&id, known), text: answer.text().to_owned() });
            continue;
        };
        let field = edition.field(ix);
        let is_of_field = match (&field.kind, &answer) {
            (FieldKind::Number(_), Answer::Text(_)) => true,
            (FieldKind::Choice(choices), Answer::Choice(chosen)) => choices.iter().any(|choice| choice.id == *chosen),
            _ => false,
        };
        if !is_of_field {
            notes.push(Note::UnknownAnswer { label: field.label.clone(), text: answer.text().to_owned() });
        } else if kept.iter().any(|(place, ..)| *place == ix.0) {
            notes.push(Note::Twice(field.label.clone()));
        } else if !answer.text().is_empty() {
            kept.push((ix.0, id, answer));
        }
    }
    kept.sort_by_key(|(place, ..)| *place);
    dossier.values = kept.into_iter().map(|(_, id, answer)| (id, answer)).collect();
}

fn services(dossier: &mut Dossier, edition: &Edition, known: &Known<'_>, notes: &mut Vec<Note>) {
    let mut kept: Vec<String> = Vec::new();
    for id in std::mem::take(&mut dossier.services) {
        let service = edition.service_named(&id).filter(|service| service.is_choosable(edition));
        match service {
            None => notes.push(match service_label(&id, known) {
                Some(label) => Note::WithdrawnService(label),
                None => Note::UnknownService(id),
            }),
            Some(service) if kept.contains(&id) => notes.push(Note::Twice(service.label.clone())),
            Some(_) => kept.push(id),
        }
    }
    dossier.services = kept;
}

/// What some edition calls a field; its id otherwise.
fn field_label(id: &str, known: &Known<'_>) -> String {
    let mut fields = known.catalogue.editions().iter().flat_map(|edition| &edition.fields);
    fields.find(|field| field.id == id).map_or_else(|| id.to_owned(), |field| field.label.clone())
}

/// What some edition calls a service that another does not know.
fn service_label(id: &str, known: &Known<'_>) -> Option<String> {
    known.catalogue.editions().iter().find_map(|edition| edition.service_named(id)).map(|it| it.label.clone())
}

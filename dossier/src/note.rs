//! What is said of something that did not open exactly as it was written, in French.

use crate::said::{Seen, Short};
use std::fmt::{self, Write as _};

/// Something that was not kept as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The link stops before its end.
    Cut,
    /// The link is not the one that was written.
    Altered,
    /// The edition is in no catalogue here.
    UnknownEdition {
        /// The edition named.
        own: String,
        /// The one used.
        used: String,
    },
    /// A period that no estimate spans.
    Years {
        /// The one written.
        asked: u8,
        /// The one used.
        used: u8,
    },
    /// A first year that is none.
    Start(u16),
    /// The edition asks no such thing.
    UnknownField {
        /// What was asked, or its id.
        label: String,
        /// What stood there.
        text: String,
    },
    /// The field takes no such answer.
    UnknownAnswer {
        /// What is asked.
        label: String,
        /// What stood there.
        text: String,
    },
    /// No edition has such a service.
    UnknownService(String),
    /// Another edition has that service.
    WithdrawnService(String),
    /// It stands there twice: the first was kept.
    Twice(String),
    /// A part of the link cannot be read.
    Unreadable(String),
    /// No EPCI of the Gironde has that SIREN.
    UnknownEpci(String),
    /// No commune has that INSEE code, or not there.
    UnknownCommune(String),
    /// A commune that another took the place of.
    Joined {
        /// The former commune.
        name: String,
        /// The present one.
        now: String,
    },
    /// The populations of an EPCI or the list of its communes are no longer those of the link.
    Republished {
        /// The EPCI.
        epci: String,
        /// The year of the populations then; empty when the link does not say.
        then: String,
    },
    /// A text was longer than the page keeps.
    Shortened {
        /// What it says.
        what: String,
        /// Its longest.
        longest: usize,
    },
    /// Signs that do not show were taken away.
    Stripped(String),
    /// More than the page keeps.
    TooMany {
        /// Of what.
        what: &'static str,
        /// The most.
        most: usize,
    },
    /// A file's request and its form do not come to the same amounts.
    OtherAmount {
        /// What its request comes to.
        said: String,
        /// What its form comes to.
        found: String,
    },
}

impl fmt::Display for Note {
    #[rustfmt::skip] // A line for each sentence.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Seen(out);
        match self {
            Note::Cut => write!(out, "Ce lien est incomplet\u{a0}: sa fin manque. Ce qui précède a été repris, le reste est à saisir à nouveau."),
            Note::Altered => write!(out, "Ce lien a été modifié depuis sa création\u{a0}: ce qui se lit a été repris, vérifiez chaque réponse."),
            Note::UnknownEdition { own, used } => write!(out, "L'édition «\u{a0}{own}\u{a0}» du catalogue est inconnue\u{a0}: les prix sont ceux de l'édition «\u{a0}{used}\u{a0}»."),
            Note::Years { asked, used } => write!(out, "Une durée de {asked} ans n'est pas proposée\u{a0}: elle est ramenée à {used}."),
            Note::Start(year) => write!(out, "La première année «\u{a0}{year}\u{a0}» n'a pas été reprise."),
            Note::UnknownField { label, text } => write!(out, "«\u{a0}{label}\u{a0}» n'est pas demandé dans cette édition\u{a0}: la réponse «\u{a0}{text}\u{a0}» n'a pas été reprise."),
            Note::UnknownAnswer { label, text } => write!(out, "{label}\u{a0}: «\u{a0}{text}\u{a0}» n'est pas une réponse proposée et n'a pas été repris."),
            Note::UnknownService(id) => write!(out, "La prestation «\u{a0}{id}\u{a0}» est inconnue\u{a0}: elle n'a pas été reprise."),
            Note::WithdrawnService(label) => write!(out, "«\u{a0}{label}\u{a0}» ne figure pas parmi les prestations de cette édition du catalogue\u{a0}: cette prestation n'a pas été reprise."),
            Note::Twice(what) => write!(out, "«\u{a0}{what}\u{a0}» figure deux fois\u{a0}: la première seule a été reprise."),
            Note::Unreadable(text) => write!(out, "«\u{a0}{}\u{a0}» n'est pas lisible et n'a pas été repris.", Short(text)),
            Note::UnknownEpci(siren) => write!(out, "Aucun EPCI de la Gironde n'a le SIREN {}\u{a0}: ses communes n'ont pas été reprises de la liste publiée.", Short(siren)),
            Note::UnknownCommune(code) => write!(out, "Aucune commune de la liste n'a ici le code INSEE {}\u{a0}: ce qui en est publié n'a pas été repris.", Short(code)),
            Note::Joined { name, now } => write!(out, "{name} fait maintenant partie de {now}, qui la remplace\u{a0}: vérifiez ses habitants."),
            Note::Republished { epci, then } if then.is_empty() => write!(out, "Les communes ou les populations publiées de {epci} ont changé depuis ce lien\u{a0}: celles d'aujourd'hui sont utilisées."),
            Note::Republished { epci, then } => write!(out, "Les communes ou les populations publiées de {epci} ont changé depuis ce lien (INSEE {})\u{a0}: celles d'aujourd'hui ({}) sont utilisées.", Short(then), territory::source::VINTAGE),
            Note::Shortened { what, longest } => write!(out, "Un texte trop long a été coupé à {longest} caractères ({what})."),
            Note::Stripped(what) => write!(out, "Des caractères invisibles ont été retirés ({what})."),
            Note::TooMany { what, most } => write!(out, "Seuls les {most} premiers ont été repris ({what})."),
            Note::OtherAmount { said, found } => write!(out, "Le fichier a été modifié\u{a0}: sa partie «\u{a0}request\u{a0}» donne {said}, et la saisie reprise ici {found}."),
        }
    }
}

/// Why nothing was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no link of the simulator.
    NotALink,
    /// It was written by a later version of the simulator.
    Later,
    /// The file is longer than any that is written.
    TooLong,
    /// The file breaks off.
    Ended {
        /// The last line.
        line: usize,
    },
    /// The file is no JSON.
    NoJson {
        /// Where, from 1.
        line: usize,
        /// Where in the line, from 1.
        column: usize,
    },
    /// The file is JSON, and not of the expected form.
    Unexpected {
        /// Where, from 1.
        line: usize,
        /// Where in the line, from 1.
        column: usize,
        /// What a program would say of it.
        detail: String,
    },
}

impl fmt::Display for Refusal {
    #[rustfmt::skip] // The same.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Seen(out);
        match self {
            Refusal::NotALink => write!(out, "Ce lien n'est pas lisible\u{a0}: rien n'a été ouvert."),
            Refusal::Later => write!(out, "Ceci vient d'une version plus récente du simulateur\u{a0}: rien n'a été ouvert. Rechargez la page pour avoir la dernière version."),
            Refusal::TooLong => write!(out, "Ce fichier est trop long pour avoir été enregistré par le simulateur\u{a0}: rien n'a été ouvert."),
            Refusal::Ended { line } => write!(out, "Ce fichier est incomplet\u{a0}: il s'arrête à la ligne {line}. Rien n'a été ouvert."),
            Refusal::NoJson { line, column } => write!(out, "Ce fichier n'est pas lisible à la ligne {line}, colonne {column}\u{a0}: ce n'est pas du JSON. Rien n'a été ouvert."),
            Refusal::Unexpected { line, column, detail } => write!(out, "Ce fichier n'a pas la forme attendue à la ligne {line}, colonne {column} ({}). Rien n'a été ouvert.", Short(detail)),
        }
    }
}

//! Reading a link: its base, then each section.

use super::write::membership_id;
use crate::check::{Sum, is_sum};
use crate::places::{Lead, lead};
use crate::text::decode;
use crate::{Answer, Dossier, Known, MOST_ROWS, MOST_SERVICES, MOST_VALUES, Note, Opened, Row, Sharing, base};
use engine::catalogue::{BodyKind, Edition, FieldKind};
use engine::request::Membership;

/// What can be read of a link of this version, and what not.
pub(super) fn link(link: &str, body: &str, known: &Known<'_>) -> Opened {
    let mut notes = Vec::new();
    let sections = whole(link, body, &mut notes);
    let (own, sections) = sections.split_first().map_or(("", &[][..]), |(own, rest)| (*own, rest));
    let own = decode(own).unwrap_or_else(|| own.to_owned());
    let mut reader = Reader { known, edition: known.edition_named(&own), seen: Vec::new(), notes };
    let sections = reader.pairs(sections);
    let mut dossier = reader.home(&sections);
    if !own.is_empty() {
        dossier.edition = own;
    }
    for (key, value) in sections {
        if reader.section(&mut dossier, key, value).is_none() {
            reader.notes.push(Note::Unreadable(format!("{key}={value}")));
        }
    }
    let mut notes = reader.notes;
    let checked = dossier.checked(known);
    notes.extend(checked.notes);
    let mut once: Vec<Note> = Vec::new();
    for note in notes {
        if !once.contains(&note) {
            once.push(note);
        }
    }
    Opened { dossier: checked.dossier, notes: once }
}

/// The sections without the sum, and a note when it is not there or not that of the rest.
fn whole<'l>(link: &'l str, body: &'l str, notes: &mut Vec<Note>) -> Vec<&'l str> {
    let mut sections: Vec<&str> = body.split(';').collect();
    let last = sections.pop().unwrap_or_default();
    match last.strip_prefix("k=") {
        Some(sum) if is_sum(sum) => {
            let said = link.strip_suffix(sum).and_then(|rest| rest.strip_suffix(";k=")).unwrap_or_default();
            if Sum::new().add(said).letters() != sum {
                notes.push(Note::Altered);
            }
        }
        // More than a sum: something was written behind it.
        Some(sum) if sum.chars().count() > crate::check::LENGTH => notes.push(Note::Altered),
        // The last section may itself be cut: half a number is another number.
        _ => notes.push(Note::Cut),
    }
    sections
}

/// What reads the sections.
struct Reader<'a, 'k> {
    known: &'a Known<'k>,
    edition: &'k Edition,
    seen: Vec<String>,
    notes: Vec<Note>,
}

impl<'k> Reader<'_, 'k> {
    /// Keys and values. A key stands once, save that of the bodies that no list names.
    fn pairs<'l>(&mut self, sections: &[&'l str]) -> Vec<(&'l str, &'l str)> {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        // As many as a link may have, and a little more.
        for section in sections.iter().take(MOST_ROWS.saturating_add(50)) {
            match section.split_once('=') {
                Some((key, _)) if key != "b" && pairs.iter().any(|(other, _)| *other == key) => {
                    self.notes.push(Note::Twice(key.to_owned()));
                }
                Some(pair) => pairs.push(pair),
                None => self.notes.push(Note::Unreadable((*section).to_owned())),
            }
        }
        if sections.len() > MOST_ROWS.saturating_add(50) {
            self.notes.push(Note::TooMany { what: "organismes", most: MOST_ROWS });
        }
        pairs
    }

    /// The form as it stands once the EPCI and the commune of the link were found.
    fn home(&mut self, sections: &[(&str, &str)]) -> Dossier {
        let find = |key: &str| sections.iter().find(|(known, _)| *known == key).map(|(_, value)| *value);
        let Some(value) = find("e") else { return base::untouched(self.edition) };
        let territory = self.known.territory;
        let mut parts = value.split(':');
        let (siren, year, sum) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let Some(epci) = territory.epci(siren) else {
            self.notes.push(Note::UnknownEpci(siren.to_owned()));
            return base::untouched(self.edition);
        };
        if sum != Some(base::sum(territory, epci).as_str()) {
            let then = year.unwrap_or_default().to_owned();
            self.notes.push(Note::Republished { epci: epci.name.to_owned(), then });
        }
        let viewed = find("v").and_then(|code| match lead(territory, code) {
            Lead::Here => territory.commune(code),
            Lead::Joined(name, now) => {
                self.notes.push(Note::Joined { name: name.to_owned(), now: now.name.to_owned() });
                Some(now)
            }
            Lead::Nowhere => {
                self.notes.push(Note::UnknownCommune(code.to_owned()));
                None
            }
        });
        let mut dossier = base::settled(self.edition, territory, epci, viewed);
        if find("t") == Some("0") {
            dossier.rows.clear();
        }
        dossier
    }

    /// Reads a section into the dossier; `None` when it cannot be.
    fn section(&mut self, dossier: &mut Dossier, key: &str, value: &str) -> Option<()> {
        match key {
            "e" | "v" => {}
            "t" => return (value == "0").then_some(()),
            "w" => {
                let (total, municipal) = value.split_once(':')?;
                let waiting = [decode(total)?, decode(municipal)?];
                // The EPCI may be gone, which is said already.
                if let Some(home) = &mut dossier.home {
                    home.waiting = waiting;
                }
            }
            "q" if value.is_empty() => dossier.kind = None,
            "q" => dossier.kind = Some(BodyKind::from_id(value)?),
            "a" => dossier.years = whole_number(value)?,
            "d" => dossier.start = Some(whole_number(value)?),
            "m" => {
                let all = [Membership::None, Membership::Mutualised, Membership::Individual];
                dossier.membership = all.into_iter().find(|membership| membership_id(*membership) == value)?;
            }
            "c" => dossier.covered_by_epci = (value == "1").then_some(true)?,
            "r" => dossier.sharing = Sharing::from_id(value)?,
            "f" => self.values(dossier, value)?,
            "s" => {
                for id in value.split(':').take(MOST_SERVICES.saturating_add(1)) {
                    dossier.services.push(decode(id)?);
                }
            }
            "b" => {
                let (kind, marks) = value.split_once(':').unwrap_or((value, ""));
                let mut row = Row::new(BodyKind::from_id(kind)?);
                write(&mut row, marks)?;
                self.add(dossier, row);
            }
            _ if key.len() == 5 && key.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                self.commune(dossier, key, value)?
            }
            _ => return None,
        }
        Some(())
    }

    fn values(&mut self, dossier: &mut Dossier, value: &str) -> Option<()> {
        let mut parts = value.split(':');
        for _ in 0..=MOST_VALUES {
            let Some(id) = parts.next() else { return Some(()) };
            let (id, text) = (decode(id)?, decode(parts.next()?)?);
            let is_choice = self
                .edition
                .field_ix(&id)
                .is_some_and(|ix| matches!(self.edition.field(ix).kind, FieldKind::Choice(_)));
            let answer = if is_choice { Answer::Choice(text) } else { Answer::Text(text) };
            if self.seen.contains(&id) {
                self.notes.push(Note::Twice(id));
                continue;
            }
            self.seen.push(id.clone());
            match dossier.values.iter_mut().find(|(known, _)| *known == id) {
                Some((_, known)) => *known = answer,
                None => dossier.values.push((id, answer)),
            }
        }
        self.notes.push(Note::TooMany { what: "réponses", most: MOST_VALUES });
        Some(())
    }

    /// A commune of the list: one of the rows, or one more.
    fn commune(&mut self, dossier: &mut Dossier, code: &str, marks: &str) -> Option<()> {
        let territory = self.known.territory;
        match lead(territory, code) {
            Lead::Nowhere => self.notes.push(Note::UnknownCommune(code.to_owned())),
            // What was typed of a commune does not hold for the one that took its place.
            Lead::Joined(name, now) => {
                self.notes.push(Note::Joined { name: name.to_owned(), now: now.name.to_owned() });
                if !dossier.rows.iter().any(|row| row.code.as_deref() == Some(now.code)) {
                    self.add(dossier, base::row(now));
                }
            }
            Lead::Here => {
                if let Some(row) = dossier.rows.iter_mut().find(|row| row.code.as_deref() == Some(code)) {
                    return write(row, marks);
                }
                let mut row = base::row(territory.commune(code)?);
                write(&mut row, marks)?;
                self.add(dossier, row);
            }
        }
        Some(())
    }

    fn add(&self, dossier: &mut Dossier, row: Row) {
        // One more than the limit is enough for it to be noticed.
        if dossier.rows.len() <= MOST_ROWS {
            dossier.rows.push(row);
        }
    }
}

/// Writes the marks of a section into a row: all of them, or none.
fn write(row: &mut Row, marks: &str) -> Option<()> {
    let mut written = row.clone();
    for mark in marks.split(':').filter(|_| !marks.is_empty()) {
        match mark.split_at_checked(1)? {
            ("c", "") => written.ccas = true,
            ("o", "") => written.left_out = true,
            ("k", id) => written.kind = BodyKind::from_id(id)?,
            ("n", text) => written.name = decode(text)?,
            ("h", text) => written.inhabitants = decode(text)?,
            ("m", text) => written.municipal = decode(text)?,
            ("p", text) => written.part = decode(text)?,
            _ => return None,
        }
    }
    *row = written;
    Some(())
}

/// A whole number in plain digits.
fn whole_number<N: std::str::FromStr>(text: &str) -> Option<N> {
    if text.starts_with('+') { None } else { text.parse().ok() }
}

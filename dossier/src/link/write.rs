//! Writing a link: what differs from its base.

use super::{PREFIX, VERSION};
use crate::base;
use crate::check::Sum;
use crate::text::encode;
use crate::{Dossier, Known, Row};
use engine::catalogue::Edition;
use engine::request::Membership;

/// The link of a dossier that was checked.
pub(super) fn link(dossier: &Dossier, known: &Known<'_>) -> String {
    let edition = known.edition_named(&dossier.edition);
    let mut link = Link(format!("{PREFIX}{VERSION};{}", encode(&dossier.edition)));
    let base = link.home(dossier, edition, known);
    link.differences(dossier, &base);
    link.values(dossier, &base);
    if !dossier.services.is_empty() {
        link.section("s", &list(&dossier.services));
    }
    link.rows(&dossier.rows, &base.rows, known);
    let sum = Sum::new().add(&link.0).letters();
    link.section("k", &sum);
    link.0
}

/// A link being written.
struct Link(String);

impl Link {
    fn section(&mut self, key: &str, value: &str) {
        for part in [";", key, "=", value] {
            self.0.push_str(part);
        }
    }

    /// Writes who was found by name, and returns what that says without another word.
    fn home(&mut self, dossier: &Dossier, edition: &Edition, known: &Known<'_>) -> Dossier {
        let territory = known.territory;
        let home = dossier.home.as_ref();
        let Some((home, epci)) = home.and_then(|home| Some((home, territory.epci(&home.epci)?))) else {
            return base::untouched(edition);
        };
        let year: String = territory::source::VINTAGE.chars().filter(char::is_ascii_digit).collect();
        self.section("e", &format!("{}:{year}:{}", epci.siren, base::sum(territory, epci)));
        let viewed = home.viewed.as_ref().and_then(|code| territory.commune(code));
        if let Some(viewed) = viewed {
            self.section("v", viewed.code);
        }
        let base = base::settled(edition, territory, epci, viewed);
        if base.home.as_ref().is_some_and(|base| base.waiting != home.waiting) {
            self.section("w", &list(&home.waiting));
        }
        base
    }

    /// What is of one word.
    fn differences(&mut self, dossier: &Dossier, base: &Dossier) {
        if dossier.kind != base.kind {
            self.section("q", dossier.kind.map_or("", |kind| kind.id()));
        }
        if dossier.years != base.years {
            self.section("a", &dossier.years.to_string());
        }
        if let Some(start) = dossier.start {
            self.section("d", &start.to_string());
        }
        if dossier.membership != base.membership {
            self.section("m", membership_id(dossier.membership));
        }
        if dossier.covered_by_epci {
            self.section("c", "1");
        }
        if dossier.sharing != base.sharing {
            self.section("r", dossier.sharing.id());
        }
    }

    fn values(&mut self, dossier: &Dossier, base: &Dossier) {
        let changed = dossier.values.iter().filter(|(id, answer)| base.value(id) != Some(answer));
        let changed = changed.map(|(id, answer)| (id, answer.text()));
        let emptied = base.values.iter().filter(|(id, _)| dossier.value(id).is_none()).map(|(id, _)| (id, ""));
        let pairs: Vec<String> =
            changed.chain(emptied).map(|(id, text)| format!("{}:{}", encode(id), encode(text))).collect();
        if !pairs.is_empty() {
            self.section("f", &pairs.join(":"));
        }
    }

    fn rows(&mut self, rows: &[Row], published: &[Row], known: &Known<'_>) {
        let own = rows.get(..published.len()).unwrap_or_default();
        let is_same = own.len() == published.len() && own.iter().zip(published).all(|(own, it)| own.code == it.code);
        let published = if is_same { published } else { &[] };
        if !is_same {
            self.section("t", "0");
        }
        for (at, row) in rows.iter().enumerate() {
            let commune = row.code.as_ref().and_then(|code| known.territory.commune(code));
            let Some(commune) = commune else {
                self.section("b", &marks(row, &Row::new(row.kind), vec![row.kind.id().to_owned()]));
                continue;
            };
            let base = published.get(at);
            let marks = marks(row, &base.cloned().unwrap_or_else(|| base::row(commune)), Vec::new());
            if base.is_none() || !marks.is_empty() {
                self.section(commune.code, &marks);
            }
        }
    }
}

/// What a row says otherwise than another, after what is said already.
fn marks(row: &Row, base: &Row, mut marks: Vec<String>) -> String {
    if row.kind != base.kind {
        marks.push(format!("k{}", row.kind.id()));
    }
    let texts = [
        ("n", &row.name, &base.name),
        ("h", &row.inhabitants, &base.inhabitants),
        ("m", &row.municipal, &base.municipal),
        ("p", &row.part, &base.part),
    ];
    for (mark, text, base) in texts {
        if text != base {
            marks.push(format!("{mark}{}", encode(text)));
        }
    }
    for (mark, is_set) in [("c", row.ccas), ("o", row.left_out)] {
        if is_set {
            marks.push(mark.to_owned());
        }
    }
    marks.join(":")
}

fn list(texts: &[String]) -> String {
    texts.iter().map(|text| encode(text)).collect::<Vec<_>>().join(":")
}

/// The id of a way to join: that of the engine's request.
pub(super) const fn membership_id(membership: Membership) -> &'static str {
    match membership {
        Membership::None => "none",
        Membership::Mutualised => "mutualised",
        Membership::Individual => "individual",
    }
}

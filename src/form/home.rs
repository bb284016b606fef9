//! A commune or an EPCI found by its name: what is published of it fills the form, and its commune's
//! view and its EPCI's lead to each other without anything being typed again.

use super::{Answer, Form};
use engine::catalogue::{BodyKind, Edition, FieldIx, PerBody};
use engine::french::number;
use engine::request::Membership;
use rust_decimal::Decimal;

/// What is published of a commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its INSEE code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its population totale.
    pub total: u32,
    /// Its population municipale.
    pub municipal: u32,
    /// Whether it lies outside the department.
    pub outside: bool,
}

/// What is published of an EPCI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epci {
    /// Its SIREN.
    pub siren: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: BodyKind,
    /// Its population totale.
    pub total: u32,
    /// Its population municipale.
    pub municipal: u32,
}

/// The EPCI whose communes are the form's bodies, and which of them the form speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The EPCI.
    pub epci: Epci,
    /// The row of the commune that asks; `None` when the EPCI itself does.
    pub commune: Option<u32>,
    /// The EPCI's own populations as typed, totale and municipale, while a commune asks.
    pub(super) waiting: [String; 2],
}

/// The fields of a body's populations, in the order of every pair of this module.
const POPULATIONS: [PerBody; 2] = [PerBody::Inhabitants, PerBody::Municipal];

impl Home {
    /// What is published of the populations of the one who asks: totale, then municipale.
    pub fn populations(&self, form: &Form) -> Option<[u32; 2]> {
        match self.commune {
            None => Some([self.epci.total, self.epci.municipal]),
            Some(key) => form.body(key)?.known.map(|member| [member.total, member.municipal]),
        }
    }
}

impl Form {
    /// Who was found by name, as long as the form speaks for it: not once it says to be another kind of body.
    pub fn found(&self) -> Option<&Home> {
        let kind = |home: &&Home| if home.commune.is_some() { BodyKind::Commune } else { home.epci.kind };
        self.home.as_ref().filter(|home| self.kind == Some(kind(home)))
    }

    /// The name of the body that asks; empty when it was not looked for by name, or is no longer the one that was.
    pub fn asker(&self) -> String {
        match self.found() {
            Some(Home { commune: Some(key), .. }) => self.body_name(*key),
            Some(Home { epci, .. }) => epci.name.to_owned(),
            None => String::new(),
        }
    }

    /// Speaks for an EPCI, with its communes as bodies. What was typed about the same EPCI stays.
    pub fn settle_epci(&mut self, epci: Epci, members: &[Member], edition: &Edition) {
        if self.is_home(&epci) {
            return self.see_epci(edition);
        }
        self.load(epci, members);
        self.speak_for(epci.kind, texts([epci.total, epci.municipal]), edition);
        self.join_as_epci();
    }

    /// Speaks for a commune, its EPCI's view being ready to be opened.
    pub fn settle_commune(&mut self, code: &str, epci: Epci, members: &[Member], edition: &Edition) {
        let is_settled = self.is_home(&epci);
        if !is_settled {
            self.load(epci, members);
        }
        let rows = self.bodies.iter();
        let row = rows.into_iter().find(|body| body.known.is_some_and(|member| member.code == code));
        let Some(key) = row.map(|body| body.key) else { return };
        if is_settled {
            return self.see_commune(key, edition);
        }
        self.home = Some(Home { epci, commune: Some(key), waiting: texts([epci.total, epci.municipal]) });
        self.speak_for_row(key, edition);
        if self.membership == Membership::Mutualised {
            self.join_as_commune();
        }
    }

    /// From the EPCI's view to that of one of its communes: as it stands in its row, and joining as the EPCI does.
    pub fn see_commune(&mut self, key: u32, edition: &Edition) {
        self.see_epci(edition);
        let waiting = POPULATIONS.map(|which| self.population(which, edition));
        let Some(home) = &mut self.home else { return };
        home.commune = Some(key);
        home.waiting = waiting;
        self.speak_for_row(key, edition);
        self.join_as_commune();
    }

    /// From a commune's view back to its EPCI's: what was typed of the commune goes to its row.
    pub fn see_epci(&mut self, edition: &Edition) {
        let typed = POPULATIONS.map(|which| self.population(which, edition));
        let Some(home) = &mut self.home else { return };
        let Some(key) = home.commune.take() else { return };
        let (kind, waiting) = (home.epci.kind, std::mem::take(&mut home.waiting));
        if let Some(row) = self.body_mut(key) {
            [row.inhabitants, row.municipal] = typed;
        }
        self.speak_for(kind, waiting, edition);
        self.join_as_epci();
    }

    fn is_home(&self, epci: &Epci) -> bool {
        self.home.as_ref().is_some_and(|home| home.epci == *epci)
    }

    /// Makes an EPCI's communes the bodies.
    fn load(&mut self, epci: Epci, members: &[Member]) {
        self.bodies.clear();
        for member in members {
            let key = self.add_body(BodyKind::Commune);
            if let Some(row) = self.body_mut(key) {
                member.name.clone_into(&mut row.name);
                [row.inhabitants, row.municipal] = texts([member.total, member.municipal]);
                row.known = Some(*member);
            }
        }
        self.home = Some(Home { epci, commune: None, waiting: Default::default() });
    }

    fn speak_for_row(&mut self, key: u32, edition: &Edition) {
        if let Some(row) = self.body(key) {
            let populations = [row.inhabitants.clone(), row.municipal.clone()];
            self.speak_for(row.kind, populations, edition);
        }
    }

    /// Writes who asks, and both its populations.
    fn speak_for(&mut self, kind: BodyKind, populations: [String; 2], edition: &Edition) {
        self.kind = Some(kind);
        for (which, text) in POPULATIONS.into_iter().zip(populations) {
            if let Some(field) = field(which, edition) {
                self.set(field, Answer::Text(text));
            }
        }
    }

    fn population(&self, which: PerBody, edition: &Edition) -> String {
        field(which, edition).map_or(String::new(), |field| self.text(field).to_owned())
    }

    /// A commune of a territory that joins is covered.
    fn join_as_commune(&mut self) {
        self.covered_by_epci = self.membership == Membership::Mutualised;
        if self.covered_by_epci {
            self.membership = Membership::None;
        }
    }

    /// The EPCI of a covered commune has joined.
    fn join_as_epci(&mut self) {
        if self.covered_by_epci {
            self.covered_by_epci = false;
            self.membership = Membership::Mutualised;
        }
    }
}

fn field(which: PerBody, edition: &Edition) -> Option<FieldIx> {
    edition.field_positions().find(|ix| edition.field(*ix).per_body == Some(which))
}

fn texts(populations: [u32; 2]) -> [String; 2] {
    populations.map(|population| number(Decimal::from(population)))
}

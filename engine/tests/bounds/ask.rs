//! Asking: a request in a few words.

use crate::CATALOGUE;
use crate::tell::tell;
use engine::catalogue::BodyKind;
use engine::catalogue::BodyKind::{Cc, Commune};
use engine::request::{Body, Membership, Request, Value};
use engine::{Estimate, estimate};

/// A request being written.
#[derive(Clone)]
pub struct Ask(pub Request);

pub fn by(kind: BodyKind) -> Ask {
    Ask(Request { kind: Some(kind), years: 4, ..Request::default() })
}

/// The membership of a communauté de communes of these bodies.
pub fn territory(volume: &str, bodies: &[(BodyKind, u32)]) -> Ask {
    by(Cc).joins(Membership::Mutualised).with("volume-territoire", volume).bodies(bodies)
}

pub fn participation(inhabitants: &str) -> Ask {
    by(Commune).joins(Membership::Individual).with("habitants", inhabitants)
}

pub fn rgpd(budget: &str) -> Ask {
    by(Commune).with("budget", budget).wants("rgpd")
}

pub fn nas(volume: &str) -> Ask {
    by(Commune).with("volume-securisation", volume).wants("securisation")
}

pub fn identity(volume: &str) -> Ask {
    by(Commune).with("volume-identite", volume).wants("identite")
}

/// Opendemande for one user.
pub fn opendemande(kind: BodyKind, inhabitants: &str) -> Ask {
    by(kind).with("habitants", inhabitants).with("utilisateurs", "1").wants("opendemande")
}

/// The two modules of Opendemande that name a training.
pub fn modules(inhabitants: &str) -> Ask {
    by(Commune).with("habitants", inhabitants).wants("opendemande-visas").wants("opendemande-vip")
}

pub fn logilibre(inhabitants: &str, agents: &str) -> Ask {
    by(Commune).with("habitants", inhabitants).with("agents", agents).wants("logilibre")
}

pub fn opendispo(inhabitants: &str, agents: &str) -> Ask {
    by(Commune).with("habitants", inhabitants).with("agents", agents).wants("opendispo")
}

pub fn police(inhabitants: &str, agents: &str) -> Ask {
    logilibre(inhabitants, agents).wants("opendispo")
}

impl Ask {
    pub fn with(mut self, field: &str, answer: &str) -> Ask {
        let number = engine::decimal::parse(answer).map(Value::Number);
        self.0.values.insert(field.to_owned(), number.unwrap_or_else(|| Value::Choice(answer.to_owned())));
        self
    }

    pub fn wants(mut self, service: &str) -> Ask {
        self.0.services.push(service.to_owned());
        self
    }

    pub fn joins(mut self, membership: Membership) -> Ask {
        self.0.membership = membership;
        self
    }

    pub fn covered(mut self) -> Ask {
        self.0.covered_by_epci = true;
        self
    }

    pub fn over(mut self, years: u8) -> Ask {
        self.0.years = years;
        self
    }

    pub fn bodies(mut self, bodies: &[(BodyKind, u32)]) -> Ask {
        let body = |(kind, inhabitants): &(BodyKind, u32)| Body {
            kind: *kind,
            inhabitants: Some(*inhabitants),
            municipal: None,
            name: String::new(),
        };
        self.0.bodies = bodies.iter().map(body).collect();
        self
    }

    pub fn estimate(&self) -> Estimate<'static> {
        estimate(&CATALOGUE, &self.0).unwrap()
    }

    /// What came out, item by item.
    pub fn told(&self) -> String {
        let estimate = self.estimate();
        let items: Vec<String> = estimate.items.iter().map(|item| tell(&estimate, item)).collect();
        items.join(", ")
    }
}

//! The price list in memory, shaped like the files of `catalogue/`.
//!
//! A catalogue is made by [`crate::reading`] from checked TOML, or by [`Catalogue::unseal`] from the
//! bytes the build sealed. Positions (`FieldIx`, `LedgerIx`…) are those of the edition's own lists;
//! the reading has resolved them, so the look-ups here never miss for a catalogue that was read.

mod field;
mod price;
mod scale;
mod seal;
mod service;

pub use field::{Asked, Choice, Derived, Field, FieldIx, FieldKind, NumberKind, OtherField, PerBody};
pub use price::{Grid, Part, Price, Quantity, Reading, ReadingEffect, Rule, Schedule};
pub use scale::{Bracket, ChoiceArms, Double, KindArm, Node, Scale, ScaleIx};
pub use seal::{Seal, SealError};
pub use service::{Cover, Family, Limit, Limited, Offer, OfferIx, Service, ServiceIx};

use alloc::{string::String, vec::Vec};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Every edition of the price list, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    editions: Vec<Edition>,
}

/// One edition of the price list.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Stable id, also the folder's name: `2021-05-20`.
    pub id: String,
    /// What the document calls itself.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The deliberation that adopted it.
    pub act: String,
    /// The reference the prefecture received it under.
    pub reference: String,
    /// First day in force, `YYYY-MM-DD`.
    pub valid_from: String,
    /// The longest period an estimate may span, in years.
    pub max_years: u8,
    /// VAT classes.
    pub vat: Vec<VatClass>,
    /// The kinds of body that may ask, in the order they are offered.
    pub kinds: Vec<Kind>,
    /// Page 1's families.
    pub families: Vec<Family>,
    /// Page 1's services.
    pub offers: Vec<Offer>,
    /// What may be asked.
    pub fields: Vec<Field>,
    /// Which column of a table a body falls in.
    pub scales: Vec<Scale>,
    /// The annexes' titles and notes, in order.
    pub annexes: Vec<Annexe>,
    /// What can be bought, in the order of the list.
    pub services: Vec<Service>,
    /// The places where the list is silent.
    pub ledger: Vec<LedgerEntry>,
    /// Which bodies count among the EP of the membership grid.
    pub counting: Vec<CountingRule>,
    /// The sentence of the list behind [`Self::counting`].
    pub counting_source: String,
    /// The ways to join.
    pub membership: MembershipRules,
    /// The ledger entry on what a membership contains.
    pub cover_ledger: LedgerIx,
    /// The sentence of the list behind what a membership contains.
    pub cover_source: String,
}

/// One annexe of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Annexe {
    /// Stable id: `annexe-1`.
    pub id: String,
    /// As cited in a source: `Annexe 1`.
    pub name: String,
    /// Its printed title.
    pub title: String,
    /// The same in a few words; the printed title where nobody shortened it.
    pub short: String,
    /// The printed sentence on VAT.
    pub note: String,
}

/// How an amount is taxed.
#[derive(Clone, Debug, PartialEq)]
pub struct VatClass {
    /// Stable id.
    pub id: String,
    /// What the page says of it.
    pub label: String,
    /// Per cent, 20 for 20 %; `None` for exempt amounts.
    pub rate: Option<Percent>,
    /// Where the rate is discussed.
    pub ledger: Option<LedgerIx>,
}

/// A rate in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percent(pub Decimal);

/// The kinds of body the law knows and the list prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "report", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum BodyKind {
    /// Commune.
    Commune,
    /// Communauté de communes.
    Cc,
    /// Communauté d'agglomération.
    Ca,
    /// Métropole.
    Metropole,
    /// Syndicat.
    Syndicat,
    /// CCAS or CIAS.
    Ccas,
    /// Any other public body.
    Autre,
}

impl BodyKind {
    /// Every kind, in the order of the reading.
    pub const ALL: [BodyKind; 7] =
        [Self::Commune, Self::Cc, Self::Ca, Self::Metropole, Self::Syndicat, Self::Ccas, Self::Autre];

    /// The kind's id in the files and in a request.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Commune => "commune",
            Self::Cc => "cc",
            Self::Ca => "ca",
            Self::Metropole => "metropole",
            Self::Syndicat => "syndicat",
            Self::Ccas => "ccas",
            Self::Autre => "autre",
        }
    }

    /// The kind of that id.
    pub fn from_id(id: &str) -> Option<BodyKind> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether such a body may hold a territory's membership.
    pub const fn is_epci(self) -> bool {
        matches!(self, Self::Cc | Self::Ca | Self::Metropole)
    }

    /// Whether such a body may have a participation of its own: the list gives one to communes only.
    pub const fn participates(self) -> bool {
        matches!(self, Self::Commune)
    }
}

/// What a kind of body is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    /// Which one.
    pub kind: BodyKind,
    /// Its French name.
    pub label: String,
}

/// Position of a ledger entry in [`Edition::ledger`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LedgerIx(pub u16);

/// A place where the list is silent or says two things.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerEntry {
    /// `L1`…
    pub id: String,
    /// What the list leaves open.
    pub question: String,
    /// How it is read here.
    pub taken: String,
    /// How else it could be read; `None` where no second reading can be priced.
    pub other: Option<String>,
    /// Which prices it concerns.
    pub touches: String,
}

/// From how many inhabitants a body counts among the EP.
#[derive(Clone, Debug, PartialEq)]
pub struct CountingRule {
    /// For these kinds.
    pub of: Vec<BodyKind>,
    /// Counted from that many inhabitants on.
    pub from: u32,
    /// Where counting such a body at all is discussed.
    pub ledger: Option<LedgerIx>,
}

/// Which services price the two ways to join.
#[derive(Clone, Debug, PartialEq)]
pub struct MembershipRules {
    /// The territory's membership.
    pub mutualised: ServiceIx,
    /// A commune's own participation.
    pub individual: ServiceIx,
    /// How the two relate.
    pub ledger: LedgerIx,
    /// What each way to join is called: none, mutualised, individual.
    pub labels: [String; 3],
}

impl Catalogue {
    /// Puts editions side by side, oldest first. `None` without any.
    pub fn new(mut editions: Vec<Edition>) -> Option<Catalogue> {
        editions.sort_by(|a, b| a.valid_from.cmp(&b.valid_from));
        (!editions.is_empty()).then_some(Catalogue { editions })
    }

    /// Every edition, oldest first.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The edition of that id.
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id == id)
    }

    /// The newest edition in force on `day` (`YYYY-MM-DD`); the oldest when none is yet.
    pub fn in_force(&self, day: &str) -> Option<&Edition> {
        self.editions.iter().rev().find(|edition| edition.valid_from.as_str() <= day).or(self.editions.first())
    }

    /// The edition with the latest first day.
    pub fn newest(&self) -> Option<&Edition> {
        self.editions.last()
    }
}

impl Edition {
    /// The field at that position.
    pub fn field(&self, ix: FieldIx) -> &Field {
        self.fields.get(usize::from(ix.0)).unwrap_or(&field::ABSENT)
    }

    /// The position of the field of that id.
    pub fn field_ix(&self, id: &str) -> Option<FieldIx> {
        let found = self.fields.iter().position(|field| field.id == id)?;
        u16::try_from(found).ok().map(FieldIx)
    }

    /// The field that stands for that value of a body of the territory.
    pub fn field_per_body(&self, value: PerBody) -> &Field {
        self.fields.iter().find(|field| field.per_body == Some(value)).unwrap_or(&field::ABSENT)
    }

    /// Every field's position, in order.
    pub fn field_positions(&self) -> impl Iterator<Item = FieldIx> {
        (0..u16::try_from(self.fields.len()).unwrap_or(u16::MAX)).map(FieldIx)
    }

    /// Every service with its position, in order.
    pub fn numbered_services(&self) -> impl Iterator<Item = (ServiceIx, &Service)> {
        (0..u16::MAX).map(ServiceIx).zip(&self.services)
    }

    /// The scale at that position.
    pub fn scale(&self, ix: ScaleIx) -> &Scale {
        self.scales.get(usize::from(ix.0)).unwrap_or(&scale::ABSENT)
    }

    /// The service at that position.
    pub fn service(&self, ix: ServiceIx) -> Option<&Service> {
        self.services.get(usize::from(ix.0))
    }

    /// The service of that id.
    pub fn service_named(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }

    /// The page-1 service at that position.
    pub fn offer(&self, ix: OfferIx) -> Option<&Offer> {
        self.offers.get(usize::from(ix.0))
    }

    /// The ledger entry at that position.
    pub fn ledger_entry(&self, ix: LedgerIx) -> Option<&LedgerEntry> {
        self.ledger.get(usize::from(ix.0))
    }

    /// Every ledger entry's position, in order.
    pub fn ledger_positions(&self) -> impl Iterator<Item = LedgerIx> {
        (0..u16::try_from(self.ledger.len()).unwrap_or(u16::MAX)).map(LedgerIx)
    }

    /// The VAT class at that position.
    pub fn vat_class(&self, ix: u8) -> Option<&VatClass> {
        self.vat.get(usize::from(ix))
    }

    /// What a kind of body is called.
    pub fn kind_label(&self, kind: BodyKind) -> &str {
        self.kinds.iter().find(|k| k.kind == kind).map_or("", |k| k.label.as_str())
    }
}

//! What can be bought, and what page 1 lists.

use super::{Asked, Edition, FieldIx, Price, ScaleIx};
use alloc::{string::String, vec::Vec};
use rust_decimal::Decimal;

/// Position of a service in [`Edition::services`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ServiceIx(pub u16);

/// Position of a page-1 service in [`Edition::offers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferIx(pub u16);

/// A service or an option of one: a printed table or a block of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Stable id.
    pub id: String,
    /// Its printed title.
    pub label: String,
    /// What it is for, in a plain sentence that is not the list's; empty when its title says it.
    pub purpose: String,
    /// A printed remark on its price; empty when there is none.
    pub note: String,
    /// Position of its annexe in [`Edition::annexes`].
    pub annexe: u8,
    /// Position of its family in [`Edition::families`].
    pub family: u8,
    /// The service it is an option of.
    pub option_of: Option<ServiceIx>,
    /// Offered to members.
    pub members: bool,
    /// The page-1 services it is.
    pub offers: Vec<OfferIx>,
    /// The most it serves, column by column.
    pub limit: Option<Limit>,
    /// Its rows.
    pub prices: Vec<Price>,
}

/// The most of something a column serves; more is on quote.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// The printed label.
    pub label: String,
    /// What is limited.
    pub field: FieldIx,
    /// Chooses the column.
    pub scale: ScaleIx,
    /// One figure per column.
    pub at_most: Vec<Decimal>,
}

/// A family of page 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// Stable id.
    pub id: String,
    /// Its printed title.
    pub label: String,
    /// The printed heading above it; empty when there is none.
    pub group: String,
}

/// A service as page 1 lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Stable id.
    pub id: String,
    /// Its printed text.
    pub label: String,
    /// Position of its family in [`Edition::families`].
    pub family: u8,
    /// Marked "hors mutualisation": not in a membership.
    pub outside: bool,
    /// How many of it a membership gives each body.
    pub limit: Option<Limited>,
}

/// A printed quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limited(pub Decimal);

/// How much of a service a membership contains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cover {
    /// Nothing.
    None,
    /// All of it.
    Whole,
    /// The first units of it.
    First(Decimal),
}

impl Service {
    /// The fields to ask beside the service, in the order they first matter, each followed by the
    /// one that another reading of the list would use in its place.
    pub fn asked_fields(&self, edition: &Edition) -> Vec<FieldIx> {
        let fields = self.fields(edition).into_iter().flat_map(|ix| {
            let other = edition.field(ix).other.as_ref().map(|other| other.field);
            core::iter::once(ix).chain(other)
        });
        fields.filter(|ix| edition.field(*ix).asked == Asked::Service).collect()
    }

    /// Every field its prices or its limit depend on, each once.
    pub fn fields(&self, edition: &Edition) -> Vec<FieldIx> {
        let mut found = Vec::new();
        let mut note = |ix: FieldIx| {
            if !found.contains(&ix) {
                found.push(ix);
            }
        };
        if let Some(limit) = &self.limit {
            note(limit.field);
        }
        self.prices.iter().for_each(|price| price.visit_fields(edition, &mut note));
        found
    }

    /// Whether the service can be chosen by itself: the two memberships are chosen as a way to join.
    pub fn is_choosable(&self, edition: &Edition) -> bool {
        [edition.membership.mutualised, edition.membership.individual]
            .into_iter()
            .all(|ix| edition.service(ix).is_none_or(|service| service.id != self.id))
    }

    /// What of it a membership contains, read from the page-1 services it is.
    pub fn cover(&self, edition: &Edition) -> Cover {
        let mut offers = self.offers.iter().filter_map(|ix| edition.offer(*ix)).peekable();
        if offers.peek().is_none() {
            return Cover::None;
        }
        let mut cover = Cover::Whole;
        for offer in offers {
            match (offer.outside, offer.limit) {
                (true, _) => return Cover::None,
                (false, Some(Limited(first))) => cover = Cover::First(first),
                (false, None) => {}
            }
        }
        cover
    }
}

//! Every way to join, side by side, from one request.
//!
//! A way is the same request with another membership, priced by [`amounts`]: no amount is found here,
//! and a page that compares does not download the code of the reasons. [`reservations`] does: it calls
//! [`estimate`](crate::estimate()).

mod break_even;
mod cheapest;
mod each_body;
mod reservations;

pub use break_even::BreakEven;
pub use cheapest::{Cheapest, Lead};
pub use each_body::OfBody;
pub use reservations::{Doubt, Reservation, doubts, reservations};

use crate::catalogue::{BodyKind, Catalogue};
use crate::estimate::{Estimate, amounts};
use crate::line::Outcome;
use crate::remark::Need;
use crate::request::{Membership, Request};
use crate::{Money, Outlay, Span};
use alloc::vec::Vec;

/// A way to have the services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayKind {
    /// The territory's membership (`adhésion mutualisée`).
    Mutualised,
    /// No membership of its own: its EPCI's covers it.
    Covered,
    /// The commune's own participation; for an EPCI, its membership alone and the participation of each commune listed,
    /// and what its other bodies then buy for themselves.
    Individual,
    /// No membership: the body that asks buys what it needs, and nobody else does.
    OwnNeeds,
    /// No membership: the EPCI buys what it needs, and each body listed what the membership would have contained.
    EachBody,
}

/// One way, priced.
#[derive(Clone, Debug, PartialEq)]
pub struct Way<'c> {
    /// Which one.
    pub kind: WayKind,
    /// The request compared, joining that way.
    pub request: Request,
    /// What [`Way::request`] costs: its amounts, without reasons.
    pub estimate: Estimate<'c>,
    /// What the bodies of the territory buy for themselves: all of them for [`WayKind::EachBody`], those without a
    /// participation for [`WayKind::Individual`].
    pub bodies: Vec<OfBody<'c>>,
    /// What leaves the budget each year, from year 1, bodies included. It is a least amount ("au moins") when something
    /// of that year is on quote or not known in any estimate, and every year when the kind of body was
    /// [supposed](Comparison::supposed) and would change a price.
    pub outlays: Vec<Outlay>,
    /// What leaves the budget over the period, likewise.
    pub outlay: Outlay,
}

/// The ways open to who asks, in the order of [`WayKind`].
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'c> {
    /// Each way. Without any only for a catalogue without editions, which [`Catalogue::new`] never makes.
    pub ways: Vec<Way<'c>>,
    /// The kind of EPCI a request without kind was given, since it lists bodies: annexe 1 does not tell one from another.
    pub supposed: Option<BodyKind>,
    /// Which way costs least over the period.
    pub cheapest: Cheapest,
    /// From how many communes the territory's membership costs no more than their participations; for an
    /// EPCI that lists communes.
    pub break_even: Option<BreakEven>,
}

/// Prices every way to join that is open to who asks.
///
/// An EPCI compares the territory's membership, its own with the participations of its communes, and
/// none; a commune the cover of its EPCI, its participation, and none; any other body cover and none.
/// A request without kind is an EPCI's when it lists bodies.
pub fn ways<'c>(catalogue: &'c Catalogue, request: &Request) -> Comparison<'c> {
    let supposed = supposed(request);
    let request = Request { kind: request.kind.or(supposed), ..request.clone() };
    let of_kind = |kind: &WayKind| way(catalogue, &request, *kind, supposed.is_some());
    let ways: Vec<Way<'c>> = open_to(request.kind).iter().filter_map(of_kind).collect();
    let cheapest = Cheapest::of(&ways);
    let break_even = BreakEven::of(&ways);
    Comparison { ways, supposed, cheapest, break_even }
}

/// The kind of a request that says none and lists the bodies of a territory.
fn supposed(request: &Request) -> Option<BodyKind> {
    let is_epci = request.kind.is_none() && !request.bodies.is_empty();
    is_epci.then(|| BodyKind::ALL.into_iter().find(|kind| kind.is_epci())).flatten()
}

fn open_to(kind: Option<BodyKind>) -> &'static [WayKind] {
    match kind {
        Some(kind) if kind.is_epci() => {
            &[WayKind::Mutualised, WayKind::Individual, WayKind::OwnNeeds, WayKind::EachBody]
        }
        Some(kind) if kind.participates() => &[WayKind::Covered, WayKind::Individual, WayKind::OwnNeeds],
        _ => &[WayKind::Covered, WayKind::OwnNeeds],
    }
}

fn way<'c>(catalogue: &'c Catalogue, request: &Request, kind: WayKind, is_supposed: bool) -> Option<Way<'c>> {
    let membership = match kind {
        WayKind::Mutualised => Membership::Mutualised,
        WayKind::Individual => Membership::Individual,
        WayKind::Covered | WayKind::OwnNeeds | WayKind::EachBody => Membership::None,
    };
    let request = Request { membership, covered_by_epci: kind == WayKind::Covered, ..request.clone() };
    let estimate = amounts(catalogue, &request)?;
    let uncovered = Request { membership: Membership::None, covered_by_epci: false, ..request.clone() };
    let bodies = match kind {
        WayKind::EachBody => each_body::of(catalogue, estimate.edition, &uncovered, |_| true),
        WayKind::Individual => each_body::of(catalogue, estimate.edition, &uncovered, |body| !body.participates()),
        WayKind::Mutualised | WayKind::Covered | WayKind::OwnNeeds => Vec::new(),
    };
    let supposed = Outlay { amount: Money::ZERO, at_least: is_supposed && needs_kind(catalogue, &request) };
    let estimates = || core::iter::once(&estimate).chain(bodies.iter().map(|body| &body.estimate));
    let over = |span| estimates().filter_map(|estimate| estimate.outlay(span)).fold(supposed, Outlay::plus);
    let outlays = (1..=estimate.years).map(|year| over(Span::Year(year))).collect();
    let outlay = over(Span::Period);
    Some(Way { kind, request, estimate, bodies, outlays, outlay })
}

/// Whether a price of the request depends on its kind of body.
fn needs_kind(catalogue: &Catalogue, request: &Request) -> bool {
    let unsaid = amounts(catalogue, &Request { kind: None, ..request.clone() });
    let waits = |outcome: &Outcome<'_>| matches!(outcome, Outcome::Missing(_, Need::Kind));
    unsaid.is_some_and(|estimate| estimate.missing().any(|item| waits(&item.outcome)))
}

impl Way<'_> {
    /// Whether it can be ranked with the others: it serves the same bodies and the same needs.
    ///
    /// An EPCI that buys for itself leaves the bodies it lists without anything, a participation leaves those without
    /// anything that are no communes, and who asks for no service has nothing without a membership: none of these is
    /// cheap, it is something else.
    pub fn is_ranked(&self) -> bool {
        let buys = |estimate: &Estimate<'_>| !estimate.items.is_empty();
        // All of them need the same.
        let bodies_buy = || self.bodies.iter().any(|body| buys(&body.estimate));
        match self.kind {
            WayKind::Mutualised | WayKind::Covered => true,
            WayKind::Individual => self.bodies.is_empty() || bodies_buy(),
            WayKind::OwnNeeds => self.request.bodies.is_empty() && buys(&self.estimate),
            WayKind::EachBody if self.bodies.is_empty() => buys(&self.estimate),
            WayKind::EachBody => bodies_buy(),
        }
    }

    /// Whether a body listed of such a kind has what a membership contains, at no price of its own.
    fn covers(&self, body: BodyKind) -> bool {
        match self.kind {
            WayKind::Mutualised => true,
            WayKind::Individual => body.participates(),
            WayKind::Covered | WayKind::OwnNeeds | WayKind::EachBody => false,
        }
    }

    /// Every request that the way stands for: the asker's, then its bodies'.
    pub fn requests(&self) -> impl Iterator<Item = &Request> {
        core::iter::once(&self.request).chain(self.bodies.iter().map(|body| &body.request))
    }
}

impl<'c> Comparison<'c> {
    /// The way of that kind, when it is open to who asks.
    pub fn way(&self, kind: WayKind) -> Option<&Way<'c>> {
        find(&self.ways, kind)
    }
}

fn find<'a, 'c>(ways: &'a [Way<'c>], kind: WayKind) -> Option<&'a Way<'c>> {
    ways.iter().find(|way| way.kind == kind)
}

//! Annexe 1: the ways to join, and what each costs.

use crate::catalogue::{Asked, BodyKind, Derived, Edition, Field, FieldIx, PerBody, Service};
use crate::joining::counting::Census;
use crate::line::{Item, Outcome};
use crate::pricing::row::Row;
use crate::pricing::sink::Sink;
use crate::pricing::view::View;
use crate::remark::{QuoteReason, Remark};
use crate::request::inputs::Inputs;
use crate::request::{Body, Membership, Request};
use rust_decimal::Decimal;

/// Whether the body that asks is covered: by its EPCI, or by a way to join that is open to it.
pub(crate) fn covers(request: &Request) -> bool {
    request.covered_by_epci || (request.membership != Membership::None && is_open(request.kind, request.membership))
}

/// Whether a kind of body may join that way. A kind not said yet is not refused.
fn is_open(kind: Option<BodyKind>, membership: Membership) -> bool {
    match (membership, kind) {
        (Membership::None, _) | (_, None) => true,
        (Membership::Mutualised, Some(kind)) => kind.is_epci(),
        (Membership::Individual, Some(kind)) => kind.is_epci() || kind.participates(),
    }
}

/// Prices the way a request joins.
pub(crate) fn price<'c>(
    edition: &'c Edition,
    request: &Request,
    census: &Census,
    inputs: &Inputs,
    years: u8,
    sink: &mut Sink<'_, 'c>,
) {
    let rules = &edition.membership;
    let (Some(territory), Some(participation)) = (edition.service(rules.mutualised), edition.service(rules.individual))
    else {
        return;
    };
    if request.covered_by_epci && request.membership != Membership::None {
        sink.remarks.push(Remark::CoveredTwice);
    }
    let joining = Joining { edition, census, bodies: &request.bodies, inputs, years, territory, participation };
    match (request.membership, request.kind) {
        (Membership::None, _) => {}
        (membership, Some(kind)) if !is_open(Some(kind), membership) => {
            let service = if membership == Membership::Mutualised { territory } else { participation };
            sink.remarks.push(Remark::MembershipNotOffered(kind, membership));
            let outcome = Outcome::Quote(QuoteReason::Membership(kind, membership), alloc::vec![]);
            sink.items.push(Item { service, body: None, outcome });
        }
        (Membership::Mutualised, _) => joining.join(territory, inputs, Way::Together, sink),
        (Membership::Individual, Some(kind)) if kind.is_epci() => joining.individual_epci(sink),
        (Membership::Individual, _) => {
            sink.remarks.push(Remark::BilledToEpci(participation));
            joining.join(participation, inputs, Way::Commune, sink);
        }
    }
}

/// What pricing a way to join needs.
pub(crate) struct Joining<'a, 'c> {
    pub(crate) edition: &'c Edition,
    pub(crate) census: &'a Census,
    pub(crate) bodies: &'a [Body],
    pub(crate) inputs: &'a Inputs,
    pub(crate) years: u8,
    pub(crate) territory: &'c Service,
    pub(crate) participation: &'c Service,
}

/// How some lines of annexe 1 came to be.
#[derive(Clone, Copy)]
pub(crate) enum Way<'a> {
    /// The territory's membership, for the bodies that count.
    Together,
    /// The EPCI's membership by itself, which these inputs describe.
    Alone(&'a Inputs),
    /// The participation of the commune that asks.
    Commune,
}

impl<'c> Joining<'_, 'c> {
    /// The EPCI alone, and each of its communes.
    fn individual_epci(&self, sink: &mut Sink<'_, 'c>) {
        let mut alone = self.inputs.clone();
        alone.set_each(self.edition, |field| matches!(field.asked, Asked::Derived(_)), Some(Decimal::ZERO));
        self.join(self.territory, &alone, Way::Alone(&alone), sink);
        let mut own = self.inputs.clone();
        for (place, body) in self.bodies.iter().enumerate().filter(|(_, body)| body.kind.participates()) {
            self.stand_for(body, &mut own);
            self.rows(self.participation, &own, Some(place), None, sink);
        }
    }

    /// The rows of a way to join. For an EPCI by itself, the bodies that count are none whatever their list becomes.
    fn join(&self, service: &'c Service, inputs: &Inputs, way: Way<'_>, sink: &mut Sink<'_, 'c>) {
        let is_count = |ix: &FieldIx| self.edition.field(*ix).asked == Asked::Derived(Derived::CountedBodies);
        let fixed = match way {
            Way::Alone(_) => self.edition.field_positions().find(is_count),
            Way::Together | Way::Commune => None,
        };
        let start = sink.items.len();
        self.rows(service, inputs, None, fixed, sink);
        sink.reasons.joined(self, way, sink.items.get_mut(start..).unwrap_or_default());
    }

    fn rows(
        &self,
        service: &'c Service,
        inputs: &Inputs,
        body: Option<usize>,
        fixed: Option<FieldIx>,
        sink: &mut Sink<'_, 'c>,
    ) {
        let view = View::of(self.edition, inputs);
        for price in &service.prices {
            let row = Row { service, price, view: &view, years: self.years, fixed };
            if let Some(outcome) = sink.outcome(row) {
                sink.items.push(Item { service, body, outcome });
            }
        }
    }

    /// Puts a body's inhabitants where the request's own stand.
    pub(crate) fn stand_for(&self, body: &Body, inputs: &mut Inputs) {
        let of = |count: Option<u32>| count.filter(|n| self.census.accepts(*n)).map(Decimal::from);
        let is = |which| move |field: &Field| field.per_body == Some(which);
        inputs.set_each(self.edition, is(PerBody::Inhabitants), of(body.inhabitants));
        inputs.set_each(self.edition, is(PerBody::Municipal), of(body.municipal));
    }
}

//! Annexe 1: the ways to join, and what each costs.

use crate::Money;
use crate::catalogue::{Asked, BodyKind, Derived, Edition, FieldIx, LedgerIx, PerBody, Price, Service};
use crate::counting::Census;
use crate::inputs::Inputs;
use crate::line::{Difference, Hit, Item, Line, Outcome};
use crate::pricing::{self, Verdict};
use crate::remark::{QuoteReason, Remark};
use crate::request::{Body, Membership, Request};
use crate::row::Row;
use crate::selection::Sink;
use crate::view::View;
use crate::walk::Deaf;
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
        (Membership::Individual, Some(kind)) => kind.is_epci() || kind == BodyKind::Commune,
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
        (Membership::Mutualised, _) => joining.mutualised(sink),
        (Membership::Individual, Some(kind)) if kind.is_epci() => joining.individual_epci(sink),
        (Membership::Individual, _) => joining.individual_commune(sink),
    }
}

/// What pricing a way to join needs.
struct Joining<'a, 'c> {
    edition: &'c Edition,
    census: &'a Census,
    bodies: &'a [Body],
    inputs: &'a Inputs,
    years: u8,
    territory: &'c Service,
    participation: &'c Service,
}

impl<'c> Joining<'_, 'c> {
    /// The territory's membership. Read the other way, the participations come on top of it.
    fn mutualised(&self, sink: &mut Sink<'_, 'c>) {
        let on_top = self.participations();
        self.grid(self.inputs, None, on_top, sink);
    }

    /// The EPCI alone, and each of its communes. Read the other way, the territory's membership is due too.
    fn individual_epci(&self, sink: &mut Sink<'_, 'c>) {
        let mut alone = self.inputs.clone();
        alone.set_each(self.edition, |field| matches!(field.asked, Asked::Derived(_)), Some(Decimal::ZERO));
        let counted = self.edition.fields.iter().position(|f| f.asked == Asked::Derived(Derived::CountedBodies));
        let fixed = counted.and_then(|place| u16::try_from(place).ok()).map(FieldIx);
        let whole = self.outlay(self.territory, self.inputs);
        let by_itself = self.outlay(self.territory, &alone);
        self.grid(&alone, fixed, minus(whole, by_itself), sink);
        let mut own = self.inputs.clone();
        for (place, body) in self.bodies.iter().enumerate().filter(|(_, body)| body.kind == BodyKind::Commune) {
            self.stand_for(body, &mut own);
            self.rows(self.participation, &own, Some(place), None, sink);
        }
    }

    /// A commune's participation. The territory's membership is its EPCI's bill under either reading.
    fn individual_commune(&self, sink: &mut Sink<'_, 'c>) {
        let start = sink.items.len();
        self.rows(self.participation, self.inputs, None, None, sink);
        let nothing = Some(Ok(Money::ZERO));
        self.add_hit(sink, start, self.edition.membership.ledger, nothing);
    }

    /// The grid's rows, with the entries that every membership touches.
    fn grid(&self, inputs: &Inputs, fixed: Option<FieldIx>, other: Other, sink: &mut Sink<'_, 'c>) {
        let start = sink.items.len();
        self.rows(self.territory, inputs, None, fixed, sink);
        self.add_hit(sink, start, self.edition.membership.ledger, other);
        if fixed.is_none() {
            for entry in self.census.touched() {
                self.add_hit(sink, start, *entry, None);
            }
        }
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
    fn stand_for(&self, body: &Body, inputs: &mut Inputs) {
        let of = |count: Option<u32>| count.filter(|n| self.census.accepts(*n)).map(Decimal::from);
        let is = |which| move |field: &crate::catalogue::Field| field.per_body == Some(which);
        inputs.set_each(self.edition, is(PerBody::Inhabitants), of(body.inhabitants));
        inputs.set_each(self.edition, is(PerBody::Municipal), of(body.municipal));
    }

    /// What the participations of all communes would cost a year.
    fn participations(&self) -> Other {
        let mut own = self.inputs.clone();
        let mut sum = Money::ZERO;
        for body in self.bodies.iter().filter(|body| body.kind == BodyKind::Commune) {
            self.stand_for(body, &mut own);
            match self.outlay(self.participation, &own)? {
                Ok(amount) => sum = sum.plus(amount),
                Err(quote) => return Some(Err(quote)),
            }
        }
        Some(Ok(sum))
    }

    /// What a service's rows cost each year.
    fn outlay(&self, service: &'c Service, inputs: &Inputs) -> Other {
        let view = View::of(self.edition, inputs);
        let mut sum = Money::ZERO;
        for price in &service.prices {
            match pricing::price(service, price, &view, &mut Deaf) {
                Verdict::Priced(priced) => sum = sum.plus(yearly(price, &view, service, priced, self.years)),
                Verdict::Nothing | Verdict::Free(_) => {}
                Verdict::Quote(_) => return Some(Err(OnQuote)),
                Verdict::Missing(_) => return None,
            }
        }
        Some(Ok(sum))
    }

    /// Adds an entry to the lines written since `start`.
    fn add_hit(&self, sink: &mut Sink<'_, 'c>, start: usize, entry: LedgerIx, other: Other) {
        for item in sink.items.iter_mut().skip(start) {
            if let Outcome::Charged(line) = &mut item.outcome {
                line.hits.push(Hit { entry, difference: self.difference(line, other) });
            }
        }
    }

    fn difference(&self, line: &Line<'c>, other: Other) -> Difference {
        match other {
            None => Difference::NotPriced,
            Some(Err(OnQuote)) => Difference::Quote,
            Some(Ok(each_year)) => {
                Difference::Amount { first_year: each_year, period: each_year.times(line.schedule.times(self.years)) }
            }
        }
    }
}

/// What another reading adds each year: an amount, a quote, or not known.
type Other = Option<Result<Money, OnQuote>>;

#[derive(Clone, Copy)]
struct OnQuote;

fn minus(whole: Other, part: Other) -> Other {
    match (whole?, part?) {
        (Ok(whole), Ok(part)) => Some(Ok(whole.minus(part))),
        _ => Some(Err(OnQuote)),
    }
}

fn yearly<'c>(
    price: &'c Price,
    view: &View<'_, 'c>,
    service: &'c Service,
    priced: pricing::Priced,
    years: u8,
) -> Money {
    Row { service, price, view, years, fixed: None }.charge(priced).outlay()
}

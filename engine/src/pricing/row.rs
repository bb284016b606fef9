//! A row of the list in its place of a request, and the line it makes once priced.

use crate::catalogue::{FieldIx, Price, Service};
use crate::line::{Charge, Line};
use crate::pricing::Priced;
use crate::pricing::view::View;
use crate::pricing::walk::Trail;
use alloc::vec::Vec;

/// Something to price: a row of a service, under a view, over a period.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a, 'c> {
    pub(crate) service: &'c Service,
    pub(crate) price: &'c Price,
    pub(crate) view: &'a View<'a, 'c>,
    pub(crate) years: u8,
    /// A field that this row's place in the request fixes: no threshold is offered on it.
    pub(crate) fixed: Option<FieldIx>,
}

impl<'a, 'c> Row<'a, 'c> {
    /// Each row of a service that is chosen.
    pub(crate) fn each(service: &'c Service, view: &'a View<'a, 'c>, years: u8) -> impl Iterator<Item = Self> {
        service.prices.iter().map(move |price| Row { service, price, view, years, fixed: None })
    }

    /// The line of a row that has a price, without reasons yet.
    pub(crate) fn line(self, priced: Priced, trail: Trail<'c>) -> Line<'c> {
        Line {
            price: self.price,
            priced,
            schedule: self.price.schedule,
            charge: self.charge(priced),
            trail,
            kind: self.view.inputs.kind,
            hits: Vec::new(),
            thresholds: Vec::new(),
        }
    }

    /// What is due each time.
    pub(crate) fn charge(self, priced: Priced) -> Charge {
        let amount = priced.unit.times(priced.quantity);
        match self.view.edition.vat_class(self.price.vat).and_then(|class| class.rate) {
            None => Charge::Exempt(amount),
            Some(rate) => Charge::Taxed { ht: amount, tva: amount.percent(rate.0), rate: rate.0 },
        }
    }
}

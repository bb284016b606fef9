//! The services a request names, priced one by one.

use crate::catalogue::{Cover, Edition, FieldIx, Price, Rule, Service};
use crate::line::{Item, Outcome};
use crate::pricing::row::Row;
use crate::pricing::sink::Sink;
use crate::pricing::view::{Portion, View};
use crate::pricing::walk::{Deaf, Landing, walk};
use crate::pricing::whole::Whole;
use crate::remark::{QuoteReason, Remark};
use crate::request::Request;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// Which services a request names, in the list's order, with a remark on each name that is not taken.
pub(crate) fn chosen<'c>(edition: &'c Edition, request: &Request, remarks: &mut Vec<Remark<'c>>) -> Vec<&'c Service> {
    let mut wanted = alloc::vec![false; edition.services.len()];
    for id in &request.services {
        let place = edition.services.iter().position(|service| service.id == *id);
        let found = place.and_then(|place| Some((wanted.get_mut(place)?, edition.services.get(place)?)));
        match found {
            Some((_, service)) if !service.is_choosable(edition) => remarks.push(Remark::UnknownService(id.clone())),
            Some((true, service)) => remarks.push(Remark::Repeated(service)),
            Some((mark, _)) => *mark = true,
            None => remarks.push(Remark::UnknownService(id.clone())),
        }
    }
    let chosen: Vec<_> = edition.services.iter().zip(&wanted).filter_map(|(s, wanted)| wanted.then_some(s)).collect();
    for option in &chosen {
        if let Some(base) = option.option_of.and_then(|ix| edition.service(ix))
            && !chosen.iter().any(|service| service.id == base.id)
        {
            remarks.push(Remark::OptionAlone(option, base));
        }
    }
    chosen
}

/// Prices every row of a service for a body that a membership covers or not: what is contained, then what is bought.
pub(crate) fn price_service<'c>(
    service: &'c Service,
    view: &View<'_, 'c>,
    years: u8,
    covered: bool,
    sink: &mut Sink<'_, 'c>,
) {
    let cover = if covered { service.cover(view.edition) } else { Cover::None };
    let whole = Whole::of(service, view);
    match cover {
        Cover::None => buy(service, view, years, &whole, sink),
        Cover::Whole => contain(service, view, years, &whole, sink),
        Cover::First(most) => {
            contain(service, &view.portion(Portion::First(most)), years, &whole, sink);
            let before = sink.items.len();
            buy(service, &view.portion(Portion::Beyond(most)), years, &whole, sink);
            if sink.items.iter().skip(before).any(|item| item.line().is_some()) {
                sink.remark_once(Remark::CoverLimit(service, most));
            }
        }
    }
}

/// Notes what a membership contains of a service, with the prices it avoids.
fn contain<'c>(service: &'c Service, view: &View<'_, 'c>, years: u8, whole: &Whole, sink: &mut Sink<'_, 'c>) {
    Row::each(service, view, years).for_each(|row| sink.included(row, whole));
}

/// Prices what no membership contains of a service: nothing, where all of it is contained.
fn buy<'c>(service: &'c Service, view: &View<'_, 'c>, years: u8, whole: &Whole, sink: &mut Sink<'_, 'c>) {
    if service.prices.iter().all(|price| is_contained(price, view)) {
        return;
    }
    if let Whole::Quote(reason, entries) = whole {
        if *reason != QuoteReason::Printed {
            sink.remarks.push(Remark::OutOfList(service, *reason));
        }
        sink.items.push(Item { service, body: None, outcome: Outcome::Quote(*reason, entries.clone()) });
        return;
    }
    if let Some((field, most)) = unchecked_limit(service, view) {
        sink.remarks.push(Remark::UpTo(service, field, most));
    }
    Row::each(service, view, years).for_each(|row| sink.row(row, whole));
}

/// Whether a membership contains as many units as are asked of a row.
fn is_contained(price: &Price, view: &View<'_, '_>) -> bool {
    let (Rule::PerUnit(_, quantity) | Rule::Columns(_, _, Some(quantity))) = &price.rule else { return false };
    let Portion::Beyond(first) = view.portion else { return false };
    view.number(quantity.field, &mut Deaf).is_some_and(|number| number <= first)
}

/// The most a service serves, when nobody said how many it is for.
fn unchecked_limit<'c>(service: &'c Service, view: &View<'_, 'c>) -> Option<(FieldIx, Decimal)> {
    let limit = service.limit.as_ref()?;
    if view.inputs.number(limit.field).is_some() {
        return None;
    }
    let Landing::Column(column) = walk(&view.edition.scale(limit.scale).tree, view, &mut Deaf) else { return None };
    limit.at_most.get(column).map(|most| (limit.field, *most))
}

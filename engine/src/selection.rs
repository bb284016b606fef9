//! The services a request names, priced one by one.

use crate::catalogue::{Cover, Edition, FieldIx, LedgerIx, Price, Rule, Service};
use crate::line::{Avoided, Item, Outcome};
use crate::pricing::{self, Verdict};
use crate::reasons::Reasons;
use crate::remark::{Need, QuoteReason, Remark};
use crate::request::Request;
use crate::row::Row;
use crate::view::{Portion, View};
use crate::walk::{Deaf, Landing, Step, Trail, walk};
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// What pricing a service writes to.
pub(crate) struct Sink<'a, 'c> {
    pub(crate) items: &'a mut Vec<Item<'c>>,
    pub(crate) remarks: &'a mut Vec<Remark<'c>>,
    /// What is said of each line beside its amount.
    pub(crate) reasons: &'a dyn Reasons,
}

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

/// Prices every row of a service for a body that a membership covers or not.
pub(crate) fn price_service<'c>(
    service: &'c Service,
    view: &View<'_, 'c>,
    years: u8,
    covered: bool,
    sink: &mut Sink<'_, 'c>,
) {
    let cover = if covered { service.cover(view.edition) } else { Cover::None };
    let whole = Whole::of(service, view);
    if cover == Cover::None {
        if let Whole::Quote(reason, entries) = whole {
            if reason != QuoteReason::Printed {
                sink.remarks.push(Remark::OutOfList(service, reason));
            }
            sink.items.push(Item { service, body: None, outcome: Outcome::Quote(reason, entries) });
            return;
        }
        if let Some((field, most)) = unchecked_limit(service, view) {
            sink.remarks.push(Remark::UpTo(service, field, most));
        }
    }
    for price in &service.prices {
        match cover {
            Cover::None => sink.row(service, price, view, years, &whole),
            Cover::Whole => sink.included(service, price, view, years, &whole),
            Cover::First(most) => {
                sink.included(service, price, &view.portion(Portion::First(most)), years, &Whole::Rows);
                let before = sink.items.len();
                sink.row(service, price, &view.portion(Portion::Beyond(most)), years, &Whole::Rows);
                if sink.items.iter().skip(before).any(|item| item.line().is_some()) {
                    sink.remark_once(Remark::CoverLimit(service, most));
                }
            }
        }
    }
}

/// What a service is as a whole: a part of it alone has no meaning.
pub(crate) enum Whole {
    /// What its rows come to.
    Rows,
    /// On quote, because one of its rows is.
    Quote(QuoteReason, Vec<LedgerIx>),
    /// On quote or not: an answer decides it. Until it is given no row has a price: what is charged for one might be
    /// nothing, and a total says "au moins" of what it holds.
    Awaited(Need),
}

impl Whole {
    /// What a service is as a whole under a view.
    pub(crate) fn of<'c>(service: &'c Service, view: &View<'_, 'c>) -> Whole {
        let mut awaited = None;
        for price in &service.prices {
            match pricing::price(service, price, view, &mut Deaf) {
                Verdict::Quote(reason) => {
                    let mut trail = Trail::default();
                    pricing::price(service, price, view, &mut trail);
                    return Whole::Quote(reason, trail.touched);
                }
                Verdict::Missing(_) if awaited.is_none() => awaited = may_be_quote(price, view),
                _ => {}
            }
        }
        awaited.map_or(Whole::Rows, Whole::Awaited)
    }
}

/// The answer that decides whether a row is on quote, while it is not given.
fn may_be_quote(price: &Price, view: &View<'_, '_>) -> Option<Need> {
    let scales = match &price.rule {
        Rule::Columns(scale, ..) => [Some(*scale), None],
        Rule::Grid(grid) => [Some(grid.rows), Some(grid.columns)],
        Rule::Flat(_) | Rule::PerUnit(..) | Rule::Free(_) | Rule::Quote(_) => [None, None],
    };
    scales.into_iter().flatten().find_map(|scale| match walk(&view.edition.scale(scale).tree, view, &mut Deaf) {
        Landing::Missing(need, rest) if rest.may_be_quote() => Some(need),
        _ => None,
    })
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

impl<'c> Sink<'_, 'c> {
    /// Prices a row that no membership contains, once it is known whether its service has prices.
    fn row(&mut self, service: &'c Service, price: &'c Price, view: &View<'_, 'c>, years: u8, whole: &Whole) {
        let is_priced = || matches!(pricing::price(service, price, view, &mut Deaf), Verdict::Priced(_));
        let outcome = match whole {
            Whole::Awaited(need) if is_priced() => Some(Outcome::Missing(price, *need)),
            _ => self.outcome(Row { service, price, view, years, fixed: None }),
        };
        self.items.extend(outcome.map(|outcome| Item { service, body: None, outcome }));
    }

    /// What a row comes to, with its remarks; `None` when it is nothing beyond another row.
    pub(crate) fn outcome(&mut self, row: Row<'_, 'c>) -> Option<Outcome<'c>> {
        let mut trail = Trail::default();
        Some(match pricing::price(row.service, row.price, row.view, &mut trail) {
            Verdict::Nothing => return None,
            Verdict::Priced(priced) => {
                self.exact_bounds(row.service, &trail);
                let mut line = row.line(priced, trail);
                self.reasons.charged(row, &mut line);
                Outcome::Charged(line)
            }
            Verdict::Free(wording) => Outcome::Free(row.price, wording),
            Verdict::Quote(reason) => {
                self.remark_once(Remark::OutOfList(row.service, reason));
                Outcome::Quote(reason, trail.touched)
            }
            Verdict::Missing(need) => {
                self.remark_once(Remark::Missing(row.service, need));
                Outcome::Missing(row.price, need)
            }
        })
    }

    /// Notes a row that a membership contains, with the price it avoids.
    fn included(&mut self, service: &'c Service, price: &'c Price, view: &View<'_, 'c>, years: u8, whole: &Whole) {
        let mut trail = Trail::default();
        let outcome = match (pricing::price(service, price, view, &mut trail), whole) {
            (Verdict::Nothing, _) => return,
            (Verdict::Free(wording), _) => Outcome::Free(price, wording),
            (_, Whole::Quote(..)) | (Verdict::Quote(_), _) => Outcome::Included(price, Avoided::Quote),
            (_, Whole::Awaited(_)) | (Verdict::Missing(_), _) => Outcome::Included(price, Avoided::Unknown),
            (Verdict::Priced(priced), Whole::Rows) => {
                let row = Row { service, price, view, years, fixed: None };
                let mut line = row.line(priced, trail);
                self.reasons.included(row, &mut line);
                Outcome::Included(price, Avoided::Line(line))
            }
        };
        self.items.push(Item { service, body: None, outcome });
    }

    /// A remark for each number exactly on a bound.
    fn exact_bounds(&mut self, service: &'c Service, trail: &Trail<'c>) {
        for step in &trail.steps {
            if let Step::Bracket(step) = step
                && step.is_exact()
            {
                let (field, bound, double) = (step.bracket.field, step.number, step.is_double());
                self.remark_once(Remark::ExactBound { service, field, bound, double });
            }
        }
    }

    /// Several rows of a service say the same thing once.
    fn remark_once(&mut self, remark: Remark<'c>) {
        if !self.remarks.iter().any(|known| known.says_the_same(&remark)) {
            self.remarks.push(remark);
        }
    }
}

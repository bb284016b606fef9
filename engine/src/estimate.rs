//! The estimate: every line, every sum, every remark.

use crate::catalogue::{Catalogue, Edition};
use crate::joining::counting::Census;
use crate::joining::membership;
use crate::line::{Item, Line, Outcome};
use crate::pricing::selection;
use crate::pricing::sink::Sink;
use crate::pricing::view::View;
use crate::reasons::{self, Reasons};
use crate::remark::Remark;
use crate::request::inputs::Inputs;
use crate::request::{Membership, Request};
use crate::sums::totals::{Adder, Totals};
use alloc::vec::Vec;

/// What a request costs, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate<'c> {
    /// The edition of the list it was priced with.
    pub edition: &'c Edition,
    /// The period, in years.
    pub years: u8,
    /// Lines, quotes, inclusions and unknowns, in the list's order.
    pub items: Vec<Item<'c>>,
    /// The sums of each year, from year 1.
    pub by_year: Vec<Totals>,
    /// The sums of the period.
    pub period: Totals,
    /// What is wrong, missing or worth knowing.
    pub remarks: Vec<Remark<'c>>,
    /// Which bodies of the territory count.
    pub census: Census,
    /// Whether the territory's membership was priced while one of its bodies may yet count.
    pub count_is_least: bool,
}

impl<'c> Estimate<'c> {
    /// The lines that are charged.
    pub fn lines(&self) -> impl Iterator<Item = &Line<'c>> {
        self.items.iter().filter_map(Item::line)
    }

    /// The items on quote.
    pub fn quotes(&self) -> impl Iterator<Item = &Item<'c>> {
        self.items.iter().filter(|item| matches!(item.outcome, Outcome::Quote(..)))
    }

    /// The items that wait for an answer.
    pub fn missing(&self) -> impl Iterator<Item = &Item<'c>> {
        self.items.iter().filter(|item| matches!(item.outcome, Outcome::Missing(..)))
    }

    /// The items a membership contains.
    pub fn included(&self) -> impl Iterator<Item = &Item<'c>> {
        self.items.iter().filter(|item| matches!(item.outcome, Outcome::Included(..)))
    }

    /// Whether the sums are a least amount: something is on quote, or not known, or a body may yet count.
    pub fn is_at_least(&self) -> bool {
        self.count_is_least || self.quotes().next().is_some() || self.missing().next().is_some()
    }

    /// The sums of a year, from 1.
    pub fn year(&self, year: u8) -> Option<Totals> {
        self.by_year.get(usize::from(year).checked_sub(1)?).copied()
    }
}

/// Prices a request, with every reason. Never fails: what is wrong or unclear is a remark of the result.
///
/// `None` only for a catalogue without editions, which [`Catalogue::new`] never makes.
pub fn estimate<'c>(catalogue: &'c Catalogue, request: &Request) -> Option<Estimate<'c>> {
    price(catalogue, request, &reasons::All)
}

/// The same estimate without [`Line::hits`] and [`Line::thresholds`], which are empty: for a page that shows
/// sums at each key press, and fetches the code of the reasons when somebody asks why.
///
/// A program that calls this and never [`estimate()`] does not link that code.
pub fn amounts<'c>(catalogue: &'c Catalogue, request: &Request) -> Option<Estimate<'c>> {
    price(catalogue, request, &reasons::Silent)
}

/// Prices a request, and says `reasons` of each line.
fn price<'c>(catalogue: &'c Catalogue, request: &Request, reasons: &dyn Reasons) -> Option<Estimate<'c>> {
    let mut remarks = Vec::new();
    let edition = edition(catalogue, request, &mut remarks)?;
    let years = request.years.clamp(1, edition.max_years.max(1));
    if years != request.years {
        remarks.push(Remark::Years { asked: request.years, used: years });
    }
    let mut inputs = Inputs::read(edition, request, &mut remarks);
    let census = Census::take(edition, &request.bodies, &mut inputs, &mut remarks);
    let services = selection::chosen(edition, request, &mut remarks);
    let mut items = Vec::new();
    let mut sink = Sink { items: &mut items, remarks: &mut remarks, reasons };
    membership::price(edition, request, &census, &inputs, years, &mut sink);
    let covered = membership::covers(request);
    let view = View::of(edition, &inputs);
    for service in services {
        if service.members && !covered {
            sink.remarks.push(Remark::MembersOnly(service));
        }
        selection::price_service(service, &view, years, covered, &mut sink);
    }
    let mut adder = Adder::default();
    items.iter().filter_map(Item::line).for_each(|line| adder.add(line.schedule, line.charge));
    let by_year: Vec<Totals> = (1..=years).map(|year| adder.year(year)).collect();
    let period = by_year.iter().fold(Totals::ZERO, |sum, year| sum.plus(*year));
    let count_is_least = request.membership == Membership::Mutualised && covered && census.has_unknown();
    Some(Estimate { edition, years, items, by_year, period, remarks, census, count_is_least })
}

/// The edition a request names, else the newest.
fn edition<'c>(catalogue: &'c Catalogue, request: &Request, remarks: &mut Vec<Remark<'c>>) -> Option<&'c Edition> {
    if let Some(id) = &request.edition {
        match catalogue.edition(id) {
            Some(edition) => return Some(edition),
            None => remarks.push(Remark::UnknownEdition(id.clone())),
        }
    }
    catalogue.newest()
}

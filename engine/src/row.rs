//! A priced row with its reasons: the line, its ledger hits and its next thresholds.

use crate::catalogue::{FieldIx, LedgerIx, Price, Service};
use crate::line::{Change, Charge, Difference, Hit, Line, Threshold};
use crate::pricing::{self, Counted, Priced, Verdict};
use crate::view::View;
use crate::walk::{BracketStep, Deaf, Step, Trail};
use crate::{Money, decimal};
use alloc::vec::Vec;
use rust_decimal::Decimal;

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

impl<'c> Row<'_, 'c> {
    /// The line of a row that has a price.
    pub(crate) fn line(self, priced: Priced, trail: Trail<'c>) -> Line<'c> {
        let charge = self.charge(priced);
        let mut line = Line {
            price: self.price,
            priced,
            schedule: self.price.schedule,
            charge,
            trail,
            kind: self.view.inputs.kind,
            hits: Vec::new(),
            thresholds: Vec::new(),
        };
        line.hits = self.hits(&line);
        line.thresholds = self.thresholds(&line);
        line
    }

    /// What is due each time.
    pub(crate) fn charge(self, priced: Priced) -> Charge {
        let amount = priced.unit.times(priced.quantity);
        match self.view.edition.vat_class(self.price.vat).and_then(|class| class.rate) {
            None => Charge::Exempt(amount),
            Some(rate) => Charge::Taxed { ht: amount, tva: amount.percent(rate.0), rate: rate.0 },
        }
    }

    /// Every silent place the row touches, with what its other reading changes.
    fn hits(self, line: &Line<'c>) -> Vec<Hit> {
        let vat = self.view.edition.vat_class(self.price.vat).and_then(|class| class.ledger);
        let row = self.price.readings.iter().map(|reading| reading.ledger);
        let entries = line.trail.touched.iter().copied().chain(row).chain(vat);
        let mut hits: Vec<Hit> = Vec::new();
        for entry in entries {
            if hits.iter().all(|hit| hit.entry != entry) {
                hits.push(Hit { entry, difference: self.difference(line, entry) });
            }
        }
        hits
    }

    /// What reading one entry the other way changes.
    fn difference(self, line: &Line<'c>, entry: LedgerIx) -> Difference {
        let edition = self.view.edition;
        if edition.ledger_entry(entry).is_none_or(|e| e.other.is_none()) {
            return Difference::NotPriced;
        }
        if let Some(field) = self.unanswered(line, entry) {
            return Difference::Needs(field);
        }
        let view = self.view.reading_otherwise(entry);
        let Some(schedule) = view.schedule(self.price) else {
            return difference(line, self.years, Money::ZERO, line.schedule);
        };
        match pricing::price(self.service, self.price, &view, &mut Deaf) {
            Verdict::Priced(priced) => difference(line, self.years, self.charge(priced).outlay(), schedule),
            Verdict::Nothing | Verdict::Free(_) => difference(line, self.years, Money::ZERO, schedule),
            Verdict::Quote(_) => Difference::Quote,
            Verdict::Missing(crate::remark::Need::Field(field)) => Difference::Needs(field),
            Verdict::Missing(crate::remark::Need::Kind) => Difference::NotPriced,
        }
    }

    /// The field an entry would look at instead, when nobody answered it.
    fn unanswered(self, line: &Line<'c>, entry: LedgerIx) -> Option<FieldIx> {
        let looked_at = line.trail.steps.iter().filter_map(Step::field).chain(line.priced.counted.map(|c| c.field));
        let others = looked_at.filter_map(|field| self.view.edition.field(field).other);
        let mut of_entry = others.filter(|other| other.ledger == entry).map(|other| other.field);
        of_entry.find(|field| self.view.inputs.number(*field).is_none())
    }

    /// The next bounds up and down of each number the row looked at.
    fn thresholds(self, line: &Line<'c>) -> Vec<Threshold> {
        let mut found: Vec<Threshold> = Vec::new();
        let steps = line.trail.steps.iter().filter_map(|step| self.neighbours(step));
        let packs =
            line.priced.counted.filter(|counted| counted.pack > Decimal::ONE).map(|counted| self.packs(&counted));
        for (field, number, neighbours) in steps.chain(packs) {
            for reached in neighbours.into_iter().flatten() {
                let known = found.iter().any(|t| t.field == field && t.reached == reached);
                if known || self.fixed == Some(field) || !self.view.edition.field(field).accepts(reached) {
                    continue;
                }
                let distance = decimal::minus(reached, number);
                found.extend(self.change(line, field, reached).map(|change| Threshold {
                    field,
                    distance,
                    reached,
                    change,
                }));
            }
        }
        found
    }

    /// The numbers just across the bounds of a step.
    fn neighbours(self, step: &Step<'c>) -> Option<(FieldIx, Decimal, [Option<Decimal>; 2])> {
        match step {
            Step::Bracket(step) => {
                let smallest = self.view.edition.field(step.bracket.field).step();
                Some((step.bracket.field, step.number, across(step, smallest)))
            }
            Step::Within(field, number, most) => {
                let smallest = self.view.edition.field(*field).step();
                Some((*field, *number, [None, Some(decimal::plus(*most, smallest))]))
            }
            Step::Kind(_) | Step::Choice(..) => None,
        }
    }

    /// The numbers just across the packs of a quantity.
    fn packs(self, counted: &Counted) -> (FieldIx, Decimal, [Option<Decimal>; 2]) {
        let smallest = self.view.edition.field(counted.field).step();
        let reach = |units: Decimal| decimal::plus(counted.beyond, decimal::times(units, counted.pack));
        let units = counted.units();
        let down = (!units.is_zero()).then(|| reach(decimal::minus(units, Decimal::ONE)));
        (counted.field, counted.number, [down, Some(decimal::plus(reach(units), smallest))])
    }

    /// What a number taken there would change; `None` when it changes nothing.
    fn change(self, line: &Line<'c>, field: FieldIx, reached: Decimal) -> Option<Change> {
        let view = self.view.with(field, reached);
        let now = line.charge.outlay();
        let then = match pricing::price(self.service, self.price, &view, &mut Deaf) {
            Verdict::Priced(priced) => self.charge(priced).outlay(),
            Verdict::Nothing | Verdict::Free(_) => Money::ZERO,
            Verdict::Quote(_) => return Some(Change::Quote),
            Verdict::Missing(_) => return None,
        };
        (then != now).then(|| Change::Amount(then.minus(now)))
    }
}

/// The numbers just below and just above a step's class, moving by whole steps of the field.
fn across(step: &BracketStep<'_>, smallest: Decimal) -> [Option<Decimal>; 2] {
    if step.bracket.inclusive {
        [step.lower(), step.upper().map(|bound| decimal::plus(bound, smallest))]
    } else {
        [step.lower().map(|bound| decimal::minus(bound, smallest)), step.upper()]
    }
}

/// The difference between a line and the same charged otherwise.
fn difference(line: &Line<'_>, years: u8, outlay: Money, schedule: crate::catalogue::Schedule) -> Difference {
    let first = |due: bool, amount: Money| if due { amount } else { Money::ZERO };
    let taken = first(line.schedule.due(1), line.charge.outlay());
    Difference::Amount {
        first_year: first(schedule.due(1), outlay).minus(taken),
        period: outlay.times(schedule.times(years)).minus(line.outlay_over(years)),
    }
}

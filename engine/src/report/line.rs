//! A charged row in the JSON form.

use super::reasons::{self, Input, LedgerHit, Place, Threshold};
use super::{Amount, Named, Number};
use crate::catalogue::{Edition, Price, Schedule as Due};
use crate::line::{Charge, Item, Line as Charged};
use crate::{Estimate, Money, explain};
use schemars::JsonSchema;
use serde::Serialize;

/// One charged row of the price list, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The service it belongs to.
    pub service: Named,
    /// The row of the price list.
    pub price: Named,
    /// Place in the request's `bodies` of the body it is for, from 0; absent for the body that asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<usize>,
    /// Price of one unit: before VAT when taxed, final when exempt.
    pub unit_price: Amount,
    /// How many units.
    pub quantity: Number,
    /// What one unit is, in French.
    pub unit: String,
    /// When it falls due.
    pub schedule: Schedule,
    /// How it is taxed.
    pub vat: Vat,
    /// What is due each year, from year 1: zeros in a year when nothing falls due.
    pub by_year: Vec<YearAmounts>,
    /// What leaves the budget over the period.
    pub period_outlay: Amount,
    /// Why it costs that, in one French sentence.
    pub sentence: String,
    /// The arithmetic, step by step: the printed operands give the printed results. Empty when the amount is the list's.
    pub formula: Vec<String>,
    /// What its place in its table and its quantity were found from.
    pub inputs: Vec<Input>,
    /// Its place in its table; absent when the row has one amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The annexe and the table's title.
    pub source: String,
    /// Where the price list is silent or says two things.
    pub ledger: Vec<LedgerHit>,
    /// The next bounds and what they would change.
    pub thresholds: Vec<Threshold>,
}

/// When a row falls due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Which schedule.
    pub kind: ScheduleKind,
    /// Years from one time to the next, for `every-years`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<u8>,
    /// The same in French.
    pub text: String,
}

/// The schedules of the price list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ScheduleKind {
    /// In year 1 only.
    Once,
    /// Every year from year 1.
    Yearly,
    /// Every year from year 2.
    #[serde(rename = "from-year-2")]
    FromYear2,
    /// In year 1, then again after `every` years.
    EveryYears,
}

/// How a row is taxed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vat {
    /// Id of the VAT class.
    pub class: String,
    /// The class in French.
    pub label: String,
    /// Whether no VAT is due.
    pub exempt: bool,
    /// The rate in per cent; absent when exempt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Number>,
}

/// What a line comes to in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
pub enum YearAmounts {
    /// Of a line exempt from VAT.
    Exempt {
        /// The final amount.
        exempt: Amount,
        /// What leaves the budget: `exempt`.
        outlay: Amount,
    },
    /// Of a line with VAT.
    Taxed {
        /// Before VAT.
        ht: Amount,
        /// VAT.
        tva: Amount,
        /// With VAT: `ht + tva`.
        ttc: Amount,
        /// What leaves the budget: `ttc`.
        outlay: Amount,
    },
}

impl Line {
    pub(super) fn of(estimate: &Estimate<'_>, item: &Item<'_>, line: &Charged<'_>) -> Line {
        let edition = estimate.edition;
        Line {
            service: Named::new(&item.service.id, &item.service.label),
            price: Named::new(&line.price.id, &line.price.label),
            body: item.body,
            unit_price: Amount::of(line.priced.unit),
            quantity: Number::of(line.priced.quantity),
            unit: line.price.unit.clone(),
            schedule: Schedule::of(line.schedule),
            vat: Vat::of(edition, line.price),
            by_year: (1..=estimate.years).map(|year| YearAmounts::of(line, year)).collect(),
            period_outlay: Amount::of(line.outlay_over(estimate.years)),
            sentence: explain::sentence(edition, line),
            formula: explain::formula(edition, line).iter().map(ToString::to_string).collect(),
            inputs: reasons::inputs(edition, line),
            place: Place::of(edition, line),
            source: line.price.source.clone(),
            ledger: line.hits.iter().filter_map(|hit| LedgerHit::of(estimate, hit)).collect(),
            thresholds: line.thresholds.iter().map(|threshold| Threshold::of(edition, line, threshold)).collect(),
        }
    }
}

impl Schedule {
    fn of(due: Due) -> Schedule {
        let (kind, every) = match due {
            Due::Once => (ScheduleKind::Once, None),
            Due::Yearly => (ScheduleKind::Yearly, None),
            Due::FromYear2 => (ScheduleKind::FromYear2, None),
            Due::EveryYears(years) => (ScheduleKind::EveryYears, Some(years)),
        };
        Schedule { kind, every, text: explain::when(due) }
    }
}

impl Vat {
    fn of(edition: &Edition, price: &Price) -> Vat {
        let class = edition.vat_class(price.vat);
        let rate = class.and_then(|class| class.rate).map(|rate| Number::of(rate.0));
        let (id, label) = class.map_or(("", ""), |class| (&class.id, &class.label));
        Vat { class: id.to_owned(), label: label.to_owned(), exempt: rate.is_none(), rate }
    }
}

impl YearAmounts {
    fn of(line: &Charged<'_>, year: u8) -> YearAmounts {
        let due = line.schedule.due(year);
        let amount = |amount: Money| Amount::of(if due { amount } else { Money::ZERO });
        let outlay = amount(line.charge.outlay());
        match line.charge {
            Charge::Exempt(exempt) => YearAmounts::Exempt { exempt: amount(exempt), outlay },
            Charge::Taxed { ht, tva, .. } => {
                YearAmounts::Taxed { ht: amount(ht), tva: amount(tva), ttc: outlay.clone(), outlay }
            }
        }
    }
}

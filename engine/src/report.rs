//! The documented JSON form of an estimate, for people and for programs.
//!
//! [`Report::of`] copies an [`Estimate`] into owned types whose doc comments are the descriptions of
//! `schema/estimate.schema.json`; [`json`] reads requests, writes reports and makes both schemas.
//! Amounts and numbers are strings: a JSON number may already have lost a cent. What does not apply
//! is absent, never `null`. Nothing is computed here but the columns of a year.

mod items;
pub mod json;
mod line;
mod number;
mod reasons;
mod refusal;

pub use items::{FreeItem, IncludedItem, MissingItem, QuoteItem, QuoteReason};
pub use line::{Line, Schedule, ScheduleKind, Vat, YearAmounts};
pub use number::{Amount, Number};
pub use reasons::{Change, ChangeKind, Difference, DifferenceKind, Input, LedgerHit, Place, Threshold};
pub use refusal::{Refusal, refusals};

use crate::joining::counting::Counting as Counted;
use crate::line::Outcome;
use crate::sums::totals;
use crate::{Estimate, remark};
use schemars::JsonSchema;
use serde::Serialize;

/// What a request costs over its period, and why.
///
/// Amounts are euros written as strings of digits with two decimals ("1200.00"). A key whose value
/// does not apply is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Estimate")]
pub struct Report {
    /// The edition of the price list it was priced with. `label` is the document's own title.
    pub edition: Named,
    /// Length of the period in years, 1 to 10.
    pub years: u8,
    /// Whether the sums are a least amount, because something is on quote or not known yet.
    pub at_least: bool,
    /// How many items are on quote.
    pub quotes: usize,
    /// How many rows wait for an answer.
    pub missing: usize,
    /// The sums of each year, from year 1: the plain sums of `lines`.
    pub by_year: Vec<Totals>,
    /// The sums of the period.
    pub period: Totals,
    /// What is charged, in the order of the price list.
    pub lines: Vec<Line>,
    /// What is on quote: in no sum.
    pub quote_items: Vec<QuoteItem>,
    /// What a membership contains: in no sum.
    pub included_items: Vec<IncludedItem>,
    /// What the price list gives free.
    pub free_items: Vec<FreeItem>,
    /// What waits for an answer: in no sum.
    pub missing_items: Vec<MissingItem>,
    /// The bodies of the territory, in the request's order: which count in the membership's grid.
    pub bodies: Vec<Body>,
    /// What is wrong, missing or worth knowing.
    pub remarks: Vec<Remark>,
}

/// An id of the catalogue and what it is called in French.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Stable id.
    pub id: String,
    /// Its printed label.
    pub label: String,
}

/// Sums of a year or of the period. HT is never added to TTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// Exempt from VAT.
    pub exempt: Amount,
    /// Before VAT.
    pub ht: Amount,
    /// VAT.
    pub tva: Amount,
    /// With VAT: `ht + tva`.
    pub ttc: Amount,
    /// What leaves the budget: `exempt + ttc`.
    pub outlay: Amount,
}

/// Whether a body of the territory counts among the EP of the membership's grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Its place in the request's `bodies`, from 0.
    pub body: usize,
    /// Whether it counts.
    pub counted: bool,
    /// Why.
    pub reason: Counting,
    /// From how many inhabitants such a body counts, when a number decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
}

/// Why a body counts or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// It has at least `from` inhabitants.
    LargeEnough,
    /// It has fewer than `from` inhabitants.
    TooSmall,
    /// Its inhabitants are not known, or cannot be right.
    Unknown,
    /// An EPCI is not counted among its bodies.
    Epci,
}

/// What is wrong, missing or worth knowing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Stable name of the kind of remark: "exact-bound", "covered-twice"…
    pub code: &'static str,
    /// A French sentence.
    pub message: String,
    /// Id of the service it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Id of the field it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Place in the request's `bodies` of the body it concerns, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<usize>,
}

impl Report {
    /// The report of an estimate: everything it holds, in the same order.
    pub fn of(estimate: &Estimate<'_>) -> Report {
        let edition = estimate.edition;
        let mut report = Report {
            edition: Named { id: edition.id.clone(), label: edition.title.clone() },
            years: estimate.years,
            at_least: estimate.is_at_least(),
            quotes: 0,
            missing: 0,
            by_year: estimate.by_year.iter().map(Totals::of).collect(),
            period: Totals::of(&estimate.period),
            lines: Vec::new(),
            quote_items: Vec::new(),
            included_items: Vec::new(),
            free_items: Vec::new(),
            missing_items: Vec::new(),
            bodies: estimate.census.reasons().iter().copied().enumerate().map(Body::of).collect(),
            remarks: estimate.remarks.iter().map(|remark| Remark::of(edition, remark)).collect(),
        };
        for item in &estimate.items {
            match &item.outcome {
                Outcome::Charged(line) => report.lines.push(Line::of(estimate, item, line)),
                Outcome::Included(price, avoided) => {
                    report.included_items.push(IncludedItem::of(estimate, item, price, avoided));
                }
                Outcome::Free(price, wording) => report.free_items.push(FreeItem::of(item, price, wording)),
                Outcome::Quote(reason, entries) => {
                    report.quote_items.push(QuoteItem::of(edition, item, *reason, entries));
                }
                Outcome::Missing(price, need) => {
                    report.missing_items.push(MissingItem::of(edition, item, price, *need))
                }
            }
        }
        report.quotes = report.quote_items.len();
        report.missing = report.missing_items.len();
        report
    }
}

impl Named {
    fn new(id: &str, label: &str) -> Named {
        Named { id: id.to_owned(), label: label.to_owned() }
    }
}

impl Totals {
    fn of(totals: &totals::Totals) -> Totals {
        Totals {
            exempt: Amount::of(totals.exempt),
            ht: Amount::of(totals.ht),
            tva: Amount::of(totals.tva),
            ttc: Amount::of(totals.ttc),
            outlay: Amount::of(totals.outlay()),
        }
    }
}

impl Body {
    fn of((body, reason): (usize, Counted)) -> Body {
        let (reason, from) = match reason {
            Counted::Counted { from } => (Counting::LargeEnough, Some(from)),
            Counted::TooSmall { from } => (Counting::TooSmall, Some(from)),
            Counted::Unknown => (Counting::Unknown, None),
            Counted::Epci => (Counting::Epci, None),
        };
        Body { body, counted: reason == Counting::LargeEnough, reason, from }
    }
}

impl Remark {
    fn of(edition: &crate::catalogue::Edition, remark: &remark::Remark<'_>) -> Remark {
        Remark {
            code: remark.code(),
            message: remark.sentence(edition),
            service: remark.service().map(str::to_owned),
            field: remark.field().map(|field| edition.field(field).id.clone()),
            body: remark.body(),
        }
    }
}

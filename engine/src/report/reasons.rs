//! Why a line costs what it costs, in the JSON form: inputs, place, other readings, next bounds.

use super::{Amount, Named, Number};
use crate::catalogue::{Edition, Field, FieldIx, Rule};
use crate::french::counted;
use crate::line::{self, Hit, Line};
use crate::pricing::Cell;
use crate::pricing::walk::Step;
use crate::{Estimate, explain};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

/// Something a line was found from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Id of the field; "kind" for the kind of body that asks.
    pub field: String,
    /// What the page calls it.
    pub label: String,
    /// The number, the id of the answer, or the kind.
    pub value: String,
    /// The value in French, with its unit.
    pub text: String,
}

/// The headings of a line's place in its table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Heading of the row, in a table of two entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// Heading of the column.
    pub column: String,
}

/// A place where the price list is silent or says two things, and what its other reading would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LedgerHit {
    /// Id of the ledger's entry.
    pub id: String,
    /// What the list leaves open.
    pub question: String,
    /// How it is read.
    pub taken: String,
    /// How else it could be read; absent when no other reading can be priced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// What the other reading would change in this line.
    pub difference: Difference,
}

/// What another reading would change in what leaves the budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Which kind of change.
    pub kind: DifferenceKind,
    /// More in year 1, less when negative; for `amount`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_year: Option<Amount>,
    /// More over the period, less when negative; for `amount`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Amount>,
    /// Id of the field to answer to know; for `needs`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The same in French.
    pub sentence: String,
}

/// The kinds of change another reading makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// It cannot be priced.
    None,
    /// Amounts more or less, perhaps none.
    Amount,
    /// The line would be on quote.
    Quote,
    /// It takes another answer to know.
    Needs,
}

/// A bound near one of the line's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// The field whose number would change.
    pub field: Named,
    /// By how much: negative when down.
    pub distance: Number,
    /// To what.
    pub reached: Number,
    /// What it would change, each time the line falls due.
    pub change: Change,
    /// The same in French.
    pub sentence: String,
}

/// What crossing a bound changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Which kind of change.
    pub kind: ChangeKind,
    /// What leaves the budget each time, more, or less when negative; for `amount`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
}

/// The kinds of change a bound makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// An amount more or less.
    Amount,
    /// The line would be on quote.
    Quote,
}

/// Everything a line was found from, each field once, in the order it was looked at.
pub(super) fn inputs(edition: &Edition, line: &Line<'_>) -> Vec<Input> {
    let steps = line.trail.steps.iter().filter_map(|step| match step {
        Step::Bracket(step) => Some(number(edition, step.bracket.field, step.number)),
        Step::Within(field, value, _) => Some(number(edition, *field, *value)),
        Step::Kind(kind) => Some(Input {
            field: "kind".to_owned(),
            label: "Type d'organisme".to_owned(),
            value: kind.id().to_owned(),
            text: edition.kind_label(*kind).to_owned(),
        }),
        Step::Choice(field, answer) => choice(edition.field(*field), *answer),
    });
    let quantity = line.priced.counted.map(|counted| number(edition, counted.field, counted.number));
    let mut once: Vec<Input> = Vec::new();
    for input in steps.chain(quantity) {
        if once.iter().all(|known| known.field != input.field) {
            once.push(input);
        }
    }
    once
}

fn number(edition: &Edition, field: FieldIx, value: Decimal) -> Input {
    let field = edition.field(field);
    Input {
        field: field.id.clone(),
        label: field.label.clone(),
        value: Number::of(value).0,
        text: counted(value, field.unit(value)),
    }
}

fn choice(field: &Field, answer: u8) -> Option<Input> {
    let choice = field.choices().get(usize::from(answer))?;
    let (value, text) = (choice.id.clone(), choice.label.clone());
    Some(Input { field: field.id.clone(), label: field.label.clone(), value, text })
}

impl Place {
    pub(super) fn of(edition: &Edition, line: &Line<'_>) -> Option<Place> {
        let heading = |scale, place| explain::heading(edition, scale, place).to_owned();
        match (&line.price.rule, line.priced.cell) {
            (Rule::Columns(scale, ..), Cell::Column(column)) => {
                Some(Place { row: None, column: heading(*scale, column) })
            }
            (Rule::Grid(grid), Cell::Crossing(row, column)) => {
                Some(Place { row: Some(heading(grid.rows, row)), column: heading(grid.columns, column) })
            }
            _ => None,
        }
    }
}

impl LedgerHit {
    pub(super) fn of(estimate: &Estimate<'_>, hit: &Hit) -> Option<LedgerHit> {
        let entry = estimate.edition.ledger_entry(hit.entry)?;
        Some(LedgerHit {
            id: entry.id.clone(),
            question: entry.question.clone(),
            taken: entry.taken.clone(),
            other: entry.other.clone(),
            difference: Difference::of(estimate, hit),
        })
    }
}

impl Difference {
    fn of(estimate: &Estimate<'_>, hit: &Hit) -> Difference {
        let sentence = explain::hit(estimate.edition, hit, estimate.years);
        let plain = |kind| Difference { kind, first_year: None, period: None, field: None, sentence };
        match hit.difference {
            line::Difference::NotPriced => plain(DifferenceKind::None),
            line::Difference::Quote => plain(DifferenceKind::Quote),
            line::Difference::Needs(field) => {
                Difference { field: Some(estimate.edition.field(field).id.clone()), ..plain(DifferenceKind::Needs) }
            }
            line::Difference::Amount { first_year, period } => Difference {
                first_year: Some(Amount::of(first_year)),
                period: Some(Amount::of(period)),
                ..plain(DifferenceKind::Amount)
            },
        }
    }
}

impl Threshold {
    pub(super) fn of(edition: &Edition, line: &Line<'_>, threshold: &line::Threshold) -> Threshold {
        let field = edition.field(threshold.field);
        let change = match threshold.change {
            line::Change::Amount(amount) => Change { kind: ChangeKind::Amount, amount: Some(Amount::of(amount)) },
            line::Change::Quote => Change { kind: ChangeKind::Quote, amount: None },
        };
        Threshold {
            field: Named::new(&field.id, &field.label),
            distance: Number::of(threshold.distance),
            reached: Number::of(threshold.reached),
            change,
            sentence: explain::threshold(edition, line, threshold),
        }
    }
}

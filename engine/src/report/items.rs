//! What is not charged, in the JSON form: on quote, included, free, not known.

use super::{Line, Named};
use crate::Estimate;
use crate::catalogue::{Edition, LedgerIx, Price, Rule};
use crate::line::{Avoided, Item};
use crate::remark::{self, Need, Remark};
use schemars::JsonSchema;
use serde::Serialize;

/// A service on quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuoteItem {
    /// The service.
    pub service: Named,
    /// Place in the request's `bodies` of the body it is for, from 0; absent for the body that asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<usize>,
    /// Why there is no price.
    pub reason: QuoteReason,
    /// The same in French.
    pub sentence: String,
    /// The list's own words, for `printed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    /// Ids of the ledger's entries that lead there.
    pub ledger: Vec<String>,
}

/// Why something is on quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteReason {
    /// The list says so, whoever asks.
    Printed,
    /// The number stands where the list has no column.
    OutOfRange,
    /// The list has no column for that kind of body.
    Kind,
    /// The answer chosen is not priced.
    Choice,
    /// More than the column serves.
    TooMany,
    /// Such a body cannot join that way.
    Membership,
}

/// A row that a membership contains: nothing to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IncludedItem {
    /// The service it belongs to.
    pub service: Named,
    /// The row of the price list.
    pub price: Named,
    /// The line it would have been without the membership: the price avoided, by year and over the
    /// period. Absent when it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avoided: Option<Line>,
    /// Whether it would have been on quote without the membership. Absent when not.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub instead_of_quote: bool,
}

/// A row that the price list gives free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FreeItem {
    /// The service it belongs to.
    pub service: Named,
    /// The row of the price list.
    pub price: Named,
    /// The list's own words.
    pub wording: String,
}

/// A row that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissingItem {
    /// The service it belongs to.
    pub service: Named,
    /// The row of the price list.
    pub price: Named,
    /// Place in the request's `bodies` of the body it is for, from 0; absent for the body that asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<usize>,
    /// Id of the field to answer; "kind" for the kind of body that asks.
    pub needs: String,
    /// The same in French.
    pub sentence: String,
}

impl QuoteItem {
    pub(super) fn of(edition: &Edition, item: &Item<'_>, why: remark::QuoteReason, entries: &[LedgerIx]) -> QuoteItem {
        let reason = QuoteReason::of(why);
        let wordings = item.service.prices.iter().filter_map(|price| match &price.rule {
            Rule::Quote(wording) => Some(wording.clone()),
            _ => None,
        });
        let ids = entries.iter().filter_map(|entry| edition.ledger_entry(*entry));
        QuoteItem {
            service: Named::new(&item.service.id, &item.service.label),
            body: item.body,
            reason,
            sentence: why.sentence(edition),
            wording: wordings.take(1).find(|_| reason == QuoteReason::Printed),
            ledger: ids.map(|entry| entry.id.clone()).collect(),
        }
    }
}

impl QuoteReason {
    fn of(reason: remark::QuoteReason) -> QuoteReason {
        match reason {
            remark::QuoteReason::Printed => QuoteReason::Printed,
            remark::QuoteReason::OutOfRange(..) => QuoteReason::OutOfRange,
            remark::QuoteReason::Kind(_) => QuoteReason::Kind,
            remark::QuoteReason::Choice(..) => QuoteReason::Choice,
            remark::QuoteReason::TooMany(..) => QuoteReason::TooMany,
            remark::QuoteReason::Membership(..) => QuoteReason::Membership,
        }
    }
}

impl IncludedItem {
    pub(super) fn of(estimate: &Estimate<'_>, item: &Item<'_>, price: &Price, avoided: &Avoided<'_>) -> IncludedItem {
        IncludedItem {
            service: Named::new(&item.service.id, &item.service.label),
            price: Named::new(&price.id, &price.label),
            avoided: avoided.line().map(|line| Line::of(estimate, item, line)),
            instead_of_quote: matches!(avoided, Avoided::Quote),
        }
    }
}

impl FreeItem {
    pub(super) fn of(item: &Item<'_>, price: &Price, wording: &str) -> FreeItem {
        FreeItem {
            service: Named::new(&item.service.id, &item.service.label),
            price: Named::new(&price.id, &price.label),
            wording: wording.to_owned(),
        }
    }
}

impl MissingItem {
    pub(super) fn of(edition: &Edition, item: &Item<'_>, price: &Price, need: Need) -> MissingItem {
        MissingItem {
            service: Named::new(&item.service.id, &item.service.label),
            price: Named::new(&price.id, &price.label),
            body: item.body,
            needs: match need {
                Need::Kind => "kind".to_owned(),
                Need::Field(field) => edition.field(field).id.clone(),
            },
            sentence: Remark::Missing(item.service, need).sentence(edition),
        }
    }
}

//! What one service costs, at a glance.

use super::money::total;
use crate::blocks::{element, text};
use crate::state::State;
use engine::Estimate;
use engine::catalogue::{Schedule, Service};
use engine::french::money;
use engine::line::{Item, Outcome};
use engine::{Money, Totals};
use leptos::prelude::*;

/// Kept on one line, so that it is after the amount that a line breaks.
const FIRST: &str = "la\u{a0}1re\u{a0}année";

/// Year 1 and year 2 of one service, what its membership avoids, or that it is on quote.
pub fn service_cost(state: State, service: &'static Service) -> AnyView {
    let sentence = text(move || state.of_estimate(|estimate| cost(estimate, service)));
    element("p").class("cost").shows(sentence).done()
}

/// "1 200,00 € la 1re année, 360,00 € la 2e" and what else there is to say; empty when nothing is.
fn cost(estimate: &Estimate<'_>, service: &Service) -> String {
    let items: Vec<&Item<'_>> = estimate.items.iter().filter(|item| item.service.id == service.id).collect();
    let mut words = Vec::new();
    if items.iter().any(|item| item.line().is_some()) {
        // A row that waits for an answer is not counted yet.
        let waits = items.iter().any(|item| matches!(item.outcome, Outcome::Missing(..)));
        let first = total(due(&items, 1), waits);
        words.push(if estimate.years > 1 {
            match due(&items, 2) {
                later if later == due(&items, 1) => format!("{first} par\u{a0}an"),
                later if waits => format!("{first} {FIRST}, {}\u{a0}la\u{a0}2e", total(later, waits)),
                later if later.is_zero() && only_once(&items) => format!("{first} une seule fois, {FIRST}"),
                later if later.is_zero() => format!("{first} {FIRST}, puis rien la\u{a0}2e"),
                later => format!("{first} {FIRST}, {}\u{a0}la\u{a0}2e", money(later)),
            }
        } else {
            format!("{first} {FIRST}")
        });
    }
    let avoided: Money = items.iter().filter_map(|item| avoided(item, estimate.years)).sum();
    if items.iter().any(|item| matches!(item.outcome, Outcome::Included(..))) {
        let unknown = items.iter().any(|item| matches!(item.outcome, Outcome::Included(_, None)));
        words.push(match avoided.is_zero() {
            true => "inclus dans l'adhésion".to_owned(),
            false => format!("inclus dans l'adhésion : {} évités sur la période", total(avoided, unknown)),
        });
    }
    if items.iter().any(|item| matches!(item.outcome, Outcome::Quote(..))) {
        words.push("sur devis".to_owned());
    }
    words.join(" ; ")
}

/// Whether nothing comes back later than the second year either.
fn only_once(items: &[&Item<'_>]) -> bool {
    items.iter().filter_map(|item| item.line()).all(|line| line.schedule == Schedule::Once)
}

/// What leaves the budget that year for these items.
fn due(items: &[&Item<'_>], year: u8) -> Money {
    let charges = items.iter().filter_map(|item| item.line()?.in_year(year));
    charges.fold(Totals::ZERO, |sum, charge| sum.plus(charge.totals())).outlay()
}

/// What an included item would have cost over the period.
fn avoided(item: &Item<'_>, years: u8) -> Option<Money> {
    match &item.outcome {
        Outcome::Included(_, Some(line)) => Some(line.outlay_over(years)),
        _ => None,
    }
}

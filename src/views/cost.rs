//! What one service costs, at a glance.

use super::money::total;
use crate::blocks::{element, text};
use crate::state::State;
use engine::catalogue::{Schedule, Service};
use engine::line::{Avoided, Item, Outcome};
use engine::{Estimate, Money, Outlay};
use leptos::prelude::*;

/// Kept on one line, so that it is after the amount that a line breaks.
const FIRST: &str = "la\u{a0}1re\u{a0}année";

/// Year 1 and year 2 of one service, what its membership avoids, or that it is on quote; behind its name where that
/// does not stand beside it.
pub fn service_cost(state: State, service: &'static Service, is_named: bool) -> AnyView {
    let sentence = text(move || {
        let mut cost = state.of_estimate(|estimate| cost(estimate, service));
        if is_named && !cost.is_empty() {
            cost.insert_str(0, " : ");
            cost.insert_str(0, &service.label);
        }
        cost
    });
    element("p").class("cost").shows(sentence).done()
}

/// "1 200,00 € la 1re année, 360,00 € la 2e" and what else there is to say; empty when nothing is.
fn cost(estimate: &Estimate<'_>, service: &Service) -> String {
    let items: Vec<&Item<'_>> = estimate.items.iter().filter(|item| item.service.id == service.id).collect();
    let mut words = Vec::new();
    if items.iter().any(|item| item.line().is_some()) {
        let [first, later] = [1, 2].map(|year| due(&items, year));
        let said = total(first);
        words.push(if estimate.years == 1 {
            format!("{said} {FIRST}")
        } else if later == first {
            format!("{said} par\u{a0}an")
        } else if later != Outlay::default() {
            format!("{said} {FIRST}, {}\u{a0}la\u{a0}2e", total(later))
        } else if only_once(&items) {
            format!("{said} une seule fois, {FIRST}")
        } else if let Some(years) = again_after(&items) {
            format!("{said} {FIRST}, puis tous les\u{a0}{years}\u{a0}ans")
        } else {
            format!("{said} {FIRST}, puis rien la\u{a0}2e")
        });
    }
    let avoided: Money = items.iter().filter_map(|item| avoided(item, estimate.years)).sum();
    if items.iter().any(|item| matches!(item.outcome, Outcome::Included(..))) {
        let avoids = |is: fn(&Avoided<'_>) -> bool| {
            items.iter().any(|item| match &item.outcome {
                Outcome::Included(_, avoided) => is(avoided),
                _ => false,
            })
        };
        let quote = avoids(|avoided| matches!(avoided, Avoided::Quote));
        let unknown = avoids(|avoided| matches!(avoided, Avoided::Unknown));
        // A limited number of them, say: what is beyond is charged, or waits for their number.
        let is_part = items.iter().any(|item| matches!(item.outcome, Outcome::Charged(_) | Outcome::Missing(..)));
        let included = if is_part { "une part incluse dans l'adhésion" } else { "inclus dans l'adhésion" };
        words.push(match avoided.is_zero() {
            true if quote => format!("{included}, au lieu d'un devis"),
            true => included.to_owned(),
            false => {
                let avoided = Outlay { amount: avoided, at_least: quote || unknown };
                format!("{included} : {} évités sur la période", total(avoided))
            }
        });
    }
    if items.iter().any(|item| matches!(item.outcome, Outcome::Quote(..))) {
        words.push("sur devis".to_owned());
    }
    // Where nothing else is said, what is free says why, in the list's own words.
    if words.is_empty() {
        words.extend(items.iter().find_map(|item| match item.outcome {
            Outcome::Free(_, wording) => Some(wording.to_owned()),
            _ => None,
        }));
    }
    words.join(" ; ")
}

/// Whether nothing comes back later than the second year either.
fn only_once(items: &[&Item<'_>]) -> bool {
    schedules(items).all(|schedule| schedule == Schedule::Once)
}

/// After how many years all of it comes back, where it does.
fn again_after(items: &[&Item<'_>]) -> Option<u8> {
    let mut years = schedules(items).map(|schedule| match schedule {
        Schedule::EveryYears(years) => Some(years),
        Schedule::Once | Schedule::Yearly | Schedule::FromYear2 => None,
    });
    let first = years.next()??;
    years.all(|other| other == Some(first)).then_some(first)
}

/// When what has a price, or will have one, falls due.
fn schedules(items: &[&Item<'_>]) -> impl Iterator<Item = Schedule> {
    items.iter().filter_map(|item| match &item.outcome {
        Outcome::Charged(line) => Some(line.schedule),
        Outcome::Missing(price, _) => Some(price.schedule),
        _ => None,
    })
}

/// Whether something of these is due that year that waits for an answer: it is not counted yet.
fn is_awaited(items: &[&Item<'_>], year: u8) -> bool {
    items.iter().any(|item| matches!(item.outcome, Outcome::Missing(price, _) if price.schedule.due(year)))
}

/// What leaves the budget that year for these items.
fn due(items: &[&Item<'_>], year: u8) -> Outlay {
    let charges = items.iter().filter_map(|item| item.line()?.in_year(year));
    let amount = charges.map(|charge| charge.outlay()).sum();
    Outlay { amount, at_least: is_awaited(items, year) }
}

/// What an included item would have cost over the period.
fn avoided(item: &Item<'_>, years: u8) -> Option<Money> {
    match &item.outcome {
        Outcome::Included(_, Avoided::Line(line)) => Some(line.outlay_over(years)),
        _ => None,
    }
}

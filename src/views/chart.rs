//! Stacked bars, one a year, drawn from the estimate. Lengths are exact decimals: no float, no drift.

use super::money::{known, total};
use crate::blocks::all;
use engine::sums::breakdown::FamilyCost;
use engine::{Money, Outlay, decimal};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The drawing's heights, in pixels; across, it is as wide as there is room.
const HEIGHT: i64 = 200;
const TOP: i64 = 22;
const FOOT: i64 = 24;

/// How much of its year's width a bar takes, in per cent.
const BAR: i64 = 60;

/// From so many years on, a phone's width is too little.
const LONG: usize = 5;

/// The bars and their legend, which one family alone does without. `names` names the years.
pub fn bars(costs: &[FamilyCost<'_>], names: &[String]) -> AnyView {
    let sums: Vec<Outlay> = (0..names.len()).map(|year| of_year(costs, year)).collect();
    let most = sums.iter().map(|sum| sum.amount).max().unwrap_or_default();
    let years = names.iter().zip(&sums).enumerate().map(|(year, (name, sum))| {
        let column =
            Column { middle: across(year, 50, names.len()), left: across(year, (100 - BAR) / 2, names.len()), most };
        column.view(costs, year, name, *sum, &across(0, BAR, names.len()))
    });
    let described = names.iter().zip(&sums).map(|(name, sum)| format!("{name} : {}", total(*sum)));
    let description = format!("Graphique en barres. {}.", described.collect::<Vec<_>>().join(", "));
    let drawn: Vec<&FamilyCost<'_>> = costs.iter().filter(|cost| cost.is_something()).collect();
    let legend = (drawn.len() > 1).then(|| {
        let families = drawn.iter().map(|cost| {
            view! { <li><span class=format!("swatch family-{}", cost.place) aria-hidden="true"></span>{cost.family.label.clone()}</li> }
                .into_any()
        });
        view! { <ul class="legend">{all(families)}</ul> }
    });
    let class = if names.len() < LONG { "chart" } else { "chart long" };
    let height = HEIGHT.saturating_add(TOP).saturating_add(FOOT);
    view! {
        <div class="scroll" role="region" aria-label="Graphique" tabindex="0">
            <svg class=class height=height.to_string() role="img" aria-label=description>{all(years)}</svg>
        </div>
        {legend}
    }
    .into_any()
}

/// A year's sum, and whether it may be more.
fn of_year(costs: &[FamilyCost<'_>], year: usize) -> Outlay {
    costs.iter().filter_map(|cost| cost.by_year.get(year)).fold(Outlay::default(), |sum, cost| sum.plus(*cost))
}

/// Where something stands across the drawing, from its place across its year's width.
fn across(year: usize, within: i64, years: usize) -> String {
    let hundreds = Decimal::from(year.saturating_mul(100));
    let place = decimal::divided(decimal::plus(hundreds, Decimal::from(within)), Decimal::from(years.max(1)));
    format!("{}%", place.round_dp(2).normalize())
}

/// Where a year is drawn.
struct Column {
    middle: String,
    left: String,
    most: Money,
}

impl Column {
    /// A year: its families one above the other, its sum on top, its name below.
    fn view(&self, costs: &[FamilyCost<'_>], year: usize, name: &str, sum: Outlay, width: &str) -> AnyView {
        let mut below = Money::ZERO;
        let parts = costs.iter().filter_map(|cost| {
            let amount = cost.by_year.get(year)?.amount;
            let from = length(below, self.most);
            below = below.plus(amount);
            let to = length(below, self.most);
            let top = decimal::minus(Decimal::from(HEIGHT.saturating_add(TOP)), to);
            let height = decimal::minus(to, from);
            (!amount.is_zero()).then(|| {
                view! {
                    <rect class=format!("family-{}", cost.place) x=self.left.clone() width=width.to_owned() y=top.to_string() height=height.to_string() />
                }
                .into_any()
            })
        });
        let parts = all(parts);
        let over =
            decimal::minus(Decimal::from(HEIGHT.saturating_add(TOP).saturating_sub(6)), length(sum.amount, self.most));
        let foot = HEIGHT.saturating_add(TOP).saturating_add(16);
        let class = if sum.amount.is_zero() { "sum nothing" } else { "sum" };
        view! {
            <g>
                {parts}
                <text class=class x=self.middle.clone() y=over.to_string()>{known(sum.known())}</text>
                <text x=self.middle.clone() y=foot.to_string()>{name.to_owned()}</text>
            </g>
        }
        .into_any()
    }
}

/// How high an amount stands, to the hundredth of a unit.
fn length(amount: Money, most: Money) -> Decimal {
    if most.is_zero() {
        return Decimal::ZERO;
    }
    Money::from_euros(decimal::divided(decimal::times(amount.euros(), Decimal::from(HEIGHT)), most.euros()))
        .over(Decimal::ONE)
        .euros()
}

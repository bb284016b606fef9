//! Stacked bars, one a year, drawn from the estimate. Lengths are exact decimals: no float, no drift.

use crate::blocks::all;
use engine::breakdown::FamilyCost;
use engine::french::money;
use engine::{Money, decimal};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The drawing's measures, in its own units.
const HEIGHT: i64 = 200;
const STEP: i64 = 84;
const BAR: i64 = 48;
const TOP: i64 = 22;
const FOOT: i64 = 24;

/// The bars and their legend. `names` names the years.
pub fn bars(costs: &[FamilyCost<'_>], names: &[String]) -> AnyView {
    let sums: Vec<Money> =
        (0..names.len()).map(|year| costs.iter().filter_map(|cost| cost.by_year.get(year)).copied().sum()).collect();
    let most = sums.iter().copied().max().unwrap_or_default();
    let width = STEP.saturating_mul(i64::try_from(names.len()).unwrap_or(10));
    let years = names.iter().zip(&sums).enumerate().map(|(year, (name, sum))| column(costs, year, name, *sum, most));
    let described = names.iter().zip(&sums).map(|(name, sum)| format!("{name} : {}", money(*sum)));
    let description = format!("Graphique en barres. {}.", described.collect::<Vec<_>>().join(", "));
    let legend = costs.iter().map(|cost| {
        view! { <li><span class=format!("swatch family-{}", cost.place) aria-hidden="true"></span>{cost.family.label.clone()}</li> }
            .into_any()
    });
    let box_ = format!("0 0 {width} {}", HEIGHT.saturating_add(TOP).saturating_add(FOOT));
    view! {
        <div class="scroll" role="region" aria-label="Graphique" tabindex="0">
            <svg class="chart" viewBox=box_ width=width.to_string() role="img" aria-label=description>{all(years)}</svg>
        </div>
        <ul class="legend">{all(legend)}</ul>
    }
    .into_any()
}

/// A year: its families one above the other, its sum on top, its name below.
fn column(costs: &[FamilyCost<'_>], year: usize, name: &str, sum: Money, most: Money) -> AnyView {
    let middle = STEP.saturating_mul(i64::try_from(year).unwrap_or(0)).saturating_add(STEP / 2);
    let left = middle.saturating_sub(BAR / 2);
    let mut below = Money::ZERO;
    let parts = costs.iter().filter_map(|cost| {
        let amount = *cost.by_year.get(year)?;
        let from = length(below, most);
        below = below.plus(amount);
        let to = length(below, most);
        let top = decimal::minus(Decimal::from(HEIGHT.saturating_add(TOP)), to);
        let height = decimal::minus(to, from);
        (!amount.is_zero()).then(|| {
            view! {
                <rect class=format!("family-{}", cost.place) x=left.to_string() width=BAR.to_string() y=top.to_string() height=height.to_string() />
            }
            .into_any()
        })
    });
    let parts = all(parts);
    let over = decimal::minus(Decimal::from(HEIGHT.saturating_add(TOP).saturating_sub(6)), length(sum, most));
    let foot = HEIGHT.saturating_add(TOP).saturating_add(16);
    view! {
        <g>
            {parts}
            <text class="sum" x=middle.to_string() y=over.to_string()>{money(sum)}</text>
            <text x=middle.to_string() y=foot.to_string()>{name.to_owned()}</text>
        </g>
    }
    .into_any()
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

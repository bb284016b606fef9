//! The worksheet of a territory: one row a body, who counts, who would pay what.

mod around;
mod figures;
mod order;
mod row;
mod tools;

pub use figures::{Figures, Row, figures, weights};
pub use row::{count_of, fee};

use crate::blocks::{Derived, Live, Source, condition, each, shown, text, texts};
use crate::browser::focus;
use crate::form::Form;
use crate::form::origin::attribution;
use crate::state::State;
use crate::views::total;
use engine::catalogue::BodyKind;
use engine::french::number;
use engine::{Fee, Money, Outlay};
use leptos::prelude::*;
use order::{Order, heading};
use rust_decimal::Decimal;
use std::fmt;

/// What the columns are headed with.
const INHABITANTS: &str = "Habitants";
const COUNTED: &str = "Compté ?";
const CCAS: &str = "CCAS";
const PARTICIPATION: &str = "Participation individuelle, par an";
const PART: &str = "Part de l'adhésion, par an";

/// What every part of the worksheet reads. Copied freely.
#[derive(Clone, Copy)]
pub struct Sheet {
    state: State,
    figures: Derived<Figures>,
    order: Source<Order>,
    /// The rows' names in the order shown. It is found when it is asked for or a row comes or goes, and not when figures
    /// change: a row must not move away under the hand that types in it.
    rows: Derived<Vec<String>>,
}

/// The worksheet.
pub fn worksheet(state: State) -> AnyView {
    let (figures, order) = (Derived::new(move || figures(state)), Source::new(Order::default()));
    let named = move |key: u32| state.form(|form| RowName::of(form, key).to_string());
    let entered = texts(move || state.form(|form| form.bodies.iter().map(|body| named(body.key)).collect()));
    let rows = texts(move || {
        // Read, and not only tracked: what nobody reads follows nothing.
        entered.with(|_| ());
        let order = order.get();
        untrack(|| order.keys(state, figures).into_iter().map(named).collect())
    });
    let sheet = Sheet { state, figures, order, rows };
    let from = move || view! { <p class="note">{attribution(state)}</p> }.into_any();
    let rows = each(rows, move |name| row::row(sheet, RowName::key(&name)));
    let shares = sheet.shares();
    view! {
        <fieldset class="bodies">
            <legend>"Communes et établissements publics du territoire"</legend>
            <p class="help">{state.edition.counting_source.as_str()}</p>
            {tools::tools(sheet)}
            <a class="visually-hidden" href="#ajouter-organisme">"Passer la feuille de calcul"</a>
            <div class="scroll cards" role="region" aria-labelledby="titre-feuille" tabindex="0">
                <table class="sheet" role="table">
                    <caption id="titre-feuille">"Feuille de calcul du territoire"</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            {heading(sheet, Order::by_name, "Organisme")}
                            {heading(sheet, Order::by_inhabitants, INHABITANTS)}
                            <th scope="col" role="columnheader">{COUNTED}</th>
                            <th scope="col" role="columnheader">{CCAS}</th>
                            {heading(sheet, Order::by_participation, PARTICIPATION)}
                            {shown(shares, move || heading(sheet, Order::by_part, PART))}
                            <th scope="col" role="columnheader">"Actions"</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                    {last_row(sheet)}
                </table>
            </div>
            {tools::add(sheet)}
            {around::around(sheet)}
            {shown(condition(move || attribution(state).is_some()), from)}
        </fieldset>
    }
    .into_any()
}

impl Sheet {
    /// Reads the figures of a row; the default when it is left out.
    fn row<T: Default>(self, key: u32, read: impl FnOnce(&Row) -> T) -> T {
        self.figures.with(|figures| figures.row(key).map(read).unwrap_or_default())
    }

    /// Whether there is a bill to share out.
    fn shares(self) -> Live<bool> {
        condition(move || self.figures.with(|figures| figures.shares))
    }

    /// Goes to the next body's inhabitants. Behind the last it adds a body, where that was added itself: the communes of
    /// an EPCI are as many as they are.
    fn go_on(self, key: u32) {
        let keys: Vec<u32> = self.rows.with_untracked(|rows| rows.iter().map(|name| RowName::key(name)).collect());
        let here = keys.iter().position(|known| *known == key);
        let is_known = self.state.form_now(|form| form.body(key).is_some_and(|body| body.known.is_some()));
        match here.and_then(|here| keys.get(here.saturating_add(1))) {
            Some(next) => focus(&format!("#organisme-{next}-habitants")),
            None if is_known => focus("#ajouter-organisme"),
            None => self.add("habitants"),
        }
    }

    /// Adds a body, and goes to that field of it.
    fn add(self, field: &str) {
        let mut key = 0;
        self.state.edit(|form| key = form.add_body(BodyKind::Commune));
        focus(&format!("#organisme-{key}-{field}"));
    }
}

/// What tells a row from any other while rows come and go: its key, and the commune it is of, for another territory
/// begins with the same keys.
struct RowName {
    key: u32,
    code: &'static str,
}

impl RowName {
    fn of(form: &Form, key: u32) -> RowName {
        let known = form.body(key).and_then(|body| body.known);
        RowName { key, code: known.map_or("", |member| member.code) }
    }

    /// The key in such a name.
    fn key(name: &str) -> u32 {
        name.split(' ').next().and_then(|key| key.parse().ok()).unwrap_or_default()
    }
}

impl fmt::Display for RowName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.key, self.code)
    }
}

/// The last row: what the columns come to.
fn last_row(sheet: Sheet) -> AnyView {
    let sum = move |at: usize| {
        text(move || sheet.figures.with(|figures| sums(figures).into_iter().nth(at).unwrap_or_default()))
    };
    let ccas = text(move || {
        sheet
            .figures
            .with(|figures| number(Decimal::from(figures.rows.iter().filter(|row| row.ccas.is_some()).count())))
    });
    let bill = move || view! { <td class="number" role="cell" data-title=PART>{sum(3)}</td> }.into_any();
    view! {
        <tfoot role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader">"Total"</th>
                <td class="number" role="cell" data-title=INHABITANTS>{sum(0)}</td>
                <td role="cell" data-title=COUNTED>{sum(1)}</td>
                <td role="cell" data-title=CCAS>{ccas}</td>
                <td class="number" role="cell" data-title=PARTICIPATION>{sum(2)}</td>
                {shown(sheet.shares(), bill)}
                <td role="cell"></td>
            </tr>
        </tfoot>
    }
    .into_any()
}

/// The inhabitants, who counts, the participations and the bill of all rows together.
pub fn sums(figures: &Figures) -> [String; 4] {
    [inhabitants(figures), count(figures), participations(figures), bill(figures)]
}

fn inhabitants(figures: &Figures) -> String {
    let known = figures.rows.iter().filter_map(|row| row.body.inhabitants);
    number(known.map(Decimal::from).sum())
}

/// "10 comptés sur 12 organismes".
fn count(figures: &Figures) -> String {
    let reasons = figures.rows.iter().flat_map(|row| std::iter::once(row.body.counting).chain(row.ccas));
    let (mut all, mut counted) = (0_usize, 0_usize);
    for reason in reasons {
        all = all.saturating_add(1);
        counted = counted.saturating_add(usize::from(reason.counts()));
    }
    let s = |n: usize| if n > 1 { "s" } else { "" };
    if all == 0 { String::new() } else { format!("{counted} compté{} sur {all} organisme{}", s(counted), s(all)) }
}

/// The sum of what is known; "au moins" beside what is not.
fn participations(figures: &Figures) -> String {
    let known: Money = figures.rows.iter().filter_map(|row| row.body.participation.known()).sum();
    let count = |fee: Fee| figures.rows.iter().filter(|row| row.body.participation == fee).count();
    let beside = [(count(Fee::Quote), "sur devis"), (count(Fee::Unknown), "à préciser")];
    let beside: Vec<String> =
        beside.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let sum = total(Outlay { amount: known, at_least: !beside.is_empty() });
    if beside.is_empty() { sum } else { format!("{sum}, + {}", beside.join(", ")) }
}

/// The bill, whether or not it could be shared out.
fn bill(figures: &Figures) -> String {
    let bill = row::fee(figures.bill);
    match figures.bill {
        Fee::Known(_) if figures.is_least => format!("au moins {bill}"),
        Fee::Known(_) if !figures.is_shared => format!("{bill} à répartir"),
        _ => bill,
    }
}

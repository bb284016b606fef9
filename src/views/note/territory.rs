//! A territory's bodies: who counts, what each would pay by itself, its part of the bill.

use super::table::{Title, amount, name, row, said, table};
use super::{paragraph, section as titled};
use crate::annexes::{Row, count_of, figures, sums};
use crate::blocks::nothing;
use crate::form::key;
use crate::form::origin::attribution;
use crate::state::State;
use engine::french::{capital, money, number};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The worksheet's figures; nothing without a territory.
pub fn section(state: State) -> AnyView {
    let figures = figures(state);
    if figures.rows.is_empty() {
        return nothing();
    }
    let titles = [
        Title::amount("Habitants"),
        Title::said("Compté"),
        Title::amount("Participation individuelle, par an"),
        Title::amount("Part de l'adhésion mutualisée, par an"),
    ];
    // The last is of a membership that is shared out.
    let columns = if figures.shares { 4 } else { 3 };
    let rows = figures.rows.iter().map(|body| of_body(state, body, columns)).collect();
    let [inhabitants, count, participations, bill] = sums(&figures);
    let sum = [amount(inhabitants), said(count), amount(participations), amount(bill)].into_iter().take(columns);
    let shared = if figures.is_shared {
        format!("L'adhésion mutualisée est répartie {}.", state.form(|form| key(form.sharing)))
    } else {
        "L'adhésion mutualisée n'est pas répartie\u{a0}: la clé choisie ne donne pas une part à chacun.".to_owned()
    };
    let apart = "Les deux dernières colonnes sont deux façons d'adhérer, et ne s'ajoutent pas.";
    let shared = [shared.as_str(), apart].into_iter().filter(|_| figures.shares);
    let told: Vec<&str> = shared.chain(attribution(state)).collect();
    let table = table(
        "bodies-table",
        "Organisme",
        titles.into_iter().take(columns),
        rows,
        Some(row(name("Total".to_owned()), sum)),
    );
    titled("Par commune et établissement", vec![table, paragraph("small", told.join(" "))])
}

fn of_body(state: State, of: &Row, columns: usize) -> AnyView {
    let body = &of.body;
    let called = state.form(|form| form.body_name(of.key));
    let inhabitants = body.inhabitants.map_or("–".to_owned(), |it| number(Decimal::from(it)));
    let mut counted = count_of(body.counting).to_owned();
    if let Some(ccas) = of.ccas {
        counted = format!("{counted} ; CCAS {}", count_of(ccas));
    }
    let part = of.part.map_or("–".to_owned(), money);
    row(
        name(capital(&called)),
        [amount(inhabitants), said(counted), amount(crate::annexes::fee(body.participation)), amount(part)]
            .into_iter()
            .take(columns),
    )
}

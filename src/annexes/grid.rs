//! The membership grid: a table of two scales that is its own control.

use crate::blocks::{Derived, all, condition, live, text};
use crate::form::Answer;
use crate::state::State;
use engine::Estimate;
use engine::catalogue::{FieldIx, Grid, Node, Rule, Service};
use engine::french::number;
use engine::request::Membership;
use leptos::prelude::*;

/// The grid of the territory's membership; nothing for an edition that prices it otherwise.
pub fn of_membership(state: State) -> AnyView {
    let service = state.edition.service(state.edition.membership.mutualised);
    let grid = service.and_then(|service| {
        service.prices.iter().find_map(|price| match &price.rule {
            Rule::Grid(grid) => Some(table(state, service, grid)),
            _ => None,
        })
    });
    grid.into_any()
}

/// One row for each step of the first scale, each with a button that chooses it.
fn table(state: State, service: &'static Service, grid: &'static Grid) -> AnyView {
    let column = move || here(state).map(|(_, column)| column);
    let headings = state.edition.scale(grid.columns).columns.iter().enumerate().map(|(at, heading)| {
        let here = condition(move || column() == Some(at));
        view! { <th scope="col" class:here=here>{heading.as_str()}</th> }.into_any()
    });
    let rows = (0..grid.cells.len()).map(|at| row(state, grid, at));
    let legend = text(move || {
        match here(state) {
            Some(_) if state.form(|form| form.membership == Membership::Individual) => {
                "Votre EPCI, seul, est dans la case encadrée, marquée ◆. Choisir une autre ligne remplace votre volume."
            }
            Some(_) => {
                "Votre territoire est dans la case encadrée, marquée ◆. Choisir une autre ligne remplace votre volume."
            }
            None => {
                "Choisissez un volume et indiquez les organismes du territoire : la case de votre prix sera encadrée."
            }
        }
        .to_owned()
    });
    let rest = state.edition.scale(grid.rows).id.as_str();
    view! {
        <div class="scroll" role="region" aria-labelledby="titre-grille" tabindex="0">
            <table class="grid">
                <caption id="titre-grille">
                    {service.label.as_str()}
                    <span class="note">" (€ par an, sans TVA)"</span>
                    <span class="note slides">"Le tableau continue à droite : faites-le glisser."</span>
                </caption>
                <thead>
                    <tr>
                        <th scope="col" id=rest>"Volume de données"</th>
                        {all(headings)}
                    </tr>
                </thead>
                <tbody>{all(rows)}</tbody>
            </table>
        </div>
        <p class="note">{legend}</p>
    }
    .into_any()
}

fn row(state: State, grid: &'static Grid, at: usize) -> AnyView {
    let column = Derived::new(move || here(state).filter(|(row, _)| *row == at).map(|(_, column)| column));
    let here = condition(move || column.get().is_some());
    let heading = state.edition.scale(grid.rows).columns.get(at).map_or("", String::as_str);
    let id = format!("grille-{at}");
    let cells = move || {
        let here = column.get();
        let amounts = grid.cells.get(at).into_iter().flatten().enumerate();
        all(amounts.map(|(at, amount)| cell(number(amount.euros()), here == Some(at)))).into_any()
    };
    let choose = move || choose(state, grid, at);
    view! {
        <tr class:here=here on:click=move |_| choose()>
            <th scope="row">
                <input type="radio" name="grille" id=id.clone() prop:checked=here on:change=move |_| choose() />
                <label for=id.clone()>{heading}</label>
            </th>
            {live(cells)}
        </tr>
    }
    .into_any()
}

fn cell(amount: String, here: bool) -> AnyView {
    if here {
        view! { <td class="here"><strong>"◆ "{amount}</strong><span class="visually-hidden">" (votre territoire)"</span></td> }
            .into_any()
    } else {
        view! { <td>{amount}</td> }.into_any()
    }
}

/// The row and the column that the visitor is in.
fn here(state: State) -> Option<(usize, usize)> {
    state.of_estimate(Estimate::cell)
}

/// The headings of a row and of a column.
pub fn cell_name(state: State, (row, column): (usize, usize)) -> Option<(String, String)> {
    let service = state.edition.service(state.edition.membership.mutualised)?;
    let grid = service.prices.iter().find_map(|price| match &price.rule {
        Rule::Grid(grid) => Some(grid),
        _ => None,
    })?;
    let heading = |scale, at: usize| state.edition.scale(scale).columns.get(at).cloned();
    heading(grid.rows, row).zip(heading(grid.columns, column))
}

/// Writes the row's own step in the field that the rows are found from, as if it had been typed.
fn choose(state: State, grid: &Grid, row: usize) {
    if let Some((field, step)) = step(&state.edition.scale(grid.rows).tree, row) {
        state.edit(|form| form.set(field, Answer::Text(step)));
    }
}

/// The number that leads to a column of a scale of steps, and the field it answers.
fn step(tree: &Node, column: usize) -> Option<(FieldIx, String)> {
    let Node::Bracket(bracket) = tree else { return None };
    let leads = |node: &Node| matches!(node, Node::Column(to) if usize::from(*to) == column);
    let class = bracket.then.iter().position(leads)?;
    bracket.bounds.get(class).map(|bound| (bracket.field, number(*bound)))
}

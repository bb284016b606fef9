//! A row of the worksheet: a body, whether it counts, and its figures.

use super::figures::{PART_UNIT, Row};
use super::{CCAS, COUNTED, INHABITANTS, PART, PARTICIPATION, Sheet};
use crate::blocks::{Derived, Live, act, condition, live, shown, text};
use crate::browser::focus;
use crate::fields::{Select, Selectable, TextField, Tick, TickKind};
use crate::form::origin;
use crate::form::{BodyEntry, Form, Place, Sharing};
use dossier::LONGEST_NAME;
use engine::Fee;
use engine::catalogue::{BodyKind, PerBody};
use engine::french::{self, capital, number, parse_number};
use engine::joining::counting::Counting;
use engine::territory::worksheet::Municipal;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// One body of the territory.
pub fn row(sheet: Sheet, key: u32) -> AnyView {
    let state = sheet.state;
    let known = state.form_now(|form| form.body(key).and_then(|body| body.known));
    let left_out = condition(move || state.form(|form| form.body(key).is_some_and(|body| body.left_out)));
    let figure = move |read: fn(&Row) -> String| text(move || sheet.row(key, read));
    let by_hand = condition(move || !left_out.get() && state.form(|form| form.sharing == Sharing::ByHand));
    let can_have_ccas = condition(move || {
        let is_commune = |body: &BodyEntry| body.kind == BodyKind::Commune && !body.left_out;
        state.form(|form| form.body(key).is_some_and(is_commune))
    });
    let name = text(move || state.form(|form| capital(&form.body_name(key))));
    let amount = figure(|row| row.part.map(french::money).unwrap_or_default());
    let share = move || {
        let by_hand = shown(by_hand, move || part(sheet, key));
        view! { <td class="number" role="cell" data-title=PART>{by_hand}{amount}</td> }.into_any()
    };
    let identity = if known.is_some() { ().into_any() } else { identity(sheet, key, name) };
    view! {
        <tr class:left-out=left_out role="row">
            <th scope="row" role="rowheader">
                <span class:visually-hidden=known.is_none()>{name}</span>
                {known.filter(|member| member.outside).map(|_| view! { <span class="note">"hors Gironde"</span> })}
                {identity}
            </th>
            <td class="number" role="cell" data-title=INHABITANTS>
                {inhabitants(sheet, key)}
                <span class="note">{text(move || sheet.row(key, municipal))}</span>
            </td>
            <td role="cell" data-title=COUNTED>{text(move || counted(sheet, key))}</td>
            <td role="cell" data-title=CCAS>{shown(can_have_ccas, move || ccas(sheet, key))}</td>
            <td class="number" role="cell" data-title=PARTICIPATION>{figure(|row| fee(row.body.participation))}</td>
            {shown(sheet.shares(), share)}
            <td class="row-buttons" role="cell">{buttons(sheet, key, known.is_some())}</td>
        </tr>
    }
    .into_any()
}

/// Name and kind of a body that no list names; until it has a name, its field shows what it is called meanwhile.
fn identity(sheet: Sheet, key: u32, called: Live<String>) -> AnyView {
    let state = sheet.state;
    let kinds = state.edition.kinds.iter().filter(|kind| !kind.kind.is_epci());
    let options: Vec<Selectable> = kinds.map(|kind| (kind.kind.id().to_owned(), kind.label.clone())).collect();
    let kind = Select {
        id: format!("organisme-{key}-type"),
        label: text(move || named(sheet, key, "Type")),
        options,
        selected: text(move || state.form(|form| form.body(key).map_or("", |body| body.kind.id()).to_owned())),
        on_change: act(move |id: String| {
            if let Some(kind) = BodyKind::from_id(&id) {
                edit(sheet, key, |body| body.kind = kind);
            }
        }),
    };
    let id = format!("organisme-{key}-nom");
    let value = text(move || state.form(|form| form.body(key).map_or(String::new(), |body| body.name.clone())));
    let write = move |name: String| {
        state.type_in(&format!("organisme-{key}-nom"), |form| with_body(form, key, |body| body.name = name));
    };
    view! {
        <div class="identity">
            <div class="field">
                <label for=id.clone()>{text(move || named(sheet, key, "Nom"))}</label>
                <input type="text" id=id maxlength=LONGEST_NAME.to_string() autocomplete="off" placeholder=called prop:value=value
                    on:input:target=move |event| write(event.target().value()) />
            </div>
            {kind.view()}
        </div>
    }
    .into_any()
}

fn inhabitants(sheet: Sheet, key: u32) -> AnyView {
    let state = sheet.state;
    let asked = state.edition.field_per_body(PerBody::Inhabitants);
    let field = TextField {
        id: format!("organisme-{key}-habitants"),
        field: "",
        label: text(move || named(sheet, key, &asked.label)),
        unit: asked.unit(Decimal::TWO),
        help: "",
        origin: Some(text(move || origin(sheet, key))),
        value: text(move || state.form(|form| form.body(key).map_or(String::new(), |body| body.inhabitants.clone()))),
        problem: text(move || state.problem_at(Place::Body(key))),
        on_input: act(move |typed| {
            state.type_in(&format!("organisme-{key}"), |form| with_body(form, key, |body| body.inhabitants = typed));
        }),
    };
    // Enter goes on to the next body, as down a column of a spreadsheet.
    view! { <div on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); sheet.go_on(key) }>{field.view()}</div> }
        .into_any()
}

/// The part given by hand.
fn part(sheet: Sheet, key: u32) -> AnyView {
    let state = sheet.state;
    let value = move || state.form(|form| form.body(key).map_or(String::new(), |body| body.part.clone()));
    TextField {
        id: format!("organisme-{key}-part"),
        field: "",
        label: text(move || named(sheet, key, "Part")),
        unit: PART_UNIT,
        help: "",
        origin: None,
        value: text(value),
        problem: text(move || {
            parse_number(&value(), PART_UNIT).err().map(|error| error.to_string()).unwrap_or_default()
        }),
        on_input: act(move |typed| {
            state.type_in(&format!("organisme-{key}-part"), |form| with_body(form, key, |body| body.part = typed));
        }),
    }
    .view()
}

fn ccas(sheet: Sheet, key: u32) -> AnyView {
    let state = sheet.state;
    let label = Derived::new(move || named(sheet, key, "Compter son CCAS"));
    let ticked = condition(move || state.form(|form| form.body(key).is_some_and(|body| body.ccas)));
    let tick = move || {
        Tick {
            id: format!("organisme-{key}-ccas"),
            kind: TickKind::Box,
            label: label.get(),
            described: String::new(),
            ticked,
            on_change: act(move |ticked| edit(sheet, key, |body| body.ccas = ticked)),
        }
        .view()
    };
    let said = text(move || sheet.row(key, |row| row.ccas.map(reason).unwrap_or_default()));
    view! { {live(tick)} <span class="note">{said}</span> }.into_any()
}

fn buttons(sheet: Sheet, key: u32, known: bool) -> AnyView {
    let state = sheet.state;
    let name = text(move || state.form(|form| form.body_name(key)));
    if !known {
        let remove = move |_| {
            // The button goes away with its row: the focus must not go with it.
            focus("#ajouter-organisme");
            state.edit(|form| form.remove_body(key));
        };
        return view! {
            <button type="button" class="quiet" on:click=remove>"Retirer " <span class="visually-hidden">{name}</span></button>
        }
        .into_any();
    }
    let left_out = condition(move || state.form(|form| form.body(key).is_some_and(|body| body.left_out)));
    let word = text(move || if left_out.get() { "Remettre " } else { "Écarter " }.to_owned());
    let see = move |_| {
        state.edit(|form| form.see_commune(key, state.edition));
        focus("#titre-organisme");
    };
    view! {
        <button type="button" class="quiet" on:click=move |_| edit(sheet, key, |body| body.left_out = !body.left_out)>
            {word} <span class="visually-hidden">{name}</span>
        </button>
        <button type="button" class="quiet" on:click=see>"Estimer à part " <span class="visually-hidden">{name}</span></button>
    }
    .into_any()
}

/// "Nombre d'habitants, Blaye".
fn named(sheet: Sheet, key: u32, what: &str) -> String {
    sheet.state.form(|form| format!("{what}, {}", form.body_name(key)))
}

/// Where the inhabitants come from.
fn origin(sheet: Sheet, key: u32) -> String {
    sheet.state.form(|form| {
        let body = form.body(key);
        let known = body.and_then(|body| body.known);
        known.zip(body).map_or(String::new(), |(known, body)| origin::said(&body.inhabitants, known.total))
    })
}

fn counted(sheet: Sheet, key: u32) -> String {
    let is_left_out = sheet.state.form(|form| form.body(key).is_some_and(|body| body.left_out));
    if is_left_out { "Écarté".to_owned() } else { sheet.row(key, |row| reason(row.body.counting)) }
}

/// Why a body counts or not.
fn reason(reason: Counting) -> String {
    let from = |from: u32| number(Decimal::from(from));
    match reason {
        Counting::Counted { from: least } => format!("Compté : {} habitants ou plus", from(least)),
        Counting::TooSmall { from: least } => format!("Non compté : moins de {} habitants", from(least)),
        Counting::Unknown => "Indiquez ses habitants pour savoir s'il est compté.".to_owned(),
        Counting::Epci => "Non compté : un EPCI".to_owned(),
    }
}

/// The same in a word or two.
pub fn count_of(reason: Counting) -> &'static str {
    match reason {
        Counting::Counted { .. } => "compté",
        Counting::TooSmall { .. } => "non compté",
        Counting::Unknown => "à préciser",
        Counting::Epci => "EPCI, non compté",
    }
}

/// What the population municipale would change.
fn municipal(row: &Row) -> String {
    let Some(Municipal { inhabitants, counts, participation }) = &row.body.municipal else { return String::new() };
    let mut changes = Vec::new();
    if *counts != row.body.counting.counts() {
        changes.push(if *counts { "compté".to_owned() } else { "non compté".to_owned() });
    }
    if *participation != row.body.participation {
        changes.push(format!("participation {}", fee(*participation)));
    }
    format!("municipale {} : {}", number(Decimal::from(*inhabitants)), changes.join(", "))
}

/// A yearly amount in a cell.
pub fn fee(fee: Fee) -> String {
    match fee {
        Fee::None => "–".to_owned(),
        Fee::Unknown => "à préciser".to_owned(),
        Fee::Known(money) => french::money(money),
        Fee::Quote => "sur devis".to_owned(),
    }
}

fn with_body(form: &mut Form, key: u32, change: impl FnOnce(&mut BodyEntry)) {
    if let Some(body) = form.body_mut(key) {
        change(body);
    }
}

fn edit(sheet: Sheet, key: u32, change: impl FnOnce(&mut BodyEntry)) {
    sheet.state.edit(|form| with_body(form, key, change));
}

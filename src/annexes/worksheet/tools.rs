//! What is done to many rows at once: count the CCAS, share the bill out, add a body.

use super::Sheet;
use super::figures::PART_UNIT;
use crate::blocks::{act, condition, fixed, shown, text};
use crate::fields::{Select, Selectable};
use crate::form::{BodyEntry, Form, Sharing};
use engine::catalogue::{BodyKind, PerBody};
use engine::decimal;
use engine::french::{counted, number, parse_number};
use leptos::prelude::*;
use rust_decimal::Decimal;
use territory::ccas_from;

const KEYS: [(&str, Sharing, &str); 4] = [
    ("habitants", Sharing::Inhabitants, "Au nombre d'habitants"),
    ("egal", Sharing::Equal, "À parts égales entre les organismes"),
    ("seul", Sharing::Alone, "Selon la participation individuelle de chacun"),
    ("main", Sharing::ByHand, "À la main"),
];

/// Above the table.
pub fn tools(sheet: Sheet) -> AnyView {
    let state = sheet.state;
    let options: Vec<Selectable> = KEYS.iter().map(|(id, _, label)| ((*id).to_owned(), (*label).to_owned())).collect();
    let selected = move || {
        let sharing = state.form(|form| form.sharing);
        KEYS.iter().find(|(_, key, _)| *key == sharing).map_or("", |(id, ..)| id).to_owned()
    };
    let sharing = Select {
        id: "repartition".to_owned(),
        label: fixed("Répartir l'adhésion"),
        options,
        selected: text(selected),
        on_change: act(move |id: String| {
            if let Some((_, key, _)) = KEYS.iter().find(|(known, ..)| *known == id) {
                state.edit(|form| form.sharing = *key);
            }
        }),
    };
    let any_large = condition(move || state.form(|form| large(sheet, form).next().is_some()));
    let all_counted = condition(move || state.form(|form| large(sheet, form).all(|body| body.ccas)));
    let toggle = move |_| {
        let wanted = !all_counted.get_untracked();
        let keys: Vec<u32> = untrack(|| state.form(|form| large(sheet, form).map(|body| body.key).collect()));
        state.edit(|form| {
            for body in form.bodies.iter_mut().filter(|body| keys.contains(&body.key)) {
                body.ccas = wanted;
            }
        });
    };
    let word = text(move || {
        let count = state.form(|form| large(sheet, form).count());
        let verb = if all_counted.get() { "Ne plus compter" } else { "Compter" };
        let least = counted(Decimal::from(ccas_from(state.edition).unwrap_or_default()), "habitants");
        let whose = if count > 1 { format!("chacune des {count} communes") } else { "la commune".to_owned() };
        format!("{verb} le CCAS de {whose} de {least} ou plus")
    });
    let why = text(move || {
        let told = sheet.figures.with(|figures| figures.is_shared);
        let exact = "Chaque part est arrondie au centime ; leur somme est exactement l'adhésion.";
        match (told, state.form(|form| (form.sharing == Sharing::ByHand).then(|| by_hand(form)))) {
            (true, None) => exact.to_owned(),
            (true, Some(Ok(sum))) => {
                format!("Total des parts données : {} ; chaque organisme paie sa fraction de ce total. {exact}", number(sum))
            }
            (_, Some(Err(name))) => format!("Corrigez la part de {name} : sans elle, l'adhésion ne peut pas être répartie."),
            (false, Some(Ok(_))) => {
                "Donnez une part à un organisme au moins : des pourcentages ou n'importe quels nombres.".to_owned()
            }
            (false, None) => {
                "Les parts s'affichent une fois connus le prix de l'adhésion (indiquez le volume de données) et ce dont la répartition dépend : les habitants, les participations.".to_owned()
            }
        }
    });
    let shares = sheet.shares();
    let alone = condition(move || !shares.get());
    let button = move || view! { <button type="button" class="quiet" on:click=toggle>{word}</button> }.into_any();
    view! {
        <div class="tools">
            <div hidden=alone>{sharing.view()}</div>
            {shown(any_large, button)}
            <p class="note" hidden=alone>{why}</p>
        </div>
    }
    .into_any()
}

/// What the parts given by hand come to, or whose cannot be read.
fn by_hand(form: &Form) -> Result<Decimal, String> {
    let mut bodies = form.bodies.iter().filter(|body| !body.left_out);
    bodies.try_fold(Decimal::ZERO, |sum, body| match parse_number(&body.part, PART_UNIT) {
        Ok(part) => Ok(decimal::plus(sum, part.unwrap_or_default())),
        Err(_) => Err(form.body_name(body.key)),
    })
}

/// Under the table.
pub fn add(sheet: Sheet) -> AnyView {
    view! {
        <p><button type="button" id="ajouter-organisme" on:click=move |_| sheet.add("nom")>"Ajouter un organisme"</button></p>
    }
    .into_any()
}

/// The communes large enough for their CCAS to count.
fn large(sheet: Sheet, form: &Form) -> impl Iterator<Item = &BodyEntry> {
    let least = Decimal::from(ccas_from(sheet.state.edition).unwrap_or(u32::MAX));
    let unit = sheet.state.edition.field_per_body(PerBody::Inhabitants).unit(Decimal::TWO);
    let is_large = move |body: &&BodyEntry| {
        let inhabitants = parse_number(&body.inhabitants, unit).ok().flatten();
        body.kind == BodyKind::Commune && !body.left_out && inhabitants.is_some_and(|count| count >= least)
    };
    form.bodies.iter().filter(is_large)
}

//! The items of an estimate, each with its reasons.

use super::money::{due, rhythm};
use super::reasons;
use crate::blocks::{Derived, Live, condition, each, shown, text, texts};
use crate::browser::focus;
use crate::state::State;
use engine::french::quoted;
use engine::line::{Avoided, Item, Line, Outcome};
use engine::remark::Need;
use engine::{Estimate, estimate};
use leptos::prelude::*;

/// A sort of items: its title, and which outcomes belong to it.
#[derive(Clone, Copy)]
pub struct Sort {
    title: &'static str,
    /// Where links to it lead; empty for none.
    id: &'static str,
    holds: fn(&Outcome<'static>) -> bool,
}

/// Where the total's way to what waits leads.
const WAITING: &str = "en-attente";

/// The sorts of items, in the order they are shown.
pub const SORTS: [Sort; 4] = [
    Sort {
        title: "Ce que vous payez",
        id: "",
        holds: |outcome| matches!(outcome, Outcome::Charged(_) | Outcome::Free(..)),
    },
    Sort { title: "Sur devis", id: "", holds: |outcome| matches!(outcome, Outcome::Quote(..)) },
    Sort { title: "En attente d'une réponse", id: WAITING, holds: |outcome| matches!(outcome, Outcome::Missing(..)) },
    Sort { title: "Inclus dans l'adhésion", id: "", holds: |outcome| matches!(outcome, Outcome::Included(..)) },
];

/// The items of one sort, under its title; nothing when there are none.
pub fn list(state: State, sort: Sort) -> AnyView {
    let keys = texts(move || state.of_estimate(|estimate| sort.items(estimate).map(key).collect()));
    let any = condition(move || !keys.with(Vec::is_empty));
    shown(any, move || {
        view! {
            <h3 id=(!sort.id.is_empty()).then_some(sort.id) tabindex=(!sort.id.is_empty()).then_some("-1")>{sort.title}</h3>
            <ul class="lines">{each(keys, move |key| row(Sought { state, sort, keys, key }))}</ul>
        }
        .into_any()
    })
}

impl Sort {
    /// What the sort is called.
    pub fn title(self) -> &'static str {
        self.title
    }

    /// The items of this sort.
    pub fn items<'e>(self, estimate: &'e Estimate<'static>) -> impl Iterator<Item = &'e Item<'static>> {
        estimate.items.iter().filter(move |item| (self.holds)(&item.outcome))
    }
}

/// What identifies an item while the estimate changes around it: service, row, body.
fn key(item: &Item<'_>) -> String {
    let price = item.price().map_or("", |price| price.id.as_str());
    format!("{} {price} {}", item.service.id, item.body.map(|place| place.to_string()).unwrap_or_default())
}

/// An item looked for in the estimate as it is.
#[derive(Clone)]
pub struct Sought {
    state: State,
    sort: Sort,
    keys: Derived<Vec<String>>,
    key: String,
}

impl Sought {
    /// Reads the item; the default when it is no longer there.
    fn read<T: Default>(&self, read: impl FnOnce(&Item<'static>) -> T) -> T {
        let place = self.keys.with(|keys| keys.iter().position(|key| *key == self.key));
        let item = |estimate: &Estimate<'static>| {
            // Between two rests the keys may be those of another estimate.
            let item = self.sort.items(estimate).nth(place?).filter(|item| key(item) == self.key)?;
            Some(read(item))
        };
        self.state.of_estimate(item).unwrap_or_default()
    }

    /// What the item is called.
    pub fn name(&self) -> String {
        self.read(|item| name(self.state, item))
    }

    /// The line whose reasons can be told: charged, or avoided.
    pub fn line(&self) -> Option<Line<'static>> {
        self.read(|item| item.explained().cloned())
    }

    /// Whether a membership contains it: its reasons are those of what it would cost.
    pub fn is_included(&self) -> bool {
        self.read(|item| matches!(item.outcome, Outcome::Included(..)))
    }

    /// The same line with its ledger hits and next thresholds, which take pricing the request anew.
    pub fn explained(&self) -> Option<Line<'static>> {
        let state = self.state;
        let estimate = state.of_outcome(|outcome| estimate(state.catalogue, &outcome.reading.request))?;
        let found = self.sort.items(&estimate).find(|item| key(item) == self.key)?;
        found.explained().cloned()
    }
}

/// One item: what it is, what it comes to, and why.
fn row(sought: Sought) -> AnyView {
    let Sought { state, sort, .. } = sought;
    let (of_service, of_row) = (sought.clone(), sought.clone());
    let (of_amount, of_line) = (sought.clone(), sought.clone());
    let has_reasons = condition(move || of_line.line().is_some());
    let words = text(move || of_amount.read(|item| amount(state, item)));
    let said = if sort.id == WAITING { lacking(sought.clone(), words) } else { words.into_any() };
    view! {
        <li>
            <p class="line">
                <span class="line-name">
                    <strong>{text(move || of_service.read(|item| item.service.label.clone()))}</strong>
                    {text(move || of_row.read(|item| beside_service(state, item)))}
                </span>
                " "
                <span class="line-amount">{said}</span>
            </p>
            {shown(has_reasons, move || reasons::folded(state, sought.clone()))}
        </li>
    }
    .into_any()
}

/// What an item waits for, as the way to its field.
fn lacking(sought: Sought, words: Live<String>) -> AnyView {
    let state = sought.state;
    let go = move |_| {
        let field = untrack(|| sought.read(|item| field(state, item)));
        focus(&field);
    };
    view! { <button type="button" class="link" on:click=go>{words}</button> }.into_any()
}

/// The field that an item waits for, as a selector.
fn field(state: State, item: &Item<'_>) -> String {
    match &item.outcome {
        Outcome::Missing(_, Need::Field(field)) => format!("[data-field=\"{}\"]", state.edition.field(*field).id),
        _ => "#organisme-type".to_owned(),
    }
}

/// Service and row; the body's name when the line is for one of a territory.
pub fn name(state: State, item: &Item<'_>) -> String {
    format!("{}{}", item.service.label, beside_service(state, item))
}

/// Service and row, whichever body the line is for.
pub fn title(item: &Item<'_>) -> String {
    format!("{}{}", item.service.label, row_title(item))
}

/// What an item is called after its service's name.
fn beside_service(state: State, item: &Item<'_>) -> String {
    let row = row_title(item);
    match item.body {
        Some(place) => format!("{row} ({})", state.body_name(place)),
        None => row,
    }
}

/// What its row adds to its service's name.
fn row_title(item: &Item<'_>) -> String {
    let row = item.price().map_or("", |price| unrepeated(&item.service.label, &price.label));
    if row.is_empty() { String::new() } else { format!(" – {row}") }
}

/// A row's name without the words of its service: those it begins with when the service ends with
/// them, all of them when the service contains them.
fn unrepeated<'r>(service: &str, row: &'r str) -> &'r str {
    if service.contains(row) {
        return "";
    }
    let ends = service.match_indices(' ').filter_map(|(at, _)| service.get(at.saturating_add(1)..));
    // A single word in common says nothing twice.
    let ends = std::iter::once(service).chain(ends.filter(|end| end.contains(' ')));
    let rest = ends.filter_map(|end| row.strip_prefix(end)?.strip_prefix([' ', ','])).next();
    rest.map_or(row, str::trim_start)
}

/// What an item comes to, in a few words.
pub fn amount(state: State, item: &Item<'_>) -> String {
    match &item.outcome {
        Outcome::Charged(line) => format!("{}, {}", due(line), rhythm(line.schedule)),
        Outcome::Included(_, Avoided::Line(line)) => {
            format!("0,00\u{a0}€ au lieu de {}, {}", due(line), rhythm(line.schedule))
        }
        Outcome::Included(_, Avoided::Quote) => "0,00\u{a0}€ au lieu d'un devis".to_owned(),
        Outcome::Included(_, Avoided::Unknown) => "Inclus".to_owned(),
        Outcome::Free(_, wording) => (*wording).to_owned(),
        Outcome::Quote(reason, _) => reason.sentence(state.edition),
        Outcome::Missing(_, Need::Kind) => "Il manque le type d'organisme.".to_owned(),
        Outcome::Missing(_, Need::Field(field)) => {
            format!("Il manque {}.", quoted(&state.edition.field(*field).label))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unrepeated;

    #[test]
    fn a_row_says_only_what_its_service_does_not() {
        let cases = [
            ("Service", "Coût", "Coût"),
            ("Service", "Service", ""),
            ("4 – Un service", "Un service", ""),
            ("Famille : Un service 2*", "Un service 2* valable 3 ans", "valable 3 ans"),
            ("Agent partagé", "Agent partagé mis à disposition", "mis à disposition"),
            ("Visite sur place", "Visite sur place, à la journée", "à la journée"),
            ("Reprise des données", "données externes", "données externes"),
            ("Option", "Optionnel", "Optionnel"),
        ];
        for (service, row, expected) in cases {
            assert_eq!(unrepeated(service, row), expected, "{service} – {row}");
        }
    }
}

//! Every way to join, side by side, with the cheapest and what that rests on.

use crate::blocks::{Source, all, condition, element, live, nothing, shown};
use crate::form::asks_bodies;
use crate::parts::{WAYS, part};
use crate::state::State;
use crate::views::{following, total};
use engine::french::{money, ordinal_year, quoted};
use engine::line::Outcome;
use engine::remark::Need;
use engine::territory::ways::{BreakEven, Cheapest, Comparison, Doubt, Lead, Way, WayKind, doubts, ways};
use engine::{Catalogue, Fee, Money};
use leptos::prelude::*;

/// The comparison, folded until asked for: from when it is known who asks.
pub fn folded(state: State) -> AnyView {
    let is_known = condition(move || state.form(|form| form.kind.is_some() || asks_bodies(form)));
    shown(is_known, move || {
        let open = Source::new(false);
        let unfold = move |_| open.set(true);
        let summary = element("summary").text("Comparer les façons d'adhérer").on("click", unfold).done();
        element("details").class("ways").child(summary).child(shown(open.into(), move || part(WAYS, state))).done()
    })
}

/// The ways open to who asks.
pub fn ways_to_join(state: State) -> AnyView {
    live(move || {
        let comparison = state.of_outcome(|outcome| ways(state.catalogue, &outcome.reading.request));
        table(state, &comparison)
    })
}

fn table(state: State, comparison: &Comparison<'static>) -> AnyView {
    let years = comparison.ways.first().map_or(0, |way| way.estimate.years);
    let rows = comparison.ways.iter().map(|way| row(way, comparison));
    let period = if years == 1 { nothing() } else { heading(over(years)) };
    let next = if years == 1 { nothing() } else { heading(NEXT.to_owned()) };
    let notes = notes(state.catalogue, comparison).into_iter().map(|note| view! { <li>{note}</li> }.into_any());
    view! {
        <div class="scroll cards" role="region" aria-labelledby="titre-facons" tabindex="0">
            <table class="ways-table" role="table">
                <caption id="titre-facons">"Ce qui sort du budget, selon la façon d'adhérer"</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {heading("Façon".to_owned())}
                        {heading(ordinal_year(1))}
                        {next}
                        {period}
                    </tr>
                </thead>
                <tbody role="rowgroup">{all(rows)}</tbody>
            </table>
        </div>
        <ul class="ways-notes">{all(notes)}</ul>
    }
    .into_any()
}

/// What the columns of later years, and of all years, are headed with.
const NEXT: &str = "Années suivantes";

fn over(years: u8) -> String {
    format!("Sur {years} ans")
}

fn heading(title: String) -> AnyView {
    view! { <th scope="col" role="columnheader">{title}</th> }.into_any()
}

fn cell(title: String, amount: String) -> AnyView {
    view! { <td class="number" role="cell" data-title=title>{amount}</td> }.into_any()
}

fn row(way: &Way<'_>, comparison: &Comparison<'_>) -> AnyView {
    let is_cheapest = match &comparison.cheapest {
        Cheapest::Known(leads) => leads.iter().any(|lead| lead.way == way.kind),
        Cheapest::Undecided(_) => false,
    };
    let unranked =
        (!way.is_ranked()).then(|| view! { <span class="note">"Non classé : ne rend pas les mêmes services."</span> });
    let mark = match way.kind {
        // For nothing, when somebody else pays.
        WayKind::Covered => "◆ La moins chère pour l'organisme : c'est l'EPCI qui paie l'adhésion",
        _ => "◆ La moins chère",
    };
    let mark = is_cheapest.then(|| view! { <strong class="mark">{mark}</strong> });
    // What gives nothing has no price.
    let amount = |words: String| if way.is_ranked() || !way.outlay.amount.is_zero() { words } else { "–".to_owned() };
    let (first, later) = way.outlays.split_first().map_or((way.outlay, &[][..]), |(first, later)| (*first, later));
    let next = following(later).map(|words| cell(NEXT.to_owned(), amount(words)));
    let period = (!later.is_empty()).then(|| cell(over(way.estimate.years), amount(total(way.outlay))));
    view! {
        <tr class:here=is_cheapest role="row">
            <th scope="row" role="rowheader">{name(way.kind)} <span class="note">{meaning(way.kind)}</span> {unranked} {mark}</th>
            {cell(ordinal_year(1), amount(total(first)))}
            {next}
            {period}
        </tr>
    }
    .into_any()
}

fn name(kind: WayKind) -> &'static str {
    match kind {
        WayKind::Mutualised => "Adhésion mutualisée du territoire",
        WayKind::Individual => "Participations individuelles",
        WayKind::Covered => "Couvert par l'adhésion de l'EPCI",
        WayKind::OwnNeeds => "Sans adhésion",
        WayKind::EachBody => "Sans adhésion, chacun pour soi",
    }
}

fn meaning(kind: WayKind) -> &'static str {
    match kind {
        WayKind::Mutualised => "L'EPCI adhère pour tous les organismes listés.",
        WayKind::Individual => {
            "L'adhésion de l'EPCI seul s'il en faut une, et la participation de chaque commune, facturée à l'EPCI ; les autres organismes listés achètent ce qu'une adhésion comprend."
        }
        WayKind::Covered => "L'EPCI paie l'adhésion ; ce que l'organisme paie encore lui-même.",
        WayKind::OwnNeeds => "Tout ce qui est coché ci-dessous, payé par celui qui demande et pour lui seul.",
        WayKind::EachBody => {
            "Les mêmes, plus celles qu'une adhésion comprend, achetées par chaque organisme listé avec les réponses données ici (même budget, mêmes quantités) : un ordre de grandeur."
        }
    }
}

/// What the comparison rests on, in sentences.
fn notes(catalogue: &'static Catalogue, comparison: &Comparison<'static>) -> Vec<String> {
    let mut notes = Vec::new();
    match &comparison.cheapest {
        Cheapest::Known(leads) => notes.extend(leads.iter().map(|it| lead(it, comparison))),
        Cheapest::Undecided(among) => notes.push(undecided(comparison, among)),
    }
    let is_ranked = matches!(comparison.cheapest, Cheapest::Known(_));
    // First what would put another way in front.
    let (mut grave, light): (Vec<_>, Vec<_>) =
        doubts(catalogue, comparison).into_iter().partition(|it| it.reorders == Some(true));
    notes.extend(grave.drain(..).map(|it| doubt(&it, is_ranked)));
    notes.extend(comparison.way(WayKind::Individual).and_then(participations));
    notes.extend(comparison.break_even.and_then(break_even));
    if comparison.way(WayKind::Mutualised).is_some() {
        notes.push("L'EPCI seul et le territoire entier sont chiffrés avec le même volume de données : si l'EPCI en a moins à lui seul, les participations individuelles coûtent moins qu'indiqué.".to_owned());
    }
    let without = comparison.way(WayKind::OwnNeeds);
    if without.is_some_and(|way| way.estimate.items.is_empty()) {
        notes.push("Aucune prestation n'est cochée en annexe 2 : sans adhésion il n'y a rien à payer, ni aucun service. Cochez ce dont vous avez besoin pour comparer à besoins égaux.".to_owned());
    }
    notes.extend(light.iter().map(|it| doubt(it, is_ranked)));
    notes
}

fn lead(lead: &Lead, comparison: &Comparison<'_>) -> String {
    let from = match lead.from_year {
        1 => "dès la 1re année".to_owned(),
        year => format!("à partir de la {} seulement, en cumulant les années", ordinal_year(year)),
    };
    let gap = gap(lead.way, comparison).map_or(String::new(), |gap| format!(" : {gap}"));
    format!("« {} » coûte le moins sur la période, {from}{gap}.", name(lead.way))
}

/// By how much a way costs less than the next, over the period.
fn gap(least: WayKind, comparison: &Comparison<'_>) -> Option<String> {
    let least = comparison.way(least)?.outlay.amount;
    let others = comparison.ways.iter().filter(|way| way.is_ranked() && way.outlay.amount > least);
    let next = others.min_by_key(|way| way.outlay.amount)?;
    let at_least = if next.outlay.at_least { "au moins " } else { "" };
    let gap = money(next.outlay.amount.minus(least));
    Some(format!("{at_least}{gap} de moins que « {} »", name(next.kind)))
}

/// What an EPCI's way by participations is the sum of, each year; nothing while an amount of it is not known.
fn participations(way: &Way<'_>) -> Option<String> {
    let rules = &way.estimate.edition.membership;
    let Fee::Known(alone) = way.estimate.fee(rules.mutualised, None) else { return None };
    let fees = (0..way.request.bodies.len()).map(|place| way.estimate.fee(rules.individual, Some(place)));
    let fees: Vec<Fee> = fees.filter(|fee| *fee != Fee::None).collect();
    let known: Option<Vec<Money>> = fees.iter().map(|fee| fee.known()).collect();
    let (known, count) = (known?, fees.len());
    let communes = if count > 1 { format!("{count} communes") } else { format!("{count} commune") };
    let all: Money = known.into_iter().sum();
    Some(format!(
        "Participations individuelles, par an : {} pour l'EPCI seul et {} pour {communes}.",
        money(alone),
        money(all)
    ))
}

/// Why none can be said to be the cheapest, and which of them may be.
fn undecided(comparison: &Comparison<'_>, among: &[WayKind]) -> String {
    let estimates = || comparison.ways.iter().map(|way| &way.estimate);
    let mut lacking: Vec<String> = Vec::new();
    for item in estimates().flat_map(|estimate| estimate.missing()) {
        if let (Outcome::Missing(_, Need::Field(field)), Some(estimate)) = (&item.outcome, estimates().next()) {
            let label = quoted(&estimate.edition.field(*field).label);
            if !lacking.contains(&label) {
                lacking.push(label);
            }
        }
    }
    let why = match &lacking[..] {
        [] => "un prix est sur devis ou à préciser".to_owned(),
        lacking => format!("il manque {}", lacking.join(", ")),
    };
    let names: Vec<&str> = among.iter().map(|kind| name(*kind)).collect();
    let all = comparison.ways.iter().filter(|way| way.is_ranked()).count();
    let among = if names.len() < all { format!(" Elle est parmi : {}.", names.join(" ; ")) } else { String::new() };
    format!("La moins chère ne peut pas être désignée : {why}.{among}")
}

/// Nothing while an amount is lacking to say it: what is lacking is said beside the cheapest.
fn break_even(at: BreakEven) -> Option<String> {
    let communes = |count: usize| {
        if count > 1 { format!("{count} communes participantes") } else { format!("{count} commune participante") }
    };
    Some(match at {
        BreakEven::Unknown => return None,
        BreakEven::Never => "Même avec toutes les communes listées, les participations individuelles coûtent moins que l'adhésion mutualisée.".to_owned(),
        BreakEven::From { whichever: 0, .. } => "L'adhésion mutualisée ne coûte jamais plus que les participations individuelles.".to_owned(),
        BreakEven::From { least, whichever } if least == whichever => {
            format!("À partir de {}, l'adhésion mutualisée ne coûte pas plus que les participations.", communes(whichever))
        }
        BreakEven::From { least, whichever } => format!(
            "À partir de {}, l'adhésion mutualisée ne coûte pas plus que les participations, quelles que soient ces communes ; à partir de {least} déjà, si ce sont les plus peuplées.",
            communes(whichever)
        ),
    })
}

fn doubt(doubt: &Doubt<'_>, is_ranked: bool) -> String {
    let effect = match doubt.reorders {
        // Nothing stands in an order yet.
        _ if !is_ranked => "",
        Some(true) => " (lu autrement, le classement changerait)",
        Some(false) => " (lu autrement, le classement resterait le même)",
        None => " (l'effet d'une autre lecture ne se chiffre pas)",
    };
    format!("Réserve {} – {}{effect}", doubt.entry.id, doubt.entry.question)
}

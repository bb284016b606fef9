//! What the amounts rest on: the places where the list is silent, and what the estimate does not know.

use super::super::corrections;
use super::super::lines::title;
use super::{paragraph, section};
use crate::blocks::{element, words};
use crate::state::State;
use engine::catalogue::{LedgerEntry, LedgerIx};
use engine::line::{Item, Outcome};
use engine::remark::Remark;
use engine::{Estimate, explain};
use leptos::prelude::*;

/// The silent places that the lines touch, each once, with what its other reading would change to which lines.
pub fn section_of_points(state: State, estimate: &Estimate<'static>) -> AnyView {
    let mut effects: Vec<Effect> = estimate.items.iter().flat_map(|item| effects(state, estimate, item)).collect();
    effects.sort_by_key(|effect| effect.entry);
    let mut points: Vec<AnyView> =
        effects.chunk_by(|one, next| one.entry == next.entry).filter_map(|point| of_point(state, point)).collect();
    if !points.is_empty() {
        points.insert(0, paragraph("small", SILENT));
    }
    section("Hypothèses à confirmer", points)
}

/// What a silent place means for a line.
struct Effect {
    entry: LedgerIx,
    line: String,
    words: String,
}

fn effects(state: State, estimate: &Estimate<'static>, item: &Item<'static>) -> Vec<Effect> {
    let effect = |entry, words| Effect { entry, line: title(item), words };
    if let Outcome::Quote(_, entries) = &item.outcome {
        return entries.iter().map(|entry| effect(*entry, QUOTED.to_owned())).collect();
    }
    let hits = item.explained().map_or(&[][..], |line| &line.hits);
    hits.iter().map(|hit| effect(hit.entry, explain::hit(state.edition, hit, estimate.years))).collect()
}

fn of_point(state: State, effects: &[Effect]) -> Option<AnyView> {
    let LedgerEntry { id, question, taken, other, .. } = state.edition.ledger_entry(effects.first()?.entry)?;
    let heading = element("h3").text(format!("{id} – {question}")).done();
    let taken = paragraph("small", format!("Lecture retenue\u{a0}: {taken}"));
    let other = other.iter().map(|other| paragraph("small", format!("Autre lecture\u{a0}: {other}")));
    let items = grouped(effects).into_iter().map(|(lines, words)| {
        let lines = element("strong").text(lines.join(" ; ")).done();
        element("li").child(lines).child(self::words(format!("\u{a0}: {words}"))).done()
    });
    let items = element("ul").class("small").children(items).done();
    Some(element("div").class("point").child(heading).child(taken).children(other).child(items).done())
}

/// Lines of which the same is said, together.
fn grouped(effects: &[Effect]) -> Vec<(Vec<&str>, &str)> {
    let mut groups: Vec<(Vec<&str>, &str)> = Vec::new();
    for effect in effects {
        match groups.iter_mut().find(|(_, words)| *words == effect.words) {
            Some((lines, _)) if lines.contains(&effect.line.as_str()) => {}
            Some((lines, _)) => lines.push(&effect.line),
            None => groups.push((vec![&effect.line], &effect.words)),
        }
    }
    groups
}

/// What the sums leave out or could not take into account.
pub fn section_of_reserves(state: State, estimate: &Estimate<'static>) -> AnyView {
    let mut reserves = Vec::new();
    if estimate.is_at_least() {
        reserves.push(AT_LEAST.to_owned());
    }
    reserves.extend(corrections::sentences(state));
    reserves.extend(remarks(state));
    reserves.push(NOTICE.to_owned());
    let reserves = reserves.into_iter().map(|reserve| element("li").text(reserve).done());
    section("Réserves", vec![element("ul").children(reserves).done()])
}

/// The remarks that no line shows by itself.
pub fn remarks(state: State) -> Vec<String> {
    state.remarks(&|remark| !matches!(remark, Remark::Missing(..) | Remark::OutOfList(..)))
}

const SILENT: &str = "Le catalogue laisse ces questions ouvertes\u{a0}: chacune est à confirmer par Gironde Numérique.";
const QUOTED: &str = "Lu ainsi, ce poste est sur devis.";
const AT_LEAST: &str = "Les totaux sont des montants minimaux\u{a0}: ils ne comprennent ni ce qui est sur devis, ni ce qui attend une réponse.";
const NOTICE: &str = "Cette note est une estimation, établie avec le simulateur à partir des réponses ci-dessus. Elle n'est ni un contrat ni un devis.";

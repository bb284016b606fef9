//! What only the price list may say: its texts, its amounts and its bounds.

use engine::catalogue::{Edition, Node, Rule};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Shorter words ("Commune", "Gratuit") may well be the page's own.
const SHORTEST_LABEL: usize = 12;
const SHORTEST_AMOUNT: usize = 4;

pub fn edition() -> &'static Edition {
    simulateur::editions::embedded::catalogue().unwrap().newest().unwrap()
}

/// Every text of the edition that is long enough to be its own.
pub fn labels(edition: &Edition) -> BTreeSet<&str> {
    let mut all =
        vec![&edition.title, &edition.act, &edition.reference, &edition.counting_source, &edition.cover_source];
    all.extend(&edition.membership.labels);
    all.extend(edition.vat.iter().map(|vat| &vat.label));
    all.extend(edition.kinds.iter().map(|kind| &kind.label));
    all.extend(edition.families.iter().flat_map(|family| [&family.label, &family.group]));
    all.extend(edition.offers.iter().map(|offer| &offer.label));
    all.extend(edition.annexes.iter().flat_map(|annexe| [&annexe.title, &annexe.note]));
    all.extend(edition.scales.iter().flat_map(|scale| &scale.columns));
    all.extend(edition.ledger.iter().flat_map(|entry| [&entry.question, &entry.taken, &entry.touches]));
    all.extend(edition.ledger.iter().filter_map(|entry| entry.other.as_ref()));
    for field in &edition.fields {
        all.extend([&field.label, &field.help]);
        all.extend(field.choices().iter().map(|choice| &choice.label));
    }
    for service in &edition.services {
        all.extend([&service.label, &service.note]);
        for price in &service.prices {
            all.extend([&price.label, &price.detail, &price.source]);
            all.extend(price.column_notes.iter().chain(price.parts.iter().map(|part| &part.label)));
            if let Rule::Free(words) | Rule::Quote(words) = &price.rule {
                all.push(words);
            }
        }
    }
    all.into_iter().map(String::as_str).filter(|text| text.chars().count() >= SHORTEST_LABEL).collect()
}

/// Every amount and bound of the edition with enough digits to be its own, as `1362.91`.
pub fn amounts(edition: &Edition) -> BTreeSet<String> {
    let mut all = Vec::new();
    for price in edition.services.iter().flat_map(|service| &service.prices) {
        match &price.rule {
            Rule::Flat(amount) | Rule::PerUnit(amount, _) => all.push(amount.euros()),
            Rule::Columns(_, amounts, _) => all.extend(amounts.iter().map(|amount| amount.euros())),
            Rule::Grid(grid) => all.extend(grid.cells.iter().flatten().map(|amount| amount.euros())),
            Rule::Free(_) | Rule::Quote(_) => {}
        }
    }
    edition.scales.iter().for_each(|scale| bounds(&scale.tree, &mut all));
    all.extend(edition.counting.iter().map(|rule| Decimal::from(rule.from)));
    let written = all.iter().map(|amount| amount.normalize().to_string());
    written.filter(|text| text.chars().filter(char::is_ascii_digit).count() >= SHORTEST_AMOUNT).collect()
}

fn bounds(node: &Node, all: &mut Vec<Decimal>) {
    match node {
        Node::Column(_) | Node::Quote => {}
        Node::Bracket(bracket) => {
            all.extend(&bracket.bounds);
            bracket.then.iter().for_each(|node| bounds(node, all));
        }
        Node::Kinds(arms) => arms.iter().for_each(|arm| bounds(&arm.then, all)),
        Node::Choice(arms) => arms.then.iter().for_each(|node| bounds(node, all)),
    }
}

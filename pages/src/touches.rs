//! Which open questions a row of the list may touch, whoever asks.
//!
//! The engine tells those that one request did touch; a printed list must name them all.

use engine::catalogue::{Asked, Cover, Edition, FieldIx, LedgerIx, Node, Price, Rule, Service};

/// The ledger entries of a row, in the order of the ledger.
pub fn touches(edition: &Edition, service: &Service, price: &Price) -> Vec<LedgerIx> {
    let mut found: Vec<LedgerIx> = price.readings.iter().map(|reading| reading.ledger).collect();
    found.extend(edition.vat_class(price.vat).and_then(|class| class.ledger));
    match &price.rule {
        Rule::Columns(scale, ..) => of_node(&edition.scale(*scale).tree, &mut found),
        Rule::Grid(grid) => {
            of_node(&edition.scale(grid.rows).tree, &mut found);
            of_node(&edition.scale(grid.columns).tree, &mut found);
        }
        Rule::Flat(_) | Rule::PerUnit(..) | Rule::Free(_) | Rule::Quote(_) => {}
    }
    price.visit_fields(edition, &mut |field| of_field(edition, field, &mut found));
    if service.cover(edition) != Cover::None {
        found.push(edition.cover_ledger);
    }
    if !service.is_choosable(edition) {
        found.push(edition.membership.ledger);
    }
    found.sort();
    found.dedup();
    found
}

/// The marks of a scale's questions.
fn of_node(node: &Node, found: &mut Vec<LedgerIx>) {
    match node {
        Node::Column(_) | Node::Quote => {}
        Node::Bracket(bracket) => {
            found.extend(bracket.between);
            found.extend(bracket.double.map(|double| double.ledger));
            bracket.then.iter().for_each(|node| of_node(node, found));
        }
        Node::Kinds(arms) => arms.iter().for_each(|arm| {
            found.extend(arm.silent);
            of_node(&arm.then, found);
        }),
        Node::Choice(arms) => arms.then.iter().for_each(|node| of_node(node, found)),
    }
}

/// What is open about a number the row looks at.
fn of_field(edition: &Edition, field: FieldIx, found: &mut Vec<LedgerIx>) {
    let field = edition.field(field);
    found.extend(field.other.map(|other| other.ledger));
    if matches!(field.asked, Asked::Derived(_)) {
        found.extend(edition.counting.iter().filter_map(|rule| rule.ledger));
    }
}

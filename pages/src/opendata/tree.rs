//! Scales: their columns, and the questions that lead to one of them.

use engine::catalogue::{BodyKind, Bracket, Edition, LedgerIx, Node, Scale};
use serde_json::{Value, json};

/// A scale with its bounds.
pub fn scale(edition: &Edition, scale: &Scale) -> Value {
    json!({ "id": scale.id, "columns": scale.columns, "tree": node(edition, &scale.tree) })
}

/// A column is its number from 1; outside the list is `"quote"`; a question says what it looks at.
fn node(edition: &Edition, tree: &Node) -> Value {
    match tree {
        Node::Column(column) => json!(u32::from(*column) + 1),
        Node::Quote => json!("quote"),
        Node::Bracket(bracket) => of_number(edition, bracket),
        Node::Kinds(arms) => {
            let arms = arms.iter().map(|arm| {
                let kinds: Vec<&str> = arm.of.iter().copied().map(BodyKind::id).collect();
                json!({ "of": kinds, "then": node(edition, &arm.then), "silent": arm.silent.map(|ix| id(edition, ix)) })
            });
            json!({ "kinds": arms.collect::<Vec<_>>() })
        }
        Node::Choice(arms) => {
            let field = edition.field(arms.field);
            let ways = field.choices().iter().zip(&arms.then);
            let ways = ways.map(|(choice, then)| (choice.id.clone(), node(edition, then)));
            json!({ "choice": field.id, "then": ways.collect::<serde_json::Map<_, _>>() })
        }
    }
}

fn of_number(edition: &Edition, bracket: &Bracket) -> Value {
    let bounds: Vec<String> = bracket.bounds.iter().map(ToString::to_string).collect();
    let then: Vec<Value> = bracket.then.iter().map(|then| node(edition, then)).collect();
    json!({
        "field": edition.field(bracket.field).id,
        // "up-to": the bound itself stays below; "below": it passes above.
        (if bracket.inclusive { "up-to" } else { "below" }): bounds,
        "between": bracket.between.map(|ix| id(edition, ix)),
        "double": bracket.double.map(|double| json!({ "at": double.at.to_string(), "ledger": id(edition, double.ledger) })),
        "then": then,
    })
}

/// The id of a ledger entry.
pub fn id(edition: &Edition, ix: LedgerIx) -> &str {
    edition.ledger_entry(ix).map_or("", |entry| entry.id.as_str())
}

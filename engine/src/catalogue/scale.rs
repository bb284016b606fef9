//! Scales: which column of a table a body falls in.

use super::{BodyKind, FieldIx, LedgerIx};
use alloc::{string::String, vec::Vec};
use rust_decimal::Decimal;

/// Position of a scale in [`super::Edition::scales`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleIx(pub u16);

/// A table's headed columns and the questions that lead to one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Stable id.
    pub id: String,
    /// The columns' printed headings.
    pub columns: Vec<String>,
    /// The first question.
    pub tree: Node,
}

/// A question, or where it leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// That column, from 0.
    Column(u16),
    /// Outside the list: on quote.
    Quote,
    /// By where a number stands among bounds.
    Bracket(Bracket),
    /// By the kind of body. The arms hold every kind once.
    Kinds(Vec<KindArm>),
    /// By the answer to a choice.
    Choice(ChoiceArms),
}

/// Bounds in rising order, and one more way than there are bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Bracket {
    /// The number looked at.
    pub field: FieldIx,
    /// Where one class ends and the next begins.
    pub bounds: Vec<Decimal>,
    /// `true` for "up to" (a ceiling: the bound itself stays below), `false` for "less than".
    pub inclusive: bool,
    /// On a ceiling: the entry on values between two printed steps.
    pub between: Option<LedgerIx>,
    /// A bound printed "<" on one side and ">" on the other.
    pub double: Option<Double>,
    /// Where each class leads.
    pub then: Vec<Node>,
}

/// A bound that two columns exclude.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Double {
    /// The bound.
    pub at: Decimal,
    /// The entry on it.
    pub ledger: LedgerIx,
}

/// Where some kinds of body lead.
#[derive(Clone, Debug, PartialEq)]
pub struct KindArm {
    /// These kinds.
    pub of: Vec<BodyKind>,
    /// The entry, when the list does not name them; its other reading is a quote.
    pub silent: Option<LedgerIx>,
    /// Where they lead.
    pub then: Node,
}

/// Where each answer of a choice leads, in the field's order.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceArms {
    /// The choice.
    pub field: FieldIx,
    /// One way per answer.
    pub then: Vec<Node>,
}

/// Stands in for a position that no scale holds; no checked catalogue has one.
pub(super) static ABSENT: Scale = Scale { id: String::new(), columns: Vec::new(), tree: Node::Quote };

impl Node {
    /// Whether some answers lead outside the list.
    pub fn may_be_quote(&self) -> bool {
        let any = |nodes: &[Node]| nodes.iter().any(Node::may_be_quote);
        match self {
            Node::Column(_) => false,
            Node::Quote => true,
            Node::Bracket(bracket) => any(&bracket.then),
            Node::Kinds(arms) => arms.iter().any(|arm| arm.then.may_be_quote()),
            Node::Choice(arms) => any(&arms.then),
        }
    }

    /// Calls `visit` with every field asked below this node.
    pub fn visit_fields(&self, visit: &mut impl FnMut(FieldIx)) {
        match self {
            Node::Column(_) | Node::Quote => {}
            Node::Bracket(bracket) => {
                visit(bracket.field);
                bracket.then.iter().for_each(|node| node.visit_fields(visit));
            }
            Node::Kinds(arms) => arms.iter().for_each(|arm| arm.then.visit_fields(visit)),
            Node::Choice(arms) => {
                visit(arms.field);
                arms.then.iter().for_each(|node| node.visit_fields(visit));
            }
        }
    }
}

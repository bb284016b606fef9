//! The scales of the annexes: trees of questions that end in a column.

use super::Faults;
use super::annexe::AnnexeFile;
use super::cursor::{Cursor, Fault, Table};
use super::edition::{KINDS, Known};
use crate::catalogue::{Bracket, ChoiceArms, Double, Field, FieldIx, FieldKind, KindArm, LedgerIx, Node, Scale};
use rust_decimal::Decimal;

/// Reads every scale of every annexe, in order.
pub(super) fn read(
    annexes: &[AnnexeFile<'_>],
    field_tables: &[Table<'_>],
    fields: &[Field],
    known: &Known,
    faults: &mut Faults,
) -> Vec<Scale> {
    if fields.len() != field_tables.len() {
        return Vec::new();
    }
    let reader = Reader { fields, known };
    let tables = annexes.iter().flat_map(|annexe| &annexe.scales);
    // A scale that is refused keeps its place and its columns, so that no other is taken for it.
    tables.map(|table| faults.keep(reader.scale(table)).unwrap_or_else(|| stand_in(table))).collect()
}

/// As many columns as the refused scale has, where they can be counted.
fn stand_in(table: &Table<'_>) -> Scale {
    let columns = table.get("columns").and_then(|list| list.list().ok()).unwrap_or_default();
    Scale { id: String::new(), columns: columns.iter().map(|_| String::new()).collect(), tree: Node::Quote }
}

/// No table of a price list asks more questions in a row.
const DEEPEST: u8 = 16;

struct Reader<'a> {
    fields: &'a [Field],
    known: &'a Known,
}

impl Reader<'_> {
    fn scale(&self, table: &Table<'_>) -> Result<Scale, Fault> {
        let columns = table.need("columns")?.each(|heading| Ok(heading.text()?.to_owned()))?;
        let mut reached = vec![false; columns.len()];
        let tree = self.node(&table.need("tree")?, 0, &mut reached)?;
        if let Some((heading, _)) = columns.iter().zip(&reached).find(|(_, reached)| !**reached) {
            return Err(
                table.fault(format!("no answer leads to column \"{heading}\", expected every column in the tree"))
            );
        }
        let scale = Scale { id: table.text("id")?, columns, tree };
        table.unknown_keys()?;
        Ok(scale)
    }

    fn node(&self, value: &Cursor<'_>, depth: u8, reached: &mut [bool]) -> Result<Node, Fault> {
        if depth > DEEPEST {
            return Err(value.fault(format!("questions within questions, expected at most {DEEPEST}")));
        }
        let below = depth.saturating_add(1);
        if value.is_text() {
            return value
                .one_of("end of a scale", &[("quote", Node::Quote)].map(|(w, _)| (w, ())))
                .map(|()| Node::Quote);
        }
        if !value.is_table() {
            return column(value, reached);
        }
        let table = value.table()?;
        let node = match (table.get("field"), table.get("kinds"), table.get("choice")) {
            (Some(field), None, None) => self.bracket(&table, &field, below, reached),
            (None, Some(kinds), None) => self.kinds(&kinds, below, reached),
            (None, None, Some(choice)) => self.choice(&table, &choice, below, reached),
            _ => Err(table.fault("a question of no single sort, expected one of `field`, `kinds`, `choice`")),
        }?;
        table.unknown_keys()?;
        Ok(node)
    }

    fn bracket(&self, table: &Table<'_>, field: &Cursor<'_>, depth: u8, reached: &mut [bool]) -> Result<Node, Fault> {
        let ix = FieldIx(self.known.fields.find(field)?);
        if !matches!(self.fields.get(usize::from(ix.0)).map(|f| &f.kind), Some(FieldKind::Number(_))) {
            return Err(field.fault(format!("field `{}` is a choice, expected a number", field.text()?)));
        }
        let (inclusive, list) = match (table.get("up-to"), table.get("below")) {
            (Some(steps), None) => (true, steps),
            (None, Some(bounds)) => (false, bounds),
            _ => return Err(table.fault("bounds of no single sort, expected either `up-to` or `below`")),
        };
        let bounds = rising(&list)?;
        let between = self.known.ledger.find_in(table, "between")?.map(LedgerIx);
        if between.is_some() && !inclusive {
            return Err(table.fault("`between` on strict bounds, expected it with `up-to` only"));
        }
        let double = table.get("double").map(|double| self.double(&double.table()?, &bounds)).transpose()?;
        if double.is_some() && inclusive {
            return Err(table.fault("`double` on ceilings, expected it with `below` only"));
        }
        let ways = table.need("then")?;
        let then = self.nodes(&ways, depth, reached)?;
        let expected = bounds.len().saturating_add(1);
        if then.len() != expected {
            return Err(ways.fault(format!("{} ways after {} bounds, expected {expected}", then.len(), bounds.len())));
        }
        Ok(Node::Bracket(Bracket { field: ix, bounds, inclusive, between, double, then }))
    }

    fn nodes(&self, list: &Cursor<'_>, depth: u8, reached: &mut [bool]) -> Result<Vec<Node>, Fault> {
        let mut nodes = Vec::new();
        for item in list.list()? {
            nodes.push(self.node(&item, depth, reached)?);
        }
        Ok(nodes)
    }

    fn double(&self, table: &Table<'_>, bounds: &[Decimal]) -> Result<Double, Fault> {
        let at = table.need("at")?;
        let double = Double { at: at.decimal()?, ledger: LedgerIx(self.known.ledger.find(&table.need("ledger")?)?) };
        if !bounds.contains(&double.at) {
            return Err(at.fault(format!("{} is none of the bounds, expected one of them", double.at)));
        }
        table.unknown_keys()?;
        Ok(double)
    }

    fn kinds(&self, list: &Cursor<'_>, depth: u8, reached: &mut [bool]) -> Result<Node, Fault> {
        let mut arms: Vec<KindArm> = Vec::new();
        for item in list.list()? {
            let table = item.table()?;
            let words = table.need("of")?;
            let of = words.each(|word| word.one_of("kind of body", &KINDS))?;
            if let Some(kind) = of.iter().find(|kind| arms.iter().any(|arm| arm.of.contains(kind))) {
                return Err(words.fault(format!("kind `{}` stands twice, expected each kind once", kind.id())));
            }
            let silent = self.known.ledger.find_in(&table, "silent")?.map(LedgerIx);
            let then = self.node(&table.need("then")?, depth, reached)?;
            table.unknown_keys()?;
            arms.push(KindArm { of, silent, then });
        }
        match KINDS.iter().find(|(_, kind)| !arms.iter().any(|arm| arm.of.contains(kind))) {
            Some((word, _)) => Err(list.fault(format!("kind `{word}` leads nowhere, expected every kind of body"))),
            None => Ok(Node::Kinds(arms)),
        }
    }

    fn choice(&self, table: &Table<'_>, choice: &Cursor<'_>, depth: u8, reached: &mut [bool]) -> Result<Node, Fault> {
        let field = FieldIx(self.known.fields.find(choice)?);
        let Some(FieldKind::Choice(answers)) = self.fields.get(usize::from(field.0)).map(|f| &f.kind) else {
            return Err(choice.fault(format!("field `{}` is a number, expected a choice", choice.text()?)));
        };
        let ways = table.need("then")?;
        let mut entries = ways.table()?.entries();
        let mut then = Vec::new();
        for answer in answers {
            let place = entries.iter().position(|(_, id)| *id == answer.id);
            let place = place
                .ok_or_else(|| ways.fault(format!("answer `{}` leads nowhere, expected every answer", answer.id)))?;
            let (way, _) = entries.swap_remove(place);
            then.push(self.node(&way, depth, reached)?);
        }
        match entries.first() {
            Some((way, id)) => Err(way.fault(format!("unknown answer `{id}`, expected those of the field"))),
            None => Ok(Node::Choice(ChoiceArms { field, then })),
        }
    }
}

/// A column's number, from 1 as one counts them on paper.
fn column(value: &Cursor<'_>, reached: &mut [bool]) -> Result<Node, Fault> {
    let number = value.small()?;
    let columns = reached.len();
    let place = number.checked_sub(1).filter(|place| usize::from(*place) < columns);
    let place = place.ok_or_else(|| value.fault(format!("column {number}, expected 1 to {columns}")))?;
    if let Some(mark) = reached.get_mut(usize::from(place)) {
        *mark = true;
    }
    Ok(Node::Column(place))
}

/// Bounds, each above the one before.
fn rising(list: &Cursor<'_>) -> Result<Vec<Decimal>, Fault> {
    let mut bounds: Vec<Decimal> = Vec::new();
    for item in list.list()? {
        let bound = item.decimal()?;
        if let Some(before) = bounds.last().filter(|before| **before >= bound) {
            return Err(
                item.fault(format!("bounds out of order: {bound} after {before}, expected each above the one before"))
            );
        }
        bounds.push(bound);
    }
    if bounds.is_empty() { Err(list.fault("no bound, expected at least one")) } else { Ok(bounds) }
}

//! An annexe file as a whole, and what annexe 1 says about joining.

use super::Faults;
use super::cursor::{Cursor, Fault, Table};
use super::edition::{KINDS, Known};
use crate::catalogue::{Annexe, BodyKind, CountingRule, LedgerIx, MembershipRules, ServiceIx};
use rust_decimal::prelude::ToPrimitive;

/// An annexe's file, opened.
pub(super) struct AnnexeFile<'a> {
    pub(super) root: &'a Table<'a>,
    pub(super) scales: Vec<Table<'a>>,
    pub(super) services: Vec<Table<'a>>,
}

impl<'a> AnnexeFile<'a> {
    pub(super) fn open(root: &'a Table<'a>) -> Result<AnnexeFile<'a>, Fault> {
        Ok(AnnexeFile { root, scales: root.tables("scale")?, services: root.tables("service")? })
    }
}

/// The tables of one name in every annexe.
pub(super) fn all<'a, 'r: 'a>(
    roots: impl Iterator<Item = &'a &'r Table<'r>>,
    key: &'static str,
) -> Result<Vec<Table<'r>>, Fault> {
    let mut tables = Vec::new();
    for root in roots {
        tables.extend(root.tables(key)?);
    }
    Ok(tables)
}

/// What the annexes say beside their services.
pub(super) struct Joining {
    pub(super) annexes: Vec<Annexe>,
    pub(super) counting: Vec<CountingRule>,
    pub(super) counting_source: String,
    pub(super) membership: MembershipRules,
}

/// Reads the annexes' heads, the counting of EP and the ways to join.
pub(super) fn joining(annexes: &[AnnexeFile<'_>], known: &Known, faults: &mut Faults) -> Option<Joining> {
    let before = faults.0.len();
    let heads = annexes.iter().filter_map(|annexe| faults.keep(head(annexe.root))).collect();
    let counting = faults.keep(counting(annexes, known));
    let membership = faults.keep(membership(annexes, known));
    if faults.0.len() == before {
        annexes.iter().for_each(|annexe| {
            faults.keep(annexe.root.unknown_keys());
        });
    }
    let (counting, counting_source) = counting?;
    Some(Joining { annexes: heads, counting, counting_source, membership: membership? })
}

fn head(root: &Table<'_>) -> Result<Annexe, Fault> {
    Ok(Annexe {
        id: root.text("id")?,
        name: root.text("annexe")?,
        title: root.text("title")?,
        short: root.get("short").map_or_else(|| root.text("title"), |short| Ok(short.text()?.to_owned()))?,
        note: root.text("note")?,
    })
}

/// The one annexe that has a table of that name.
fn the<'a>(annexes: &[AnnexeFile<'a>], key: &'static str) -> Result<Table<'a>, Fault> {
    let mut found = annexes.iter().filter_map(|annexe| annexe.root.get(key));
    match (found.next(), found.next(), annexes.first()) {
        (Some(value), None, _) => value.table(),
        (Some(_), Some(again), _) => Err(again.fault(format!("a second [{key}], expected one in all the annexes"))),
        (None, _, Some(annexe)) => Err(annexe.root.fault(format!("no [{key}], expected one in one of the annexes"))),
        (None, _, None) => Err(Fault::nowhere("catalogue", "no annexe, expected at least one")),
    }
}

fn counting(annexes: &[AnnexeFile<'_>], known: &Known) -> Result<(Vec<CountingRule>, String), Fault> {
    let table = the(annexes, "counting")?;
    let list = table.need("rules")?;
    let mut rules: Vec<CountingRule> = Vec::new();
    for item in list.list()? {
        let rule = counting_rule(&item, known)?;
        if let Some(kind) = rule.of.iter().find(|kind| rules.iter().any(|known| known.of.contains(kind))) {
            let of = item.table()?.need("of")?;
            return Err(of.fault(format!("kind `{}` stands twice, expected each kind once", kind.id())));
        }
        rules.push(rule);
    }
    let uncounted = |(_, kind): &&(&str, BodyKind)| !kind.is_epci() && !rules.iter().any(|rule| rule.of.contains(kind));
    if let Some((word, _)) = KINDS.iter().find(uncounted) {
        return Err(list.fault(format!("kind `{word}` is in no rule, expected every kind but the EPCI")));
    }
    let source = table.text("source")?;
    table.unknown_keys()?;
    Ok((rules, source))
}

fn counting_rule(item: &Cursor<'_>, known: &Known) -> Result<CountingRule, Fault> {
    let table = item.table()?;
    let from = table.need("from")?;
    let rule = CountingRule {
        of: table.need("of")?.each(|word| word.one_of("kind of body", &KINDS))?,
        from: inhabitants(&from)?,
        ledger: known.ledger.find_in(&table, "ledger")?.map(LedgerIx),
    };
    table.unknown_keys()?;
    Ok(rule)
}

fn inhabitants(from: &Cursor<'_>) -> Result<u32, Fault> {
    let number = from.decimal()?;
    if !number.fract().is_zero() {
        return Err(from.fault(format!("{number} inhabitants, expected a whole number of them")));
    }
    number.to_u32().ok_or_else(|| from.fault("too many inhabitants, expected fewer"))
}

fn membership(annexes: &[AnnexeFile<'_>], known: &Known) -> Result<MembershipRules, Fault> {
    let table = the(annexes, "membership")?;
    let modes = table.need("modes")?;
    let labels = modes.each(|item| {
        let table = item.table()?;
        let mode = table.need("id")?.one_of("way to join", &[("none", 0), ("mutualised", 1), ("individual", 2)])?;
        let label = table.text("label")?;
        table.unknown_keys()?;
        Ok((mode, label))
    })?;
    let label = |wanted: i32| labels.iter().find(|(mode, _)| *mode == wanted).map(|(_, label)| label.clone());
    let (Some(none), Some(mutualised), Some(individual), 3) = (label(0), label(1), label(2), labels.len()) else {
        return Err(modes.fault("ways to join, expected `none`, `mutualised` and `individual` once each"));
    };
    let individual_id = table.need("individual")?;
    if individual_id.text()? == table.need("mutualised")?.text()? {
        return Err(individual_id.fault("the same service for both ways to join, expected another one"));
    }
    let rules = MembershipRules {
        mutualised: ServiceIx(known.services.find(&table.need("mutualised")?)?),
        individual: ServiceIx(known.services.find(&table.need("individual")?)?),
        ledger: LedgerIx(known.ledger.find(&table.need("ledger")?)?),
        labels: [none, mutualised, individual],
    };
    table.unknown_keys()?;
    Ok(rules)
}

/// Rules that stand where none were read yet.
pub(super) fn no_rules() -> MembershipRules {
    MembershipRules {
        mutualised: ServiceIx(0),
        individual: ServiceIx(0),
        ledger: LedgerIx(0),
        labels: [String::new(), String::new(), String::new()],
    }
}

//! `fields.toml`: what may be asked.

use super::Faults;
use super::cursor::{Fault, Table};
use super::edition::Known;
use crate::catalogue::{Asked, Choice, Derived, Field, FieldIx, FieldKind, LedgerIx, NumberKind, OtherField, PerBody};
use rust_decimal::Decimal;

/// Reads every field. One that is refused leaves the list shorter, and a fault.
pub(super) fn read(tables: &[Table<'_>], known: &Known, faults: &mut Faults) -> Vec<Field> {
    let fields: Vec<Field> = tables.iter().filter_map(|table| faults.keep(field(table, known))).collect();
    if fields.len() == tables.len() {
        for (place, (table, field)) in tables.iter().zip(&fields).enumerate() {
            faults.keep(other_is_a_number(table, field, &fields));
            faults.keep(derived_once(table, field, fields.iter().take(place)));
        }
    }
    fields
}

/// Another reading looks at another number.
fn other_is_a_number(table: &Table<'_>, field: &Field, fields: &[Field]) -> Result<(), Fault> {
    let Some(other) = field.other.and_then(|other| fields.get(usize::from(other.field.0))) else { return Ok(()) };
    let at = table.need("other")?.table()?.need("field")?;
    match other.kind {
        _ if other.id == field.id => Err(at.fault("the field itself, expected another one")),
        FieldKind::Choice(_) => Err(at.fault(format!("field `{}` is a choice, expected a number", other.id))),
        FieldKind::Number(_) => Ok(()),
    }
}

/// Each way to compute a field stands for one field.
fn derived_once<'a>(
    table: &Table<'_>,
    field: &Field,
    mut before: impl Iterator<Item = &'a Field>,
) -> Result<(), Fault> {
    match table.get("derived") {
        Some(derived) if before.any(|known| known.asked == field.asked) => {
            Err(derived.fault("derived as another field is, expected each way once"))
        }
        _ => Ok(()),
    }
}

fn field(table: &Table<'_>, known: &Known) -> Result<Field, Fault> {
    let other = table.get("other").map(|other| other_field(&other.table()?, known)).transpose()?;
    let per_body = table.get("per-body").map(|word| {
        word.one_of("value of a body", &[("inhabitants", PerBody::Inhabitants), ("municipal", PerBody::Municipal)])
    });
    let field = Field {
        id: table.text("id")?,
        label: table.text("label")?,
        help: table.text_or_empty("help")?,
        kind: kind(table)?,
        asked: asked(table, known)?,
        optional: table.flag("optional")?,
        per_body: per_body.transpose()?,
        other,
    };
    if field.per_body.is_some() {
        // The engine itself reads it.
        known.fields.find(&table.need("id")?)?;
    }
    table.unknown_keys()?;
    Ok(field)
}

fn other_field(table: &Table<'_>, known: &Known) -> Result<OtherField, Fault> {
    let other = OtherField {
        ledger: LedgerIx(known.ledger.find(&table.need("ledger")?)?),
        field: FieldIx(known.fields.find(&table.need("field")?)?),
    };
    table.unknown_keys()?;
    Ok(other)
}

fn kind(table: &Table<'_>) -> Result<FieldKind, Fault> {
    let word = table.need("type")?;
    if word.one_of("type of field", &[("number", false), ("choice", true)])? {
        let choices = table.need("choices")?.each(|item| choice(&item.table()?))?;
        return Ok(FieldKind::Choice(choices));
    }
    let unit = table.need("unit")?;
    let words = unit.each(|word| Ok(word.text()?.to_owned()))?;
    let [one, many] = <[String; 2]>::try_from(words)
        .map_err(|words| unit.fault(format!("{} words, expected singular and plural", words.len())))?;
    let decimals = table.get("decimals").map_or(Ok(0), |digits| {
        u8::try_from(digits.small()?)
            .ok()
            .filter(|d| *d <= 6)
            .ok_or_else(|| digits.fault("too many, expected 0 to 6 decimals"))
    })?;
    let step = table.get("step");
    let smallest = Decimal::new(1, u32::from(decimals));
    let by = step.as_ref().map_or(Ok(smallest), |step| step.decimal())?;
    if let Some(step) = step
        && by < smallest
    {
        return Err(step.fault(format!("step {by}, expected at least {smallest}")));
    }
    let min = table.get("min").map_or(Ok(Decimal::ZERO), |min| min.decimal())?;
    let most = table.get("max");
    // The largest number of any field times the largest price stays far below what a decimal holds.
    let ceiling = Decimal::from(1_000_000_000_000_u64);
    let max = most.as_ref().map_or(Ok(ceiling), |max| max.decimal())?;
    if let Some(most) = most
        && !(min..=ceiling).contains(&max)
    {
        return Err(most.fault(format!("maximum {max}, expected between {min} and {ceiling}")));
    }
    Ok(FieldKind::Number(NumberKind { one, many, decimals, step: by, min, max }))
}

fn choice(table: &Table<'_>) -> Result<Choice, Fault> {
    let id = table.need("id")?;
    if !id.text()?.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(id.fault(format!("id `{}`, expected a letter first", id.text()?)));
    }
    let choice = Choice { id: id.text()?.to_owned(), label: table.text("label")? };
    table.unknown_keys()?;
    Ok(choice)
}

fn asked(table: &Table<'_>, known: &Known) -> Result<Asked, Fault> {
    let word = table.need("asked")?;
    let derived = table.get("derived");
    let asked = word.one_of(
        "place to ask",
        &[
            ("body", Some(Asked::Body)),
            ("membership", Some(Asked::Membership)),
            ("service", Some(Asked::Service)),
            ("derived", None),
        ],
    )?;
    match (asked, derived) {
        (Some(asked), None) => Ok(asked),
        (None, Some(derived)) => {
            known.fields.find(&table.need("id")?)?;
            let rules = [
                ("counted-bodies", Derived::CountedBodies),
                ("counted-bodies-municipal", Derived::CountedBodiesMunicipal),
            ];
            Ok(Asked::Derived(derived.one_of("derived field", &rules)?))
        }
        (Some(_), Some(derived)) => {
            Err(derived.fault("`derived` on a field that is asked, expected asked = \"derived\""))
        }
        (None, None) => Err(word.fault("asked = \"derived\" without `derived`, expected how it is computed")),
    }
}

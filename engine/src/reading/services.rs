//! The services of the annexes and the rows of their tables.

use super::Faults;
use super::annexe::AnnexeFile;
use super::cursor::{Cursor, Fault, Table};
use super::edition::Known;
use super::page_one::position;
use crate::Money;
use crate::catalogue::{
    Field, FieldIx, FieldKind, Grid, LedgerIx, Limit, OfferIx, Part, Price, Quantity, Reading, ReadingEffect, Rule,
    Scale, ScaleIx, Schedule, Service, ServiceIx,
};
use crate::french::quoted;
use rust_decimal::Decimal;

const SCHEDULES: [(&str, Schedule); 4] = [
    ("once", Schedule::Once),
    ("yearly", Schedule::Yearly),
    ("from-year-2", Schedule::FromYear2),
    ("every-3-years", Schedule::EveryYears(3)),
];

#[derive(Clone, Copy)]
enum RuleWord {
    Flat,
    PerUnit,
    Columns,
    Grid,
    Free,
    Quote,
}

const RULES: [(&str, RuleWord); 6] = [
    ("flat", RuleWord::Flat),
    ("per-unit", RuleWord::PerUnit),
    ("columns", RuleWord::Columns),
    ("grid", RuleWord::Grid),
    ("free", RuleWord::Free),
    ("quote", RuleWord::Quote),
];

/// Refuses a price id that stands twice, in whatever service.
pub(super) fn price_ids(annexes: &[AnnexeFile<'_>]) -> Result<(), Fault> {
    let mut prices = Vec::new();
    for service in annexes.iter().flat_map(|annexe| &annexe.services) {
        prices.extend(service.tables("price")?);
    }
    super::names::Names::of("price", prices.iter()).map(|_| ())
}

/// Reads every service of every annexe, in order.
pub(super) fn read(
    annexes: &[AnnexeFile<'_>],
    fields: &[Field],
    scales: &[Scale],
    known: &Known,
    faults: &mut Faults,
) -> Vec<Service> {
    let mut services = Vec::new();
    for (place, annexe) in annexes.iter().enumerate() {
        let Some(context) = faults.keep(Context::of(annexe, place, (fields, scales), known)) else { continue };
        services.extend(annexe.services.iter().filter_map(|table| context.service(table, faults)));
    }
    services
}

/// What the services of one annexe share.
struct Context<'a> {
    annexe: u8,
    name: String,
    vat: u8,
    fields: &'a [Field],
    scales: &'a [Scale],
    known: &'a Known,
}

impl<'a> Context<'a> {
    fn of(
        annexe: &AnnexeFile<'_>,
        place: usize,
        (fields, scales): (&'a [Field], &'a [Scale]),
        known: &'a Known,
    ) -> Result<Context<'a>, Fault> {
        Ok(Context {
            annexe: u8::try_from(place).unwrap_or(u8::MAX),
            name: annexe.root.text("annexe")?,
            vat: position(known.vat.find(&annexe.root.need("vat")?)?),
            fields,
            scales,
            known,
        })
    }

    /// A service, or none and every fault of its table and rows.
    fn service(&self, table: &Table<'_>, faults: &mut Faults) -> Option<Service> {
        let before = faults.0.len();
        let source = faults.keep(self.source(table));
        let prices = faults.keep(self.rows(table)).unwrap_or_default();
        let rows =
            prices.iter().filter_map(|price| self.price(price, source.as_deref().unwrap_or(""), faults)).collect();
        let family = table.need("family").and_then(|id| self.known.families.find(&id));
        let limit = table.get("limit").map(|limit| self.limit(&limit.table()?)).transpose();
        let service = Service {
            id: faults.keep(table.text("id")).unwrap_or_default(),
            label: faults.keep(table.text("label")).unwrap_or_default(),
            purpose: faults.keep(table.text_or_empty("purpose")).unwrap_or_default(),
            note: faults.keep(table.text_or_empty("note")).unwrap_or_default(),
            annexe: self.annexe,
            family: position(faults.keep(family).unwrap_or_default()),
            option_of: faults.keep(self.option_of(table)).flatten(),
            members: faults.keep(table.flag("members")).unwrap_or_default(),
            offers: faults.keep(self.offers(table)).unwrap_or_default(),
            limit: faults.keep(limit).flatten(),
            prices: rows,
        };
        faults.whole(before, table).then_some(service)
    }

    fn source(&self, table: &Table<'_>) -> Result<String, Fault> {
        let missing = |_| table.fault("`source` is missing, expected the title of the printed table");
        Ok(format!("{}, {}", self.name, quoted(table.need("source").map_err(missing)?.text()?)))
    }

    fn rows<'t>(&self, table: &Table<'t>) -> Result<Vec<Table<'t>>, Fault> {
        let rows = table.tables("price")?;
        let none = "a service without any [[service.price]], expected at least one";
        if rows.is_empty() { Err(table.fault(none)) } else { Ok(rows) }
    }

    fn offers(&self, table: &Table<'_>) -> Result<Vec<OfferIx>, Fault> {
        table.get("offers").map_or(Ok(Vec::new()), |list| list.each(|id| self.known.offers.find(id).map(OfferIx)))
    }

    /// The service it is an option of: not itself.
    fn option_of(&self, table: &Table<'_>) -> Result<Option<ServiceIx>, Fault> {
        let Some(base) = table.get("option-of") else { return Ok(None) };
        if base.text()? == table.need("id")?.text()? {
            return Err(base.fault("an option of itself, expected another service"));
        }
        Ok(Some(ServiceIx(self.known.services.find(&base)?)))
    }

    fn limit(&self, table: &Table<'_>) -> Result<Limit, Fault> {
        let (scale, columns) = self.scale(&table.need("scale")?)?;
        let list = table.need("at-most")?;
        let limit = Limit {
            label: table.text("label")?,
            field: self.number_field(&table.need("field")?)?,
            scale,
            at_most: list.each(Cursor::decimal)?,
        };
        as_many(&list, "maxima", limit.at_most.len(), columns)?;
        table.unknown_keys()?;
        Ok(limit)
    }

    /// A row, or none and every fault of its table.
    fn price(&self, table: &Table<'_>, source: &str, faults: &mut Faults) -> Option<Price> {
        let before = faults.0.len();
        let rule = faults.keep(self.rule(table));
        let schedule = faults.keep(table.need("schedule").and_then(|word| word.one_of("schedule", &SCHEDULES)));
        let readings = faults.keep(self.readings(table));
        let words = ["id", "label", "unit"].map(|key| faults.keep(table.text(key)));
        let detail = faults.keep(table.text_or_empty("detail"));
        let (rule, columns) = rule?;
        let parts = faults.keep(self.parts(table, &rule, columns));
        let column_notes = faults.keep(column_notes(table, columns));
        let whole = faults.whole(before, table);
        let [Some(id), Some(label), Some(unit)] = words else { return None };
        whole.then_some(Price {
            id,
            label,
            unit,
            detail: detail?,
            schedule: schedule?,
            vat: self.vat,
            rule,
            parts: parts?,
            column_notes: column_notes?,
            readings: readings?,
            source: source.to_owned(),
        })
    }

    /// The other readings of a row, one for each entry.
    fn readings(&self, table: &Table<'_>) -> Result<Vec<Reading>, Fault> {
        let Some(list) = table.get("readings") else { return Ok(Vec::new()) };
        let mut readings: Vec<Reading> = Vec::new();
        for item in list.list()? {
            let reading = self.reading(&item.table()?)?;
            if readings.iter().any(|known| known.ledger == reading.ledger) {
                return Err(item.fault("a second reading of one ledger entry, expected one"));
            }
            readings.push(reading);
        }
        Ok(readings)
    }

    /// The rule and how many columns its scale has.
    fn rule(&self, table: &Table<'_>) -> Result<(Rule, usize), Fault> {
        let rule = match table.need("rule")?.one_of("rule", &RULES)? {
            RuleWord::Flat => Rule::Flat(table.need("amount")?.price()?),
            RuleWord::PerUnit => {
                Rule::PerUnit(table.need("amount")?.price()?, self.quantity(&table.need("quantity")?.table()?)?)
            }
            RuleWord::Columns => return self.columns(table),
            RuleWord::Grid => Rule::Grid(self.grid(table)?),
            RuleWord::Free => Rule::Free(table.text("wording")?),
            RuleWord::Quote => Rule::Quote(table.text("wording")?),
        };
        Ok((rule, 0))
    }

    fn columns(&self, table: &Table<'_>) -> Result<(Rule, usize), Fault> {
        let (scale, columns) = self.scale(&table.need("scale")?)?;
        let list = table.need("amounts")?;
        let amounts = list.each(Cursor::price)?;
        as_many(&list, "amounts", amounts.len(), columns)?;
        let quantity = table.get("quantity").map(|quantity| self.quantity(&quantity.table()?)).transpose()?;
        Ok((Rule::Columns(scale, amounts, quantity), columns))
    }

    fn grid(&self, table: &Table<'_>) -> Result<Grid, Fault> {
        let (rows, height) = self.scale(&table.need("rows")?)?;
        let (columns, width) = self.scale(&table.need("columns")?)?;
        let list = table.need("cells")?;
        let mut cells = Vec::new();
        for (place, row) in list.list()?.iter().enumerate() {
            let amounts = row.each(Cursor::price)?;
            if amounts.len() != width {
                let message = format!(
                    "ragged grid: row {} has {} cells, expected {width}",
                    place.saturating_add(1),
                    amounts.len()
                );
                return Err(row.fault(message));
            }
            cells.push(amounts);
        }
        as_many(&list, "rows", cells.len(), height)?;
        Ok(Grid { rows, columns, cells })
    }

    fn quantity(&self, table: &Table<'_>) -> Result<Quantity, Fault> {
        let pack = table.get("pack");
        let quantity = Quantity {
            field: self.number_field(&table.need("field")?)?,
            beyond: table.get("beyond").map_or(Ok(Decimal::ZERO), |beyond| beyond.decimal())?,
            pack: pack.as_ref().map_or(Ok(Decimal::ONE), |pack| pack.decimal())?,
        };
        if let Some(pack) = pack
            && quantity.pack.is_zero()
        {
            return Err(pack.fault("a pack of 0, expected at least one unit"));
        }
        table.unknown_keys()?;
        Ok(quantity)
    }

    fn number_field(&self, id: &Cursor<'_>) -> Result<FieldIx, Fault> {
        let ix = FieldIx(self.known.fields.find(id)?);
        match self.fields.get(usize::from(ix.0)).map(|field| &field.kind) {
            Some(FieldKind::Number(_)) => Ok(ix),
            _ => Err(id.fault(format!("field `{}` is a choice, expected a number", id.text()?))),
        }
    }

    fn reading(&self, table: &Table<'_>) -> Result<Reading, Fault> {
        let effect = match (table.get("schedule"), table.flag("omit")?) {
            (Some(schedule), false) => ReadingEffect::Schedule(schedule.one_of("schedule", &SCHEDULES)?),
            (None, true) => ReadingEffect::Omit,
            _ => return Err(table.fault("a reading of no single sort, expected either `schedule` or omit = true")),
        };
        let reading = Reading { ledger: LedgerIx(self.known.ledger.find(&table.need("ledger")?)?), effect };
        table.unknown_keys()?;
        Ok(reading)
    }

    /// The parts of a unit price, which add up to it in every column.
    fn parts(&self, table: &Table<'_>, rule: &Rule, columns: usize) -> Result<Vec<Part>, Fault> {
        let Some(list) = table.get("parts") else { return Ok(Vec::new()) };
        let Rule::Columns(_, amounts, _) = rule else {
            return Err(list.fault("parts of a price without columns, expected rule = \"columns\""));
        };
        let parts = list.each(|item| {
            let table = item.table()?;
            let part = Part { label: table.text("label")?, amounts: table.need("amounts")?.each(Cursor::price)? };
            table.unknown_keys()?;
            as_many(item, "amounts", part.amounts.len(), columns)?;
            Ok(part)
        })?;
        for (column, amount) in amounts.iter().enumerate() {
            let sum: Money = parts.iter().filter_map(|part| part.amounts.get(column)).copied().sum();
            if sum != *amount {
                let message = format!("the parts of column {} add up to {}", column.saturating_add(1), sum.euros());
                return Err(list.fault(format!("{message}, expected {}", amount.euros())));
            }
        }
        Ok(parts)
    }

    fn scale(&self, id: &Cursor<'_>) -> Result<(ScaleIx, usize), Fault> {
        let place = self.known.scales.find(id)?;
        let columns = self.scales.get(usize::from(place)).map_or(0, |scale| scale.columns.len());
        Ok((ScaleIx(place), columns))
    }
}

fn column_notes(table: &Table<'_>, columns: usize) -> Result<Vec<String>, Fault> {
    let Some(list) = table.get("column-notes") else { return Ok(Vec::new()) };
    let notes = list.each(|note| Ok(note.any_text()?.to_owned()))?;
    as_many(&list, "notes", notes.len(), columns)?;
    Ok(notes)
}

/// As many values as the scale has columns.
fn as_many(at: &Cursor<'_>, what: &str, found: usize, expected: usize) -> Result<(), Fault> {
    if found == expected {
        Ok(())
    } else {
        Err(at.fault(format!("{found} {what}, expected {expected} as in the scale")))
    }
}

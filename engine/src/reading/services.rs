//! The services of the annexes and the rows of their tables.

use super::Faults;
use super::annexe::AnnexeFile;
use super::cursor::{Cursor, Fault, Table};
use super::edition::Known;
use super::page_one::position;
use crate::Money;
use crate::catalogue::{
    FieldIx, Grid, LedgerIx, Limit, OfferIx, Part, Price, Quantity, Reading, ReadingEffect, Rule, Scale, ScaleIx, Schedule,
    Service, ServiceIx,
};
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
pub(super) fn read(annexes: &[AnnexeFile<'_>], scales: &[Scale], known: &Known, faults: &mut Faults) -> Vec<Service> {
    let mut services = Vec::new();
    for (place, annexe) in annexes.iter().enumerate() {
        let Some(context) = faults.keep(Context::of(annexe, place, scales, known)) else { continue };
        services.extend(annexe.services.iter().filter_map(|table| faults.keep(context.service(table))));
    }
    services
}

/// What the services of one annexe share.
struct Context<'a> {
    annexe: u8,
    name: String,
    vat: u8,
    scales: &'a [Scale],
    known: &'a Known,
}

impl<'a> Context<'a> {
    fn of(annexe: &AnnexeFile<'_>, place: usize, scales: &'a [Scale], known: &'a Known) -> Result<Context<'a>, Fault> {
        Ok(Context {
            annexe: u8::try_from(place).unwrap_or(u8::MAX),
            name: annexe.root.text("annexe")?,
            vat: position(known.vat.find(&annexe.root.need("vat")?)?),
            scales,
            known,
        })
    }

    fn service(&self, table: &Table<'_>) -> Result<Service, Fault> {
        let source = table.need("source").map_err(|_| table.fault("`source` is missing, expected the title of the printed table"))?;
        let source = format!("{}, « {} »", self.name, source.text()?);
        let offers = table.get("offers").map_or(Ok(Vec::new()), |list| list.each(|id| self.known.offers.find(id).map(OfferIx)))?;
        let prices = table.tables("price")?;
        if prices.is_empty() {
            return Err(table.fault("a service without any [[service.price]], expected at least one"));
        }
        let service = Service {
            id: table.text("id")?,
            label: table.text("label")?,
            note: table.text_or_empty("note")?,
            annexe: self.annexe,
            family: position(self.known.families.find(&table.need("family")?)?),
            option_of: self.known.services.find_in(table, "option-of")?.map(ServiceIx),
            members: table.flag("members")?,
            offers,
            limit: table.get("limit").map(|limit| self.limit(&limit.table()?)).transpose()?,
            prices: prices.iter().map(|price| self.price(price, &source)).collect::<Result<_, _>>()?,
        };
        table.unknown_keys()?;
        Ok(service)
    }

    fn limit(&self, table: &Table<'_>) -> Result<Limit, Fault> {
        let (scale, columns) = self.scale(&table.need("scale")?)?;
        let list = table.need("at-most")?;
        let limit = Limit {
            label: table.text("label")?,
            field: FieldIx(self.known.fields.find(&table.need("field")?)?),
            scale,
            at_most: list.each(Cursor::decimal)?,
        };
        as_many(&list, "maxima", limit.at_most.len(), columns)?;
        table.unknown_keys()?;
        Ok(limit)
    }

    fn price(&self, table: &Table<'_>, source: &str) -> Result<Price, Fault> {
        let (rule, columns) = self.rule(table)?;
        let price = Price {
            id: table.text("id")?,
            label: table.text("label")?,
            detail: table.text_or_empty("detail")?,
            unit: table.text("unit")?,
            schedule: table.need("schedule")?.one_of("schedule", &SCHEDULES)?,
            vat: self.vat,
            parts: self.parts(table, &rule, columns)?,
            column_notes: column_notes(table, columns)?,
            readings: table.get("readings").map_or(Ok(Vec::new()), |list| list.each(|item| self.reading(&item.table()?)))?,
            source: source.to_owned(),
            rule,
        };
        table.unknown_keys()?;
        Ok(price)
    }

    /// The rule and how many columns its scale has.
    fn rule(&self, table: &Table<'_>) -> Result<(Rule, usize), Fault> {
        let rule = match table.need("rule")?.one_of("rule", &RULES)? {
            RuleWord::Flat => Rule::Flat(table.need("amount")?.price()?),
            RuleWord::PerUnit => Rule::PerUnit(table.need("amount")?.price()?, self.quantity(&table.need("quantity")?.table()?)?),
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
                let message = format!("ragged grid: row {} has {} cells, expected {width}", place.saturating_add(1), amounts.len());
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
            field: FieldIx(self.known.fields.find(&table.need("field")?)?),
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
    if found == expected { Ok(()) } else { Err(at.fault(format!("{found} {what}, expected {expected} as in the scale"))) }
}

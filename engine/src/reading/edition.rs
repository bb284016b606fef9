//! An edition's files, read in the order they refer to each other.

use super::annexe::{self, AnnexeFile};
use super::cursor::{Fault, SourceFile, Table, parse};
use super::names::Names;
use super::{EditionFiles, Faults, fields, page_one, scales, services};
use crate::catalogue::{BodyKind, Edition, Kind, LedgerEntry, LedgerIx, Percent, VatClass};
use crate::french::kept;

/// The words of every kind of body.
pub(super) const KINDS: [(&str, BodyKind); 7] = [
    ("commune", BodyKind::Commune),
    ("cc", BodyKind::Cc),
    ("ca", BodyKind::Ca),
    ("metropole", BodyKind::Metropole),
    ("syndicat", BodyKind::Syndicat),
    ("ccas", BodyKind::Ccas),
    ("autre", BodyKind::Autre),
];

/// The lists other files refer to.
pub(super) struct Known {
    pub(super) vat: Names,
    pub(super) ledger: Names,
    pub(super) fields: Names,
    pub(super) families: Names,
    pub(super) offers: Names,
    pub(super) scales: Names,
    pub(super) services: Names,
}

/// Reads one edition; its faults go to `faults`.
pub(super) fn read(files: &EditionFiles, faults: &mut Faults) -> Option<Edition> {
    let before = faults.0.len();
    let edition = match read_files(files, faults) {
        Ok(edition) => edition,
        Err(fault) => {
            faults.0.push(fault);
            None
        }
    };
    edition.filter(|_| faults.0.len() == before)
}

fn read_files(files: &EditionFiles, faults: &mut Faults) -> Result<Option<Edition>, Fault> {
    let parsed: Vec<_> = files.files.iter().map(|file| (file, parse(file))).collect();
    let mut roots = Vec::new();
    for (file, parsed) in &parsed {
        match parsed {
            Ok(table) => roots.push((file.name.as_str(), Table::root(file, table))),
            Err(fault) => faults.0.push(fault.clone()),
        }
    }
    if roots.len() < parsed.len() {
        return Ok(None);
    }
    let root = |name: &str| -> Result<&Table<'_>, Fault> {
        let found = roots.iter().find(|(file, _)| stem(file) == name);
        found.map(|(_, table)| table).ok_or_else(|| missing_file(files, name))
    };
    let (head, ledger, field_file, page_one) = (root("edition")?, root("ledger")?, root("fields")?, root("services")?);
    let annexes: Vec<_> = roots.iter().filter(|(file, _)| stem(file).starts_with("annexe-")).map(|(_, t)| t).collect();
    if annexes.is_empty() {
        return Err(missing_file(files, "annexe-1"));
    }
    let known_names = ["edition", "ledger", "fields", "services"];
    if let Some((file, table)) =
        roots.iter().find(|(f, _)| !known_names.contains(&stem(f)) && !stem(f).starts_with("annexe-"))
    {
        return Err(
            table.fault(format!("unknown file `{file}`, expected edition, ledger, fields, services or annexe-*"))
        );
    }
    let entries = ledger.tables("entry")?;
    let field_tables = field_file.tables("field")?;
    let vat_tables = head.tables("vat")?;
    let (family_tables, offer_tables) = (page_one.tables("family")?, page_one.tables("offer")?);
    let annexes = annexes.into_iter().map(AnnexeFile::open).collect::<Result<Vec<_>, _>>()?;
    let known = Known {
        vat: Names::of("VAT class", vat_tables.iter())?,
        ledger: Names::of("ledger entry", entries.iter())?,
        fields: Names::of("field", field_tables.iter())?,
        families: Names::of("family", family_tables.iter())?,
        offers: Names::of("page-1 service", offer_tables.iter())?,
        scales: Names::of("scale", annexes.iter().flat_map(|annexe| &annexe.scales))?,
        services: Names::of("service", annexes.iter().flat_map(|annexe| &annexe.services))?,
    };
    services::price_ids(&annexes)?;
    let ledger_read = entries.iter().filter_map(|table| faults.keep(entry(table))).collect();
    let vat = vat_tables.iter().filter_map(|table| faults.keep(vat_class(table, &known))).collect();
    let before = faults.0.len();
    let fields = fields::read(&field_tables, &known, faults);
    if faults.0.len() > before {
        // What refers to a field that was refused is not wrong for it.
        return Ok(None);
    }
    let page = page_one::read(page_one, &family_tables, &offer_tables, &known, faults);
    let scales = scales::read(&annexes, &field_tables, &fields, &known, faults);
    let services = services::read(&annexes, &fields, &scales, &known, faults);
    let joining = annexe::joining(&annexes, &known, faults);
    let head_read = faults.keep(edition_head(head, files));
    for (table, read) in [(head, head_read.is_some()), (ledger, true), (field_file, true)] {
        if read {
            faults.keep(table.unknown_keys());
        }
    }
    if faults.0.is_empty() {
        for check in [
            known.ledger.all_used(&entries),
            known.fields.all_used(&field_tables),
            known.vat.all_used(&vat_tables),
            known.scales.all_used(&annexe::all(annexes.iter().map(|a| &a.root), "scale")?),
        ] {
            faults.keep(check);
        }
    }
    let (Some(page), Some(joining), Some(head)) = (page, joining, head_read) else { return Ok(None) };
    Ok(Some(Edition {
        vat,
        families: page.families,
        offers: page.offers,
        cover_ledger: page.cover_ledger,
        cover_source: page.cover_source,
        fields,
        scales,
        annexes: joining.annexes,
        counting: joining.counting,
        counting_source: joining.counting_source,
        membership: joining.membership,
        services,
        ledger: ledger_read,
        ..head
    }))
}

/// A file's name without folder and extension.
fn stem(name: &str) -> &str {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    base.strip_suffix(".toml").unwrap_or(base)
}

fn missing_file(files: &EditionFiles, name: &str) -> Fault {
    Fault::nowhere(&format!("{}/{name}.toml", files.folder), "the file is missing, expected it in the edition's folder")
}

/// `edition.toml`, with the lists of other files left empty.
fn edition_head(table: &Table<'_>, files: &EditionFiles) -> Result<Edition, Fault> {
    let id = table.need("id")?;
    if id.text()? != files.folder {
        return Err(id.fault(format!("id `{}`, expected the folder's name `{}`", id.text()?, files.folder)));
    }
    let from = table.need("valid-from")?;
    if !is_day(from.text()?) {
        return Err(from.fault(format!("`{}` is no day, expected YYYY-MM-DD", from.text()?)));
    }
    let years = table.need("max-years")?;
    let max_years = u8::try_from(years.small()?).ok().filter(|years| (1..=10).contains(years));
    let kinds = table.tables("kind")?.iter().map(kind).collect::<Result<Vec<_>, _>>()?;
    if let Some((word, _)) = KINDS.iter().find(|(_, k)| kinds.iter().filter(|known| known.kind == *k).count() != 1) {
        return Err(table.fault(format!("kind `{word}` stands not exactly once, expected one [[kind]] for each")));
    }
    Ok(Edition {
        id: id.text()?.to_owned(),
        title: table.text("title")?,
        publisher: table.text("publisher")?,
        act: table.text("act")?,
        reference: table.text("reference")?,
        valid_from: from.text()?.to_owned(),
        max_years: max_years.ok_or_else(|| years.fault("out of range, expected 1 to 10 years"))?,
        kinds,
        vat: Vec::new(),
        families: Vec::new(),
        offers: Vec::new(),
        fields: Vec::new(),
        scales: Vec::new(),
        annexes: Vec::new(),
        services: Vec::new(),
        ledger: Vec::new(),
        counting: Vec::new(),
        counting_source: String::new(),
        membership: annexe::no_rules(),
        cover_ledger: LedgerIx(0),
        cover_source: String::new(),
    })
}

/// Whether a text is a day that exists, `YYYY-MM-DD`.
fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let mut part = |length: usize| parts.next().filter(digits).filter(|p| p.len() == length)?.parse::<u16>().ok();
    let (year, month, day) = (part(4), part(2), part(2));
    let (Some(year), Some(month), Some(day), None) = (year, month, day, parts.next()) else { return false };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn kind(table: &Table<'_>) -> Result<Kind, Fault> {
    let id = table.need("id")?;
    let kind = id.one_of("kind of body", &KINDS)?;
    let epci = table.flag("epci")?;
    if epci != kind.is_epci() {
        let at = table.get("epci").unwrap_or(id);
        return Err(at.fault(format!("epci = {epci}, expected {} for `{}`", kind.is_epci(), kind.id())));
    }
    let kind = Kind { kind, label: table.text("label")? };
    table.unknown_keys()?;
    Ok(kind)
}

fn entry(table: &Table<'_>) -> Result<LedgerEntry, Fault> {
    let entry = LedgerEntry {
        id: table.text("id")?,
        question: table.text("question")?,
        taken: table.text("taken")?,
        other: table.get("other").map(|other| Ok(kept(other.text()?))).transpose()?,
        touches: table.text("touches")?,
    };
    table.unknown_keys()?;
    Ok(entry)
}

fn vat_class(table: &Table<'_>, known: &Known) -> Result<VatClass, Fault> {
    let rate = table.get("rate");
    let class = VatClass {
        id: table.text("id")?,
        label: table.text("label")?,
        rate: rate.as_ref().map(|rate| rate.decimal()).transpose()?.map(Percent),
        ledger: known.ledger.find_in(table, "ledger")?.map(LedgerIx),
    };
    if let (Some(rate), Some(Percent(value))) = (rate, class.rate)
        && value > rust_decimal::Decimal::ONE_HUNDRED
    {
        return Err(rate.fault(format!("rate {value}, expected per cent from 0 to 100")));
    }
    table.unknown_keys()?;
    Ok(class)
}

/// A file's tables and texts must outlive what is read from them.
impl SourceFile {
    /// Names a file's text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> SourceFile {
        SourceFile { name: name.into(), text: text.into() }
    }
}

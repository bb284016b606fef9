//! `services.toml`: page 1 of the list, its families and services.

use super::Faults;
use super::cursor::{Fault, Table};
use super::edition::Known;
use crate::catalogue::{Family, LedgerIx, Limited, Offer};

/// What page 1 says.
pub(super) struct PageOne {
    pub(super) families: Vec<Family>,
    pub(super) offers: Vec<Offer>,
    pub(super) cover_ledger: LedgerIx,
    pub(super) cover_source: String,
}

/// Reads page 1.
pub(super) fn read(
    root: &Table<'_>,
    families: &[Table<'_>],
    offers: &[Table<'_>],
    known: &Known,
    faults: &mut Faults,
) -> Option<PageOne> {
    let families = families.iter().filter_map(|table| faults.keep(family(table))).collect();
    let offers = offers.iter().filter_map(|table| faults.keep(offer(table, known))).collect();
    let (cover_ledger, cover_source) = faults.keep(cover(root, known))?;
    Some(PageOne { families, offers, cover_ledger, cover_source })
}

fn cover(root: &Table<'_>, known: &Known) -> Result<(LedgerIx, String), Fault> {
    root.text("annexe")?;
    root.text("table")?;
    let cover = root.need("cover")?.table()?;
    let read = (LedgerIx(known.ledger.find(&cover.need("ledger")?)?), cover.text("source")?);
    cover.unknown_keys()?;
    root.unknown_keys()?;
    Ok(read)
}

fn family(table: &Table<'_>) -> Result<Family, Fault> {
    let family = Family { id: table.text("id")?, label: table.text("label")?, group: table.text_or_empty("group")? };
    table.unknown_keys()?;
    Ok(family)
}

fn offer(table: &Table<'_>, known: &Known) -> Result<Offer, Fault> {
    let offer = Offer {
        id: table.text("id")?,
        label: table.text("label")?,
        family: position(known.families.find(&table.need("family")?)?),
        outside: table.flag("outside")?,
        limit: table.get("limit").map(|limit| limit.decimal()).transpose()?.map(Limited),
    };
    table.unknown_keys()?;
    Ok(offer)
}

/// A position in one of the short lists.
pub(super) fn position(place: u16) -> u8 {
    u8::try_from(place).unwrap_or(u8::MAX)
}

//! What is said of the files: how many lines, how heavy, how well and how fast they are searched.

use std::time::Instant;

use ::territory::check::Counts;
use ::territory::measure::{self, Share};
use ::territory::{Place, Territory};
use anyhow::{Result, ensure};

use super::files::Files;
use crate::compress::brotli;

/// The most that the files may weigh together, brotli 11, in bytes: what the page fetches with its search.
const CEILING: usize = 12_000;

/// Up to how many letters of a name are typed from its start.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=8;

/// The figures, a line each. Fails when the files are too heavy.
pub fn of(files: &Files, territory: &Territory<'_>) -> Result<String> {
    let Counts { epcis, communes, in_gironde, former } = Counts::of(territory);
    let mut text =
        format!("{epcis} EPCI, {communes} communes ({in_gironde} in the Gironde), {former} former communes\n");
    let all: Vec<u8> = files.each().iter().flat_map(|(_, text)| text.bytes()).collect();
    let mut sizes = files.each().map(|(name, text)| (name, text.as_bytes())).to_vec();
    sizes.push(("together", &all));
    for (name, bytes) in sizes {
        text.push_str(&format!("{name:<12} {:>6} bytes, {:>5} in brotli\n", bytes.len(), brotli(bytes)?.len()));
    }
    let weight = brotli(&all)?.len();
    ensure!(weight <= CEILING, "the files weigh {weight} bytes in brotli, more than {CEILING}");
    for share in measure::whole(territory).iter().chain(&measure::three_letters(territory)) {
        text.push_str(&line(share));
    }
    let best = measure::ceiling(territory, 3);
    text.push_str(&format!("  of which no order of the answers could give more than {best}\n"));
    let shares = LETTERS.map(|letters| format!("{letters}: {}", percent(&measure::first_letters(territory, letters))));
    text.push_str(&format!("  by the number of letters: {}\n", shares.collect::<Vec<_>>().join(", ")));
    for share in &measure::one_error(territory) {
        text.push_str(&line(share));
    }
    text.push_str(&speed(territory));
    Ok(text)
}

fn line(share: &Share) -> String {
    format!("{:>7}  {:>3} of {:>3}  {}\n", percent(share), share.right, share.of(), share.about)
}

fn percent(share: &Share) -> String {
    let thousandths = share.thousandths();
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}

/// How long a search takes here, on average over all names, in a debug build whose search is optimised.
fn speed(territory: &Territory<'_>) -> String {
    let names: Vec<(Place, &str)> = measure::names(territory).collect();
    let start = Instant::now();
    let found: usize = names.iter().map(|(_, name)| territory.search(name, measure::SHOWN).len()).sum();
    let each = start.elapsed().as_micros() / names.len().max(1) as u128;
    format!("a search takes about {each} µs on this machine ({} searches, {found} answers)\n", names.len())
}

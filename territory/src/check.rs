//! What must hold for the committed files to be right, beyond what must hold for them to be read.

use crate::read::{COMMUNES, EPCI, FORMER};
use crate::{Commune, Epci, Fault, Former, Territory};

/// How many there are of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// EPCI.
    pub epcis: usize,
    /// Communes.
    pub communes: usize,
    /// Communes of the Gironde.
    pub in_gironde: usize,
    /// Former communes.
    pub former: usize,
}

/// How many there are on 1 January 2026.
pub const EXPECTED: Counts = Counts { epcis: 28, communes: 536, in_gironde: 534, former: 8 };

impl Counts {
    /// Counts a territory.
    pub fn of(territory: &Territory<'_>) -> Counts {
        Counts {
            epcis: territory.epcis.len(),
            communes: territory.communes.len(),
            in_gironde: territory.communes.iter().filter(|commune| !commune.is_outside()).count(),
            former: territory.former.len(),
        }
    }
}

/// Reads the three files and checks all that can be checked of them.
///
/// # Errors
///
/// The first line that is wrong.
pub fn read<'t>(epci: &'t str, communes: &'t str, former: &'t str) -> Result<Territory<'t>, Fault> {
    let territory = Territory::read(epci, communes, former)?;
    let mut before = "";
    for (line, epci) in (2..).zip(&territory.epcis) {
        refuse(EPCI.0, line, of_epci(&territory, epci).or_else(|| order(before, epci.siren)))?;
        before = epci.siren;
    }
    before = "";
    for (line, commune) in (2..).zip(&territory.communes) {
        let twin = || territory.communes.iter().take(line - 2).find(|other| other.siren == commune.siren);
        let fault = of_commune(commune).or_else(|| order(before, commune.code));
        let twin = || twin().map(|twin| format!("{} has the same SIREN, {}", twin.name, twin.siren));
        refuse(COMMUNES.0, line, fault.or_else(twin))?;
        before = commune.code;
    }
    before = "";
    for (line, former) in (2..).zip(&territory.former) {
        refuse(FORMER.0, line, of_former(&territory, former).or_else(|| order(before, former.code)))?;
        before = former.code;
    }
    Ok(territory)
}

fn refuse(file: &'static str, line: usize, message: Option<String>) -> Result<(), Fault> {
    message.map_or(Ok(()), |message| Err(Fault { file, line, message }))
}

/// What is wrong with an EPCI.
fn of_epci(territory: &Territory<'_>, epci: &Epci<'_>) -> Option<String> {
    let members = || epci.members.iter().filter_map(|member| territory.commune_at(*member));
    let total = members().map(|commune| u64::from(commune.total)).sum();
    let municipal = members().map(|commune| u64::from(commune.municipal)).sum();
    let told = |which: &str, sum: u64, told: u32| {
        (sum != u64::from(told))
            .then(|| format!("population {which}: its communes have {sum} inhabitants together, not {told}"))
    };
    siren(epci.siren)
        .or_else(|| name(epci.name))
        .or_else(|| epci.members.is_empty().then(|| format!("{} has no commune", epci.name)))
        .or_else(|| populations(epci.total, epci.municipal))
        .or_else(|| told("totale", total, epci.total))
        .or_else(|| told("municipale", municipal, epci.municipal))
}

/// What is wrong with a commune.
fn of_commune(commune: &Commune<'_>) -> Option<String> {
    code(commune.code)
        .or_else(|| siren(commune.siren))
        .or_else(|| name(commune.name))
        .or_else(|| postcodes(commune.postcodes))
        .or_else(|| populations(commune.total, commune.municipal))
}

/// What is wrong with a former commune.
fn of_former(territory: &Territory<'_>, former: &Former<'_>) -> Option<String> {
    let present = territory.commune_at(former.commune).map_or("", |commune| commune.name);
    code(former.code)
        .or_else(|| name(former.name))
        .or_else(|| (present == former.name).then(|| format!("{present} is the present name as well")))
}

fn order(before: &str, code: &str) -> Option<String> {
    (before >= code).then(|| format!("`{code}` after `{before}`: the lines go by code, each once"))
}

fn name(name: &str) -> Option<String> {
    (name.is_empty() || name.trim() != name).then(|| format!("`{name}` is no name"))
}

fn populations(total: u32, municipal: u32) -> Option<String> {
    (municipal > total).then(|| format!("population municipale {municipal} is more than population totale {total}"))
}

fn postcodes(postcodes: &str) -> Option<String> {
    let wrong = postcodes.split(' ').find(|postcode| postcode.len() != 5 || !digits(postcode))?;
    Some(format!("`{wrong}` is no postcode: five digits"))
}

/// The five characters of an INSEE code: the département, and a number in it.
fn code(code: &str) -> Option<String> {
    let number = code.strip_prefix("2A").or_else(|| code.strip_prefix("2B")).unwrap_or(code);
    (code.len() != 5 || !digits(number)).then(|| format!("`{code}` is no INSEE code"))
}

/// The nine digits of a SIREN, the last of which checks the others (Luhn).
fn siren(siren: &str) -> Option<String> {
    if siren.len() != 9 || !digits(siren) {
        return Some(format!("`{siren}` is no SIREN: nine digits"));
    }
    let values = siren.bytes().rev().map(|digit| u32::from(digit.saturating_sub(b'0')));
    let weighed = values.zip([1, 2].into_iter().cycle()).map(|(digit, weight)| digit * weight);
    let sum: u32 = weighed.map(|product| if product > 9 { product - 9 } else { product }).sum();
    (!sum.is_multiple_of(10)).then(|| format!("`{siren}` is no SIREN: its last digit does not check"))
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

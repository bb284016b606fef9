//! What a place is found by.

use crate::near::{Near, near};
use crate::spelling::Spelling;
use crate::{Place, Territory};
use engine::catalogue::BodyKind;

/// How many letters a query has before an error is forgiven in it.
const FORGIVEN_FROM: usize = 4;

/// How many letters a query has before it is looked for inside names.
const INNER_FROM: usize = 3;

/// A name of a place, and what else leads to it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Where it leads.
    pub place: Place,
    /// The position of the former commune whose name it is.
    pub via: Option<u16>,
    /// Which of two equally good answers comes first: the more inhabitants, the sooner.
    pub weight: u32,
    name: Spelling,
    kind: Option<BodyKind>,
    /// Words that are not in the name: the postcodes of a commune, the words for a kind of EPCI.
    others: Vec<String>,
}

/// How well a query goes with a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// It is the name.
    Exact,
    /// It is the name but for articles and the words for a kind of EPCI.
    ExactCore,
    /// The name begins so, with its articles and its kind or without.
    Start,
    /// The name begins so once the query's own articles are left out as well.
    StartCore,
    /// Each word of the query begins one of the place's.
    Words,
    /// It is inside the name.
    Inner,
    /// But for an error, it is the name.
    NearWhole,
    /// But for an error, the name begins so.
    NearStart,
    /// But for an error in one word, each begins one of the place's.
    NearWords,
}

/// The names of all places: communes, then EPCI, then former communes, so that the first of two equals is
/// the one more often meant.
pub(crate) fn all(territory: &Territory<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (position, commune) in (0_u16..).zip(&territory.communes) {
        let others = commune.postcodes().map(str::to_owned).collect();
        entries.push(Entry::new(Place::Commune(position), commune.name, commune.total, others));
    }
    for (position, epci) in (0_u16..).zip(&territory.epcis) {
        // By its largest commune, so that `Bor` leads to Bordeaux, and only then to its métropole.
        let members = epci.members.iter().filter_map(|member| territory.commune_at(*member));
        let weight = members.map(|commune| commune.total).max().unwrap_or_default();
        let others: &[&str] = match epci.kind {
            BodyKind::Cc => &["cdc", "communaute", "communes"],
            BodyKind::Ca => &["communaute", "agglomeration"],
            _ => &["communaute", "metropole"],
        };
        let others = others.iter().map(|word| (*word).to_owned()).collect();
        entries.push(Entry { kind: Some(epci.kind), ..Entry::new(Place::Epci(position), epci.name, weight, others) });
    }
    for (position, former) in (0_u16..).zip(&territory.former) {
        let weight = territory.commune_at(former.commune).map_or(0, |commune| commune.total);
        let place = Place::Commune(former.commune);
        entries.push(Entry { via: Some(position), ..Entry::new(place, former.name, weight, Vec::new()) });
    }
    entries
}

impl Entry {
    fn new(place: Place, name: &str, weight: u32, others: Vec<String>) -> Entry {
        Entry { place, via: None, weight, name: Spelling::of(name), kind: None, others }
    }

    /// How well a query goes with it.
    pub fn fit(&self, query: &Spelling, wanted: &[&str]) -> Option<Fit> {
        if query.is_of_kind && query.kind != self.kind {
            return None;
        }
        let (full, core) = (query.full.as_str(), query.core.as_str());
        if full == self.name.full {
            return Some(Fit::Exact);
        }
        // What is left of a query without articles and kind says little when nothing is, and is about
        // EPCI of that kind when one was named.
        let speaks = !core.is_empty() && (query.kind.is_none() || query.kind == self.kind);
        if full == self.name.core || (speaks && core == self.name.core) {
            return Some(Fit::ExactCore);
        }
        if self.name.full.starts_with(full) || self.name.core.starts_with(full) {
            return Some(Fit::Start);
        }
        if speaks && self.name.core.starts_with(core) {
            return Some(Fit::StartCore);
        }
        if self.has_all(wanted, false) {
            return Some(Fit::Words);
        }
        if full.len() >= INNER_FROM && is_inside(full, &self.name.full) {
            return Some(Fit::Inner);
        }
        if full.len() < FORGIVEN_FROM || has_digit(full) {
            return None;
        }
        let of_full = near(full.as_bytes(), self.name.full.as_bytes());
        let of_core = if speaks { near(core.as_bytes(), self.name.core.as_bytes()) } else { None };
        if of_full == Some(Near::Whole) || of_core == Some(Near::Whole) {
            return Some(Fit::NearWhole);
        }
        if of_full.is_some() || of_core.is_some() {
            return Some(Fit::NearStart);
        }
        self.has_all(wanted, true).then_some(Fit::NearWords)
    }

    /// Whether each of these words begins a word of its own here; `forgiving` one of them an error.
    fn has_all(&self, wanted: &[&str], mut forgiving: bool) -> bool {
        let mut taken = 0_u64;
        wanted.iter().all(|word| {
            let mut found = self.word(taken, |own| own.starts_with(word) && !(has_digit(word) && word.len() < 3));
            if found.is_none() && forgiving && word.len() >= FORGIVEN_FROM {
                forgiving = false;
                found = self.word(taken, |own| near(word.as_bytes(), own.as_bytes()).is_some());
            }
            found.inspect(|bit| taken |= bit).is_some()
        })
    }

    /// The first word that will do and is not taken yet, as the bit that marks it taken.
    fn word(&self, taken: u64, will_do: impl Fn(&str) -> bool) -> Option<u64> {
        let words = (0..64_u32).map(|place| 1_u64.wrapping_shl(place)).zip(self.name.words.iter().chain(&self.others));
        words.filter(|(bit, _)| taken & bit == 0).find(|(_, word)| will_do(word)).map(|(bit, _)| bit)
    }
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Naive, because names are short and the library's way of finding a text weighs 2 kB.
fn is_inside(part: &str, whole: &str) -> bool {
    whole.as_bytes().windows(part.len().max(1)).any(|window| window == part.as_bytes())
}

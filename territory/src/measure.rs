//! How well the search finds what is meant: over every commune and every EPCI, each with the same weight.

use crate::spelling::{self, Spelling};
use crate::{Place, Territory};

/// How many answers a visitor sees without scrolling.
pub const SHOWN: usize = 8;

/// Of how many places the search did what was asked of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// What was asked.
    pub about: &'static str,
    /// How many times it did.
    pub right: usize,
    /// How many times it did not: the query, and the place that was meant.
    pub missed: Vec<(String, String)>,
}

impl Share {
    /// The share, in thousandths, rounded down.
    pub fn thousandths(&self) -> usize {
        (self.right * 1_000).checked_div(self.of()).unwrap_or_default()
    }

    /// How many times it was asked.
    pub fn of(&self) -> usize {
        self.right + self.missed.len()
    }
}

/// The name typed whole, and the place first: as it is written, in plain lower case with spaces, and with
/// nothing between the words.
pub fn whole(territory: &Territory<'_>) -> [Share; 3] {
    [
        share(territory, "name typed whole: first", 1, |name| vec![name.to_owned()]),
        share(territory, "the same in lower case, no accent, no sign: first", 1, |name| vec![plain(name)]),
        share(territory, "the same in one word: first", 1, |name| vec![plain(name).replace(' ', "")]),
    ]
}

/// Three letters, and the place among the first [`SHOWN`].
pub fn three_letters(territory: &Territory<'_>) -> [Share; 3] {
    [
        share(territory, "3 letters of the distinctive word: among the first 8", SHOWN, |name| {
            vec![distinctive(name).1]
        }),
        share(territory, "the same behind st, ste, le, cc…: among the first 8", SHOWN, |name| {
            let (before, letters) = distinctive(name);
            vec![before + &letters]
        }),
        share(territory, "first 3 letters of the whole name: among the first 8", SHOWN, |name| vec![start(name, 3)]),
    ]
}

/// The first letters of the whole name, that many of them, and the place among the first [`SHOWN`].
pub fn first_letters(territory: &Territory<'_>, letters: usize) -> Share {
    share(territory, "first letters of the whole name: among the first 8", SHOWN, |name| vec![start(name, letters)])
}

/// One error in the middle of the name, and the place among the first three.
pub fn one_error(territory: &Territory<'_>) -> [Share; 4] {
    [
        share(territory, "a letter left out: among the first 3", 3, |name| {
            at_middle(name, |before, _, after| [before, after].concat())
        }),
        share(territory, "two letters swapped: among the first 3", 3, |name| {
            at_middle(name, |before, letter, after| {
                let mut rest = after.chars();
                let next = rest.next().map(String::from).unwrap_or_default();
                [before, &next, letter, rest.as_str()].concat()
            })
        }),
        share(territory, "a letter for another: among the first 3", 3, |name| {
            at_middle(name, |before, letter, after| [before, if letter == "e" { "r" } else { "e" }, after].concat())
        }),
        share(territory, "a letter too many: among the first 3", 3, |name| {
            at_middle(name, |before, letter, after| [before, letter, "n", after].concat())
        }),
    ]
}

/// Asks the queries made of each name, and looks for its place among the first answers.
fn share(
    territory: &Territory<'_>,
    about: &'static str,
    within: usize,
    queries: impl Fn(&str) -> Vec<String>,
) -> Share {
    let mut share = Share { about, ..Share::default() };
    for (place, name) in names(territory) {
        for query in queries(name) {
            if territory.search(&query, within).iter().any(|found| found.place == place) {
                share.right += 1;
            } else {
                share.missed.push((query, name.to_owned()));
            }
        }
    }
    share
}

/// Every place and its name.
pub fn names<'a>(territory: &'a Territory<'_>) -> impl Iterator<Item = (Place, &'a str)> {
    let communes = (0..).zip(&territory.communes).map(|(position, commune)| (Place::Commune(position), commune.name));
    let epcis = (0..).zip(&territory.epcis).map(|(position, epci)| (Place::Epci(position), epci.name));
    communes.chain(epcis)
}

/// A name in lower case, without accents or signs.
fn plain(name: &str) -> String {
    Spelling::of(name).words.join(" ")
}

/// The beginning of a name that has that many letters, with the signs between them.
fn start(name: &str, letters: usize) -> String {
    let mut left = letters;
    let letter = |letter: &char| {
        let before = left;
        left -= usize::from(letter.is_alphanumeric() && left > 0);
        before > 0
    };
    name.chars().take_while(letter).collect()
}

/// The words that many names begin with, as one types them; and the first three letters of the next.
fn distinctive(name: &str) -> (String, String) {
    let words = Spelling::of(name).words;
    let common = words.iter().take_while(|word| spelling::is_common(word)).count();
    let before: Vec<&str> = words.iter().take(common).map(|word| short(word)).collect();
    let rest: Vec<&str> = words.iter().skip(common).map(String::as_str).collect();
    (before.iter().map(|word| format!("{word} ")).collect(), start(&rest.join(" "), 3))
}

fn short(word: &str) -> &str {
    match word {
        "saint" => "st",
        "sainte" => "ste",
        _ => word,
    }
}

/// What becomes of a name with an error at the middle one of its letters, if it then has four letters.
fn at_middle(name: &str, error: impl Fn(&str, &str, &str) -> String) -> Vec<String> {
    let name = plain(name);
    let letters: Vec<(usize, char)> = name.char_indices().filter(|(_, letter)| letter.is_alphabetic()).collect();
    let Some((middle, _)) = letters.get(letters.len() / 2) else { return Vec::new() };
    let (before, rest) = name.split_at(*middle);
    let (letter, after) = rest.split_at(1);
    let wrong = error(before, letter, after);
    if wrong.chars().filter(|letter| letter.is_alphabetic()).count() < 4 { Vec::new() } else { vec![wrong] }
}

/// For how many places, at best, that many first letters of the whole name could give the place among the
/// first [`SHOWN`], whatever the order of the answers: only so many of those that begin alike are shown.
pub fn ceiling(territory: &Territory<'_>, letters: usize) -> usize {
    let mut starts: Vec<String> = names(territory).map(|(_, name)| Spelling::of(&start(name, letters)).full).collect();
    starts.sort();
    starts.chunk_by(|a, b| a == b).map(|alike| alike.len().min(SHOWN)).sum()
}

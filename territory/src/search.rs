//! Finding a place from what somebody typed.

use crate::entry::{Entry, Fit};
use crate::spelling::Spelling;
use crate::{Place, Territory};

/// A place that a query leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which place.
    pub place: Place,
    /// The position of the former commune whose name led there.
    pub via: Option<u16>,
}

/// What orders two answers, smallest first: how well the name fits, present names before former ones, the
/// more inhabitants the sooner. Equals keep the order of the entries.
type Rank = (Fit, bool, u32);

impl Territory<'_> {
    /// The places that a query leads to, best first, each once, `limit` of them at most.
    ///
    /// A query is a name, its beginning, the beginnings of some of its words in any order, part of it, or
    /// any of these with one error; three digits or more of a postcode; an INSEE code; a SIREN. Blank ones
    /// lead nowhere.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Found> {
        let query = Spelling::of(query);
        let wanted = query.wanted();
        let mut best = Best { answers: Vec::new(), limit };
        if query.full.is_empty() {
            return Vec::new();
        }
        for entry in &self.entries {
            if let Some(fit) = entry.fit(&query, &wanted) {
                best.offer(entry, (fit, entry.via.is_some(), u32::MAX.saturating_sub(entry.weight)));
            }
        }
        let mut found: Vec<Found> = best.answers.into_iter().map(|(_, found)| found).collect();
        // Last, for a postcode is typed more often than the code of a commune that looks like one; but there,
        // however many communes share that postcode.
        if let Some(place) = self.place(&query.full)
            && let Some(others) = limit.checked_sub(1)
            && found.iter().all(|found| found.place != place)
        {
            found.truncate(others);
            found.push(Found { place, via: None });
        }
        found
    }
}

/// The best answers so far, in order. There are few, so that they are kept sorted by hand: sorting all
/// answers at the end would weigh more.
struct Best {
    answers: Vec<(Rank, Found)>,
    limit: usize,
}

impl Best {
    /// Takes an answer where it belongs, unless its place is already there by a better name.
    fn offer(&mut self, entry: &Entry, rank: Rank) {
        let place = self.answers.iter().position(|(other, _)| rank < *other).unwrap_or(self.answers.len());
        let same = self.answers.iter().position(|(_, found)| found.place == entry.place);
        match same {
            Some(same) if same < place => return,
            Some(same) => {
                self.answers.remove(same);
            }
            None => {}
        }
        if place < self.limit {
            self.answers.insert(place, (rank, Found { place: entry.place, via: entry.via }));
            self.answers.truncate(self.limit);
        }
    }
}

//! What a file is made from: the engine's estimate, and what only the page knows.

use engine::catalogue::BodyKind;
use engine::joining::counting::Counting;
use engine::{Estimate, Fee, Money};
use rust_decimal::Decimal;

/// An estimate, and what the page adds to it.
#[derive(Clone, Debug)]
pub struct Document<'d> {
    /// What it costs. Made by [`engine::estimate()`] it brings the points to confirm too; by
    /// [`engine::amounts`] it has none.
    pub estimate: &'d Estimate<'d>,
    /// The kind of body that asks.
    pub kind: Option<BodyKind>,
    /// The name of the body that asks; empty when nobody gave it one.
    pub asker: &'d str,
    /// The calendar year that the period begins in; `None` while nobody chose one.
    pub first_year: Option<u16>,
    /// The day the file is made, `YYYY-MM-DD`.
    pub made_on: &'d str,
    /// What the bodies of the territory are called, in the request's order.
    pub names: &'d [String],
    /// What was answered: each question and its answer, in words.
    pub answers: &'d [(String, String)],
    /// The territory; `None` when there is none.
    pub territory: Option<Territory>,
}

/// The bodies of a territory, and the bill they may share.
#[derive(Clone, Debug)]
pub struct Territory {
    /// Row by row.
    pub bodies: Vec<Body>,
    /// How the territory's membership is shared out; `None` when it is not.
    pub sharing: Option<Sharing>,
}

/// A bill and the key by which it is shared out.
#[derive(Clone, Debug)]
pub struct Sharing {
    /// The territory's membership, a year.
    pub bill: Money,
    /// What the parts follow: "au nombre d'habitants".
    pub key: String,
}

/// A row of a territory.
#[derive(Clone, Debug)]
pub struct Body {
    /// What it is called.
    pub name: String,
    /// Its inhabitants, when they are known.
    pub inhabitants: Option<u32>,
    /// Whether it counts.
    pub counting: Counting,
    /// Whether its CCAS counts, when it is listed.
    pub ccas: Option<Counting>,
    /// Its individual participation, a year.
    pub participation: Fee,
    /// Its weight in the key; its part of the bill follows from it.
    pub weight: Decimal,
    /// Its part of the bill; `None` when it is not shared out.
    pub part: Option<Money>,
}

//! What the tests of both files share: every worked case, and some territories, as documents.

use engine::request::{Membership, Request, Value};
use engine::territory::split::split;
use engine::territory::worksheet::{BodyRow, worksheet};
use engine::{Catalogue, estimate};
use rust_decimal::Decimal;
use sheets::{Document, Sharing};
use std::fs;
use std::path::PathBuf;
use territory::Territory;

/// Texts that must stay texts.
pub const FORGED: [&str; 7] =
    ["=1+1", "+33 5 56", "-2", "@SUM(A1)", "\t=1+1", "=HYPERLINK(\"http://x\";\"y\")", "a;b\"c\nd"];

/// Keys whose parts leave cents over: equal, in euros, given by hand.
const KEYS: [(&str, &[&str]); 4] = [
    ("equal parts", &["1"]),
    ("by participations", &["500", "900", "350", "0"]),
    ("by hand", &["12.5", "0.001", "7", "33.333"]),
    (
        "by hand, to one body",
        &["0", "0", "0", "0", "0", "0", "0", "100", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
    ),
];

/// A request, and what the page would add to it.
pub struct Sample {
    pub name: String,
    pub request: Request,
    pub asker: String,
    pub first_year: Option<u16>,
    /// The key of the bill, body by body; by inhabitants when there is none.
    pub key: Vec<Decimal>,
}

/// Every case of `tests/cases/`, then three EPCI whose communes share a bill, and one with forged names.
pub fn samples(catalogue: &Catalogue) -> Vec<Sample> {
    let mut samples: Vec<Sample> = cases().into_iter().map(|(name, request)| Sample::new(&name, request)).collect();
    assert!(samples.len() >= 33, "only {} cases", samples.len());
    let territory = Territory::embedded().unwrap();
    let volume = territory::volume_field(catalogue.newest().unwrap()).unwrap().id.clone();
    for name in ["CC de Blaye", "CC Rurales de l'Entre-Deux-Mers", "CA du Libournais"] {
        let epci = territory.epcis.iter().find(|epci| epci.name == name).unwrap();
        for membership in [Membership::Mutualised, Membership::Individual] {
            let mut request = territory.request(epci, membership);
            request.values.insert(volume.clone(), Value::Number(Decimal::from(300)));
            let mut sample = Sample::new(&format!("{name} {membership:?}"), request);
            sample.asker = name.to_owned();
            sample.first_year = Some(2027);
            samples.push(sample);
        }
    }
    for (name, weights) in KEYS {
        let epci = territory.epcis.iter().find(|epci| epci.name == "CC de Blaye").unwrap();
        let mut request = territory.request(epci, Membership::Mutualised);
        request.values.insert(volume.clone(), Value::Number(Decimal::from(300)));
        let mut sample = Sample::new(name, request);
        let weights = weights.iter().cycle().take(sample.request.bodies.len());
        sample.key = weights.map(|weight| weight.parse().unwrap()).collect();
        samples.push(sample);
    }
    let mut forged = samples.last().unwrap().request.clone();
    forged.membership = Membership::Individual;
    for (body, name) in forged.bodies.iter_mut().zip(FORGED) {
        body.name = name.to_owned();
    }
    let mut sample = Sample::new("forged names", forged);
    sample.asker = FORGED[0].to_owned();
    samples.push(sample);
    samples
}

fn cases() -> Vec<(String, Request)> {
    let read = |file: &PathBuf| {
        let case: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let request = serde_json::from_value(case["request"].clone()).unwrap();
        (file.file_stem().unwrap().to_string_lossy().into_owned(), request)
    };
    editions::cases().iter().map(read).collect()
}

impl Sample {
    pub fn new(name: &str, request: Request) -> Sample {
        Sample { name: name.to_owned(), request, asker: String::new(), first_year: None, key: Vec::new() }
    }

    /// Calls with the document of the sample.
    pub fn with<T>(&self, catalogue: &Catalogue, read: impl FnOnce(&Document<'_>) -> T) -> T {
        let estimate = estimate(catalogue, &self.request).unwrap();
        let names: Vec<String> = self.request.bodies.iter().map(|body| body.name.clone()).collect();
        read(&Document {
            estimate: &estimate,
            kind: self.request.kind,
            asker: &self.asker,
            first_year: self.first_year,
            made_on: "2026-11-23",
            names: &names,
            answers: &[("Nombre d'habitants".to_owned(), "=1+1".to_owned())],
            territory: self.territory(catalogue),
        })
    }

    /// The territory, its bill shared out by inhabitants when they are all known.
    fn territory(&self, catalogue: &Catalogue) -> Option<sheets::Territory> {
        let sheet = worksheet(catalogue, &self.request).unwrap();
        if sheet.bodies.is_empty() {
            return None;
        }
        let weights: Option<Vec<Decimal>> = match self.key.is_empty() {
            true => sheet.bodies.iter().map(|body| body.inhabitants.map(Decimal::from)).collect(),
            false => Some(self.key.clone()),
        };
        let bill = sheet.bill.known();
        let parts = bill.zip(weights.as_ref()).and_then(|(bill, weights)| split(bill, weights));
        let of_body = |(place, body): (usize, &BodyRow)| {
            let name = &self.request.bodies[place].name;
            sheets::Body {
                name: if name.is_empty() { format!("organisme n° {}", place + 1) } else { name.clone() },
                inhabitants: body.inhabitants,
                counting: body.counting,
                ccas: None,
                participation: body.participation,
                weight: weights.as_ref().map_or(Decimal::ZERO, |weights| weights[place]),
                part: parts.as_ref().map(|parts| parts[place]),
            }
        };
        let sharing =
            bill.zip(parts.as_ref()).map(|(bill, _)| Sharing { bill, key: "au nombre d'habitants".to_owned() });
        Some(sheets::Territory { bodies: sheet.bodies.iter().enumerate().map(of_body).collect(), sharing })
    }
}

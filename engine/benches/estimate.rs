//! How long an estimate takes, trail, other readings and next bounds included, against its bounds; and
//! beside it the amounts alone, which the page asks for at each key press.
//!
//! `cargo xtask bench`. Criterion measures; the table at the end is what a reader needs, and the
//! exit code is 1 when a bound is exceeded. Under `cargo test` each request is priced once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs
)]

use criterion::Criterion;
use engine::catalogue::{BodyKind, FieldKind};
use engine::request::{Body, Membership, Request, Value};
use engine::{Catalogue, Estimate, amounts, estimate};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How many samples Criterion takes of each request.
const SAMPLES: usize = 30;

/// A request to measure, how it is priced, and the longest that may take.
struct Subject {
    name: &'static str,
    price: Price,
    bound: Option<Duration>,
    request: Request,
}

/// One of the engine's two ways to price.
type Price = for<'c> fn(&'c Catalogue, &Request) -> Option<Estimate<'c>>;

fn subjects(catalogue: &Catalogue) -> Vec<Subject> {
    let micros = |micros| Some(Duration::from_micros(micros));
    let subject = |name, bound, request| Subject { name, price: estimate, bound, request };
    let summed = |name, request| Subject { name, price: amounts, bound: None, request };
    vec![
        subject("small commune, 4 years", micros(8), small()),
        subject("largest: 60 bodies, every service, 10 years", micros(100), largest(catalogue, 60)),
        summed("small commune, amounts alone", small()),
        summed("largest: 60 bodies, amounts alone", largest(catalogue, 60)),
        subject("largest, with 10 bodies", None, largest(catalogue, 10)),
        subject("largest, with 100 bodies", None, largest(catalogue, 100)),
        subject("largest, with 1 000 bodies", None, largest(catalogue, 1_000)),
    ]
}

/// The first of the three: four services of a commune of 800.
fn small() -> Request {
    let number = |id: &str, number: u32| (id.to_owned(), Value::Number(number.into()));
    let values = [number("habitants", 800), number("budget", 650_000), number("certificats", 2), number("sms", 1_000)];
    Request {
        kind: Some(BodyKind::Commune),
        values: values.into_iter().collect(),
        services: ["rgpd", "conges", "certificat", "alerte-sms"].map(str::to_owned).into(),
        ..Request::default()
    }
}

/// Everything at once, and nothing on quote: a CC alone in its membership, with the individual
/// participation of each of its communes (one line each, with both populations, so that the ledger's
/// other reading is priced for each); every service and option, every field answered.
fn largest(catalogue: &Catalogue, bodies: usize) -> Request {
    let edition = catalogue.newest().expect("an edition");
    let values = edition.fields.iter().map(|field| {
        let value = match &field.kind {
            FieldKind::Choice(choices) => Value::Choice(choices.first().expect("an answer").id.clone()),
            FieldKind::Number(_) => Value::Number(Decimal::from(match field.id.as_str() {
                "habitants" | "habitants-municipale" => 9_000,
                "budget" | "budget-fonctionnement" => 650_000,
                "volume-territoire" => 1_200,
                "volume-securisation" | "volume-identite" => 75,
                _ => 7,
            })),
        };
        (field.id.clone(), value)
    });
    let asked = values.filter(|(id, _)| !id.starts_with("ep"));
    let commune = |place: usize| {
        let inhabitants = u32::try_from(place * 397 % 90_000).ok().map(|n| n + 50);
        Body {
            kind: BodyKind::Commune,
            inhabitants,
            municipal: inhabitants.map(|n| n - 7),
            name: format!("Commune {place}"),
        }
    };
    let services = edition.services.iter().filter(|service| service.is_choosable(edition));
    Request {
        years: 10,
        kind: Some(BodyKind::Cc),
        membership: Membership::Individual,
        bodies: (0..bodies).map(commune).collect(),
        values: asked.collect(),
        services: services.map(|service| service.id.clone()).collect(),
        ..Request::default()
    }
}

fn main() -> ExitCode {
    let catalogue = editions::catalogue();
    let subjects = subjects(&catalogue);
    if !std::env::args().any(|argument| argument == "--bench") {
        subjects.iter().for_each(|subject| assert!((subject.price)(&catalogue, &subject.request).is_some()));
        return ExitCode::SUCCESS;
    }
    let mut criterion = Criterion::default()
        .without_plots()
        .sample_size(SAMPLES)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    let mut rows = vec![["request", "fastest", "median", "bound", "within"].map(str::to_owned)];
    let mut all_within = true;
    for subject in &subjects {
        let (fastest, median) = measure(&mut criterion, &catalogue, subject);
        let within = subject.bound.is_none_or(|bound| median <= bound);
        all_within &= within;
        let bound = subject.bound.map_or("–".to_owned(), micros);
        let verdict = match (subject.bound, within) {
            (None, _) => "–",
            (Some(_), true) => "yes",
            (Some(_), false) => "NO",
        };
        rows.push([subject.name.to_owned(), micros(fastest), micros(median), bound, verdict.to_owned()]);
    }
    println!();
    for [name, fastest, median, bound, within] in &rows {
        println!("{name:<44} {fastest:>10} {median:>10} {bound:>10}  {within}");
    }
    if all_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The fastest and the median time of one estimate, its own end included, over Criterion's samples.
/// The bound is on the median; where the two are far apart, something else kept the machine busy.
fn measure(criterion: &mut Criterion, catalogue: &Catalogue, subject: &Subject) -> (Duration, Duration) {
    let samples = RefCell::new(Vec::new());
    criterion.bench_function(subject.name, |bencher| {
        bencher.iter_custom(|times| {
            let start = Instant::now();
            for _ in 0..times {
                black_box((subject.price)(black_box(catalogue), black_box(&subject.request)));
            }
            let elapsed = start.elapsed();
            samples.borrow_mut().push(elapsed / u32::try_from(times).unwrap_or(u32::MAX));
            elapsed
        });
    });
    // What comes before the last samples is warm-up.
    let all = samples.into_inner();
    let mut kept: Vec<_> = all.into_iter().rev().take(SAMPLES).collect();
    kept.sort();
    (kept[0], kept[kept.len() / 2])
}

/// `12.3 µs`.
fn micros(time: Duration) -> String {
    format!("{}.{} µs", time.as_nanos() / 1_000, time.as_nanos() % 1_000 / 100)
}

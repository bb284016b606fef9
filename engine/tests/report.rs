//! The JSON forms: their schemas are those committed, and hold for real requests and real outputs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs
)]

#[path = "../../xtask/src/estimate/random.rs"]
mod random;

use engine::Catalogue;
use engine::report::{Report, json};
use engine::request::Request;
use jsonschema::Validator;
use random::Random;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::env;
use std::fs;

/// Every request of `tests/cases/`.
fn worked() -> Vec<Request> {
    let requests = editions::cases().into_iter().map(|file| {
        let mut case: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        serde_json::from_value(case["request"].take()).unwrap()
    });
    requests.collect()
}

fn random(catalogue: &Catalogue, seed: u64, count: usize) -> Vec<Request> {
    let mut random = Random::new(catalogue.newest().unwrap(), seed);
    (0..count).map(|_| random.request()).collect()
}

fn report(catalogue: &Catalogue, request: &Request) -> Value {
    let estimate = engine::estimate(catalogue, request).unwrap();
    serde_json::from_str(&json::compact(&Report::of(&estimate))).unwrap()
}

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).unwrap();
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("not a schema: {error}"));
    jsonschema::validator_for(&schema).unwrap()
}

#[track_caller]
fn holds(schema: &Validator, document: &Value) {
    let errors: Vec<_> =
        schema.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{document}");
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let update = env::var_os("UPDATE").is_some();
    for (name, generated) in [("request", json::request_schema()), ("estimate", json::estimate_schema())] {
        let path = editions::root().join(format!("engine/schema/{name}.schema.json"));
        if update {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &generated).unwrap();
        }
        // As values, not as texts: the order of keys depends on what else is compiled beside the engine.
        let value = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
        assert!(
            value(&fs::read_to_string(&path).unwrap_or_default()) == value(&generated),
            "engine/schema/{name}.schema.json is not the schema of the types any more. When the change is meant, run\n\
             UPDATE=1 cargo test -p engine --features reading,report --test report\nand commit the file."
        );
    }
}

#[test]
fn real_requests_and_real_outputs_are_valid() {
    let catalogue = editions::catalogue();
    let (requests, estimates) = (validator(&json::request_schema()), validator(&json::estimate_schema()));
    for request in worked().into_iter().chain(random(&catalogue, 7, 300)) {
        let written = serde_json::to_value(&request).unwrap();
        holds(&requests, &written);
        assert_eq!(json::request(&written.to_string()).unwrap(), request);
        holds(&estimates, &report(&catalogue, &request));
    }
}

/// No line of a paragraph ends after an opening mark or begins with a closing one.
#[test]
fn quotation_marks_keep_their_words() {
    let catalogue = editions::catalogue();
    let mut quotations = 0;
    for request in worked().into_iter().chain(random(&catalogue, 11, 200)) {
        let told = report(&catalogue, &request).to_string();
        quotations += told.matches("«\u{a0}").count();
        for loose in ["« ", " »"] {
            assert!(!told.contains(loose), "{:?}", told.split_once(loose).map(|(_, after)| after));
        }
    }
    assert!(quotations > 500, "only {quotations}");
}

/// What is wrong in a request, one thing at a time.
#[test]
fn the_request_schema_refuses_what_reading_refuses() {
    let schema = validator(&json::request_schema());
    let wrong = [
        json!([]),
        json!("commune"),
        json!({ "habitants": 800 }),
        json!({ "kind": "village" }),
        json!({ "years": "4" }),
        json!({ "years": -1 }),
        json!({ "years": 300 }),
        json!({ "membership": "both" }),
        json!({ "membership": null }),
        json!({ "covered_by_epci": "yes" }),
        json!({ "services": "rgpd" }),
        json!({ "services": [1] }),
        json!({ "values": { "budget": 650000.5 } }),
        json!({ "values": { "budget": null } }),
        json!({ "values": { "budget": ["1"] } }),
        json!({ "values": { "budget": "9".repeat(65) } }),
        json!({ "values": [] }),
        json!({ "bodies": [{}] }),
        json!({ "bodies": [["commune", 300]] }),
        json!({ "bodies": [{ "kind": "commune", "inhabitants": -1 }] }),
        json!({ "bodies": [{ "kind": "commune", "inhabitants": "300" }] }),
        json!({ "bodies": [{ "kind": "commune", "population": 300 }] }),
    ];
    for document in wrong {
        assert!(json::request(&document.to_string()).is_err(), "read: {document}");
        assert!(!schema.is_valid(&document), "valid: {document}");
    }
    let right = [json!({}), json!({ "edition": null }), json!({ "values": { "budget": "650000.50", "actes": 12 } })];
    for document in right {
        assert!(json::request(&document.to_string()).is_ok(), "not read: {document}");
        assert!(schema.is_valid(&document), "not valid: {document}");
    }
}

/// Every object of a real output refuses one key more, each of its own keys left out is noticed or
/// optional, and no amount may become a JSON number.
#[test]
fn the_estimate_schema_refuses_what_is_not_an_estimate() {
    let catalogue = editions::catalogue();
    let schema = validator(&json::estimate_schema());
    let mut objects = 0;
    for request in worked() {
        let good = report(&catalogue, &request);
        for place in places(&good) {
            let value = good.pointer(&place).unwrap();
            let mut bad = good.clone();
            *bad.pointer_mut(&place).unwrap() = match value {
                Value::Object(map) => {
                    objects += 1;
                    let mut map = map.clone();
                    map.insert("surprise".into(), json!(1));
                    Value::Object(map)
                }
                Value::String(_) => json!(1.5),
                Value::Array(_) => json!({}),
                Value::Bool(_) | Value::Number(_) => json!("1"),
                Value::Null => panic!("a null at {place}"),
            };
            assert!(!schema.is_valid(&bad), "valid with {place} spoiled: {}", bad.pointer(&place).unwrap());
        }
    }
    assert!(objects > 500, "only {objects} objects were tried");
    let good = report(&catalogue, &worked()[0]);
    for key in good.as_object().unwrap().keys() {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(key);
        assert!(!schema.is_valid(&bad), "valid without {key}");
    }
    for amount in ["12", "12.5", "1 200.00", "12,00", "", "1e3", "NaN"] {
        let mut bad = good.clone();
        bad["period"]["outlay"] = json!(amount);
        assert!(!schema.is_valid(&bad), "valid with an amount of {amount:?}");
    }
}

/// The pointers of a document's parts; of a list, its first and last items are enough.
fn places(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), document)];
    while let Some((place, value)) = open.pop() {
        match value {
            Value::Object(map) => open.extend(map.iter().map(|(key, value)| (format!("{place}/{key}"), value))),
            Value::Array(items) => {
                let ends = [0, items.len().saturating_sub(1)];
                open.extend(ends.iter().filter_map(|at| items.get(*at).map(|item| (format!("{place}/{at}"), item))));
            }
            _ => {}
        }
        found.push(place);
    }
    found
}

#[test]
fn printed_totals_are_the_sums_of_the_printed_lines() {
    let catalogue = editions::catalogue();
    for request in worked().into_iter().chain(random(&catalogue, 11, 1_000)) {
        let report = report(&catalogue, &request);
        let years = report["by_year"].as_array().unwrap();
        for (year, printed) in years.iter().enumerate() {
            for column in ["exempt", "ht", "tva", "ttc", "outlay"] {
                let sum: Decimal =
                    report["lines"].as_array().unwrap().iter().map(|line| amount(&line["by_year"][year][column])).sum();
                assert_eq!(sum, amount(&printed[column]), "{column} of year {} of {request:?}", year + 1);
            }
        }
        for column in ["exempt", "ht", "tva", "ttc", "outlay"] {
            let sum: Decimal = years.iter().map(|year| amount(&year[column])).sum();
            assert_eq!(sum, amount(&report["period"][column]), "{column} of the period of {request:?}");
        }
        let period = &report["period"];
        assert_eq!(amount(&period["exempt"]) + amount(&period["ttc"]), amount(&period["outlay"]));
        let outlays: Decimal =
            report["lines"].as_array().unwrap().iter().map(|line| amount(&line["period_outlay"])).sum();
        assert_eq!(outlays, amount(&period["outlay"]), "period_outlay of the lines of {request:?}");
        for item in ["quote", "missing"] {
            let count = if item == "quote" { &report["quotes"] } else { &report["missing"] };
            assert_eq!(count, report[format!("{item}_items")].as_array().unwrap().len());
        }
    }
}

/// A column that a line does not have is 0.
fn amount(value: &Value) -> Decimal {
    value.as_str().map_or(Decimal::ZERO, |text| text.parse().unwrap())
}

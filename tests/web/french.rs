//! French numbers, hand-written, against the browser's own.

use engine::Money;
use engine::french::{THIN, money, number};
use js_sys::Intl::NumberFormat;
use js_sys::{Array, Object, Reflect};
use rust_decimal::Decimal;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// What the page writes otherwise than the browser, on purpose: U+2212, as wide as `+` and never
/// broken from its number, where CLDR's French has a plain hyphen.
const OURS: (char, char) = ('−', '-');

const NUMBERS: &[&str] = &[
    "0",
    "1",
    "9",
    "10",
    "99",
    "999",
    "1000",
    "1001",
    "9999",
    "10000",
    "12345",
    "99999",
    "100000",
    "123456",
    "999999",
    "1000000",
    "1234567",
    "12345678",
    "1234567890",
    "100000000000",
    "0.5",
    "0.05",
    "0.001",
    "999.9",
    "1000.1",
    "1234.5",
    "1234567.89",
    "0.30",
    "1.10",
    "12.125",
    "-1",
    "-0.5",
    "-1234.5",
];

const AMOUNTS: &[&str] = &[
    "0",
    "0.01",
    "0.06",
    "0.45",
    "0.5",
    "1",
    "9.99",
    "33.33",
    "99.9",
    "100",
    "884.16",
    "999.99",
    "1000",
    "1362.91",
    "2292",
    "4103.99",
    "9999.99",
    "10000",
    "16961.99",
    "29703",
    "58020",
    "123456.78",
    "999999.99",
    "1000000",
    "1234567.8",
    "100000000000",
    "99999999999.99",
    "-0.01",
    "-5",
    "-695.4",
    "-1234567.89",
];

fn oracle(style: &[(&str, &str)]) -> impl Fn(&str) -> String {
    let options = Object::new();
    style.iter().for_each(|(key, value)| _ = Reflect::set(&options, &(*key).into(), &(*value).into()).unwrap());
    Reflect::set(&options, &"maximumFractionDigits".into(), &if style.is_empty() { 20 } else { 2 }.into()).unwrap();
    let format = NumberFormat::new(&Array::of1(&"fr-FR".into()), &options).format();
    // As a text: a float would already have lost a cent.
    move |text| format.call1(&JsValue::UNDEFINED, &text.into()).unwrap().as_string().unwrap()
}

/// A table of differences, empty when there is none.
fn differences(values: &[&str], ours: impl Fn(Decimal) -> String, theirs: impl Fn(&str) -> String) -> Vec<String> {
    let compare = |text: &&str| {
        let (ours, theirs) = (ours(text.parse().unwrap()), theirs(text));
        let same = ours.replace(OURS.0, &OURS.1.to_string()) == theirs;
        (!same).then(|| format!("{text}: ours {}, the browser's {}", ours.escape_unicode(), theirs.escape_unicode()))
    };
    values.iter().filter_map(compare).collect()
}

#[wasm_bindgen_test]
fn numbers_are_written_as_the_browser_writes_them() {
    let found = differences(NUMBERS, number, oracle(&[]));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[wasm_bindgen_test]
fn amounts_are_written_as_the_browser_writes_them() {
    let found = differences(
        AMOUNTS,
        |euros| money(Money::from_euros(euros)),
        oracle(&[("style", "currency"), ("currency", "EUR")]),
    );
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[wasm_bindgen_test]
fn the_spaces_are_those_of_french() {
    assert_eq!(THIN, '\u{202f}');
    assert_eq!(oracle(&[])("1234567"), "1\u{202f}234\u{202f}567");
    assert_eq!(oracle(&[("style", "currency"), ("currency", "EUR")])("1234.5"), "1\u{202f}234,50\u{a0}€");
    assert_eq!(oracle(&[])("-1"), "-1", "where a browser has U+2212 too, the difference noted above is gone");
}

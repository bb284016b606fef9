//! No amount and no label of the price list stands in the source: they are the catalogue's.

mod inert;
mod light;
mod list;
mod literals;

use list::{amounts, edition, labels};
use literals::{literals, numbers};

#[test]
fn no_label_of_the_list_stands_in_the_source() {
    let labels = labels(edition());
    assert!(labels.len() > 150, "{}", labels.len());
    let texts = literals().into_iter().filter(|literal| literal.text.starts_with('"'));
    let offenders: Vec<String> = texts
        .flat_map(|literal| {
            let found = labels.iter().filter(|label| folded(&literal.text).contains(&folded(label)));
            found.map(|label| format!("{}: « {label} »", literal.place)).collect::<Vec<_>>()
        })
        .collect();
    assert!(offenders.is_empty(), "labels of the price list in the source:\n{}", offenders.join("\n"));
}

#[test]
fn no_amount_and_no_bound_of_the_list_stands_in_the_source() {
    let amounts = amounts(edition());
    assert!(amounts.len() > 50, "{}", amounts.len());
    let offenders: Vec<String> = literals()
        .into_iter()
        .flat_map(|literal| numbers(&literal.text).into_iter().map(move |number| (literal.place.clone(), number)))
        .filter(|(_, number)| amounts.contains(number))
        .filter(|(place, number)| !OF_THEIR_OWN.iter().any(|(file, own)| place.contains(file) && number == own))
        .map(|(place, number)| format!("{place}: {number}"))
        .collect();
    assert!(offenders.is_empty(), "amounts of the price list in the source:\n{}", offenders.join("\n"));
}

/// Numbers that are in the list by chance: a million, the first year that may be asked for, thousandths.
const OF_THEIR_OWN: &[(&str, &str)] =
    &[("french/parse.rs", "1000000"), ("dossier/src/fit.rs", "2000"), ("territory/src/measure.rs", "1000")];

/// As a reader compares texts: the sort of spaces and apostrophes aside.
fn folded(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'")
}

//! What both files say, for every worked case: the engine's figures, in the words of the list.

use crate::samples::{FORGED, samples};
use crate::workbook::{Workbook, euros, quotes};
use engine::line::{Avoided, Outcome};
use engine::{Lacking, Money, Totals};
use sheets::{csv, file_name, xlsx};
use std::collections::BTreeSet;

/// A sum of the totals, and its name.
type Sum = (&'static str, fn(&Totals) -> Money);

/// A CSV read back: rows of cells, quotes undone.
fn parsed(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let (mut rows, mut cell, mut row) = (Vec::new(), String::new(), Vec::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => cell.extend(letters.next()),
            ('"', _) => quoted = !quoted,
            (';', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (letter, _) => cell.push(letter),
        }
    }
    assert!(cell.is_empty() && row.is_empty(), "the last line is not ended");
    rows
}

#[test]
fn the_csv_has_the_engines_figures() {
    let catalogue = editions::catalogue();
    for sample in samples(&catalogue) {
        sample.with(&catalogue, |document| {
            let estimate = document.estimate;
            let rows = parsed(&csv(document));
            let years = 13..14 + usize::from(estimate.years);
            let plain = |cell: &String| cell.replace(',', ".");
            let sums: [Sum; 5] = [
                ("Total exonéré", |totals| totals.exempt),
                ("Total HT", |totals| totals.ht),
                ("Total TVA", |totals| totals.tva),
                ("Total TTC", |totals| totals.ttc),
                ("À payer", |totals| totals.outlay()),
            ];
            for (name, sum) in sums {
                let row = rows.iter().find(|row| row[0] == name).unwrap();
                let found: Vec<String> = row[years.clone()].iter().map(plain).collect();
                let sums = estimate.by_year.iter().chain([&estimate.period]).map(sum);
                let lacking = (1..=estimate.years).map(|year| estimate.lacking(year));
                let lacking = lacking.chain([estimate.lacking_over_period()]);
                let word = |(sum, lacking): (Money, Lacking)| {
                    let may_grow = match name {
                        "Total exonéré" => lacking.exempt,
                        "À payer" => lacking.any(),
                        _ => lacking.taxed,
                    };
                    if may_grow && sum.is_zero() { "à chiffrer".to_owned() } else { euros(sum) }
                };
                let expected: Vec<String> = sums.zip(lacking).map(word).collect();
                assert_eq!(found, expected, "{}: {name}", sample.name);
            }
            let lines = rows.iter().filter(|row| row[0] == "Ligne");
            for (row, line) in lines.zip(estimate.lines()) {
                let due: Vec<String> = row[9..13].iter().map(plain).filter(|cell| !cell.is_empty()).collect();
                let expected = match line.charge {
                    engine::line::Charge::Exempt(amount) => vec![euros(amount)],
                    engine::line::Charge::Taxed { ht, tva, .. } => vec![euros(ht), euros(tva), euros(ht.plus(tva))],
                };
                assert_eq!(due, expected, "{}: {row:?}", sample.name);
                let last = &row[years.end - 1];
                assert_eq!(plain(last), euros(line.outlay_over(estimate.years)));
                assert!(row[years.end].contains("ligne «\u{a0}"), "a source: {row:?}");
            }
            assert_eq!(rows.iter().filter(|row| row[0] == "Ligne").count(), estimate.lines().count());
            let on_quote: Vec<_> = rows.iter().filter(|row| row[0] == "Sur devis").collect();
            assert_eq!(on_quote.len(), quotes(document), "{}", sample.name);
            for row in on_quote {
                assert!(row[years.clone()].iter().all(|cell| cell == "sur devis"), "{row:?}");
            }
            assert!(rows.iter().any(|row| row[0] == "Mention" && row[1] == "Estimation, ni contrat ni devis."));
        });
    }
}

#[test]
fn the_workbook_is_written_with_the_engines_results() {
    let catalogue = editions::catalogue();
    for sample in samples(&catalogue) {
        sample.with(&catalogue, |document| {
            let book = Workbook::read(xlsx(document).unwrap());
            book.assert_is(document, &sample.name);
            let words = book.texts().iter().filter(|text| *text == "sur devis").count();
            assert!(words >= 2 * quotes(document), "{}: what is on quote is said", sample.name);
            for name in book.names() {
                let sheet = book.sheet(name);
                let says = |text: &str| sheet.used_cells().any(|(_, _, cell)| cell.to_string().contains(text));
                assert!(says("ni contrat ni devis") && says("23/11/2026") && says("acte 210520_005"), "{name}");
            }
        });
    }
}

#[test]
fn what_could_be_a_formula_stays_a_text() {
    let catalogue = editions::catalogue();
    let sample = samples(&catalogue).pop().unwrap();
    sample.with(&catalogue, |document| {
        let rows = parsed(&csv(document));
        let bodies: Vec<&String> = rows.iter().filter(|row| row[0] == "Ligne").map(|row| &row[3]).collect();
        let texts = Workbook::read(xlsx(document).unwrap()).texts();
        for name in FORGED {
            let name = name.trim();
            let kept = if name.starts_with('a') { name.to_owned() } else { format!("'{name}") };
            assert!(bodies.contains(&&kept), "{kept:?} in {bodies:?}");
            assert!(texts.iter().any(|text| text.trim() == name), "{name:?}");
        }
        for cell in rows.iter().flatten().filter(|cell| !cell.is_empty()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
        assert_eq!(file_name(document, "csv"), "Estimation – =1+1 – 2026-11-23.csv");
    });
}

#[test]
fn a_file_is_named_without_what_systems_refuse() {
    let catalogue = editions::catalogue();
    let mut sample = samples(&catalogue).pop().unwrap();
    for (asker, name) in [
        ("Saint-Émilion", "Estimation – Saint-Émilion – 2026-11-23.xlsx"),
        ("../a:b*?\"<>|\n", "Estimation – ab – 2026-11-23.xlsx"),
        (" . ", "Estimation – 2026-11-23.xlsx"),
    ] {
        sample.asker = asker.to_owned();
        sample.with(&catalogue, |document| assert_eq!(file_name(document, "xlsx"), name));
    }
}

#[test]
fn every_silent_place_is_named_also_that_of_a_line_that_is_avoided() {
    let catalogue = editions::catalogue();
    let mut of_avoided_lines_alone = 0;
    for sample in samples(&catalogue) {
        sample.with(&catalogue, |document| {
            let edition = document.estimate.edition;
            let touched = |wanted: fn(&Outcome<'_>) -> bool| -> BTreeSet<String> {
                let items = document.estimate.items.iter().filter(|item| wanted(&item.outcome));
                let entries = items.flat_map(|item| match &item.outcome {
                    Outcome::Charged(line) | Outcome::Included(_, Avoided::Line(line)) => {
                        line.hits.iter().map(|hit| hit.entry).collect()
                    }
                    Outcome::Quote(_, entries) => entries.clone(),
                    _ => Vec::new(),
                });
                entries.map(|entry| edition.ledger_entry(entry).unwrap().id.clone()).collect()
            };
            let rows = parsed(&csv(document));
            let named = rows.iter().filter(|row| row[0] == "Point à confirmer");
            let named: BTreeSet<String> = named.map(|row| row[1].split(' ').next().unwrap().to_owned()).collect();
            assert_eq!(named, touched(|_| true), "{}", sample.name);
            let alone = named != touched(|outcome| !matches!(outcome, Outcome::Included(..)));
            of_avoided_lines_alone += usize::from(alone);
        });
    }
    assert!(of_avoided_lines_alone > 0, "no sample shows it");
}

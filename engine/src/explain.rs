//! A line's reasons in French: one plain sentence, then a formula whose printed operands give the
//! printed amount.

mod formula;

pub use formula::{Equation, Term, formula};

use crate::catalogue::{Asked, Edition, Rule, ScaleIx, Schedule};
use crate::french::{change, counted, money, number, quoted};
use crate::line::{Change, Charge, Difference, Hit, Line, Threshold};
use crate::pricing::Cell;
use crate::pricing::walk::Step;
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use rust_decimal::Decimal;

/// Why a line costs what it costs, in one sentence.
///
/// "1 000,00 € HT une seule fois, la 1re année, soit 1 200,00 € TTC : colonne « < 1 000K€ » pour un
/// budget annuel de 650 000 €."
pub fn sentence(edition: &Edition, line: &Line<'_>) -> String {
    let due = when(line.schedule);
    let amount = amount(line);
    match because(edition, line) {
        Some(reason) => format!("{amount}, {due} : {reason}."),
        None => format!("{amount}, {due}."),
    }
}

/// The unit price, the quantity when there is one, and the amount with VAT.
fn amount(line: &Line<'_>) -> String {
    let unit = money(line.priced.unit);
    let one = line.priced.quantity == Decimal::ONE;
    let of_one =
        line.priced.counted.filter(|_| one).map(|_| format!(" pour {}", counted(Decimal::ONE, &line.price.unit)));
    let of_one = of_one.unwrap_or_default();
    let times = line.priced.counted.filter(|_| !one).map(|_| {
        let quantity = number(line.priced.quantity);
        format!(" par {} × {quantity}", line.price.unit)
    });
    match (line.charge, times) {
        (Charge::Exempt(_), None) => format!("{unit} sans TVA{of_one}"),
        (Charge::Exempt(total), Some(times)) => format!("{unit}{times} = {} sans TVA", money(total)),
        (Charge::Taxed { .. }, None) => format!("{unit} HT{of_one}, soit {} TTC", money(line.charge.outlay())),
        (Charge::Taxed { ht, .. }, Some(times)) => {
            format!("{unit} HT{times} = {} HT, soit {} TTC", money(ht), money(line.charge.outlay()))
        }
    }
}

/// When something falls due, as the end of a sentence.
pub fn when(schedule: Schedule) -> String {
    match schedule {
        Schedule::Once => "une seule fois, la 1re année".to_string(),
        Schedule::Yearly => "chaque année dès la 1re".to_string(),
        Schedule::FromYear2 => "chaque année à partir de la 2e".to_string(),
        Schedule::EveryYears(n) => format!("la 1re année puis tous les {n} ans"),
    }
}

/// Where the amount stands in its table, and what led there.
fn because(edition: &Edition, line: &Line<'_>) -> Option<String> {
    let place = match (&line.price.rule, line.priced.cell) {
        (Rule::Columns(scale, ..), Cell::Column(column)) => {
            format!("colonne {}", quoted(heading(edition, *scale, column)))
        }
        (Rule::Grid(grid), Cell::Crossing(row, column)) => format!(
            "ligne {} et colonne {}",
            quoted(heading(edition, grid.rows, row)),
            quoted(heading(edition, grid.columns, column))
        ),
        _ => return None,
    };
    let mut inputs = inputs(edition, line);
    // An answer that the column is called after says nothing more.
    inputs.retain(|input| !place.ends_with(input.as_str()));
    if inputs.is_empty() { Some(place) } else { Some(format!("{place} pour {}", enumerate(&inputs))) }
}

/// The heading of a scale's column.
pub fn heading(edition: &Edition, scale: ScaleIx, column: usize) -> &str {
    edition.scale(scale).columns.get(column).map_or("", String::as_str)
}

/// What the line's place in its table was found from: "650 000 €", "10 établissements publics".
pub fn inputs(edition: &Edition, line: &Line<'_>) -> Vec<String> {
    let words = line.trail.steps.iter().filter_map(|step| match step {
        Step::Bracket(step) => {
            let field = edition.field(step.bracket.field);
            Some(counted(step.number, field.unit(step.number)))
        }
        Step::Kind(kind) => Some(format!("le type d'organisme {}", quoted(edition.kind_label(*kind)))),
        Step::Choice(field, answer) => {
            edition.field(*field).choices().get(usize::from(*answer)).map(|choice| quoted(&choice.label))
        }
        Step::Within(..) => None,
    });
    let mut once: Vec<String> = Vec::new();
    for word in words {
        if !once.contains(&word) {
            once.push(word);
        }
    }
    once
}

/// "a, b et c".
fn enumerate(words: &[String]) -> String {
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} et {last}", before.join(", ")),
    }
}

/// "38 habitants de plus : + 600,00 € par an".
pub fn threshold(edition: &Edition, line: &Line<'_>, threshold: &Threshold) -> String {
    let field = edition.field(threshold.field);
    let distance = threshold.distance.abs();
    let way = if threshold.distance.is_sign_negative() { "de moins" } else { "de plus" };
    let effect = match threshold.change {
        Change::Amount(amount) => format!("{} {}", change(amount), each_time(line.schedule)),
        Change::Quote => "sur devis".to_string(),
    };
    format!("{} {way} : {effect}", counted(distance, field.unit(distance)))
}

/// How often a change is paid.
fn each_time(schedule: Schedule) -> String {
    match schedule {
        Schedule::Once => "une fois".to_string(),
        Schedule::Yearly | Schedule::FromYear2 => "par an".to_string(),
        Schedule::EveryYears(n) => format!("tous les {n} ans"),
    }
}

/// What the other reading of a silent place would change.
pub fn hit(edition: &Edition, hit: &Hit, years: u8) -> String {
    match hit.difference {
        Difference::NotPriced => "La différence ne se chiffre pas.".to_string(),
        Difference::Quote => "Avec l'autre lecture, ce poste serait sur devis.".to_string(),
        Difference::Needs(field) => {
            let field = edition.field(field);
            let label = quoted(&field.label);
            match field.asked {
                // Nobody types it: it comes with each body.
                Asked::Derived(_) => {
                    format!("L'autre lecture demande {label}, connue des communes trouvées par leur nom.")
                }
                _ => format!("Indiquez {label} pour chiffrer l'autre lecture."),
            }
        }
        Difference::Amount { first_year, period } if first_year.is_zero() && period.is_zero() => {
            "L'autre lecture ne change rien à ce montant.".to_string()
        }
        Difference::Amount { first_year, period } if first_year.is_zero() => {
            format!("Avec l'autre lecture : {} sur {}.", change(period), span(years))
        }
        Difference::Amount { first_year, period } => format!(
            "Avec l'autre lecture : {} la 1re année, {} sur {}.",
            change(first_year),
            change(period),
            span(years)
        ),
    }
}

fn span(years: u8) -> String {
    counted(years.into(), if years > 1 { "ans" } else { "an" })
}

//! What each EPCI would pay, by the two ways to join: `cargo xtask territory --bills`.

use ::territory::{Epci, Territory, ccas_from, volume_field};
use anyhow::{Context, Result};
use engine::catalogue::Edition;
use engine::french::{money, number};
use engine::line::Item;
use engine::request::{Membership, Value};
use engine::{Catalogue, Estimate, Money, Request};
use rust_decimal::Decimal;

use super::checked;
use super::files::Files;
use crate::catalogue;
use crate::project::Project;
use crate::today::today;

/// The volume of data that the table supposes, in Go: 1 To.
const VOLUME: Decimal = Decimal::ONE_THOUSAND;

/// How the table is to be read, with the ledger's entries that its figures rest on.
const NOTE: &str = "Par an, hors services de l'annexe 2 ; 1 To de données pour le territoire. « Avec CCAS » : un CCAS \
    pour chaque commune assez peuplée pour que le sien compte (L11).\nLectures retenues : L1 (plafonds), L2 (annuel), L3 \
    (les participations s'ajoutent à l'EPCI seul), L9 (population totale).\n";

/// Prints the table.
pub fn print(project: &Project) -> Result<()> {
    let files = Files::read(project)?;
    let territory = checked(&files)?;
    let catalogue = catalogue::read_folder(&project.root().join("catalogue"))?;
    print!("{}\n{NOTE}", table(&bills(&territory, &catalogue)?));
    Ok(())
}

/// What one EPCI would pay in a year.
#[derive(Clone, Debug, PartialEq)]
struct Bill {
    name: String,
    communes: usize,
    /// The bodies that count: communes, then with the CCAS.
    counted: [usize; 2],
    /// The membership of the territory, for these.
    mutualised: [Sum; 2],
    /// The EPCI by itself.
    alone: Sum,
    /// The participations of its communes.
    participations: Sum,
}

/// Some amounts together.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sum {
    known: Money,
    /// Whether one of them is on quote: the rest is then a least amount.
    quote: bool,
}

/// Every EPCI's bill, by name.
fn bills(territory: &Territory<'_>, catalogue: &Catalogue) -> Result<Vec<Bill>> {
    let edition = catalogue.in_force(&today()).context("the catalogue has no edition")?;
    let mut bills: Vec<Bill> =
        territory.epcis.iter().map(|epci| bill(territory, catalogue, edition, epci)).collect::<Result<_>>()?;
    bills.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(bills)
}

fn bill(territory: &Territory<'_>, catalogue: &Catalogue, edition: &Edition, epci: &Epci<'_>) -> Result<Bill> {
    let volume = volume_field(edition).context("the edition asks nothing with its membership")?;
    let from = ccas_from(edition).context("the edition counts no CCAS")?;
    let request = |membership| {
        let mut request = Request { edition: Some(edition.id.clone()), ..territory.request(epci, membership) };
        request.values.insert(volume.id.clone(), Value::Number(VOLUME));
        request
    };
    let price = |request: &Request| engine::amounts(catalogue, request).context("the catalogue has no edition");
    let together = price(&request(Membership::Mutualised))?;
    let mut with_ccas = request(Membership::Mutualised);
    with_ccas.bodies.extend(territory.ccas(epci, from));
    let with_ccas = price(&with_ccas)?;
    let individual = price(&request(Membership::Individual))?;
    Ok(Bill {
        name: epci.name.to_owned(),
        communes: epci.members.len(),
        counted: [together.census.counted(), with_ccas.census.counted()],
        mutualised: [sum(&together, |_| true), sum(&with_ccas, |_| true)],
        alone: sum(&individual, |item| item.body.is_none()),
        participations: sum(&individual, |item| item.body.is_some()),
    })
}

/// The amounts of some items in year 1. Every fee of a membership is yearly, as the ledger reads the list.
fn sum(estimate: &Estimate<'_>, is_such: fn(&Item<'_>) -> bool) -> Sum {
    let none = Sum { known: Money::ZERO, quote: false };
    estimate.items.iter().filter(|item| is_such(item)).fold(none, |sum, item| match item.line() {
        Some(line) => Sum { known: sum.known.plus(line.charge.outlay()), ..sum },
        None => Sum { quote: true, ..sum },
    })
}

impl Bill {
    /// The participations and the EPCI by itself.
    fn individual(&self) -> Sum {
        Sum {
            known: self.alone.known.plus(self.participations.known),
            quote: self.alone.quote || self.participations.quote,
        }
    }

    /// Which way costs less, and whether the CCAS change it.
    fn cheapest(&self) -> String {
        let [without, with] = self.mutualised.map(|mutualised| cheaper(mutualised, self.individual()));
        if without == with { without.to_owned() } else { format!("{without} ; avec les CCAS : {with}") }
    }
}

/// The cheaper of the two ways. A sum on quote costs at least what is known of it: that may be enough.
fn cheaper(mutualised: Sum, individual: Sum) -> &'static str {
    match (mutualised.quote, individual.quote) {
        (_, false) if mutualised.known > individual.known => "individuelle",
        (false, _) if mutualised.known < individual.known => "mutualisée",
        (false, false) => "égales",
        _ => "sur devis",
    }
}

fn shown(sum: Sum) -> String {
    if sum.quote { "sur devis".to_owned() } else { money(sum.known) }
}

const HEADER: [&str; 10] = [
    "EPCI",
    "communes",
    "comptés",
    "avec CCAS",
    "mutualisée, 1 To",
    "avec CCAS",
    "participations",
    "EPCI seul, 1 To",
    "individuelle en tout",
    "la moins chère",
];

/// The table in Markdown, its columns aligned.
fn table(bills: &[Bill]) -> String {
    let mut rows = vec![HEADER.map(str::to_owned)];
    rows.extend(bills.iter().map(|bill| {
        let count = |count: usize| number(Decimal::from(count));
        let ([counted, with_ccas], [mutualised, mutualised_with]) = (bill.counted, bill.mutualised);
        [
            bill.name.clone(),
            count(bill.communes),
            count(counted),
            count(with_ccas),
            shown(mutualised),
            shown(mutualised_with),
            shown(bill.participations),
            shown(bill.alone),
            shown(bill.individual()),
            bill.cheapest(),
        ]
    }));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..HEADER.len()).map(width).collect();
    let is_number = |column: usize| (1..HEADER.len() - 1).contains(&column);
    let cell = |column: usize, text: &str| {
        let width = widths[column];
        if is_number(column) { format!("{text:>width$}") } else { format!("{text:<width$}") }
    };
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| row.iter().enumerate().map(|(column, text)| cell(column, text)).collect::<Vec<_>>().join(" | "))
        .collect();
    let rule = |column: usize| {
        let dashes = "-".repeat(widths[column].saturating_sub(1));
        if is_number(column) { format!("{dashes}:") } else { format!("{dashes}-") }
    };
    lines.insert(1, (0..HEADER.len()).map(rule).collect::<Vec<_>>().join(" | "));
    lines.iter().map(|line| format!("| {line} |\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(euros: i64) -> Sum {
        Sum { known: Money::from_euros(Decimal::from(euros)), quote: false }
    }

    fn real() -> Vec<Bill> {
        let project = Project::find().unwrap();
        let catalogue = catalogue::read_folder(&project.root().join("catalogue")).unwrap();
        bills(Territory::embedded().unwrap(), &catalogue).unwrap()
    }

    #[test]
    fn a_bill_is_what_the_list_says_by_hand() {
        let bills = real();
        let bill = bills.iter().find(|bill| bill.name == "CC Jalle-Eau-Bourde").unwrap();
        // Canéjan (5 912), Cestas (more than 10 000), Saint-Jean-d'Illac (less): 3 count, 6 with their CCAS,
        // which the column of 10 covers.
        assert_eq!((bill.communes, bill.counted), (3, [3, 6]));
        assert_eq!(bill.mutualised, [euros(10_549), euros(15_824)]);
        assert_eq!(bill.participations, euros(4_000 + 7_500 + 4_000));
        assert_eq!((bill.alone, bill.individual()), (euros(7_912), euros(23_412)));
        assert_eq!(bill.cheapest(), "mutualisée");
    }

    #[test]
    fn the_list_ends_at_100_000_inhabitants_and_at_46_bodies() {
        let bills = real();
        let bill = bills.iter().find(|bill| bill.name == "Bordeaux Métropole").unwrap();
        assert!(bill.participations.quote && !bill.alone.quote && bill.individual().quote);
        assert_eq!(bill.counted, [28, 55]);
        assert!(!bill.mutualised[0].quote && bill.mutualised[1].quote);
        assert!(table(&bills).lines().any(|line| line.matches("sur devis").count() == 4), "{}", table(&bills));
        assert_eq!(bills.len(), 28);
    }

    #[test]
    fn a_least_amount_is_enough_to_say_which_is_cheaper_or_is_not() {
        let quote = |known| Sum { quote: true, ..euros(known) };
        assert_eq!(cheaper(euros(2), euros(1)), "individuelle");
        assert_eq!(cheaper(euros(1), euros(1)), "égales");
        assert_eq!(cheaper(euros(1), quote(2)), "mutualisée");
        assert_eq!(cheaper(euros(2), quote(1)), "sur devis");
        assert_eq!(cheaper(quote(0), euros(1)), "sur devis");
        assert_eq!(cheaper(quote(0), quote(0)), "sur devis");
    }
}

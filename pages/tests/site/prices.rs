//! Every printed price of the catalogue is in the page, in the JSON and in the CSV: the catalogue is
//! walked here, rule by rule, and not through what the pages use.

use crate::{between, edition, escaped, page};
use engine::catalogue::{Price, Rule};
use serde_json::Value;

/// The amounts of a row as plain decimals, line by line, then those of its parts; and its words.
fn expected(price: &Price) -> (Vec<String>, Vec<&str>) {
    let (amounts, words) = match &price.rule {
        Rule::Flat(amount) | Rule::PerUnit(amount, _) => (vec![*amount], vec![]),
        Rule::Columns(_, amounts, _) => (amounts.clone(), vec![]),
        Rule::Grid(grid) => (grid.cells.concat(), vec![]),
        Rule::Free(words) | Rule::Quote(words) => (vec![], vec![words.as_str()]),
    };
    let parts = price.parts.iter().flat_map(|part| &part.amounts);
    let amounts = amounts.iter().chain(parts).map(|amount| amount.euros().to_string()).collect();
    let notes = price.column_notes.iter().map(String::as_str).filter(|note| !note.is_empty());
    (amounts, words.into_iter().chain(notes).collect())
}

fn prices() -> impl Iterator<Item = &'static Price> {
    edition().services.iter().flat_map(|service| &service.prices)
}

#[test]
fn the_page_prints_every_price_in_its_row() {
    let main = page("catalogue");
    let mut count = 0;
    for price in prices() {
        let (amounts, words) = expected(price);
        let row = between(&main, &format!("id=\"prix-{}\"", price.id), "id=\"prix-").unwrap();
        let row = row.split("</table>").next().unwrap();
        let printed: Vec<&str> =
            row.split("<data value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(printed, amounts, "{}", price.id);
        assert!(row.contains(&escaped(&price.label)) && row.contains(&escaped(&price.detail)), "{}", price.id);
        assert!(words.iter().all(|words| row.contains(&escaped(words))), "{}: {words:?}", price.id);
        count += amounts.len();
    }
    assert!(count > 200, "{count}");
}

#[test]
fn amounts_are_also_written_as_people_read_them() {
    let main = page("catalogue");
    assert!(main.contains("<data value=\"1362.91\">1\u{202f}362,91\u{a0}€</data>"));
    for service in &edition().services {
        assert!(main.contains(&format!("id=\"{}\"", service.id)), "{}", service.id);
        assert!(main.contains(&escaped(&service.label)) && main.contains(&escaped(&service.note)), "{}", service.id);
    }
    for heading in edition().scales.iter().flat_map(|scale| &scale.columns) {
        assert!(main.contains(&escaped(heading)), "{heading}");
    }
    for offer in &edition().offers {
        assert!(main.contains(&escaped(&offer.label)), "{}", offer.label);
    }
    for annexe in &edition().annexes {
        assert!(main.contains(&escaped(&annexe.note)), "{}", annexe.note);
    }
}

#[test]
fn the_json_holds_every_price() {
    let json: Value = serde_json::from_str(&pages::opendata::json(edition())).unwrap();
    let rows: Vec<&Value> =
        json["services"].as_array().unwrap().iter().flat_map(|service| service["prices"].as_array().unwrap()).collect();
    assert_eq!(rows.len(), prices().count());
    for (row, price) in rows.iter().zip(prices()) {
        let parts = row["parts"].as_array().unwrap().iter().map(|part| &part["amounts"]);
        let own = [&row["amount"], &row["amounts"], &row["cells"]];
        let mut found = Vec::new();
        own.into_iter().chain(parts).for_each(|value| leaves(value, &mut found));
        let (amounts, words) = expected(price);
        assert_eq!(found, amounts, "{}", price.id);
        assert_eq!(row["id"], price.id);
        assert_eq!(row["source"], price.source);
        assert!(words.iter().all(|words| row.to_string().contains(&words.replace('"', "\\\""))), "{}", price.id);
    }
    assert_eq!(json["ledger"].as_array().unwrap().len(), edition().ledger.len());
}

/// The texts in a value, in order.
fn leaves(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| leaves(value, found)),
        _ => {}
    }
}

#[test]
fn the_csv_has_a_line_for_every_price() {
    let csv = pages::opendata::csv(edition()).unwrap();
    let plain = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    assert_eq!(plain.matches('\n').count(), plain.matches("\r\n").count());
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(plain.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let column = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for price in prices() {
        let (amounts, words) = expected(price);
        let own: Vec<_> = lines.iter().filter(|line| line[column("Identifiant")] == price.id).collect();
        let found: Vec<&str> = own.iter().map(|line| &line[column("Montant en euros")]).collect();
        assert!(found.iter().all(|amount| amount.is_empty() || amount.split(',').nth(1).unwrap().len() == 2));
        let found: Vec<String> = found.into_iter().filter(|amount| !amount.is_empty()).map(plain_number).collect();
        assert_eq!(found, amounts.iter().map(|amount| plain_number(amount)).collect::<Vec<_>>(), "{}", price.id);
        for word in words {
            assert!(own.iter().any(|line| &line[column("Mention")] == word), "{}: {word}", price.id);
        }
    }
    let ids: Vec<&str> = prices().map(|price| price.id.as_str()).collect();
    assert!(lines.iter().all(|line| ids.contains(&&line[column("Identifiant")])));
}

/// `1150,00` and `1150.00` as `1150`.
fn plain_number(amount: &str) -> String {
    amount.replace(',', ".").parse::<rust_decimal::Decimal>().unwrap().normalize().to_string()
}

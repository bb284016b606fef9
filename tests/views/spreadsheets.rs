//! What a page gives to a spreadsheet: the figures it shows, the names it was given.

use crate::page::Page;
use simulateur::carrying::workbook::{Kind, Made, make};
use simulateur::form::Sharing;
use visitor::examples::{COMMUNE, Deed, Example, TERRITORY, TOWN, WORKSHEET};

fn made(page: &Page, kind: Kind) -> Made {
    make(page.state, kind).unwrap()
}

/// The rows of the CSV; no cell of these examples holds a semicolon.
fn rows(page: &Page) -> Vec<Vec<String>> {
    let text = String::from_utf8(made(page, Kind::Csv).bytes).unwrap();
    text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// The last column of the table of years, as a CSV writes it.
fn outlays(example: &Example) -> Vec<String> {
    example.years.iter().map(|row| row[5].replace('_', "")).collect()
}

#[test]
fn the_examples_cost_what_the_page_shows() {
    for example in [&COMMUNE, &TERRITORY, &TOWN] {
        let page = Page::after(example.deeds);
        let rows = rows(&page);
        let total = rows.iter().find(|row| row[0] == "À payer").unwrap();
        assert_eq!(total[13..18], outlays(example));
        assert_eq!(rows.iter().filter(|row| row[0] == "Ligne" || row[0] == "Gratuit").count(), example.lines);
        assert!(rows.iter().any(|row| row[0] == "Réponse" && row[1] == "Type d'organisme"));
        assert!(made(&page, Kind::Xlsx).bytes.starts_with(b"PK"));
    }
}

#[test]
fn years_and_bodies_are_called_as_on_the_page() {
    let page = Page::after(WORKSHEET);
    page.perform(&[
        Deed::Pick("Adhésion", "Participation individuelle des communes"),
        Deed::Choose("Première année", "2027"),
    ]);
    let rows = rows(&page);
    assert_eq!(rows[0][13..17], ["2027", "2028", "2029", "2030"]);
    assert!(rows.iter().any(|row| row.get(3).is_some_and(|body| body == "Blasimon")), "{rows:?}");
    let name = made(&page, Kind::Xlsx).name;
    assert_eq!(name, "Estimation – CC Rurales de l'Entre-Deux-Mers – 2021-06-01.xlsx");
}

#[test]
fn a_commune_has_its_own_name() {
    let page = Page::after(&[Deed::Find("Blaye")]);
    assert!(made(&page, Kind::Csv).name.starts_with("Estimation – Blaye – "));
    page.change(|form| form.kind = Some(engine::catalogue::BodyKind::Syndicat));
    assert!(!made(&page, Kind::Csv).name.contains("Blaye"), "another kind of body is another body");
}

#[test]
fn every_key_of_the_bill_makes_a_workbook() {
    let page = Page::after(WORKSHEET);
    let mut sizes = Vec::new();
    for sharing in [Sharing::Inhabitants, Sharing::Equal, Sharing::Alone, Sharing::ByHand] {
        page.change(|form| form.sharing = sharing);
        sizes.push(made(&page, Kind::Xlsx).bytes.len());
    }
    // Nobody gave a part by hand: nothing is shared, and its columns are not there.
    assert!(sizes[..3].iter().all(|size| *size > sizes[3]), "{sizes:?}");
}

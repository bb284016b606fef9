//! The three examples, filled in by hand, to the cent.

use crate::page::Page;
use visitor::examples::{COMMUNE, Example, TERRITORY, TOWN};

fn check(example: &Example) {
    let page = Page::after(example.deeds);
    let shown = page.markup();
    assert_eq!(shown.definitions(), example.headline());
    let rows = shown.table("Par année").unwrap();
    assert_eq!(rows[0], ["Année", "Sans TVA", "HT", "TVA", "TTC", "À payer"]);
    assert_eq!(rows[1..], example.years());
    let lines = shown.lines("Ce que vous payez");
    assert_eq!(lines.len(), example.lines, "{lines:#?}");
    assert!(!shown.says("Sur devis") && !shown.says("En attente d'une réponse"));
}

#[test]
fn a_commune_of_800_inhabitants() {
    check(&COMMUNE);
}

#[test]
fn a_territory_of_12_communes() {
    check(&TERRITORY);
    let shown = Page::after(TERRITORY.deeds).markup();
    assert!(shown.says("10 comptés sur 12 organismes"));
    let reasons = shown.all("td").into_iter().filter(|it| it.starts_with("Compté") || it.starts_with("Non compté"));
    let expected =
        [vec!["Compté : 300 habitants ou plus"; 10], vec!["Non compté : moins de 300 habitants"; 2]].concat();
    assert_eq!(reasons.collect::<Vec<_>>(), expected);
}

#[test]
fn a_commune_of_12_000_inhabitants() {
    check(&TOWN);
}

#[test]
fn an_untouched_page_asks_and_claims_nothing() {
    let shown = Page::new().markup();
    assert!(
        shown.says(
            "Choisissez une adhésion ou une prestation : son coût s'affiche ici, avec la raison de chaque montant."
        )
    );
    assert_eq!(shown.definitions(), []);
    assert_eq!(shown.all("table"), Vec::<String>::new());
    assert!(shown.says("Rien de choisi pour l'instant"));
    assert!(!shown.says("€ la 1re année") && !shown.says("Ce que vous payez"));
}

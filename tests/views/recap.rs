//! The answers that an estimate was made from.

use crate::page::Page;
use visitor::examples::{COMMUNE, Deed, TERRITORY, spaced};

fn recap(page: &Page) -> Vec<String> {
    page.markup().classed("details", "recap")[0].all("li")
}

fn lines(expected: &[&str]) -> Vec<String> {
    expected.iter().map(|line| spaced(line)).collect()
}

#[test]
fn every_answer_of_a_commune_is_listed_in_the_order_of_the_fields() {
    let page = Page::after(COMMUNE.deeds);
    assert_eq!(
        recap(&page),
        lines(&[
            "Estimation établie le : 1er~juin~2021",
            "Type d'organisme : Commune",
            "Durée de l'estimation : 4~ans",
            "Première année : non précisée",
            "Adhésion : Pas d'adhésion",
            "Nombre d'habitants : 800~habitants",
            "Budget annuel : 650_000~€",
            "Nombre de certificats : 2~certificats",
            "Nombre de SMS par an : 1_000~SMS",
        ])
    );
    page.change(|form| form.covered_by_epci = true);
    assert!(recap(&page).contains(&"Adhésion : Couvert par l'adhésion de notre EPCI".to_owned()));
}

#[test]
fn every_answer_of_a_territory_is_listed_with_its_bodies() {
    assert_eq!(
        recap(&Page::after(TERRITORY.deeds)),
        lines(&[
            "Estimation établie le : 1er~juin~2021",
            "Type d'organisme : Communauté de communes",
            "Durée de l'estimation : 4~ans",
            "Première année : non précisée",
            "Adhésion : Adhésion mutualisée pour le territoire de l'EPCI",
            "Volume total de données : 1_200~Go",
            "Rythme de présence : 1 journée / mois",
            "Nombre de communes à diagnostiquer : 12~communes",
            "Nombre d'offres à analyser : 3~offres",
            "Organismes du territoire : 12, dont 10 comptés",
            "Organismes n° 1 à 10 : Commune, 400~habitants, compté",
            "Organisme n° 11 : Commune, 299~habitants, non compté",
            "Organisme n° 12 : Commune, 120~habitants, non compté",
            "Répartition de l'adhésion : au nombre d'habitants",
        ])
    );
}

#[test]
fn who_was_left_out_is_told() {
    let page = Page::after(TERRITORY.deeds);
    page.change(|form| {
        let last = form.bodies.last_mut().unwrap();
        (last.name, last.left_out) = ("Omet".to_owned(), true);
    });
    assert!(
        recap(&page).contains(&spaced("Organismes écartés de l'estimation : Omet (120 hab.)")),
        "{:?}",
        recap(&page)
    );
}

#[test]
fn what_is_not_asked_or_not_read_is_not_listed() {
    let page = Page::after(&[
        Deed::Tick("Alerte SMS"),
        Deed::Type("Nombre de SMS par an", "mille"),
        Deed::Type("Nombre de certificats", "2"),
    ]);
    assert_eq!(recap(&page)[3..], ["Adhésion : Pas d'adhésion"]);
    page.change(|form| (form.years, form.start) = (1, Some(2027)));
    assert_eq!(recap(&page)[1..3], lines(&["Durée de l'estimation : 1~an", "Première année : 2027"]));
}

//! What is wrong, gathered above the estimate: each field by its name.

use crate::markup::Markup;
use crate::page::Page;
use visitor::examples::Deed;

const UNREADABLE: &str = "Ce nombre n'est pas lisible : écrivez-le en chiffres, par exemple 12 ou 1\u{202f}250.";

/// The corrections asked for, and the title that counts them; nothing when there are none.
fn corrections(page: &Page) -> Option<(String, Vec<String>)> {
    let boxes = page.markup().classed("div", "corrections");
    let asked = boxes.first()?;
    Some((asked.all("h3").remove(0), asked.all("li").iter().map(|item| item.replace('\n', " ")).collect()))
}

#[test]
fn nothing_to_correct_says_nothing() {
    assert_eq!(corrections(&Page::new()), None);
    assert_eq!(corrections(&Page::after(&[Deed::Type("Nombre d'habitants", "1 250")])), None);
}

#[test]
fn one_wrong_field_is_named_with_its_message() {
    let page = Page::after(&[Deed::Type("Nombre d'habitants", "mille")]);
    let expected = vec![format!("Nombre d'habitants : {UNREADABLE}")];
    assert_eq!(corrections(&page), Some(("1 réponse à corriger".to_owned(), expected)));
    page.perform(&[Deed::Type("Nombre d'habitants", "1000")]);
    assert_eq!(corrections(&page), None);
}

#[test]
fn each_wrong_field_is_named_whatever_is_wrong_with_it() {
    let page = Page::after(&[
        Deed::Type("Nombre d'habitants", "0"),
        Deed::Choose("Type d'organisme", "Communauté de communes"),
        Deed::Tick("Prestation de mise en place de la conformité RGPD"),
        Deed::Type("Budget annuel", "cher"),
        Deed::Tick("Identité électronique : Certificat RGS 2*"),
        Deed::Type("Nombre de certificats", "1,5"),
        Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI"),
        Deed::AddCommunes(1, "400"),
        Deed::AddCommunes(1, "beaucoup"),
    ]);
    let (title, named) = corrections(&page).unwrap();
    assert_eq!(title, "4 réponses à corriger");
    let names: Vec<&str> = named.iter().map(|item| item.split(" : ").next().unwrap()).collect();
    assert_eq!(
        names,
        ["Nombre d'habitants", "Budget annuel", "Nombre de certificats", "Nombre d'habitants, organisme n°\u{a0}2"]
    );
    // The same words as beside the field.
    let shown = page.markup();
    let beside: Vec<String> =
        shown.classed("p", "problem").iter().map(|it| it.text()).filter(|text| !text.is_empty()).collect();
    assert_eq!(beside.len(), 4);
    for item in named {
        let message = item.split_once(" : ").unwrap().1;
        assert!(beside.iter().any(|text| text == message), "« {message} » is not among {beside:?}");
    }
}

#[test]
fn the_total_leads_to_what_is_wrong_and_to_what_is_missing() {
    let ways = |page: &Page| -> Vec<String> {
        let total = page.markup().classed("aside", "total").remove(0);
        let ways = total.classed("p", "to-answer");
        ways.iter().map(Markup::text).filter(|text| !text.is_empty()).collect()
    };
    let page = Page::after(&[Deed::Tick("Alerte SMS")]);
    assert_eq!(ways(&page), ["1 poste en attente d'une réponse"]);
    page.perform(&[
        Deed::Tick("Opendemande : Logiciel de gestion de flux citoyen"),
        Deed::Type("Nombre d'utilisateurs", "3"),
        Deed::Type("Nombre d'habitants", "mille"),
    ]);
    assert_eq!(ways(&page), ["1 réponse à corriger", "4 postes en attente d'une réponse"]);
    let shown = page.markup();
    let ids = shown.attributes("id");
    for place in shown.each("a", |attribute| attribute("href")) {
        assert!(ids.contains(&place.trim_start_matches('#').to_owned()), "{place} leads nowhere");
    }
    assert_eq!(ways(&Page::after(&[Deed::Type("Nombre d'habitants", "1 250")])), Vec::<String>::new());
}

#[test]
fn a_field_nobody_sees_asks_for_no_correction() {
    assert_eq!(corrections(&Page::after(&[Deed::Type("Nombre de certificats", "deux")])), None);
}

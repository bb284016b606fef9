//! What was typed and cannot be used: said beside the field, never erased, never priced.

use crate::page::Page;
use visitor::examples::{Deed, spaced};

const UNREADABLE: &str = "Ce nombre n'est pas lisible : écrivez-le en chiffres, par exemple 12 ou 1\u{202f}250.";

fn with_certificates(typed: &'static str) -> Page {
    Page::after(&[Deed::Tick("Identité électronique : Certificat RGS 2*"), Deed::Type("Nombre de certificats", typed)])
}

#[test]
fn an_unreadable_number_shows_its_message_and_keeps_its_text() {
    let page = with_certificates("deux");
    let shown = page.markup();
    assert_eq!(shown.all("p").iter().filter(|text| *text == UNREADABLE).count(), 1);
    let field = page.field("Nombre de certificats");
    assert_eq!(page.form(|form| form.text(field).to_owned()), "deux");
    // As if nothing were known, and not as if it were none.
    assert!(shown.under("En attente d'une réponse").unwrap().says(&spaced("Il manque «~Nombre de certificats~».")));
    assert_eq!(shown.attributes("aria-invalid").iter().filter(|value| *value == "true").count(), 1);
}

#[test]
fn a_number_the_field_refuses_is_said_too() {
    let cases =
        [("1,5", "un nombre entier est attendu"), ("100001", "ne peut pas dépasser"), ("1.2,3", "plusieurs virgules")];
    for (typed, expected) in cases {
        let page = with_certificates(typed);
        let shown = page.markup();
        let problems: Vec<String> = shown.all("p").into_iter().filter(|text| text.contains(expected)).collect();
        assert_eq!(problems.len(), 1, "{typed}: {problems:?}");
        assert!(shown.attributes("aria-invalid").contains(&"true".to_owned()), "{typed}");
    }
}

#[test]
fn a_good_number_leaves_no_message() {
    let shown = with_certificates("2").markup();
    assert!(shown.attributes("aria-invalid").iter().all(|value| value == "false"));
    assert_eq!(shown.definitions()[0].1, spaced("420,00~€"));
}

#[test]
fn a_body_whose_inhabitants_cannot_be_read_says_so_in_its_row() {
    let page = Page::after(&[
        Deed::Choose("Type d'organisme", "Communauté de communes"),
        Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI"),
        Deed::AddCommunes(1, "400"),
        Deed::AddCommunes(1, "beaucoup"),
        Deed::AddCommunes(1, "1,5"),
    ]);
    let shown = page.markup();
    assert!(shown.says(UNREADABLE));
    assert!(shown.says("Un nombre entier d'habitants est attendu."));
    assert!(shown.says("1 compté sur 3 organismes"));
}

#[test]
fn a_field_nobody_sees_is_not_in_error() {
    let page = with_certificates("deux");
    let service = page.service("Identité électronique : Certificat RGS 2*");
    page.change(|form| form.choose(service, false));
    let shown = page.markup();
    assert!(!shown.says(UNREADABLE));
    // And its text comes back with it.
    page.change(|form| form.choose(service, true));
    assert!(page.markup().says(UNREADABLE));
}

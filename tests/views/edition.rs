//! Another edition of the price list, fictitious, with a changed price, a new bracket and a new
//! service: the page shows and prices it, and nothing in Rust knows that it does.

use crate::page::Page;
use editions::{fictitious, side_by_side};
use engine::Catalogue;
use std::sync::LazyLock;
use visitor::examples::{Deed, spaced};

static FICTITIOUS: LazyLock<Catalogue> = LazyLock::new(|| side_by_side(&[fictitious()]));

const NEW_SERVICE: &str = "Archivage électronique (fictif)";
const NEW_OPTION: &str = "Option reprise d'un site (fictive)";
const NEW_FIELD: &str = "Volume d'archives électroniques";

#[test]
fn its_new_service_has_a_box_and_the_product_has_none() {
    assert_eq!(Page::of(&FICTITIOUS).markup().labelled(NEW_SERVICE), ["checkbox"]);
    assert_eq!(Page::new().markup().labelled(NEW_SERVICE), Vec::<String>::new());
}

#[test]
fn its_new_service_asks_its_new_fields_and_is_priced() {
    let page = Page::of(&FICTITIOUS);
    page.perform(&[Deed::Tick(NEW_SERVICE)]);
    let shown = page.markup();
    assert_eq!(shown.labelled(NEW_FIELD), ["text"]);
    assert_eq!(shown.labelled(NEW_OPTION), ["checkbox"]);
    assert!(shown.says(&spaced(&format!("Il manque «~{NEW_FIELD}~»."))));
    page.perform(&[
        Deed::Type(NEW_FIELD, "750,5"),
        Deed::Tick(NEW_OPTION),
        Deed::Type("Nombre de sites à reprendre", "3"),
    ]);
    let shown = page.markup();
    // (1 300,00 + 333,33 + 187,50) HT with 20 % on each line; then 333,33 HT a year.
    assert_eq!(shown.definitions()[0], ("1re année".to_owned(), spaced("2_185,00~€")));
    assert_eq!(shown.definitions()[1], ("Années suivantes".to_owned(), spaced("400,00~€ par an")));
    let paid = shown.under("Ce que vous payez").unwrap();
    assert!(paid.says("Archivage électronique (fictif) – Ouverture du service"));
    assert!(paid.says(&spaced("1_560,00~€ TTC (1_300,00~€ HT), une fois")));
}

#[test]
fn its_changed_price_and_its_new_bracket_are_the_ones_used() {
    let conges = [Deed::Tick("Prestation de mise en place outil congés")];
    let page = Page::of(&FICTITIOUS);
    page.perform(&conges);
    assert_eq!(page.markup().definitions()[0].1, spaced("648,60~€"));
    assert_eq!(Page::after(&conges).markup().definitions()[0].1, spaced("600,00~€"));
    let joins = |inhabitants: &'static str| {
        [
            Deed::Choose("Type d'organisme", "Commune"),
            Deed::Pick("Adhésion", "Participation individuelle des communes"),
            Deed::Type("Nombre d'habitants", inhabitants),
        ]
    };
    for (inhabitants, old, new) in [("49 999", "20_000,00~€", "12_000,00~€"), ("50 000", "20_000,00~€", "20_000,00~€")]
    {
        let page = Page::of(&FICTITIOUS);
        page.perform(&joins(inhabitants));
        assert_eq!(page.markup().definitions()[0].1, spaced(new), "{inhabitants}");
        assert_eq!(Page::after(&joins(inhabitants)).markup().definitions()[0].1, spaced(old), "{inhabitants}");
    }
}

#[test]
fn the_page_says_which_edition_it_uses() {
    let shown = Page::of(&FICTITIOUS).markup();
    assert!(shown.says("Catalogue fictif des services numériques (essais du logiciel), Personne : édition fictive"));
    assert!(Page::new().markup().says("Délibération du 20 mai 2021, acte 210520_005"));
}

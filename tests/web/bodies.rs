//! The bodies of a territory: rows come and go, and what stands in the others stays.

use crate::stage::{Stage, all, type_into, words};
use engine::catalogue::BodyKind;
use simulateur::form::{Epci, Member};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const ADD: &str = "Ajouter un organisme";

/// A page where a territory joins.
async fn territory() -> Stage {
    let page = Stage::new();
    page.choose("Type d'organisme", "Communauté de communes").await;
    page.click("Adhésion mutualisée pour le territoire de l'EPCI").await;
    page
}

fn row(page: &Stage, number: usize) -> HtmlInputElement {
    page.control(&format!("Nombre d'habitants, organisme n°\u{a0}{number}"))
}

fn typed(page: &Stage) -> Vec<String> {
    (1..=page.all("table.sheet tbody tr").len()).map(|number| row(page, number).value()).collect()
}

#[wasm_bindgen_test]
async fn taking_a_body_out_keeps_what_stands_in_the_others() {
    let page = territory().await;
    assert!(typed(&page).is_empty());
    for (number, inhabitants) in [(1, "100"), (2, "abc"), (3, "350")] {
        page.press(ADD).await;
        type_into(&row(&page, number), inhabitants).await;
    }
    page.rest().await;
    assert_eq!(typed(&page), ["100", "abc", "350"]);
    assert!(page.says("1 compté sur 3 organismes"));
    let third = row(&page, 3);
    page.press("Retirer organisme n°\u{a0}2").await;
    assert_eq!(typed(&page), ["100", "350"]);
    assert!(row(&page, 2).is_same_node(Some(&third)), "a row that stays is the same element");
    page.press("Retirer organisme n°\u{a0}1").await;
    assert_eq!(typed(&page), ["350"]);
    page.press(ADD).await;
    assert_eq!(typed(&page), ["350", ""]);
}

#[wasm_bindgen_test]
async fn each_row_says_whether_it_counts() {
    let page = territory().await;
    page.press(ADD).await;
    for (inhabitants, expected) in [
        ("", "Indiquez ses habitants pour savoir s'il est compté."),
        ("299", "Non compté : moins de 300 habitants"),
        ("300", "Compté : 300 habitants ou plus"),
    ] {
        type_into(&row(&page, 1), inhabitants).await;
        page.rest().await;
        let said = words(&page.all("table.sheet tbody tr")[0]);
        assert!(said.contains(expected), "{inhabitants}: {said}");
    }
}

#[wasm_bindgen_test]
async fn the_list_is_asked_only_of_those_who_join_or_listed_somebody() {
    let page = territory().await;
    assert!(page.says(ADD));
    page.press(ADD).await;
    type_into(&row(&page, 1), "400").await;
    page.click("Pas d'adhésion").await;
    assert_eq!(typed(&page), ["400"], "who was listed stays to be compared");
    page.press("Retirer organisme n°\u{a0}1").await;
    assert!(!page.says(ADD));
    page.click("Adhésion mutualisée pour le territoire de l'EPCI").await;
    page.choose("Type d'organisme", "Commune").await;
    assert!(all(&page.group("Adhésion"), "label").len() > 2);
    assert!(!page.says(ADD));
}

#[wasm_bindgen_test]
async fn the_rows_of_another_territory_are_rows_of_their_own() {
    let page = territory().await;
    let blaye = Member { code: "33058", name: "Blaye", total: 5137, municipal: 5041, outside: false };
    let epci = Epci { siren: "243301405", name: "CC", kind: BodyKind::Cc, total: 5137, municipal: 5041 };
    let edition = page.state().edition;
    page.state().edit(|form| form.settle_epci(epci, &[blaye], edition));
    page.rest().await;
    let first = || words(&page.all("table.sheet tbody tr")[0]);
    assert!(first().contains("Compter son CCAS, Blaye"), "{}", first());
    page.take("CDC de 12 communes").await;
    assert!(first().contains("Compter son CCAS, organisme n°\u{a0}1") && !first().contains("Blaye"), "{}", first());
    // No list names it: it has a field for its name, and is called by it.
    let name: HtmlInputElement = page.control("Nom, organisme n°\u{a0}1");
    type_into(&name, "Cars").await;
    page.rest().await;
    assert!(first().contains("Compter son CCAS, Cars"), "{}", first());
}

//! "Pourquoi ce montant ?": told when asked, and still open while the rest of the page changes.

use crate::stage::{Stage, settle, words};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

const DEEPER: &str = "Le calcul, sa source et ce qui le changerait";
const SENTENCE: &str = "0,06\u{a0}€ HT par SMS × 1\u{202f}000";

/// The reasons of the line whose name ends so.
fn reasons(page: &Stage, line: &str) -> Element {
    let rows = page.all("ul.lines > li").into_iter().filter(|row| words(row).starts_with(line));
    rows.filter_map(|row| row.query_selector("details").unwrap())
        .next()
        .unwrap_or_else(|| panic!("no reasons for {line}"))
}

/// Opens or folds, and waits for the event that the browser sends afterwards.
async fn toggle(fold: &Element) {
    fold.query_selector("summary").unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    settle().await;
    settle().await;
}

#[wasm_bindgen_test]
async fn reasons_are_told_when_asked_and_stay_open_while_answers_change() {
    let page = Stage::new();
    page.click("Alerte SMS").await;
    page.type_in("Nombre de SMS par an", "1000").await;
    page.rest().await;
    let why = reasons(&page, "Alerte SMS – Coût SMS");
    assert_eq!(words(&why), "Pourquoi ce montant ?");
    toggle(&why).await;
    assert!(page.says(SENTENCE), "{}", words(&why));
    assert!(page.says(DEEPER) && !page.says("Source : Annexe 2"), "one depth at a time");
    let deeper = why.query_selector("details").unwrap().unwrap();
    toggle(&deeper).await;
    assert!(page.says("Source : Annexe 2") && page.says(SENTENCE));
    // Another field, another service, another period: still open, and the same element.
    page.type_in("Nombre d'habitants", "800").await;
    page.click("Prestation de mise en place outil congés").await;
    page.choose("Durée de l'estimation", "2 ans").await;
    page.rest().await;
    for fold in [&why, &deeper] {
        assert!(fold.has_attribute("open") && fold.is_connected());
    }
    assert!(page.says(SENTENCE));
    // The number it explains: still open, and told anew.
    page.type_in("Nombre de SMS par an", "2000").await;
    page.rest().await;
    for fold in [&why, &deeper] {
        assert!(fold.has_attribute("open") && fold.is_connected());
    }
    assert!(page.says("0,06\u{a0}€ HT par SMS × 2\u{202f}000") && !page.says(SENTENCE));
    toggle(&why).await;
    assert!(!why.has_attribute("open"));
    assert!(!page.says(DEEPER) && !page.says("Source : Annexe 2"));
}

#[wasm_bindgen_test]
async fn reasons_survive_a_number_being_retyped() {
    let page = Stage::new();
    page.click("Identité électronique : Certificat RGS 2*").await;
    page.type_in("Nombre de certificats", "2").await;
    let line = "Identité électronique : Certificat RGS 2* – valable";
    page.rest().await;
    toggle(&reasons(&page, line)).await;
    assert!(page.says(DEEPER));
    page.type_in("Nombre de certificats", "").await;
    page.rest().await;
    assert!(!page.says(DEEPER), "nothing is charged, nothing is explained");
    page.type_in("Nombre de certificats", "3").await;
    page.rest().await;
    assert_eq!(words(&reasons(&page, line)), "Pourquoi ce montant ?");
}

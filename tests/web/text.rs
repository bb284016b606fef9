//! Numbers typed as text: read as one types, tidied when left, never erased.

use crate::stage::{Stage, leave, type_into};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const SMS: &str = "Nombre de SMS par an";

#[wasm_bindgen_test]
async fn typing_a_number_updates_the_total_at_each_keystroke() {
    let page = Stage::new();
    page.type_in("Nombre d'habitants", "800").await;
    page.click("Alerte SMS").await;
    assert_eq!(page.headline("1re année").await.unwrap(), "à chiffrer");
    for (typed, expected) in [("1", "0,07\u{a0}€"), ("10", "0,72\u{a0}€"), ("1000", "72,00\u{a0}€"), ("", "à chiffrer")]
    {
        page.type_in(SMS, typed).await;
        assert_eq!(page.headline("1re année").await.unwrap(), expected, "{typed}");
    }
}

#[wasm_bindgen_test]
async fn a_number_is_tidied_only_when_its_field_is_left() {
    let page = Stage::new();
    page.click("Prestation de mise en place de la conformité RGPD").await;
    let field: HtmlInputElement = page.control("Budget annuel");
    type_into(&field, "650 k€").await;
    assert_eq!(field.value(), "650 k€");
    leave(&field).await;
    assert_eq!(field.value(), "650\u{202f}000");
    leave(&field).await;
    assert_eq!(field.value(), "650\u{202f}000");
}

#[wasm_bindgen_test]
async fn a_refused_text_stays_with_its_message_tied_to_it() {
    let page = Stage::new();
    page.click("Alerte SMS").await;
    let field: HtmlInputElement = page.control(SMS);
    assert_eq!(field.get_attribute("aria-invalid").unwrap(), "false");
    assert_eq!(problem(&page, &field), "");
    type_into(&field, "mille").await;
    leave(&field).await;
    page.rest().await;
    assert_eq!(field.value(), "mille");
    assert_eq!(field.get_attribute("aria-invalid").unwrap(), "true");
    assert!(problem(&page, &field).starts_with("Ce nombre n'est pas lisible"), "{}", problem(&page, &field));
    assert!(page.says(&problem(&page, &field)));
    type_into(&field, "1000").await;
    page.rest().await;
    assert_eq!(field.get_attribute("aria-invalid").unwrap(), "false");
    assert_eq!(problem(&page, &field), "");
    assert_eq!(page.headline("1re année").await.unwrap(), "72,00\u{a0}€");
}

#[wasm_bindgen_test]
async fn what_was_typed_for_a_service_comes_back_with_it() {
    let page = Stage::new();
    page.click("Alerte SMS").await;
    page.type_in(SMS, "1000").await;
    page.click("Alerte SMS").await;
    assert!(!page.says(SMS));
    assert_eq!(page.headline("1re année").await, None);
    page.click("Alerte SMS").await;
    assert_eq!(page.control::<HtmlInputElement>(SMS).value(), "1\u{202f}000");
    assert_eq!(page.headline("1re année").await.unwrap(), "72,00\u{a0}€");
}

/// Voice control and screen readers tick a box without moving the focus: the field then goes away
/// with the focus in it, and browsers say that it is left.
#[wasm_bindgen_test]
async fn a_field_taken_away_with_the_focus_in_it_stops_nothing() {
    let page = Stage::new();
    page.click("Alerte SMS").await;
    page.type_in(SMS, "1000").await;
    page.activate("Alerte SMS").await;
    page.activate("Alerte SMS").await;
    assert_eq!(page.control::<HtmlInputElement>(SMS).value().replace('\u{202f}', ""), "1000");
    assert_eq!(page.headline("1re année").await.unwrap(), "72,00\u{a0}€");
}

/// What is wrong with a field, by the last of the texts that describe it.
fn problem(page: &Stage, field: &HtmlInputElement) -> String {
    let ids = field.get_attribute("aria-describedby").unwrap();
    let last = ids.split(' ').next_back().unwrap();
    crate::stage::words(&page.all(&format!("[id=\"{last}\"]"))[0])
}

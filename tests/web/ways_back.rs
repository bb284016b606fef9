//! Taking back the last change, and clearing everything once asked.

use crate::stage::{Stage, settle, type_into, words};
use visitor::examples::{COMMUNE, TERRITORY};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlSelectElement};

const UNDO: &str = "Annuler la dernière action";
const REDO: &str = "Rétablir";
const CLEAR: &str = "Tout effacer";
const QUESTION: &str = "Effacer toutes vos réponses\u{a0}?";
const INHABITANTS: &str = "Nombre d'habitants";

/// Whether a button says that it does nothing for now.
fn is_off(page: &Stage, name: &str) -> bool {
    let button = page.all("button").into_iter().find(|button| words(button) == name).unwrap();
    button.get_attribute("aria-disabled").unwrap() == "true"
}

fn value(page: &Stage, label: &str) -> String {
    page.control::<HtmlInputElement>(label).value()
}

/// The id of what has the focus.
fn focused() -> String {
    web_sys::window().unwrap().document().unwrap().active_element().unwrap().id()
}

#[wasm_bindgen_test]
async fn one_step_back_takes_a_word_back_whole() {
    let page = Stage::new();
    assert!(!page.says(UNDO) && !page.says(CLEAR), "an untouched page has no way back to offer");
    for typed in ["1", "12", "125", "1250"] {
        page.type_in(INHABITANTS, typed).await;
    }
    page.choose("Type d'organisme", "Commune").await;
    assert!(!is_off(&page, UNDO) && !is_off(&page, CLEAR));
    let kind = || page.control::<HtmlSelectElement>("Type d'organisme").value();
    assert_eq!((kind().as_str(), value(&page, INHABITANTS).as_str()), ("commune", "1\u{202f}250"));
    page.press(UNDO).await;
    assert_eq!((kind().as_str(), value(&page, INHABITANTS).as_str()), ("", "1\u{202f}250"));
    page.press(UNDO).await;
    assert_eq!(value(&page, INHABITANTS), "");
    // The buttons stay, with the focus, and do nothing.
    assert!(is_off(&page, UNDO) && is_off(&page, CLEAR));
    page.press(UNDO).await;
    page.press(CLEAR).await;
    assert!(!page.says(QUESTION), "there is nothing to clear");
    assert_eq!(focused(), "tout-effacer");
}

/// What the page says it took back.
fn undone(page: &Stage) -> String {
    words(&page.all(".undone")[0])
}

#[wasm_bindgen_test]
async fn what_is_taken_back_is_named_and_hesitating_is_one_step() {
    let page = Stage::new();
    page.type_in(INHABITANTS, "1250").await;
    for kind in ["Commune", "Syndicat", "Communauté de communes"] {
        page.choose("Type d'organisme", kind).await;
    }
    page.press(UNDO).await;
    assert_eq!(undone(&page), "Annulé : Type d'organisme");
    page.press(UNDO).await;
    assert_eq!((undone(&page), is_off(&page, UNDO)), (format!("Annulé : {INHABITANTS}"), true));
    page.press(REDO).await;
    page.press(REDO).await;
    assert_eq!((undone(&page).as_str(), is_off(&page, REDO)), ("Rétabli : Type d'organisme", true));
    assert_eq!(page.control::<HtmlSelectElement>("Type d'organisme").value(), "cc");
    page.take(COMMUNE.button).await;
    assert_eq!(undone(&page), "");
    page.press(UNDO).await;
    assert_eq!(undone(&page), "Annulé : plusieurs réponses");
}

#[wasm_bindgen_test]
async fn a_word_tidied_when_left_is_one_step_too() {
    let page = Stage::new();
    page.type_in(INHABITANTS, "1250").await;
    page.rest().await;
    // The focus goes to the button, which tidies the field on the way.
    page.press(UNDO).await;
    assert_eq!((value(&page, INHABITANTS), is_off(&page, UNDO)), (String::new(), true));
    page.type_in(INHABITANTS, "300").await;
    page.rest().await;
    assert!(!is_off(&page, UNDO) && !is_off(&page, CLEAR), "a word typed is a change like another");
}

#[wasm_bindgen_test]
async fn an_example_is_one_step() {
    let page = Stage::new();
    page.click("Alerte SMS").await;
    page.type_in("Nombre de SMS par an", "1000").await;
    page.take(TERRITORY.button).await;
    assert_eq!(page.headlines().await, TERRITORY.headline());
    page.press(UNDO).await;
    assert_eq!(page.headline("1re année").await.unwrap(), "72,00\u{a0}€");
    assert_eq!(value(&page, "Nombre de SMS par an"), "1\u{202f}000");
    assert_eq!(page.all("ol > li").len(), 0);
}

#[wasm_bindgen_test]
async fn clearing_asks_first_and_is_one_step() {
    let page = Stage::new();
    page.take(COMMUNE.button).await;
    page.press(CLEAR).await;
    assert!(page.says(QUESTION));
    page.press("Non, les garder").await;
    assert!(!page.says(QUESTION));
    assert_eq!(focused(), "tout-effacer");
    assert_eq!(page.headlines().await, COMMUNE.headline());
    page.press(CLEAR).await;
    page.press("Oui, tout effacer").await;
    assert!(!page.says(QUESTION));
    assert_eq!(focused(), "tout-effacer");
    assert_eq!(page.headlines().await, []);
    assert_eq!(value(&page, INHABITANTS), "");
    assert_eq!(page.all("input[type=checkbox]:checked").len(), 0);
    page.press(UNDO).await;
    assert_eq!(page.headlines().await, COMMUNE.headline());
    assert_eq!(value(&page, INHABITANTS), "800");
}

#[wasm_bindgen_test]
async fn a_body_taken_out_comes_back_in_its_place() {
    let page = Stage::new();
    page.choose("Type d'organisme", "Communauté de communes").await;
    page.click("Adhésion mutualisée pour le territoire de l'EPCI").await;
    for (number, inhabitants) in [(1, "100"), (2, "abc"), (3, "350")] {
        page.press("Ajouter un organisme").await;
        type_into(&page.control(&format!("{INHABITANTS}, organisme n°\u{a0}{number}")), inhabitants).await;
    }
    let typed = || -> Vec<String> {
        let rows = 1..=page.all("table.sheet tbody tr").len();
        rows.map(|row| value(&page, &format!("{INHABITANTS}, organisme n°\u{a0}{row}"))).collect()
    };
    page.press("Retirer organisme n°\u{a0}2").await;
    assert_eq!(typed(), ["100", "350"]);
    page.press(UNDO).await;
    assert_eq!(typed(), ["100", "abc", "350"]);
    page.press(UNDO).await;
    assert_eq!(typed(), ["100", "abc", ""], "then the last word");
    page.press(UNDO).await;
    settle().await;
    assert_eq!(typed(), ["100", "abc"], "then the row");
}

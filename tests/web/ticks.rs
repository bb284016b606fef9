//! Boxes, answers and drop-downs: what is shown as chosen is what is priced.

use crate::stage::{Stage, all, words};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlSelectElement};

const CONGES: &str = "Prestation de mise en place outil congés";
const NUMERISATION: &str = "Prestation de numérisation des actes d'état civil";

fn checked(page: &Stage, label: &str) -> bool {
    page.control::<HtmlInputElement>(label).checked()
}

#[wasm_bindgen_test]
async fn a_box_and_its_cost_go_together() {
    let page = Stage::new();
    assert!(!checked(&page, CONGES));
    assert_eq!(page.headline("1re année").await, None);
    page.click(CONGES).await;
    assert!(checked(&page, CONGES));
    assert_eq!(page.headline("1re année").await.unwrap(), "600,00\u{a0}€");
    assert_eq!(page.headline("Années suivantes").await.unwrap(), "120,00\u{a0}€ par an");
    page.click(CONGES).await;
    assert!(!checked(&page, CONGES));
    assert_eq!(page.headline("1re année").await, None);
}

#[wasm_bindgen_test]
async fn one_answer_of_a_group_replaces_the_other() {
    let page = Stage::new();
    page.click(NUMERISATION).await;
    page.type_in("Nombre d'actes", "1000").await;
    let (centre, town_hall) = ("Sur site centralisé Gironde Numérique", "En mairie");
    assert!(!checked(&page, centre) && !checked(&page, town_hall), "no answer is given for the visitor");
    page.click(centre).await;
    assert!(checked(&page, centre) && !checked(&page, town_hall));
    assert_eq!(page.headline("1re année").await.unwrap(), "540,00\u{a0}€");
    page.click(town_hall).await;
    assert!(!checked(&page, centre) && checked(&page, town_hall));
    assert_eq!(page.headline("1re année").await.unwrap(), "660,00\u{a0}€");
}

#[wasm_bindgen_test]
async fn the_way_to_join_is_none_until_chosen() {
    let page = Stage::new();
    let ways: Vec<String> = all(&page.group("Adhésion"), "label").iter().map(words).collect();
    assert!(checked(&page, "Pas d'adhésion"));
    assert_eq!(ways.iter().filter(|way| checked(&page, way)).count(), 1);
    page.choose("Type d'organisme", "Commune").await;
    page.type_in("Nombre d'habitants", "800").await;
    page.click("Participation individuelle des communes").await;
    assert!(!checked(&page, "Pas d'adhésion"));
    assert_eq!(page.headline("1re année").await.unwrap(), "900,00\u{a0}€");
    page.click("Pas d'adhésion").await;
    assert_eq!(page.headline("1re année").await, None);
}

#[wasm_bindgen_test]
async fn the_period_is_the_one_selected() {
    let page = Stage::new();
    let list: HtmlSelectElement = page.control("Durée de l'estimation");
    assert_eq!(list.value(), "4");
    page.click(CONGES).await;
    assert_eq!(page.headline("Sur 4 ans").await.unwrap(), "960,00\u{a0}€");
    page.choose("Durée de l'estimation", "10 ans").await;
    assert_eq!(list.value(), "10");
    assert_eq!(page.headline("Sur 10 ans").await.unwrap(), "1\u{202f}680,00\u{a0}€");
    assert_eq!(page.table("Par année").len(), 12, "a heading, ten years, a total");
    page.choose("Durée de l'estimation", "1 an").await;
    assert_eq!(page.headline("Sur 1 an").await.unwrap(), "600,00\u{a0}€");
    assert_eq!(page.headline("Années suivantes").await, None);
}

#[wasm_bindgen_test]
async fn an_option_asks_nothing_its_service_already_asks() {
    let page = Stage::new();
    page.click("Logilibre police municipale").await;
    page.click("OpenDispo").await;
    // `control` refuses a label that stands twice.
    page.type_in("Nombre d'agents de police municipale", "6").await;
    assert!(checked(&page, "OpenDispo"));
}

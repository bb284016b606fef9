//! The examples, each taken by its button.

use crate::stage::{Stage, words};
use visitor::examples::{COMMUNE, Example, TERRITORY, TOWN};
use wasm_bindgen_test::wasm_bindgen_test;

const EXAMPLES: [&Example; 3] = [&COMMUNE, &TERRITORY, &TOWN];

async fn check(page: &Stage, example: &Example) {
    page.take(example.button).await;
    assert_eq!(page.headlines().await, example.headline(), "{}", example.button);
    assert_eq!(page.table("Par année")[1..], example.years(), "{}", example.button);
    for (name, amount) in &example.headline()[..2] {
        assert_eq!(page.total(name).as_ref(), Some(amount), "{}", example.button);
    }
    for unsaid in ["Il manque", "En attente", "à corriger", "Sur devis", "Chargement"] {
        assert!(!page.says(unsaid), "{}: « {unsaid} »", example.button);
    }
}

#[wasm_bindgen_test]
async fn each_example_is_priced_in_one_click() {
    for example in EXAMPLES {
        check(&Stage::new(), example).await;
    }
}

#[wasm_bindgen_test]
async fn one_example_after_another_leaves_nothing_of_the_first() {
    let page = Stage::new();
    for example in [&TERRITORY, &COMMUNE, &TOWN, &TERRITORY, &TERRITORY] {
        check(&page, example).await;
    }
}

#[wasm_bindgen_test]
async fn an_example_shows_in_the_form() {
    let page = Stage::new();
    page.take(COMMUNE.button).await;
    let value = |label: &str| page.control::<web_sys::HtmlInputElement>(label).value();
    assert_eq!(value("Nombre d'habitants"), "800");
    assert_eq!(value("Budget annuel"), "650 000");
    let ticked = page.all("input[type=checkbox]").into_iter().filter(|input| input.matches(":checked").unwrap());
    assert_eq!(ticked.count(), 4);
    page.take(TOWN.button).await;
    assert_eq!(page.all("details.options[open]").len(), 2, "the options it takes are unfolded");
    let chosen = page.all(".service.chosen").len();
    assert_eq!(chosen, 5, "{:?}", page.all(".service.chosen").iter().map(words).collect::<Vec<_>>());
}

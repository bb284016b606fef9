//! Finding a service: cards come and go, and what is chosen stays chosen.

use crate::stage::{Stage, all, words};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

const FIELD: &str = "Rechercher une prestation";
const CONGES: &str = "Prestation de mise en place outil congés";

/// What the visitor sees among the elements of a selector in annexe 2.
fn seen(page: &Stage, selector: &str) -> Vec<String> {
    let annexe = page.all("section[aria-labelledby=titre-annexe-2]").remove(0);
    let in_sight = |it: &Element| it.unchecked_ref::<HtmlElement>().offset_height() > 0;
    all(&annexe, selector).into_iter().filter(in_sight).map(|it| words(&it)).collect()
}

fn cards(page: &Stage) -> Vec<String> {
    seen(page, ".family > .service > .service-head label")
}

fn told(page: &Stage) -> String {
    words(&page.all("#recherche-resultat")[0])
}

#[wasm_bindgen_test]
async fn a_word_keeps_the_cards_that_hold_it_and_counts_them() {
    let page = Stage::new();
    let every = cards(&page);
    let families = seen(&page, "h3");
    assert!(every.len() > 8 && families.len() > 3);
    assert_eq!(told(&page), "");
    page.type_in(FIELD, "conges").await;
    assert_eq!(cards(&page), [CONGES]);
    assert_eq!(seen(&page, "h3").len(), 1, "a family without a card is hidden with its title");
    assert_eq!(told(&page), "1 prestation trouvée");
    for sought in ["prestation", "données", "p", "SMS"] {
        page.type_in(FIELD, sought).await;
        let found = cards(&page).len();
        let s = if found > 1 { "s" } else { "" };
        assert_eq!(told(&page), format!("{found} prestation{s} trouvée{s}"), "{sought}");
    }
    page.type_in(FIELD, "zzz").await;
    assert_eq!((cards(&page).len(), seen(&page, "h3").len()), (0, 0));
    assert_eq!(told(&page), "Aucune prestation trouvée : essayez un mot plus court.");
    page.type_in(FIELD, " ").await;
    assert_eq!((cards(&page), seen(&page, "h3")), (every, families));
    assert_eq!(told(&page), "");
}

#[wasm_bindgen_test]
async fn what_is_hidden_stays_chosen_and_typed() {
    let page = Stage::new();
    page.click("Alerte SMS").await;
    page.type_in("Nombre de SMS par an", "1000").await;
    page.type_in(FIELD, "congés").await;
    assert_eq!(cards(&page), [CONGES]);
    page.click(CONGES).await;
    assert_eq!(page.headline("1re année").await.unwrap(), "672,00\u{a0}€");
    page.type_in(FIELD, "").await;
    assert!(page.control::<web_sys::HtmlInputElement>("Alerte SMS").checked());
    assert_eq!(page.control::<web_sys::HtmlInputElement>("Nombre de SMS par an").value(), "1\u{202f}000");
}

#[wasm_bindgen_test]
async fn annexe_1_has_nothing_to_look_for() {
    let page = Stage::new();
    page.type_in(FIELD, "zzz").await;
    assert_eq!(page.all("input[type=search]").len(), 1);
    assert!(page.says("Informaticien mutualisé"));
}

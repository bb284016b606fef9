//! The total is never late; the detail waits until typing rests.

use crate::stage::{Stage, real_pause, real_rest};
use wasm_bindgen_test::wasm_bindgen_test;

const SMS: &str = "Nombre de SMS par an";
const YEAR: &str = "1re année";

fn euros(amount: &str) -> Option<String> {
    Some(format!("{amount}\u{a0}€"))
}

#[wasm_bindgen_test]
async fn the_total_follows_each_key_and_the_detail_once_typing_rests() {
    let page = Stage::new();
    page.click("Alerte SMS").await;
    page.type_in(SMS, "1").await;
    real_rest().await;
    assert_eq!((page.total(YEAR), page.headline_now(YEAR)), (euros("0,07"), euros("0,07")));
    // Six keys, a quarter of the rest apart: longer than one rest, but without any.
    for (typed, total) in
        [("10", "0,72"), ("100", "7,20"), ("1000", "72,00"), ("100", "7,20"), ("10", "0,72"), ("1000", "72,00")]
    {
        page.type_in(SMS, typed).await;
        real_pause().await;
        assert_eq!((page.total(YEAR), page.headline_now(YEAR)), (euros(total), euros("0,07")), "{typed}");
    }
    real_rest().await;
    assert_eq!((page.total(YEAR), page.headline_now(YEAR)), (euros("72,00"), euros("72,00")));
}

#[wasm_bindgen_test]
async fn what_is_chosen_first_is_detailed_at_once() {
    let page = Stage::new();
    assert!(page.says("Rien de choisi pour l'instant"));
    page.click("Prestation de mise en place outil congés").await;
    assert!(!page.says("Rien de choisi pour l'instant"));
    assert_eq!((page.total(YEAR), page.headline_now(YEAR)), (euros("600,00"), euros("600,00")));
    assert_eq!(page.total("Années suivantes"), Some("120,00\u{a0}€ par an".to_owned()));
}

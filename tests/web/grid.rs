//! The membership grid as a control: a row chosen writes the volume, and the mark follows.

use crate::stage::{Stage, settle, type_into, words};
use visitor::examples::{TERRITORY, spaced};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

const GRID: &str = "Adhésion mutualisée pour le territoire de l'EPCI";
const VOLUME: &str = "Volume total de données";

/// The headings of the marked cell and what stands in it.
fn marked(page: &Stage) -> (String, String, String) {
    let rows = page.table(GRID);
    let marks = rows.iter().flat_map(|row| row.iter().enumerate().map(move |(at, cell)| (row, at, cell)));
    let marks: Vec<_> = marks.filter(|(_, _, cell)| cell.contains('◆')).collect();
    let [(row, at, cell)] = marks[..] else { panic!("{} cells are marked", marks.len()) };
    (row[0].clone(), rows[0][at].clone(), cell.clone())
}

fn place(row: &str, column: &str, amount: &str) -> (String, String, String) {
    (row.to_owned(), column.to_owned(), format!("◆ {} (votre territoire)", spaced(amount)))
}

fn volume(page: &Stage) -> String {
    page.control::<HtmlInputElement>(VOLUME).value()
}

fn checked(page: &Stage) -> Vec<String> {
    page.all("table.grid tr")
        .iter()
        .filter(|row| row.query_selector(":checked").unwrap().is_some())
        .map(|row| words(&row.query_selector("label").unwrap().unwrap()))
        .collect()
}

#[wasm_bindgen_test]
async fn a_row_chosen_writes_the_volume_and_moves_the_mark() {
    let page = Stage::new();
    page.take(TERRITORY.button).await;
    assert_eq!(marked(&page), place("1,5 To", "CDC + 10 EP", "18_461"));
    assert_eq!(checked(&page), ["1,5 To"]);
    page.click("3 To").await;
    assert_eq!((volume(&page), checked(&page)), (spaced("3_000"), vec!["3 To".to_owned()]));
    assert_eq!(marked(&page), place("3 To", "CDC + 10 EP", "26_373"));
    // 2 500,00 for the shared IT person beside it.
    assert_eq!(page.headline("Années suivantes").await.unwrap(), spaced("28_873,00~€ par an"));
    // Anywhere on a row, as well as on its button.
    let cells = page.all("table.grid tbody tr:first-child td");
    cells[0].unchecked_ref::<HtmlElement>().click();
    settle().await;
    assert_eq!((volume(&page), checked(&page)), ("500".to_owned(), vec!["500 Go".to_owned()]));
    assert_eq!(marked(&page), place("500 Go", "CDC + 10 EP", "13_186"));
}

#[wasm_bindgen_test]
async fn a_row_chosen_is_one_step_back() {
    let page = Stage::new();
    page.take(TERRITORY.button).await;
    page.click("3 To").await;
    page.press("Annuler la dernière action").await;
    assert_eq!((volume(&page), checked(&page)), (spaced("1_200").replace('\u{202f}', " "), vec!["1,5 To".to_owned()]));
    let label = page.all("table.grid label").into_iter().find(|label| words(label) == "2 To").unwrap();
    label.unchecked_ref::<HtmlElement>().click();
    settle().await;
    assert_eq!(volume(&page), spaced("2_000"));
    page.press("Annuler la dernière action").await;
    assert_eq!(checked(&page), ["1,5 To"]);
}

#[wasm_bindgen_test]
async fn a_volume_typed_or_a_body_counted_moves_the_mark() {
    let page = Stage::new();
    page.take(TERRITORY.button).await;
    for (typed, row) in [("500", "500 Go"), ("501", "1 To"), ("1 To", "1 To"), ("1,0001 To", "1,5 To")] {
        page.type_in(VOLUME, typed).await;
        page.rest().await;
        assert_eq!((marked(&page).0.as_str(), &checked(&page)[..]), (row, &[row.to_owned()][..]), "{typed}");
    }
    page.type_in(VOLUME, "1500").await;
    let last = page.control("Nombre d'habitants, organisme n°\u{a0}11");
    for (inhabitants, column, amount) in [("299", "CDC + 10 EP", "18_461"), ("300", "CDC + 14 EP", "21_098")] {
        type_into(&last, inhabitants).await;
        page.rest().await;
        assert_eq!(marked(&page), place("1,5 To", column, amount), "{inhabitants}");
    }
    page.type_in(VOLUME, "3501").await;
    page.rest().await;
    assert_eq!((page.table(GRID).concat().concat().contains('◆'), checked(&page).len()), (false, 0));
}

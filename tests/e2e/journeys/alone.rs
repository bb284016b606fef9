//! The page as one file, opened from a disk.

use super::spreadsheets;
use visitor::browser::variable;
use visitor::examples::{COMMUNE, TERRITORY, TOWN};
use visitor::page::Page;
use visitor::wait::until_equal;

/// The three examples, what they are carried away in, and the other pages.
pub async fn alone(page: Page) {
    let page = Page::new(page.client.clone(), format!("file://{}", variable("E2E_SINGLE")));
    for example in [&TERRITORY, &TOWN, &COMMUNE] {
        page.open().await;
        page.perform(example.deeds).await;
        page.assert_shows(example).await;
    }
    spreadsheets::assert_both(&page).await;
    page.follow("Catalogue").await;
    until_equal(|| page.focused(), "Catalogue des prix").await;
    let rows: usize = page.script("return document.querySelectorAll('#page tr').length").await;
    assert!(rows > 60, "{rows} rows");
    page.follow("Glossaire").await;
    until_equal(|| page.focused(), "Glossaire").await;
    page.follow("Simulateur").await;
    page.assert_shows(&COMMUNE).await;
    // What was typed survives a reload here too.
    page.client.refresh().await.unwrap();
    page.assert_ready().await;
    page.assert_says("Votre saisie d'avant le rechargement de la page est revenue.", true).await;
    page.assert_shows(&COMMUNE).await;
    let fetched: usize = page.script("return performance.getEntriesByType('resource').length").await;
    assert_eq!(fetched, 0, "everything is inside");
}

//! Without scripts: the whole price list is read.

use fantoccini::Locator;
use visitor::page::Page;

pub async fn everything_is_read(page: Page) {
    page.visit("").await;
    assert!(text(&page).await.contains("il a besoin de JavaScript, qui est désactivé"));
    assert!(!text(&page).await.contains("Chargement"));
    page.follow("Catalogue").await;
    let list = text(&page).await;
    let rows = page.client.find_all(Locator::Css("#page tbody tr")).await.unwrap();
    assert!(rows.len() > 60, "{} rows", rows.len());
    for row in &rows {
        let row = row.text().await.unwrap();
        assert!(row.chars().count() > 3 && list.contains(row.lines().next().unwrap()), "{row} is not in sight");
    }
    page.follow("Hypothèses").await;
    assert!(text(&page).await.contains("La question à poser"));
    // What needs a script is not offered.
    for button in page.client.find_all(Locator::Css("button")).await.unwrap() {
        assert!(!button.is_displayed().await.unwrap());
    }
}

async fn text(page: &Page) -> String {
    page.client.find(Locator::Css("body")).await.unwrap().text().await.unwrap()
}

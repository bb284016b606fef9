//! What the page says when something of it does not arrive. The server makes the faults.

use crate::page::Page;
use crate::wait::{until, until_equal};
use fantoccini::Locator;
use std::time::Duration;

const FAULTS: [&str; 4] = ["~missing-wasm/", "~page-wasm/", "~cut-wasm/", "~missing-script/"];

/// Some browsers tell of no failure: the page then waits 5 seconds before it says so.
const ALERT: Duration = Duration::from_secs(10);

/// The application does not start: an alert says what to do, and the price list can be read.
pub async fn failures(page: Page) {
    for fault in FAULTS {
        page.visit(fault).await;
        let alert = || async {
            let alert = page.client.find(Locator::Css("main [role=alert]")).await.ok()?;
            alert.is_displayed().await.ok()?.then(|| alert.clone())
        };
        let alert = until(ALERT, alert).await.unwrap_or_else(|| panic!("{fault}: no alert"));
        let text = alert.text().await.unwrap();
        assert!(text.contains("n'a pas pu démarrer") && text.contains("Rechargez la page"), "{fault}: {text}");
        assert!(!page.says("Chargement").await, "{fault}");
        page.follow("catalogue").await;
        until_equal(|| page.focused(), "Catalogue des prix").await;
        let rows: usize = page.script("return document.querySelectorAll('#page tr').length").await;
        assert!(rows > 60, "{fault}: {rows} rows");
        page.client.back().await.unwrap();
        page.assert_says("n'a pas pu démarrer", true).await;
    }
    page.open().await;
}

/// A page that does not exist, and one that does not arrive.
pub async fn nowhere(page: Page) {
    page.visit("#/inconnue").await;
    until_equal(|| page.focused(), "Cette page n’existe pas").await;
    page.follow("Revenir au simulateur").await;
    page.assert_ready().await;
    page.visit("~dropped-pages/#/catalogue").await;
    until_equal(|| page.focused(), "La page n’a pas pu être chargée").await;
    let link = "return document.querySelector('#page a').getAttribute('href')";
    assert_eq!(page.script::<String>(link).await, "catalogue.html");
    page.open().await;
}

//! The page kept in the browser: opened without its host, followed by newer versions, and given up.

use super::spreadsheets;
use crate::host::Host;
use std::fs;
use std::time::Duration;
use visitor::browser::{name, variable};
use visitor::examples::{COMMUNE, TOWN};
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::{until, until_equal};

/// How long a page may take to rest, to fetch the whole site and to say so.
const KEEPING: Duration = Duration::from_secs(30);

/// How long a page may take to rest and to find that its copy is given up.
const RETIRING: Duration = Duration::from_secs(8);

const READY: &str = "Disponible hors connexion.";
const NEWER: &str = "Nouvelle version disponible";

/// What the second build says in its foot, and as the title of its price list.
const SECOND: &str = "Deuxième version";

/// Visits a page of a host, and waits until it is kept.
async fn kept(page: &Page, host: &Host) -> Page {
    let page = Page::new(page.client.clone(), host.url());
    page.open().await;
    assert_eventually(&page, READY).await;
    page
}

async fn assert_eventually(page: &Page, sentence: &str) {
    let said = || async { page.says(sentence).await.then_some(()) };
    assert!(until(KEEPING, said).await.is_some(), "« {sentence} » is not said");
}

/// Kept at the first visit; then everything works without the host, and from the start.
pub async fn offline(page: Page) {
    let host = Host::of(&variable("E2E_DIST"));
    let page = kept(&page, &host).await;
    let role =
        "return [...document.querySelectorAll('[role=status]')].some(it => it.textContent.includes('hors connexion'))";
    assert!(page.script::<bool>(role).await, "it is said aloud");
    host.asked();
    // A second visit asks for nothing but whether there is a newer version.
    page.open().await;
    assert_eventually(&page, READY).await;
    let asked = host.asked();
    assert!(asked.iter().all(|name| name == "sw.js"), "{asked:?}");
    host.stop();
    page.client.goto("about:blank").await.unwrap();
    page.open().await;
    if name() == "chromium" {
        let waited: f64 = page.script("return performance.getEntriesByType('navigation')[0].workerStart").await;
        assert_eq!(waited, 0.0, "the page waits for no worker to wake");
    }
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    spreadsheets::assert_both(&page).await;
    page.follow("Catalogue").await;
    until_equal(|| page.focused(), "Catalogue des prix").await;
    page.client.goto(&format!("{}catalogue.html", host.url())).await.unwrap();
    let rows: usize = page.script("return document.querySelectorAll('#page tr').length").await;
    assert!(rows > 60, "{rows} rows");
    page.open().await;
}

/// A newer version is offered; the tab that takes it keeps what was typed, the other one stays as it is.
pub async fn newer(page: Page) {
    let host = Host::of(&variable("E2E_DIST"));
    let page = kept(&page, &host).await;
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    let first = page.client.window().await.unwrap();
    host.publish(&variable("E2E_NEXT"));
    let second = page.client.new_window(false).await.unwrap();
    page.client.switch_to_window(second.handle.clone()).await.unwrap();
    page.open().await;
    assert_eventually(&page, NEWER).await;
    assert!(!page.says(SECOND).await, "the new version waits for a word");

    page.client.switch_to_window(first.clone()).await.unwrap();
    page.assert_says(NEWER, true).await;
    page.assert_shows(&COMMUNE).await;
    page.click(&page.control(Role::Button, "Recharger").await).await;
    assert_eventually(&page, SECOND).await;
    page.assert_ready().await;
    page.assert_says("Votre saisie d'avant le rechargement de la page est revenue.", true).await;
    page.assert_shows(&COMMUNE).await;

    // The other tab: all of it is of the first version, even what it had not fetched yet.
    page.client.switch_to_window(second.handle).await.unwrap();
    page.perform(TOWN.deeds).await;
    page.assert_shows(&TOWN).await;
    spreadsheets::assert_both(&page).await;
    page.follow("Catalogue").await;
    until_equal(|| page.focused(), "Catalogue des prix").await;
    assert!(!page.says(SECOND).await);
    page.follow("Simulateur").await;
    page.click(&page.control(Role::Button, "Plus tard").await).await;
    page.assert_says(NEWER, false).await;
    page.client.refresh().await.unwrap();
    assert_eventually(&page, SECOND).await;
    page.assert_ready().await;
    page.assert_shows(&TOWN).await;
    page.client.close_window().await.unwrap();
    page.client.switch_to_window(first).await.unwrap();
    // No tab is left to the first version: nor is its copy, once a page is opened.
    page.open().await;
    until_equal(|| copies(&page), 1).await;
}

/// The way out: the next page after it comes from the host, and nothing is kept.
pub async fn retired(page: Page) {
    let host = Host::of(&variable("E2E_DIST"));
    let page = kept(&page, &host).await;
    host.put("sw.js", fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/shell/farewell.js")).unwrap());
    let gone = || async { (copies(&page).await == 0).then_some(()) };
    let mut visits = 0;
    while gone().await.is_none() {
        assert!(visits < 3, "the copies are still there; asked for: {:?}", host.asked());
        visits += 1;
        // In a window of its own: from the one that first came, WebKitGTK asks for no other worker.
        let tab = page.client.new_window(false).await.unwrap();
        page.client.switch_to_window(tab.handle).await.unwrap();
        page.open().await;
        until(RETIRING, gone).await;
    }
    host.asked();
    page.open().await;
    assert!(host.asked().contains(&"index.html".to_owned()), "the page comes from its host again");
}

/// How many versions the browser keeps.
async fn copies(page: &Page) -> usize {
    let count = "const [done] = arguments;
        caches.keys().then(names => done(names.filter(name => !name.endsWith('onglets')).length))";
    let count = page.client.execute_async(count, Vec::new()).await.unwrap();
    serde_json::from_value(count).unwrap()
}

/// Chromium finds nothing that keeps it from installing the page.
pub async fn installable(page: Page) {
    if name() != "chromium" {
        return;
    }
    let host = Host::of(&variable("E2E_DIST"));
    let page = kept(&page, &host).await;
    let found = page.devtools("Page.getInstallabilityErrors", serde_json::json!({})).await;
    assert_eq!(found["installabilityErrors"], serde_json::json!([]), "{found}");
}

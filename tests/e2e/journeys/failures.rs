//! What the page says when something of it does not arrive. The server makes the faults.

use fantoccini::Locator;
use serde_json::json;
use std::time::{Duration, Instant};
use visitor::browser;
use visitor::examples::{COMMUNE, Deed};
use visitor::page::Page;
use visitor::wait::{PATIENCE, until, until_equal};

const FAULTS: [&str; 8] = [
    "~missing-wasm/",
    "~page-wasm/",
    "~cut-wasm/",
    "~forbidden-wasm/",
    "~missing-script/",
    "~text-script/",
    "~altered-script/",
    "~old-browser/",
];

/// Some browsers tell of no failure: the page then waits 5 seconds before it says so.
const ALERT: Duration = Duration::from_secs(10);

/// The application does not start: an alert says what to do, and the price list can be read.
pub async fn failures(page: Page) {
    // WebKit does not hold what a module imports against the sum that the page gives of it, and starts.
    let is_seen = |fault: &str| fault != "~altered-script/" || browser::name() != "webkit";
    for fault in FAULTS.into_iter().filter(|fault| is_seen(fault)) {
        assert_list_stands(&page, fault).await;
    }
    page.open().await;
}

/// The browser knows no WebAssembly: likewise.
pub async fn no_wasm(page: Page) {
    assert_list_stands(&page, "").await;
}

/// The browser lets no page keep anything, neither one of its own nor one in a frame of another site: all is priced,
/// and what cannot be kept is said.
pub async fn no_storage(page: Page) {
    let denied = "try { return !localStorage } catch { return true }";
    for framed in [false, true] {
        if framed {
            page.client.goto(&browser::variable("E2E_ELSEWHERE")).await.unwrap();
            page.client.execute(EMBED, vec![json!(page.address("embed.js"))]).await.unwrap();
            page.client.wait().for_element(Locator::Css("iframe")).await.unwrap().enter_frame().await.unwrap();
        } else {
            page.visit("").await;
        }
        page.assert_ready().await;
        assert!(page.script::<bool>(denied).await, "the browser keeps something");
        let example = page.client.find(Locator::XPath(&example_button())).await.unwrap();
        page.client.execute("arguments[0].click()", vec![json!(example)]).await.unwrap();
        page.assert_shows(&COMMUNE).await;
        page.assert_says("Votre navigateur ne garde rien", true).await;
        page.assert_alive().await;
    }
}

/// The button that fills the page, wherever it moves under a pointer.
fn example_button() -> String {
    format!("//button[contains(., '{}')]", COMMUNE.button)
}

/// Puts the page in another site's, as its webmaster would.
const EMBED: &str = "
    const script = document.createElement('script');
    script.src = arguments[0];
    document.body.append(script)";

/// Visits the page with that fault: it says that it does not start, and what can be read without it is.
async fn assert_list_stands(page: &Page, fault: &str) {
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

/// A slow network, and a host that does not know what wasm is: the page waits, says so, and starts.
pub async fn slow(page: Page) {
    for (fault, least) in [("~late-wasm/", Duration::from_millis(2500)), ("~text-wasm/", Duration::ZERO)] {
        let start = Instant::now();
        // The driver would wait for the whole page.
        let go = format!("setTimeout(() => location.assign('/{fault}')); return null");
        page.visit("~bare/").await;
        page.script::<()>(&go).await;
        if !least.is_zero() {
            let waiting = || async {
                let progress = "return !!document.querySelector('.loading progress')?.checkVisibility()";
                let read = page.client.execute(progress, Vec::new()).await.ok()?;
                (read.as_bool() == Some(true) && page.says("se lit sans attendre").await).then_some(())
            };
            assert!(until(PATIENCE, waiting).await.is_some(), "{fault}: nothing says that the page is coming");
        }
        page.assert_ready().await;
        assert!(start.elapsed() >= least, "{fault}: it was not late");
        page.assert_alive().await;
    }
    page.open().await;
}

/// A panic of the application: an alert says what to do, the price list can be read, and what was typed is
/// there once the page is loaded again.
pub async fn panic(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    // The application expects the browser to make elements, which no browser refuses.
    page.script::<()>(
        "window.able = [Document.prototype.createElement, Node.prototype.cloneNode];
         const refuse = () => { throw new Error('refused') };
         [Document.prototype.createElement, Node.prototype.cloneNode] = [refuse, refuse];
         return null",
    )
    .await;
    page.perform(&[Deed::Choose("Durée de l'estimation", "6 ans")]).await;
    page.assert_says("Le simulateur s'est arrêté", true).await;
    page.script::<()>("[Document.prototype.createElement, Node.prototype.cloneNode] = able; return null").await;
    assert!(page.says("ce que vous avez saisi y revient").await);
    page.follow("catalogue").await;
    until_equal(|| page.focused(), "Catalogue des prix").await;
    page.client.back().await.unwrap();
    page.client.refresh().await.unwrap();
    page.assert_ready().await;
    page.assert_says("Votre saisie d'avant le rechargement de la page est revenue.", true).await;
    // The last thing done is what stopped it: it may be there or not, all else is.
    page.perform(&[Deed::Choose("Durée de l'estimation", "4 ans")]).await;
    page.assert_shows(&COMMUNE).await;
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

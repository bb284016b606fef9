//! The other pages than the simulator, by their routes.

use crate::page::Page;
use crate::wait::{PATIENCE, until};

/// Every other page: what follows the address of the simulator.
pub static ROUTES: &[&str] = &[];

/// Follows a route from the simulator, as a link does, and waits until its page is there, under a
/// title of its own.
pub async fn open(page: &Page, route: &str) {
    let main = "return document.querySelector('main').innerText";
    let before: String = page.script(main).await;
    let title = page.client.title().await.unwrap();
    let address = format!("{}{route}", page.address());
    page.client.goto(&address).await.unwrap();
    let changed = || async { (page.script::<String>(main).await != before).then_some(()) };
    assert!(until(PATIENCE, changed).await.is_some(), "{route} shows what the simulator shows");
    assert_ne!(page.client.title().await.unwrap(), title, "the title of {route}");
}

/// No page is left out: each link inside the simulator leads to one of them, or back to it.
pub async fn all_are_known(page: Page) {
    let script = "return [...document.querySelectorAll('a')].map(link => link.getAttribute('href'))";
    let links: Vec<Option<String>> = page.script(script).await;
    let routes = links.into_iter().flatten().filter(|link| link.starts_with("#/") && link != "#/");
    let unknown: Vec<String> = routes.filter(|route| !ROUTES.contains(&route.as_str())).collect();
    assert_eq!(unknown, [""; 0], "pages that tests/e2e/accessibility/pages.rs does not name");
}

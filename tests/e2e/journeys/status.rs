//! The total as it is announced: once it has rested, not at each key.

use std::time::Duration;
use visitor::examples::COMMUNE;
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::{until, until_equal};

/// Notes each text that the status takes from now on.
const LISTEN: &str = "
    const status = document.querySelector('[role=status]');
    window.said = [];
    new MutationObserver(() => window.said.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true })";

/// Longer than the total rests before it is announced.
const SILENCE: Duration = Duration::from_secs(2);

pub async fn status(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    let status = || page.script::<String>("return document.querySelector('[role=status]').textContent");
    let first_amount = &COMMUNE.headline()[0].1;
    assert!(until(SILENCE, || async { status().await.contains(first_amount).then_some(()) }).await.is_some());
    page.script::<()>(LISTEN).await;
    let field = page.control(Role::Textbox, "Nombre de SMS par an").await;
    page.click(&field).await;
    page.press("234".chars()).await;
    let said = || page.script::<Vec<String>>("return window.said");
    until_equal(|| async { said().await.len() }, 1).await;
    tokio::time::sleep(SILENCE).await;
    let sentences = said().await;
    assert_eq!(sentences.len(), 1, "said {sentences:?}");
    assert!(sentences[0].ends_with('.') && !sentences[0].contains(first_amount), "said {sentences:?}");
}

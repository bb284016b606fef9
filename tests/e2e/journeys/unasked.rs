//! What a visitor who only looks does not fetch.

use std::time::Duration;
use tokio::time::sleep;
use visitor::find::Role;
use visitor::page::{Page, SEARCH};
use visitor::wait::until_equal;

/// How long after the page is there its own requests have begun.
const BEGUN: Duration = Duration::from_millis(500);

/// Which files of parts the page asked for, without what tells their versions apart.
const PARTS: &str = "return performance.getEntriesByType('resource')
    .map((it) => it.name.split('/').pop()).filter((it) => it.startsWith('part-')).map((it) => it.replace(/-\\w+\\.wasm$/, ''))";

/// No part but the application comes before something asks for it; then it does.
pub async fn unasked(page: Page) {
    sleep(BEGUN).await;
    let parts = || page.script::<Vec<String>>(PARTS);
    assert_eq!(parts().await, ["part-application"]);
    page.click(&page.control(Role::Search, SEARCH).await).await;
    until_equal(|| async { parts().await.contains(&"part-places".to_owned()) }, true).await;
}

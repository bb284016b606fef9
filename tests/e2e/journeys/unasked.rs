//! What a visitor who only looks does not fetch.

use std::time::Duration;
use tokio::time::sleep;
use visitor::find::Role;
use visitor::page::{Page, SEARCH};
use visitor::wait::until_equal;

/// How long after the page is there its own requests have begun.
const BEGUN: Duration = Duration::from_millis(500);

/// How many files of parts the page asked for.
const PARTS: &str = "return performance.getEntriesByType('resource').filter((it) => it.name.includes('/part-')).length";

/// No part comes before something asks for it; then it does.
pub async fn unasked(page: Page) {
    sleep(BEGUN).await;
    assert_eq!(page.script::<usize>(PARTS).await, 0);
    page.click(&page.control(Role::Search, SEARCH).await).await;
    until_equal(|| async { page.script::<usize>(PARTS).await > 0 }, true).await;
}

//! A first visit and a second one, phase by phase: each is named on a line of its own once it is over.

use crate::load::{PAGE, keep, visit};
use std::time::Duration;
use tokio::time::sleep;
use visitor::browser;

/// How long the page goes on asking after a second visit's answer, in seconds.
const REST: u64 = 8;

/// Visits the page in one browser: to the first answer, until it is kept for later, and once more.
pub async fn both(url: &str) {
    let client = browser::open().await;
    visit(&client, url, &PAGE).await;
    println!("first visit: to the first answer, and the application, which the first gesture asks for");
    // The same visit goes on: its page is loaded again by nobody.
    keep(&client, &format!("{url}#")).await;
    println!("first visit, after: parts shown, and the site kept for later");
    visit(&client, url, &PAGE).await;
    sleep(Duration::from_secs(REST)).await;
    println!("second visit, all of it");
    client.close().await.unwrap();
}

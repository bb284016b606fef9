//! Going to another page of the page.

use crate::browser;
use crate::page::Page;
use crate::wait::{PATIENCE, until};
use serde_json::json;

/// Finds the links that end so.
const LINKS: &str = "return [...document.links].some(link => link.href.endsWith(arguments[0]))";

impl Page {
    /// Whether a link leads to that route.
    pub async fn links_to(&self, route: &str) -> bool {
        self.client.execute(LINKS, vec![json!(route)]).await.unwrap() == json!(true)
    }

    /// Goes there, and waits until its text no longer changes.
    pub async fn follow(&self, route: &str) {
        let before = self.text().await;
        self.client.goto(&format!("{}{route}", browser::page_url())).await.unwrap();
        let other = || async { (self.text().await != before).then_some(()) };
        assert!(until(PATIENCE, other).await.is_some(), "{route} shows what was there before");
        let still = || async { (self.text().await == self.text().await).then_some(()) };
        assert!(until(PATIENCE, still).await.is_some(), "{route} never comes to rest");
    }

    async fn text(&self) -> String {
        self.script("return document.body.innerText").await
    }
}

//! The slow machine and the slow line that the page is measured on.

use fantoccini::Client;
use serde_json::json;
use std::time::Duration;
use tokio::time::sleep;
use visitor::browser;
use visitor::cdp::cdp;

/// How many times slower than this machine's the processor is.
const SLOWER: u32 = 4;

/// How long each request waits for its answer's first byte, in milliseconds.
const LATENCY: u32 = 150;

/// What the line carries each way, in bits a second.
const BITS: u32 = 1_600_000;

/// How long a browser is left to itself before anything is timed.
const REST: Duration = Duration::from_secs(2);

/// Lets the browser finish what it does by itself: start, and compile anew what was just run. It does so beside the
/// page, and where there are two processors it would be timed with the page.
pub async fn settle() {
    sleep(REST).await;
}

/// Slows the processor, as the page's own thread sees it.
pub async fn slow_processor(client: &Client) {
    cdp(client, "Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
}

/// Slows the line. Whatever the browser kept before it may use: on a first visit, nothing.
pub async fn slow_line(client: &Client) {
    let bytes = f64::from(BITS) / 8.0;
    let line = json!({ "offline": false, "latency": LATENCY, "downloadThroughput": bytes, "uploadThroughput": bytes });
    cdp(client, "Network.enable", json!({})).await;
    cdp(client, "Network.emulateNetworkConditions", line).await;
}

/// The conditions, in words.
pub fn sentence() -> String {
    format!("processor slowed {SLOWER}×, {:.1} Mbit/s, {LATENCY} ms a request", f64::from(BITS) / 1e6)
}

/// The browser's own name and version.
pub async fn browser_version() -> String {
    let client = browser::open().await;
    let version = cdp(&client, "Browser.getVersion", json!({})).await;
    client.close().await.unwrap();
    version["product"].as_str().unwrap_or("unknown").to_owned()
}

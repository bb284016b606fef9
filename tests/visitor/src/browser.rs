//! The browser that the environment names, and how it is asked for.

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::env;

/// Where the page is served.
pub fn page_url() -> String {
    variable("E2E_PAGE")
}

/// Whether our own server serves it, which notes what the page must not do.
pub fn is_watched() -> bool {
    env::var_os("E2E_WATCHED").is_some()
}

/// Which browser it is: chromium, firefox or webkit.
pub fn name() -> String {
    variable("E2E_BROWSER")
}

/// Starts a browser.
pub async fn open() -> Client {
    start(capabilities(&name())).await
}

/// What a browser may do without.
#[derive(Clone, Copy, Debug)]
pub enum Lack {
    /// It runs no script.
    Scripts,
    /// It knows no WebAssembly.
    Wasm,
    /// It lets no page keep anything.
    Storage,
}

/// Starts a browser that lacks something; WebKit's driver cannot ask for one.
pub async fn open_without(lack: Lack) -> Option<Client> {
    let browser = name();
    let mut wanted = capabilities(&browser);
    match (browser.as_str(), lack) {
        ("chromium", Lack::Scripts) => {
            let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
            wanted["goog:chromeOptions"]["prefs"] = off;
        }
        ("chromium", Lack::Wasm) => {
            let arguments = wanted["goog:chromeOptions"]["args"].as_array_mut()?;
            // As where an administrator forbids to compile while a page runs.
            arguments.push(json!("--js-flags=--jitless"));
        }
        ("chromium", Lack::Storage) => {
            let off = json!({ "profile.managed_default_content_settings.cookies": 2 });
            wanted["goog:chromeOptions"]["prefs"] = off;
        }
        ("firefox", Lack::Storage) => wanted["moz:firefoxOptions"]["prefs"]["network.cookie.cookieBehavior"] = json!(2),
        ("firefox", Lack::Scripts) => wanted["moz:firefoxOptions"]["prefs"]["javascript.enabled"] = json!(false),
        ("firefox", Lack::Wasm) => wanted["moz:firefoxOptions"]["prefs"]["javascript.options.wasm"] = json!(false),
        _ => return None,
    }
    Some(start(wanted).await)
}

async fn start(wanted: Value) -> Client {
    let driver = variable("E2E_WEBDRIVER");
    let Value::Object(wanted) = wanted else { unreachable!("an object") };
    let wanted: Capabilities = wanted;
    let opened = ClientBuilder::new(HttpConnector::new()).capabilities(wanted).connect(&driver).await;
    opened.unwrap_or_else(|error| panic!("no browser starts at {driver}: {error}"))
}

/// No window, no call home; as root Chromium has no sandbox to give.
fn capabilities(browser: &str) -> Value {
    match browser {
        "chromium" => json!({ "goog:chromeOptions": { "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run",
        ] } }),
        "firefox" => json!({ "moz:firefoxOptions": {
            // The second, for the settings that only Firefox itself can change: see `settings.rs`.
            "args": ["-headless", "-remote-allow-system-access"],
            "prefs": {
                "app.normandy.enabled": false,
                "browser.safebrowsing.update.enabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "services.settings.server": "http://127.0.0.1:9",
            },
        } }),
        "webkit" => json!({}),
        other => panic!("E2E_BROWSER is `{other}`: chromium, firefox or webkit is expected"),
    }
}

/// What a variable of the environment says; those who start the tests set it.
pub fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: `cargo xtask test --only e2e` or `a11y` sets it"))
}

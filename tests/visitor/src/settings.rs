//! What a visitor sets in the browser or the system, told to a browser that can be told: Chromium and Firefox.

use crate::browser;
use crate::page::Page;
use crate::wait::until_equal;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// The height of the window, in CSS pixels: a short screen hides what is too low.
const HEIGHT: u32 = 768;

/// A visitor's settings; all those that are not named are as most visitors have them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The width of the page's view, in CSS pixels.
    pub width: u32,
    /// Light text on a dark ground is preferred.
    pub dark: bool,
    /// The few colours of the visitor replace those of the page.
    pub forced_colors: bool,
    /// Nothing is to move by itself.
    pub still: bool,
}

/// A desk, in broad daylight.
pub const DESK: Settings = Settings { width: 1280, dark: false, forced_colors: false, still: false };

impl Page {
    /// Sets all of a visitor's settings, those of before being forgotten.
    pub async fn set(&self, settings: Settings) {
        match browser::name().as_str() {
            "chromium" => self.set_chromium(settings).await,
            "firefox" => self.set_firefox(settings).await,
            other => panic!("{other} cannot be told a visitor's settings"),
        }
        let seen = || async {
            let width = self.script::<u32>("return window.innerWidth").await;
            let dark = self.matches("prefers-color-scheme: dark").await;
            let forced_colors = self.matches("forced-colors: active").await;
            Settings { width, dark, forced_colors, still: self.matches("prefers-reduced-motion: reduce").await }
        };
        until_equal(seen, settings).await;
    }

    async fn set_chromium(&self, settings: Settings) {
        let size = json!({ "width": settings.width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        let features = json!([
            { "name": "prefers-color-scheme", "value": if settings.dark { "dark" } else { "light" } },
            { "name": "forced-colors", "value": if settings.forced_colors { "active" } else { "none" } },
            { "name": "prefers-reduced-motion", "value": if settings.still { "reduce" } else { "no-preference" } },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Has Chromium do a command of its own protocol.
    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.client.issue_cmd(Vendor { path: "goog/cdp/execute", body }).await.unwrap()
    }

    /// Firefox has no command for them: its own preferences are written, and its view is narrowed,
    /// by scripts that run as a part of it.
    async fn set_firefox(&self, settings: Settings) {
        let window = u32::max(settings.width, 800);
        self.client.set_window_size(window, HEIGHT + 200).await.unwrap();
        self.client.issue_cmd(Vendor { path: "moz/context", body: json!({ "context": "chrome" }) }).await.unwrap();
        let preferences = json!({
            "layout.css.prefers-color-scheme.content-override": if settings.dark { 0 } else { 1 },
            "browser.display.document_color_use": if settings.forced_colors { 2 } else { 0 },
            "ui.prefersReducedMotion": u32::from(settings.still),
        });
        let script = "
            const [preferences, width] = arguments;
            for (const [name, value] of Object.entries(preferences)) Services.prefs.setIntPref(name, value);
            gBrowser.selectedBrowser.style.width = `${width}px`;";
        let told = self.client.execute(script, vec![preferences, json!(settings.width)]).await;
        self.client.issue_cmd(Vendor { path: "moz/context", body: json!({ "context": "content" }) }).await.unwrap();
        told.unwrap();
    }

    async fn matches(&self, query: &str) -> bool {
        self.script(&format!("return matchMedia('({query})').matches")).await
    }
}

/// A command of one browser only, with what it is told.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/{}", session_id.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

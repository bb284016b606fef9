//! The pictures: the whole page, not only what a screen would show of it.

use crate::cdp::cdp;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Client;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Screens: width and height in CSS pixels.
const SCREENS: [(u32, u32); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];

const SCHEMES: [&str; 2] = ["light", "dark"];

/// Chromium draws no higher picture.
const HIGHEST: f64 = 16_384.0;

/// Resolves once what was changed is drawn.
const DRAWN: &str = "
    const [done] = arguments;
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))";

/// Takes back what the pictures of another state asked for.
pub async fn reset(client: &Client) {
    cdp(client, "Emulation.clearDeviceMetricsOverride", json!({})).await;
    colours(client, "light").await;
}

/// Pictures the page on each screen in each colour scheme, and gives the number of pictures.
pub async fn screens(client: &Client, folder: &Path, name: &str) -> usize {
    for scheme in SCHEMES {
        colours(client, scheme).await;
        for (width, height) in SCREENS {
            let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            cdp(client, "Emulation.setDeviceMetricsOverride", screen).await;
            client.execute("scrollTo(0, 0); document.activeElement.blur()", Vec::new()).await.unwrap();
            client.execute_async(DRAWN, Vec::new()).await.unwrap();
            save(&whole_page(client, width).await, &folder.join(format!("{name}-{width}-{scheme}.png")));
        }
    }
    SCREENS.len() * SCHEMES.len()
}

/// Prints the page on A4 as a visitor would, without colours behind the text.
pub async fn paper(client: &Client, folder: &Path, name: &str) {
    reset(client).await;
    let a4 = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    save(&cdp(client, "Page.printToPDF", a4).await, &folder.join(format!("{name}.pdf")));
}

/// A colour scheme; nothing moves, so that pictures taken again are the same.
async fn colours(client: &Client, scheme: &str) {
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    cdp(client, "Emulation.setEmulatedMedia", json!({ "features": features })).await;
}

async fn whole_page(client: &Client, width: u32) -> Value {
    let sizes = cdp(client, "Page.getLayoutMetrics", json!({})).await;
    let height = sizes["cssContentSize"]["height"].as_f64().expect("a height");
    if height > HIGHEST {
        println!("  {width} px: {height} px high, cut at {HIGHEST}");
    }
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height.min(HIGHEST), "scale": 1 });
    cdp(client, "Page.captureScreenshot", json!({ "captureBeyondViewport": true, "clip": clip })).await
}

fn save(answer: &Value, file: &Path) {
    let bytes = STANDARD.decode(answer["data"].as_str().expect("data")).expect("base64");
    fs::write(file, bytes).unwrap_or_else(|error| panic!("{} cannot be written: {error}", file.display()));
}

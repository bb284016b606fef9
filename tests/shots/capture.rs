//! The pictures: the whole page, not only what a screen would show of it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Client;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use visitor::cdp::cdp;

/// Screens: width and height in CSS pixels.
const SCREENS: [(u32, u32); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];

const SCHEMES: [&str; 2] = ["light", "dark"];

/// Chromium draws no higher picture: below that, it repeats what it has.
const HIGHEST: f64 = 16_384.0;

/// Resolves once what was changed is drawn.
const DRAWN: &str = "
    const [done] = arguments;
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))";

/// Takes back what the pictures of another state asked for.
pub async fn reset(client: &Client) {
    cdp(client, "Emulation.clearDeviceMetricsOverride", json!({})).await;
    // A picture has none: with one, the page would be measured narrower, so higher, than it is pictured.
    cdp(client, "Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    colours(client, "light").await;
}

/// Pictures the page on each screen in each colour scheme, and gives the number of pictures.
pub async fn screens(client: &Client, folder: &Path, name: &str) -> usize {
    let mut files = 0;
    for scheme in SCHEMES {
        colours(client, scheme).await;
        for (width, height) in SCREENS {
            let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            cdp(client, "Emulation.setDeviceMetricsOverride", screen).await;
            client.execute("scrollTo(0, 0); document.activeElement.blur()", Vec::new()).await.unwrap();
            client.execute_async(DRAWN, Vec::new()).await.unwrap();
            let file = folder.join(format!("{name}-{width}-{scheme}"));
            files += whole_page(client, width, &file.to_string_lossy()).await;
        }
    }
    files
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

/// Pictures the page from top to bottom, in one part unless it is too high for one, and gives their number.
async fn whole_page(client: &Client, width: u32, file: &str) -> usize {
    let sizes = cdp(client, "Page.getLayoutMetrics", json!({})).await;
    let mut left = sizes["cssContentSize"]["height"].as_f64().expect("a height");
    let (mut top, mut parts) = (0.0, 0);
    while left > 0.0 {
        let clip = json!({ "x": 0, "y": top, "width": width, "height": left.min(HIGHEST), "scale": 1 });
        let picture = cdp(client, "Page.captureScreenshot", json!({ "captureBeyondViewport": true, "clip": clip }));
        parts += 1;
        let part = if parts == 1 { String::new() } else { format!("-part-{parts}") };
        save(&picture.await, Path::new(&format!("{file}{part}.png")));
        top += HIGHEST;
        left -= HIGHEST;
    }
    parts
}

fn save(answer: &Value, file: &Path) {
    let bytes = STANDARD.decode(answer["data"].as_str().expect("data")).expect("base64");
    fs::write(file, bytes).unwrap_or_else(|error| panic!("{} cannot be written: {error}", file.display()));
}

//! What a device asks of a page to install it: its name, its colours and an icon.

use super::icon;
use anyhow::{Context, Result};
use pages::Host;
use serde_json::json;

/// The manifest's name in the built page.
pub const NAME: &str = "manifest.webmanifest";

/// The manifest. Its addresses are relative: the page works in any folder of any host.
pub fn text(host: &Host, colours: &str) -> Result<String> {
    let pictures = icon::SIZES.map(|size| (icon::name(size), "image/png", format!("{size}x{size}")));
    // A drawing has every size. The logo stays within the circle that some devices cut.
    let drawing = (icon::DRAWING.to_owned(), "image/svg+xml", "any".to_owned());
    let icons: Vec<_> = [drawing]
        .iter()
        .chain(&pictures)
        .flat_map(|(file, kind, sizes)| {
            ["any", "maskable"].map(|purpose| json!({ "src": file, "type": kind, "sizes": sizes, "purpose": purpose }))
        })
        .collect();
    let manifest = json!({
        "name": host.text("site.name"),
        "short_name": "Simulateur",
        "lang": "fr",
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "theme_color": light(colours, "--accent")?,
        "background_color": light(colours, "--ground")?,
        "icons": icons,
    });
    Ok(format!("{manifest:#}\n"))
}

/// A colour of the host, as it is in the light.
pub fn light<'a>(colours: &'a str, name: &str) -> Result<&'a str> {
    let value = colours.split_once(&format!("{name}:")).and_then(|(_, rest)| rest.split(';').next());
    let value = value.with_context(|| format!("host/colours.css has no {name}"))?.trim();
    let pair = value.strip_prefix("light-dark(").unwrap_or(value);
    Ok(pair.split([',', ')']).next().unwrap_or(pair).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    pub const COLOURS: &str = ":root { --ground: white; --accent: light-dark(#0b5a4b, #6ed0b5); --on-accent: #fff; }";

    #[test]
    fn every_icon_has_its_size_for_both_purposes() {
        let host = Host::read("").unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&text(&host, COLOURS).unwrap()).unwrap();
        let icons = manifest["icons"].as_array().unwrap();
        let named = |file: &str| icons.iter().filter(|icon| icon["src"] == file).count();
        assert_eq!(["icone.svg", "icone-180.png", "icone-192.png", "icone-512.png"].map(named), [2; 4]);
        assert_eq!(icons.len(), 8);
    }

    #[test]
    fn a_colour_is_read_with_or_without_its_dark_twin() {
        assert_eq!(light(COLOURS, "--accent").unwrap(), "#0b5a4b");
        assert_eq!(light(COLOURS, "--ground").unwrap(), "white");
        assert!(light(COLOURS, "--none").is_err());
    }
}

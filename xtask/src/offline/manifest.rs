//! What a device asks of a page to install it: its name, its colours and an icon.

use anyhow::{Context, Result};
use pages::Host;
use serde_json::json;

/// The manifest's name in the built page.
pub const NAME: &str = "manifest.webmanifest";

/// The icon's name in the built page.
pub const ICON: &str = "icone.svg";

/// The manifest. Its addresses are relative: the page works in any folder of any host.
pub fn text(host: &Host, colours: &str) -> Result<String> {
    let manifest = json!({
        "name": host.text("site.name"),
        "short_name": "Simulateur",
        "lang": "fr",
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "theme_color": light(colours, "--accent")?,
        "background_color": light(colours, "--ground")?,
        // A drawing has every size; its logo stays within the circle that some devices cut.
        "icons": [
            { "src": ICON, "type": "image/svg+xml", "sizes": "any", "purpose": "any" },
            { "src": ICON, "type": "image/svg+xml", "sizes": "any", "purpose": "maskable" },
        ],
    });
    Ok(format!("{manifest:#}\n"))
}

/// The host's logo on a ground of the accent's colour.
pub fn icon(logo: &str, colours: &str) -> Result<String> {
    let (accent, ink) = (light(colours, "--accent")?, light(colours, "--on-accent")?);
    let start = logo.find("<svg").context("host/logo.svg holds no drawing")?;
    let (open, rest) = logo.get(start..).and_then(|logo| logo.split_once('>')).context("host/logo.svg is cut")?;
    let drawing = attribute(open, "viewBox").context("host/logo.svg has no viewBox")?;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\" width=\"512\" height=\"512\">\
         <path fill=\"{accent}\" d=\"M0 0h512v512H0z\"/>\
         <svg x=\"136\" y=\"136\" width=\"240\" height=\"240\" viewBox=\"{drawing}\" color=\"{ink}\">{}</svg>\n",
        rest.trim_end()
    ))
}

/// The value of an attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// A colour of the host, as it is in the light.
fn light<'a>(colours: &'a str, name: &str) -> Result<&'a str> {
    let value = colours.split_once(&format!("{name}:")).and_then(|(_, rest)| rest.split(';').next());
    let value = value.with_context(|| format!("host/colours.css has no {name}"))?.trim();
    let pair = value.strip_prefix("light-dark(").unwrap_or(value);
    Ok(pair.split([',', ')']).next().unwrap_or(pair).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLOURS: &str = ":root { --ground: white; --accent: light-dark(#0b5a4b, #6ed0b5); --on-accent: #fff; }";

    #[test]
    fn the_logo_stands_on_the_accent() {
        let logo = "<!-- L -->\n<svg viewBox=\"0 0 32 32\" width=\"32\"><path fill=\"currentColor\" d=\"M4 6\"/></svg>";
        let icon = icon(logo, COLOURS).unwrap();
        assert!(
            icon.contains("fill=\"#0b5a4b\"") && icon.contains("viewBox=\"0 0 32 32\" color=\"#fff\"><path"),
            "{icon}"
        );
        assert_eq!((icon.matches("<svg").count(), icon.matches("</svg>").count()), (2, 1 + 1));
        assert!(super::icon("<svg width=\"1\"></svg>", COLOURS).is_err());
    }

    #[test]
    fn a_colour_is_read_with_or_without_its_dark_twin() {
        assert_eq!(light(COLOURS, "--accent").unwrap(), "#0b5a4b");
        assert_eq!(light(COLOURS, "--ground").unwrap(), "white");
        assert!(light(COLOURS, "--none").is_err());
    }
}

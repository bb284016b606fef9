//! The host's logo as an icon: a drawing, and pictures of it for devices that take no drawing.

use super::manifest::light;
use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The drawing's name in the built page.
pub const DRAWING: &str = "icone.svg";

/// The pictures' sides, in pixels: Apple's devices ask for the first, Android's for the others.
pub const SIZES: [u16; 3] = [180, 192, 512];

/// The drawing's own side.
const SIDE: f32 = 512.0;

/// A picture's name in the built page.
pub fn name(size: u16) -> String {
    format!("icone-{size}.png")
}

/// The host's logo on a ground of the accent's colour.
pub fn drawn(logo: &str, colours: &str) -> Result<String> {
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

/// The drawing as a picture, in PNG.
pub fn picture(drawing: &str, size: u16) -> Result<Vec<u8>> {
    let tree = Tree::from_str(drawing, &Options::default()).context("host/logo.svg cannot be drawn")?;
    let mut picture = Pixmap::new(size.into(), size.into()).context("an icon needs a side")?;
    let scale = f32::from(size) / SIDE;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().context("an icon cannot be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLOURS: &str = ":root { --accent: light-dark(#0b5a4b, #6ed0b5); --on-accent: #fff; }";
    const LOGO: &str =
        "<!-- L -->\n<svg viewBox=\"0 0 32 32\" width=\"32\"><path fill=\"currentColor\" d=\"M4 6h24v20h-24z\"/></svg>";

    #[test]
    fn the_logo_stands_on_the_accent() {
        let icon = drawn(LOGO, COLOURS).unwrap();
        assert!(
            icon.contains("fill=\"#0b5a4b\"") && icon.contains("viewBox=\"0 0 32 32\" color=\"#fff\"><path"),
            "{icon}"
        );
        assert_eq!((icon.matches("<svg").count(), icon.matches("</svg>").count()), (2, 1 + 1));
        assert!(drawn("<svg width=\"1\"></svg>", COLOURS).is_err());
    }

    #[test]
    fn a_picture_shows_the_logo_in_the_middle_of_its_ground() {
        let drawing = drawn(LOGO, COLOURS).unwrap();
        for size in SIZES {
            let picture = Pixmap::decode_png(&picture(&drawing, size).unwrap()).unwrap();
            let side = u32::from(size);
            assert_eq!((picture.width(), picture.height()), (side, side));
            let colour = |at: u32| {
                let pixel = picture.pixel(at, at).unwrap().demultiply();
                [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
            };
            assert_eq!(colour(0), [0x0b, 0x5a, 0x4b, 255], "the ground");
            assert_eq!(colour(side / 2), [255; 4], "the logo");
        }
        assert!(picture("<svg", 192).is_err());
    }
}

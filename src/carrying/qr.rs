//! A text as a QR code: what a telephone reads off paper. Only the part that writes links calls this.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The empty margin that readers need around a code, in modules.
const QUIET: i32 = 4;

/// The version of the densest code that is drawn: 125 modules with its margins, so 63 mm of paper, for about 1 270 letters.
const DENSEST: u8 = 25;

/// The smallest side on paper, in millimetres.
const SMALLEST: i32 = 40;

/// A code, to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Modules on a side, margins included.
    pub modules: i32,
    /// Its dark modules, as the `d` of an SVG path whose unit is a module.
    pub path: String,
}

/// The code of a text; `None` when it would be too dense to be read off paper.
pub fn drawing(text: &str) -> Option<Drawing> {
    let segments = QrSegment::make_segments(text);
    // A code that has room left corrects more errors.
    let (least, most) = (Version::MIN, Version::new(DENSEST));
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, least, most, None, true).ok()?;
    let rows = (0..code.size()).map(|row| dark_runs(&code, row));
    Some(Drawing { modules: code.size() + 2 * QUIET, path: rows.collect() })
}

/// The dark modules of a row, those side by side as one rectangle.
fn dark_runs(code: &QrCode, row: i32) -> String {
    let mut path = String::new();
    let mut run = 0;
    // One column more than there is: no module is dark there, which ends the last run.
    for column in 0..=code.size() {
        if code.get_module(column, row) {
            run += 1;
        } else if run > 0 {
            path += &format!("M{} {}h{run}v1h-{run}z", column - run + QUIET, row + QUIET);
            run = 0;
        }
    }
    path
}

impl Drawing {
    /// Its side on paper, in millimetres: a module is half of one at least.
    pub fn side(&self) -> i32 {
        ((self.modules + 1) / 2).max(SMALLEST)
    }
}

// What reads codes is there natively only.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::{Drawing, drawing};

    /// Dots for each module on a side: what a reader would see of the drawing.
    const DOTS: usize = 4;

    /// What a reader makes of a drawing.
    fn read(drawing: &Drawing) -> String {
        let side = usize::try_from(drawing.modules).unwrap();
        let mut dark = vec![false; side * side];
        for run in drawing.path.split_terminator('z') {
            let numbers: Vec<usize> =
                run.split(['M', ' ', 'h', 'v', '-']).filter_map(|number| number.parse().ok()).collect();
            let [column, row, length, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!(length, back, "a rectangle: {run}");
            dark[row * side + column..][..length].fill(true);
        }
        let dot = |x: usize, y: usize| if dark[y / DOTS * side + x / DOTS] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * DOTS, side * DOTS, dot);
        let grids = image.detect_grids();
        let [grid] = &grids[..] else { panic!("{} codes", grids.len()) };
        grid.decode().unwrap().1
    }

    fn link(length: usize) -> String {
        let start = "https://exemple.fr/simulateur/#s1;2021-05-20;commune;habitants:800;";
        start.chars().chain("certificats:2;rgpd,".chars().cycle()).take(length).collect()
    }

    #[test]
    fn what_the_code_says_is_the_text() {
        for length in [40, 99, 301, 703, 1_013, 1_270] {
            let text = link(length);
            let drawing = drawing(&text).unwrap();
            assert_eq!(read(&drawing), text);
            assert!(drawing.side() >= 40 && 2 * drawing.side() >= drawing.modules, "{length}: {}", drawing.side());
            assert!(drawing.side() <= 63, "{length}: {}", drawing.side());
        }
    }

    #[test]
    fn a_text_too_long_to_be_read_off_paper_has_none() {
        assert_eq!(drawing(&link(1_280)), None);
        assert_eq!(drawing(&link(9_999)), None);
    }
}

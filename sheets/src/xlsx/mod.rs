//! The workbook: a sheet for the estimate by year, one for the territory, one for the prices used.

mod bodies;
mod estimation;
mod pen;
mod prices;
mod styles;

use crate::{Document, words};
use pen::Pen;
use prices::Prices;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use styles::{FONT_HEIGHT, Styles};

/// The names of the sheets.
const ESTIMATION: &str = "Estimation";
const BODIES: &str = "Communes";
const PRICES: &str = "Prix";

/// The estimate as a workbook (Office Open XML), its formulas written with the results the engine found.
///
/// # Errors
///
/// When the writer refuses something, which none of what a document may hold makes it do.
pub fn xlsx(document: &Document<'_>) -> Result<Vec<u8>, XlsxError> {
    let styles = Styles::new();
    let mut book = Workbook::new();
    book.set_default_format(&styles.text, FONT_HEIGHT, 64)?;
    book.set_properties(&properties(document));
    let prices = Prices::of(document);
    let mut estimation = sheet(document, ESTIMATION)?;
    let places = estimation::write(&mut Pen::new(&mut estimation, &styles), document, &prices)?;
    for (name, cell) in &places.rates {
        book.define_name(name.clone(), &format!("={ESTIMATION}!{cell}"))?;
    }
    book.push_worksheet(estimation);
    if let Some(territory) = &document.territory {
        let mut bodies = sheet(document, BODIES)?;
        bodies::write(&mut Pen::new(&mut bodies, &styles), document, territory, &places.bill)?;
        book.push_worksheet(bodies);
    }
    let mut listed = sheet(document, PRICES)?;
    prices.write(&mut Pen::new(&mut listed, &styles), document)?;
    book.push_worksheet(listed);
    book.save_to_buffer()
}

/// An empty sheet, ready for paper: A4 on its side, as wide as the page, what it is at its foot.
fn sheet(document: &Document<'_>, name: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    let edition = &document.estimate.edition;
    // An ampersand begins a code in a footer; two make one.
    let about = format!("{} – {}", edition.title, edition.valid_from).replace('&', "&&");
    let made = words::day(document.made_on);
    sheet.set_name(name)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer(format!("&L&8{about} – {made}&C&8{}&R&8&A – page &P sur &N", words::NOTICE))
        .set_screen_gridlines(false);
    Ok(sheet)
}

fn properties(document: &Document<'_>) -> DocProperties {
    let edition = document.estimate.edition;
    let about = words::asker(document);
    let mut properties = DocProperties::new()
        .set_title(if about.is_empty() { "Estimation".to_owned() } else { format!("Estimation – {about}") })
        .set_subject(words::edition(edition))
        .set_author("Simulateur des services numériques")
        .set_company(edition.publisher.as_str())
        .set_comment(format!("{}.", words::NOTICE));
    // A day that is none leaves the writer's own.
    if let Ok(day) = ExcelDateTime::parse_from_str(document.made_on) {
        properties = properties.set_creation_datetime(&day);
    }
    properties
}

//! The text spaced as some readers need it (WCAG 1.4.12): nothing is cut off, nothing overlaps.

use visitor::examples::COMMUNE;
use visitor::page::Page;

/// What WCAG names, over everything that the page says of it; as a sheet of the document's own,
/// which no content policy can refuse.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet]";

pub async fn spacing(page: Page) {
    read_spaced(&page, "desk").await;
    page.open_in_frame(320).await;
    read_spaced(&page, "phone").await;
}

async fn read_spaced(page: &Page, screen: &str) {
    page.script::<()>(SPACED).await;
    page.perform(COMMUNE.deeds).await;
    page.unfold_everything().await;
    page.assert_says("Ce qui changerait ce prix", true).await;
    let problems: Vec<String> = page.script(include_str!("spacing.js")).await;
    assert_eq!(problems, [""; 0], "{screen}");
    page.assert_fits(&format!("spaced, {screen}")).await;
}

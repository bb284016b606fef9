//! A screen 320 pixels wide: nothing to scroll sideways, at rest and with everything open.
//!
//! In a frame of that width, since no driver sizes a window below its browser's own least.

use crate::examples::{COMMUNE, TERRITORY};
use crate::page::Page;
use fantoccini::Locator;
use serde_json::json;

const WIDTH: u32 = 320;

/// Opens a frame of that width on the page, in place of the page.
const FRAME: &str = "
    const [url, width] = arguments;
    document.documentElement.innerHTML = '<body></body>';
    const frame = document.createElement('iframe');
    frame.src = url;
    frame.style = `width: ${width}px; height: 640px; border: 0`;
    document.body.append(frame);";

/// What stands beyond the right edge and does not scroll by itself.
const BEYOND: &str = "
    const width = document.documentElement.clientWidth;
    const scrolls = node => node && (getComputedStyle(node).overflowX !== 'visible' || scrolls(node.parentElement));
    return [...document.body.querySelectorAll('*')]
        .filter(node => node.getBoundingClientRect().left + node.scrollWidth > width + 1 && !scrolls(node.parentElement))
        .map(node => `${node.tagName} ${node.innerText.slice(0, 60)}`).slice(0, 5)";

pub async fn narrow(page: Page) {
    open_narrow(&page).await;
    assert_fits(&page, "untouched").await;
    page.perform(COMMUNE.deeds).await;
    page.script::<()>("document.querySelectorAll('details').forEach(details => details.open = true)").await;
    page.assert_says("Calcul :", true).await;
    assert_fits(&page, "with a commune and its reasons").await;
    page.open().await;
    open_narrow(&page).await;
    page.perform(&TERRITORY.deeds[..4]).await;
    assert_fits(&page, "with a territory").await;
}

/// The static pages, whose wide tables scroll by themselves.
pub async fn pages(page: Page) {
    for (_, file, title) in super::pages::PAGES {
        page.visit(&format!("{file}.html")).await;
        enter_narrow(&page).await;
        page.assert_says(title, true).await;
        assert_fits(&page, file).await;
    }
    page.open().await;
}

async fn open_narrow(page: &Page) {
    enter_narrow(page).await;
    page.assert_ready().await;
    assert_eq!(page.script::<u32>("return window.innerWidth").await, WIDTH);
}

async fn enter_narrow(page: &Page) {
    let url = page.client.current_url().await.unwrap();
    page.client.execute(FRAME, vec![json!(url.as_str()), json!(WIDTH)]).await.unwrap();
    page.client.find(Locator::XPath("//iframe")).await.unwrap().enter_frame().await.unwrap();
}

async fn assert_fits(page: &Page, when: &str) {
    let beyond: Vec<String> = page.script(BEYOND).await;
    let widths: [u32; 2] =
        page.script("const page = document.documentElement; return [page.scrollWidth, window.innerWidth]").await;
    assert!(widths[0] <= widths[1], "{when}: {} px of content in {} px, with {beyond:?}", widths[0], widths[1]);
}

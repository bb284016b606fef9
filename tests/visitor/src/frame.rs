//! The page in a frame of a given width, since no driver sizes a window below its browser's own least.

use crate::page::Page;
use crate::wait::{PATIENCE, until};
use fantoccini::Locator;
use serde_json::json;

/// Opens a frame of that width on the page.
const FRAME: &str = "
    const [url, width] = arguments;
    const frame = document.createElement('iframe');
    frame.src = url;
    frame.style = `width: ${width}px; height: 640px; border: 0`;
    document.body.append(frame);
    frame.focus();";

/// What stands beyond the right edge and does not scroll by itself.
const BEYOND: &str = "
    const width = document.documentElement.clientWidth;
    const scrolls = node => node && (getComputedStyle(node).overflowX !== 'visible' || scrolls(node.parentElement));
    return [...document.body.querySelectorAll('*')]
        .filter(node => node.getBoundingClientRect().left + node.scrollWidth > width + 1 && !scrolls(node.parentElement))
        .map(node => `${node.tagName} ${node.innerText?.slice(0, 60)}`).slice(0, 5)";

impl Page {
    /// Loads the page anew, in a frame `width` CSS pixels wide, and stays inside of it.
    pub async fn open_in_frame(&self, width: u32) {
        self.open().await;
        self.enter_frame(width).await;
        self.assert_ready().await;
        assert_eq!(self.script::<u32>("return window.innerWidth").await, width);
    }

    /// Loads what is open anew, in such a frame, and waits for nothing inside of it.
    pub async fn enter_frame(&self, width: u32) {
        let url = self.client.current_url().await.unwrap();
        // The page's own policy allows no frame in it.
        self.client.goto(url.join("/~bare/").unwrap().as_str()).await.unwrap();
        self.client.execute(FRAME, vec![json!(url.as_str()), json!(width)]).await.unwrap();
        // WebKit's driver may still hold the page before for the one in sight.
        let enter = || async { self.client.find(Locator::XPath("//iframe")).await.ok()?.enter_frame().await.ok() };
        assert!(until(PATIENCE, enter).await.is_some(), "no frame");
    }

    /// Nothing is to scroll sideways, but what scrolls by itself.
    pub async fn assert_fits(&self, when: &str) {
        // Its text may be there before its style.
        let loaded = || async { self.script::<bool>("return document.readyState === 'complete'").await.then_some(()) };
        assert!(until(PATIENCE, loaded).await.is_some(), "{when}: it does not end loading");
        let beyond: Vec<String> = self.script(BEYOND).await;
        let widths: [u32; 2] =
            self.script("const page = document.documentElement; return [page.scrollWidth, window.innerWidth]").await;
        assert!(widths[0] <= widths[1], "{when}: {} px of content in {} px, with {beyond:?}", widths[0], widths[1]);
    }
}

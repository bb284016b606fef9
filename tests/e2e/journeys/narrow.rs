//! A desk's screen at 200 % and at 400 %, which is a phone's width: nothing to scroll sideways, at
//! rest and with everything open.

use visitor::examples::{COMMUNE, TERRITORY};
use visitor::page::Page;

/// 1280 CSS pixels at 400 % and at 200 %.
const WIDTHS: [u32; 2] = [320, 640];

pub async fn narrow(page: Page) {
    for width in WIDTHS {
        page.open_in_frame(width).await;
        page.assert_fits(&format!("untouched at {width} px")).await;
        page.perform(COMMUNE.deeds).await;
        page.unfold_everything().await;
        page.assert_says("Ce qui changerait ce prix", true).await;
        page.assert_fits(&format!("with a commune and its reasons at {width} px")).await;
        page.open_in_frame(width).await;
        page.perform(&TERRITORY.deeds[..4]).await;
        page.assert_fits(&format!("with a territory at {width} px")).await;
    }
}

/// The static pages, whose wide tables scroll by themselves.
pub async fn pages(page: Page) {
    for (_, file, title) in super::pages::PAGES {
        for width in WIDTHS {
            page.visit(&format!("{file}.html")).await;
            page.enter_frame(width).await;
            page.assert_says(title, true).await;
            page.assert_fits(&format!("{file} at {width} px")).await;
        }
    }
    page.open().await;
}

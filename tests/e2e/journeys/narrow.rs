//! A desk's screen at 200 % and at 400 %, which is a phone's width: nothing to scroll sideways, at
//! rest and with everything open.

use super::scenarios;
use visitor::examples::{COMMUNE, Deed, TERRITORY};
use visitor::page::Page;

/// 1280 CSS pixels at 400 % and at 200 %.
const WIDTHS: [u32; 2] = [320, 640];

const SCENARIOS: [&str; 3] = ["Sans la police", "Avec la police", "Avec tout"];

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
    compared(&page).await;
}

/// What stands side by side scrolls by itself. Once: where it fits the narrowest screen, it fits the others.
async fn compared(page: &Page) {
    let [width, _] = WIDTHS;
    page.open_in_frame(width).await;
    page.perform(&[Deed::Find("CC de Blaye")]).await;
    page.unfold("Comparer les façons d'adhérer").await;
    page.assert_says("Ce qui sort du budget, selon la façon d'adhérer", true).await;
    page.assert_fits("with the ways to join compared").await;
    page.script::<()>("localStorage.clear(); return null").await;
    page.open_in_frame(width).await;
    page.perform(COMMUNE.deeds).await;
    scenarios::unfold(page).await;
    for name in SCENARIOS {
        scenarios::save(page, name).await;
    }
    scenarios::compare(page, &SCENARIOS).await;
    page.assert_fits("with scenarios side by side").await;
    page.script::<()>("localStorage.clear(); return null").await;
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

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
        page.open_in_frame(width).await;
        page.perform(&[Deed::Find("CC de Blaye")]).await;
        page.unfold("Comparer les façons d'adhérer").await;
        page.assert_says("Ce qui sort du budget, selon la façon d'adhérer", true).await;
        page.assert_fits(&format!("with the ways to join compared at {width} px")).await;
        page.script::<()>("localStorage.clear(); return null").await;
        page.open_in_frame(width).await;
        page.perform(COMMUNE.deeds).await;
        scenarios::unfold(&page).await;
        for name in SCENARIOS {
            scenarios::save(&page, name).await;
        }
        scenarios::compare(&page, &SCENARIOS).await;
        page.assert_fits(&format!("with scenarios side by side at {width} px")).await;
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

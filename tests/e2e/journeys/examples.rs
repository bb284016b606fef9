//! The three examples of the first page, typed and ticked.

use fantoccini::Locator;
use visitor::examples::{COMMUNE, TERRITORY, TOWN};
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::until_equal;

pub async fn commune(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    // What is seen is also said, once it has rested.
    let said = || page.script::<String>("return document.querySelector('[role=status]').textContent");
    let headline = COMMUNE.headline().into_iter().map(|(name, amount)| format!("{name} : {amount}"));
    until_equal(said, format!("{}.", headline.collect::<Vec<_>>().join(", "))).await;
}

pub async fn territory(page: Page) {
    page.perform(TERRITORY.deeds).await;
    page.assert_shows(&TERRITORY).await;
    page.assert_says("10 comptés sur 12 organismes", true).await;
}

pub async fn town(page: Page) {
    page.perform(TOWN.deeds).await;
    page.assert_shows(&TOWN).await;
}

/// Each example of the page, in one click; then one step back.
pub async fn buttons(page: Page) {
    for example in [&COMMUNE, &TERRITORY, &TOWN] {
        let button = format!("//button[starts-with(., \"{}\")]", example.button);
        page.click(&page.client.find(Locator::XPath(&button)).await.unwrap()).await;
        page.assert_shows(example).await;
    }
    page.click(&page.control(Role::Button, "Annuler la dernière action").await).await;
    page.assert_shows(&TERRITORY).await;
    page.click(&page.control(Role::Button, "Tout effacer").await).await;
    page.click(&page.control(Role::Button, "Non, les garder").await).await;
    page.assert_shows(&TERRITORY).await;
    page.click(&page.control(Role::Button, "Tout effacer").await).await;
    page.click(&page.control(Role::Button, "Oui, tout effacer").await).await;
    page.assert_says("Rien de choisi pour l'instant", true).await;
    until_equal(|| page.focused(), "Tout effacer").await;
    page.click(&page.control(Role::Button, "Annuler la dernière action").await).await;
    page.assert_shows(&TERRITORY).await;
}

//! Wrong answers, put right; and the reasons of an amount.

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use visitor::examples::{COMMUNE, Deed, spaced};
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::until_equal;

const UNREADABLE: &str = "Ce nombre n'est pas lisible";

pub async fn mistakes(page: Page) {
    let inhabitants = page.control(Role::Textbox, "Nombre d'habitants").await;
    inhabitants.send_keys("huit cents").await.unwrap();
    page.press_key(Key::Tab).await;
    // Said beside the field, tied to it, and nothing erased.
    page.assert_says(UNREADABLE, true).await;
    assert_eq!(value(&inhabitants).await, "huit cents");
    assert_eq!(inhabitants.attr("aria-invalid").await.unwrap().as_deref(), Some("true"));
    assert!(description(&page, &inhabitants).await.contains(UNREADABLE));
    inhabitants.clear().await.unwrap();
    inhabitants.send_keys("12800,0").await.unwrap();
    page.assert_says(UNREADABLE, false).await;
    page.press_key(Key::Tab).await;
    until_equal(|| value(&inhabitants), spaced("12_800")).await;
    assert_eq!(inhabitants.attr("aria-invalid").await.unwrap().as_deref(), Some("false"));
    page.perform(&[Deed::Tick("Prestation de mise en place de la conformité RGPD")]).await;
    let budget = page.control(Role::Textbox, "Budget annuel").await;
    budget.send_keys("650 k€").await.unwrap();
    page.press_key(Key::Tab).await;
    until_equal(|| value(&budget), spaced("650_000")).await;
    // A refused answer is not priced as none.
    page.perform(&[Deed::Tick("Alerte SMS"), Deed::Type("Nombre de SMS par an", "mille")]).await;
    page.assert_says("Il manque «\u{a0}Nombre de SMS par an\u{a0}».", true).await;
    // What waits leads to its field.
    page.follow("1 poste en attente d'une réponse").await;
    until_equal(|| page.script::<String>("return document.activeElement.id"), "en-attente").await;
    page.click(&page.control(Role::Button, "Il manque « Nombre de SMS par an ».").await).await;
    until_equal(|| page.focused(), "Nombre de SMS par an").await;
    // Gathered in one place, where the total leads, and from where each leads to its field.
    page.assert_says("1 réponse à corriger", true).await;
    page.follow("1 réponse à corriger").await;
    until_equal(|| page.script::<String>("return document.activeElement.id"), "corrections").await;
    page.click(&page.control(Role::Button, "Nombre de SMS par an").await).await;
    until_equal(|| page.focused(), "Nombre de SMS par an").await;
    assert_eq!(page.headline().await[0].1, spaced("au moins 1_200,00~€"));
    page.click(&page.control(Role::Checkbox, "Prestation de mise en place de la conformité RGPD").await).await;
    until_equal(|| async { page.headline().await[0].1.clone() }, "à chiffrer".to_owned()).await;
}

pub async fn reasons(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    let sentence = spaced("0,06~€ HT par SMS × 1_000");
    page.assert_says(&sentence, false).await;
    let why = "//li[contains(., 'Coût SMS')]//summary[.='Pourquoi ce montant ?']";
    page.click(&page.client.find(Locator::XPath(why)).await.unwrap()).await;
    page.assert_says(&sentence, true).await;
    // It stays open, and right, while an answer changes.
    page.control(Role::Textbox, "Nombre de SMS par an").await.send_keys("0").await.unwrap();
    page.assert_says(&spaced("0,06~€ HT par SMS × 10_000"), true).await;
    page.click(&page.client.find(Locator::XPath(why)).await.unwrap()).await;
    page.assert_says("0,06", false).await;
}

async fn value(field: &Element) -> String {
    field.prop("value").await.unwrap().unwrap_or_default()
}

/// The texts that describe a field to those who do not see it.
async fn description(page: &Page, field: &Element) -> String {
    let mut texts = Vec::new();
    for id in field.attr("aria-describedby").await.unwrap().unwrap_or_default().split(' ') {
        texts.push(page.client.find(Locator::Id(id)).await.unwrap().text().await.unwrap());
    }
    texts.join(" ")
}

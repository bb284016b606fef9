//! The first example without a mouse: Tab, arrows, Space and typing.

use crate::examples::COMMUNE;
use crate::find::Role;
use crate::page::Page;
use crate::wait::until_equal;
use fantoccini::key::Key;

pub async fn commune(page: Page) {
    page.tab_to("Aller au simulateur").await;
    page.press_key(Key::Enter).await;
    // Past the link that skips the header, the first stop is the first question.
    page.press_key(Key::Tab).await;
    assert_eq!(page.focused().await, "Type d'organisme");
    page.press("Commune".chars()).await;
    let kind = page.control(Role::Combobox, "Type d'organisme").await;
    until_equal(|| async { kind.prop("value").await.unwrap() }, Some("commune".to_owned())).await;
    page.tab_to("Nombre d'habitants").await;
    page.press("800".chars()).await;
    page.tab_to("Budget annuel").await;
    page.press("650 k€".chars()).await;
    ways_to_join(&page).await;
    for (service, field) in [
        ("Prestation de mise en place de la conformité RGPD", None),
        ("Identité électronique : Certificat RGS 2*", Some(("Nombre de certificats", "2"))),
        ("Prestation de mise en place outil congés", None),
        ("Alerte SMS", Some(("Nombre de SMS par an", "1000"))),
    ] {
        page.tab_to(service).await;
        page.press([' ']).await;
        if let Some((label, typed)) = field {
            page.tab_to(label).await;
            page.press(typed.chars()).await;
        }
    }
    page.assert_shows(&COMMUNE).await;
    page.tab_to("Pourquoi ce montant ?").await;
    page.press_key(Key::Enter).await;
    page.assert_says("Calcul :", true).await;
}

/// Arrows move between the ways to join, and back.
async fn ways_to_join(page: &Page) {
    page.tab_to("Pas d'adhésion").await;
    page.press_key(Key::Down).await;
    until_equal(|| page.focused(), "Adhésion mutualisée pour le territoire de l'EPCI").await;
    page.press_key(Key::Up).await;
    until_equal(|| page.focused(), "Pas d'adhésion").await;
    let none = page.control_in("Adhésion", Role::Radio, "Pas d'adhésion").await;
    assert!(none.is_selected().await.unwrap());
}

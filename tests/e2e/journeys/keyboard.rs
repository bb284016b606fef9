//! The first example without a mouse: Tab, arrows, Space and typing.

use fantoccini::key::Key;
use visitor::examples::{COMMUNE, Deed, TERRITORY, TOWN};
use visitor::find::Role;
use visitor::page::{Page, SEARCH};
use visitor::wait::until_equal;

pub async fn commune(page: Page) {
    page.tab_to("Aller au simulateur").await;
    page.press_key(Key::Enter).await;
    // Past the link that skips the header, the first stop is the first example.
    page.press_key(Key::Tab).await;
    assert!(page.focused().await.starts_with(COMMUNE.button));
    page.tab_to("Type d'organisme").await;
    page.press("Commune".chars()).await;
    let kind = page.control(Role::Combobox, "Type d'organisme").await;
    until_equal(|| async { kind.prop("value").await.unwrap() }, Some("commune".to_owned())).await;
    page.tab_to("Nombre d'habitants").await;
    page.press("800".chars()).await;
    ways_to_join(&page).await;
    for (service, field) in [
        ("Prestation de mise en place de la conformité RGPD", Some(("Budget annuel", "650 k€"))),
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
    page.tab_to("Le calcul, sa source et ce qui le changerait").await;
    page.press_key(Key::Enter).await;
    page.assert_says("Ce qui changerait ce prix", true).await;
}

/// The second example, from its deeds: every one of them can be done by keys.
pub async fn territory(page: Page) {
    deeds(&page, TERRITORY.deeds).await;
    page.assert_shows(&TERRITORY).await;
}

/// The third one.
pub async fn town(page: Page) {
    deeds(&page, TOWN.deeds).await;
    page.assert_shows(&TOWN).await;
}

/// Ctrl+Z takes back what is not in a text field, with Shift it takes it again; Escape takes the question away and leaves the focus.
pub async fn ways_back(page: Page) {
    page.perform(&[Deed::Tick("Alerte SMS")]).await;
    page.perform(&[Deed::Type("Nombre de SMS par an", "1000")]).await;
    let undo = "document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))";
    // True: nobody took these keys from the field.
    assert!(page.script::<bool>(&format!("return {undo}")).await);
    page.script::<()>("document.querySelector('#service-alerte-sms').focus()").await;
    assert!(!page.script::<bool>(&format!("return {undo}")).await);
    page.assert_says("Annulé : Nombre de SMS par an", true).await;
    let redo = undo.replace("key: 'z'", "key: 'Z', shiftKey: true");
    assert!(!page.script::<bool>(&format!("return {redo}")).await);
    page.assert_says("Rétabli : Nombre de SMS par an", true).await;
    page.click(&page.control(Role::Button, "Tout effacer").await).await;
    page.assert_says("Oui, tout effacer", true).await;
    page.press_key(Key::Escape).await;
    page.assert_says("Oui, tout effacer", false).await;
    until_equal(|| page.focused(), "Tout effacer").await;
}

/// What the mouse does elsewhere, by keys. Deeds stand in the page's order, so Tab never goes back.
async fn deeds(page: &Page, deeds: &[Deed]) {
    for deed in deeds {
        match *deed {
            Deed::Choose(list, entry) => {
                page.tab_to(list).await;
                page.press(entry.chars()).await;
            }
            Deed::Find(name) => {
                page.tab_to(SEARCH).await;
                page.press(name.chars()).await;
                until_equal(|| async { page.marked_place().await.starts_with(name) }, true).await;
                page.press_key(Key::Enter).await;
            }
            Deed::Type(field, typed) => {
                page.tab_to(field).await;
                page.press(typed.chars()).await;
            }
            Deed::Tick(service) => {
                page.tab_to(service).await;
                page.press([' ']).await;
            }
            Deed::Pick(_, answer) => pick(page, answer).await,
            Deed::Unfold(service) => {
                page.tab_to_what(&format!("de « {service} »")).await;
                page.press_key(Key::Enter).await;
            }
            Deed::AddCommunes(count, inhabitants) => {
                for _ in 0..count {
                    let row = page.bodies().await.len() + 1;
                    page.tab_to("Ajouter un organisme").await;
                    page.press_key(Key::Enter).await;
                    // The focus goes to the new row by itself.
                    until_equal(|| page.focused(), format!("Nom, organisme n°\u{a0}{row}")).await;
                    page.tab_to(&format!("Nombre d'habitants, organisme n°\u{a0}{row}")).await;
                    page.press(inhabitants.chars()).await;
                }
            }
        }
    }
}

/// Tab stops at the answer picked, or at the first when none is; arrows then move on.
async fn pick(page: &Page, answer: &str) {
    let stops = "const groups = [...document.querySelectorAll('input[type=radio]')];
        const wanted = groups.find(radio => radio.labels[0].innerText === arguments[0]);
        const group = groups.filter(radio => radio.name === wanted.name);
        const start = group.find(radio => radio.checked) ?? group[0];
        return [start.labels[0].innerText, group.indexOf(wanted) - group.indexOf(start)]";
    let found = page.client.execute(stops, vec![answer.into()]).await.unwrap();
    let (start, steps): (String, usize) = serde_json::from_value(found).unwrap();
    page.tab_to(&start).await;
    if steps == 0 {
        page.press([' ']).await;
    }
    for _ in 0..steps {
        page.press_key(Key::Down).await;
    }
    until_equal(|| page.focused(), answer).await;
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

//! The estimate carried away by link and by file, and opened again elsewhere.

use serde_json::Value;
use visitor::examples::{COMMUNE, Deed};
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::until_equal;

const CONGES: &str = "Prestation de mise en place outil congés";

/// Stands for the clipboard, which no driver reads alike: keeps what is copied, or refuses it.
async fn clipboard(page: &Page, accepts: bool) {
    let script = format!(
        "window.copied = '';
         Clipboard.prototype.writeText = text => {{
             window.copied = text;
             return {accepts} ? Promise.resolve() : Promise.reject(new Error('refused'));
         }}"
    );
    page.script::<()>(&script).await;
}

async fn press(page: &Page, name: &str) {
    page.click(&page.control(Role::Button, name).await).await;
}

async fn hash(page: &Page) -> String {
    page.script("return location.hash").await
}

/// The link of the estimate in sight.
async fn copied(page: &Page) -> String {
    clipboard(page, true).await;
    press(page, "Copier le lien").await;
    page.assert_says("Lien copié.", true).await;
    page.script("return window.copied").await
}

/// Copied, and opened in a fresh page: the same totals; the address says so until the first change.
pub async fn link(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    let link = copied(&page).await;
    assert!(link.contains("#s1;"), "{link}");
    clipboard(&page, false).await;
    press(&page, "Copier le lien").await;
    page.assert_says("La copie a été refusée", true).await;
    let selected = "const field = document.querySelector('#lien');
        return field.value.slice(field.selectionStart, field.selectionEnd)";
    until_equal(|| page.script::<String>(selected), link.clone()).await;
    // As in a tab of its own.
    page.visit(&format!("#{}", link.split_once('#').unwrap().1)).await;
    page.assert_ready().await;
    page.assert_shows(&COMMUNE).await;
    page.assert_says("Le lien est ouvert.", true).await;
    assert!(link.ends_with(&hash(&page).await) && !hash(&page).await.is_empty());
    // Reloaded, it is opened again; to the catalogue and back, it is not asked about.
    page.client.refresh().await.unwrap();
    page.assert_ready().await;
    page.assert_shows(&COMMUNE).await;
    page.assert_says("fait revenir ce qui était là.", false).await;
    page.perform(&[Deed::Choose("Durée de l'estimation", "6 ans")]).await;
    until_equal(|| hash(&page), String::new()).await;
    page.assert_says("Le lien est ouvert.", false).await;
    page.open_beside("catalogue").await;
    page.follow("Simulateur").await;
    page.assert_says("Sur 6 ans", true).await;
    page.assert_says("Garder ma saisie", false).await;
    assert_eq!(hash(&page).await, "");
}

/// Over typed work it asks, and can be taken back.
pub async fn over_work(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    let link = copied(&page).await;
    let (_, fragment) = link.split_once('#').unwrap();
    page.open().await;
    page.perform(&[Deed::Tick(CONGES)]).await;
    let ticked = || async { page.control(Role::Checkbox, CONGES).await.is_selected().await.unwrap() };
    let arrive = format!("location.hash = '{fragment}'");
    page.script::<()>(&arrive).await;
    page.assert_says("Ouvrir ce lien remplacerait votre saisie", true).await;
    until_equal(|| page.script::<String>("return document.activeElement.id"), "arrivee".to_owned()).await;
    press(&page, "Garder ma saisie").await;
    page.assert_says("Ouvrir ce lien", false).await;
    assert!(ticked().await);
    assert_eq!(hash(&page).await, "");
    page.script::<()>(&arrive).await;
    press(&page, "Ouvrir le lien").await;
    page.assert_shows(&COMMUNE).await;
    page.assert_says("fait revenir ce qui était là.", true).await;
    press(&page, "Annuler la dernière action").await;
    until_equal(
        || async { page.headline().await.first().map(|(_, amount)| amount.clone()) },
        Some("600,00\u{a0}€".to_owned()),
    )
    .await;
    assert!(ticked().await);
    // What it says is over.
    page.assert_says("Le lien est ouvert.", false).await;
}

/// The case to be confirmed, as the browser saves it: what was asked, and the amounts in sight.
async fn verified(page: &Page) {
    page.script::<()>("window.saved = ''").await;
    press(page, "Faire vérifier ce cas").await;
    page.assert_says("envoyez-le à Gironde Numérique, qui peut le confirmer.", true).await;
    until_equal(|| page.script::<bool>("return window.saved !== ''"), true).await;
    assert!(page.script::<String>("return window.savedAs").await.starts_with("cas-a-confirmer-"));
    let case: Value = serde_json::from_str(&page.script::<String>("return window.saved").await).unwrap();
    let years = COMMUNE.years();
    // The last row is their total.
    let outlays =
        years.iter().rev().skip(1).rev().map(|row| row[5].replace(['\u{202f}', '\u{a0}', '€'], "").replace(',', "."));
    assert_eq!(case["expect"]["outlay_by_year"], Value::from(outlays.collect::<Vec<_>>()));
    assert_eq!(case["request"]["edition"], "2021-05-20");
}

/// Saved, then let go over a fresh page; a bad one says where it is bad.
pub async fn file(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    page.script::<()>(
        "window.saved = '';
         const make = URL.createObjectURL;
         URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return make(blob); };
         HTMLAnchorElement.prototype.click = function() { window.savedAs = this.download; };",
    )
    .await;
    press(&page, "Enregistrer le fichier").await;
    page.assert_says("Fichier enregistré", true).await;
    until_equal(|| page.script::<bool>("return window.saved !== ''"), true).await;
    let saved: String = page.script("return window.saved").await;
    let name: String = page.script("return window.savedAs").await;
    assert!(name.starts_with("estimation-") && name.ends_with(".json"), "{name}");
    verified(&page).await;
    page.open().await;
    let quoted = serde_json::to_string(&saved).unwrap();
    let let_go = |text: &str| {
        format!(
            "const held = new DataTransfer();
             held.items.add(new File([{text}], 'estimation.json', {{ type: 'application/json' }}));
             const tell = type => document.body.dispatchEvent(
                 new DragEvent(type, {{ bubbles: true, cancelable: true, dataTransfer: held }}));
             tell('dragover');
             const drop = () => document.querySelector('.carry') ? tell('drop') : setTimeout(drop, 50);
             drop();"
        )
    };
    page.script::<()>(&let_go(&quoted)).await;
    page.assert_says("Le fichier est ouvert.", true).await;
    page.assert_shows(&COMMUNE).await;
    page.script::<()>(&let_go("'{\\n \"simulateur\": oui }'")).await;
    page.assert_says("à la ligne 2, colonne 16", true).await;
    page.assert_shows(&COMMUNE).await;
    press(&page, "Fermer").await;
}

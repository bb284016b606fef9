//! What is kept in the browser: saved, reopened, compared, deleted and put back; reloaded; refused.

use fantoccini::Locator;
use visitor::examples::{COMMUNE, Deed, TOWN, spaced};
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::until_equal;

const SAVE: &str = "Enregistrer dans ce navigateur";

pub async fn unfold(page: &Page) {
    page.unfold("Enregistrer et comparer des scénarios").await;
    page.control(Role::Button, SAVE).await;
}

pub async fn save(page: &Page, name: &str) {
    page.control(Role::Textbox, "Nom du scénario").await.send_keys(name).await.unwrap();
    page.click(&page.control(Role::Button, SAVE).await).await;
    page.assert_says(&format!("Enregistré : «\u{a0}{name}\u{a0}»."), true).await;
}

/// Ticks these scenarios, to have them side by side.
pub async fn compare(page: &Page, names: &[&str]) {
    for name in names {
        let label = format!("//label[strong[.='{name}']]");
        page.click(&page.client.find(Locator::XPath(&label)).await.unwrap()).await;
    }
    page.assert_says("Ce qui sort du budget, ligne par ligne", true).await;
}

/// The names in the list, in order.
async fn names(page: &Page) -> Vec<String> {
    page.script("return [...document.querySelectorAll('ol li .tick label strong')].map(name => name.innerText)").await
}

async fn press(page: &Page, button: &str) {
    page.click(&page.control(Role::Button, button).await).await;
}

pub async fn kept(page: Page) {
    page.script::<()>("localStorage.clear(); return null").await;
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    unfold(&page).await;
    save(&page, "Avec la police").await;
    press(&page, "Dupliquer Avec la police").await;
    until_equal(|| names(&page), vec!["Avec la police".to_owned(), "Avec la police (2)".to_owned()]).await;
    // Another situation over the copy; then both are there after a reload, and so is what was typed. The
    // budget by the other reading changes no price.
    let otherwise = [
        Deed::Tick("Prestation de mise en place outil collaboratif"),
        Deed::Type("Budget de fonctionnement", "600 000"),
    ];
    page.perform(&otherwise).await;
    let amounts = "return [...document.querySelectorAll('ol li .tick label .note')].map(note => note.innerText)";
    let before: Vec<String> = page.script(amounts).await;
    press(&page, "Remplacer par l'estimation affichée Avec la police (2)").await;
    until_equal(|| async { page.script::<Vec<String>>(amounts).await == before }, false).await;
    press(&page, "Annuler le remplacement").await;
    until_equal(|| page.script::<Vec<String>>(amounts), before).await;
    press(&page, "Remplacer par l'estimation affichée Avec la police (2)").await;
    page.client.refresh().await.unwrap();
    page.assert_ready().await;
    page.assert_says("Votre saisie d'avant le rechargement de la page est revenue.", true).await;
    until_equal(|| async { page.headline().await.first().map(|it| it.1.clone()) }, Some(spaced("2_892,00~€"))).await;
    unfold(&page).await;
    assert_eq!(names(&page).await.len(), 2);
    compare(&page, &["Avec la police", "Avec la police (2)"]).await;
    let last_row = |caption: &'static str| {
        let page = &page;
        async move {
            let script = format!(
                "const table = [...document.querySelectorAll('table')].find(table => table.caption?.innerText.startsWith('{caption}'));
                 return table ? [...[...table.rows].pop().cells].map(cell => cell.innerText) : []",
            );
            page.script::<Vec<String>>(&script).await
        }
    };
    let expected = ["Total", "4_368,00~€", "5_328,00~€", "+~960,00~€"].map(spaced).to_vec();
    until_equal(|| last_row("Ce qui sort du budget, ligne"), expected).await;
    let expected = ["Budget de fonctionnement", "–", "600_000~€"].map(spaced).to_vec();
    until_equal(|| last_row("Ce qui diffère dans les réponses"), expected).await;
    press(&page, "Supprimer Avec la police").await;
    until_equal(|| names(&page), vec!["Avec la police (2)".to_owned()]).await;
    press(&page, "Annuler la suppression").await;
    until_equal(|| names(&page), vec!["Avec la police".to_owned(), "Avec la police (2)".to_owned()]).await;
    // Opened in place of what is typed, which one step back brings again.
    press(&page, "Ouvrir Avec la police").await;
    page.assert_shows(&COMMUNE).await;
    press(&page, "Annuler la dernière action").await;
    until_equal(|| async { page.headline().await.first().map(|it| it.1.clone()) }, Some(spaced("2_892,00~€"))).await;
    press(&page, "Repartir de zéro").await;
    until_equal(|| async { page.headline().await.len() }, 0).await;
    page.script::<()>("localStorage.clear(); return null").await;
}

/// Two tabs lose nothing of each other's.
pub async fn two_tabs(page: Page) {
    page.script::<()>("localStorage.clear(); return null").await;
    page.perform(TOWN.deeds).await;
    unfold(&page).await;
    save(&page, "Un").await;
    let first = page.client.window().await.unwrap();
    let second = page.client.new_window(false).await.unwrap();
    page.client.switch_to_window(second.handle).await.unwrap();
    page.open().await;
    unfold(&page).await;
    save(&page, "Deux").await;
    page.client.close_window().await.unwrap();
    page.client.switch_to_window(first).await.unwrap();
    until_equal(|| names(&page), vec!["Un".to_owned(), "Deux".to_owned()]).await;
    save(&page, "Trois").await;
    until_equal(|| names(&page), vec!["Un".to_owned(), "Deux".to_owned(), "Trois".to_owned()]).await;
    page.script::<()>("localStorage.clear(); return null").await;
}

/// What cannot be kept, and what cannot be read, is said; nothing is lost.
pub async fn refused(page: Page) {
    let broken = "localStorage.setItem('simulateur.scenarios', '1\\nk1\\tBon\\ts1;2021-05-20;k=0\\nn importe quoi'); return null";
    page.script::<()>(broken).await;
    page.open().await;
    page.perform(&COMMUNE.deeds[..2]).await;
    unfold(&page).await;
    page.assert_says("Un scénario illisible a été mis de côté", true).await;
    assert_eq!(names(&page).await, ["Bon"]);
    save(&page, "Autre").await;
    let aside: String = page.script("return localStorage.getItem('simulateur.illisible')").await;
    assert_eq!(aside, "n importe quoi\n");
    let future = "localStorage.setItem('simulateur.scenarios', '2\\nautre chose'); return null";
    page.script::<()>(future).await;
    press(&page, SAVE).await;
    page.assert_says("enregistrés ici par une version plus récente", true).await;
    let left: String = page.script("return localStorage.getItem('simulateur.scenarios')").await;
    assert_eq!(left, "2\nautre chose");
    // A browser that keeps nothing.
    let refuse = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') };
                  localStorage.clear(); return null";
    page.script::<()>(refuse).await;
    press(&page, SAVE).await;
    page.assert_says("Votre navigateur ne permet pas d'enregistrer ici, ou n'a plus de place.", true).await;
    page.perform(&[Deed::Tick("Alerte SMS")]).await;
    page.assert_says("Votre navigateur ne garde rien", true).await;
}

//! The page loaded again, left and come back to: never half of it.

use visitor::examples::{COMMUNE, Deed, spaced};
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::until_equal;

const CONGES: &str = "Prestation de mise en place outil congés";

pub async fn reload(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    page.client.refresh().await.unwrap();
    page.assert_ready().await;
    page.assert_says("Votre saisie d'avant le rechargement de la page est revenue.", true).await;
    page.assert_shows(&COMMUNE).await;
    let inhabitants = page.control(Role::Textbox, "Nombre d'habitants").await;
    assert_eq!(inhabitants.prop("value").await.unwrap().as_deref(), Some("800"));
    // What came back was no step of this visit: there is nothing to take back that would empty the page.
    let undo = page.control(Role::Button, "Annuler la dernière action").await;
    assert_eq!(undo.attr("aria-disabled").await.unwrap().as_deref(), Some("true"), "it could be undone whole");
    page.click(&page.control(Role::Button, "Repartir de zéro").await).await;
    until_equal(|| page.headline(), Vec::new()).await;
    page.assert_says("Votre saisie d'avant le rechargement de la page est revenue.", false).await;
    // Starting afresh is taken back like anything else, and is what another reload finds.
    page.client.refresh().await.unwrap();
    page.assert_ready().await;
    assert_eq!(page.headline().await, []);
    page.perform(&[Deed::Type("Nombre d'habitants", "812"), Deed::Tick(CONGES)]).await;
    until_equal(|| first_year(&page), Some(spaced("600,00~€"))).await;
    // What is typed is kept once typing rests.
    let kept = "return (sessionStorage.getItem('simulateur.brouillon') || '').includes('812')";
    until_equal(|| page.script::<bool>(kept), true).await;
    page.client.goto("about:blank").await.unwrap();
    page.client.back().await.unwrap();
    page.assert_ready().await;
    // Kept by the browser whole or made anew: what is ticked, typed and what it costs agree, once all of it is there.
    let agree = || async {
        let ticked = page.control(Role::Checkbox, CONGES).await.is_selected().await.unwrap();
        let inhabitants = page.control(Role::Textbox, "Nombre d'habitants").await.prop("value").await.unwrap();
        first_year(&page).await == ticked.then(|| spaced("600,00~€"))
            && inhabitants.as_deref() == Some(if ticked { "812" } else { "" })
    };
    until_equal(agree, true).await;
}

/// The tab closed before anything was saved: another one offers what was typed last, and takes it up only when asked.
pub async fn closed(page: Page) {
    page.perform(&[
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Type("Nombre d'habitants", "812"),
        Deed::Tick(CONGES),
    ])
    .await;
    let kept = "return (localStorage.getItem('simulateur.derniere') || '').includes('812')";
    until_equal(|| page.script::<bool>(kept), true).await;
    another_tab(&page).await;
    assert_eq!(page.headline().await, []);
    page.click(&page.control(Role::Button, TAKE_UP).await).await;
    page.assert_says("Votre dernière saisie est revenue.", true).await;
    until_equal(|| first_year(&page), Some(spaced("600,00~€"))).await;
    // Erased on purpose, it is offered no more.
    page.click(&page.control(Role::Button, "Repartir de zéro").await).await;
    until_equal(|| page.headline(), Vec::new()).await;
    until_equal(|| page.script::<bool>("return localStorage.getItem('simulateur.derniere') === null"), true).await;
    another_tab(&page).await;
    page.assert_says(TAKE_UP, false).await;
}

const TAKE_UP: &str = "Reprendre ma dernière saisie";

/// The page as a tab shows it that has kept nothing of its own.
async fn another_tab(page: &Page) {
    let forget = "sessionStorage.clear(); Storage.prototype.setItem = () => {}; return null";
    page.script::<()>(forget).await;
    page.client.goto(&page.address("")).await.unwrap();
    page.assert_ready().await;
}

async fn first_year(page: &Page) -> Option<String> {
    page.headline().await.into_iter().next().map(|(_, amount)| amount)
}

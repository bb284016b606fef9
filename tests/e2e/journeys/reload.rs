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

async fn first_year(page: &Page) -> Option<String> {
    page.headline().await.into_iter().next().map(|(_, amount)| amount)
}

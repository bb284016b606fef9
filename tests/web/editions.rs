//! Another edition than the one in force: its own prices, what the other's would change, and both ways.

use crate::stage::{Stage, settle};
use ::editions::{FIRST, SECOND, both};
use engine::Catalogue;
use engine::catalogue::Edition;
use leptos::prelude::Owner;
use simulateur::carrying::to_link;
use simulateur::form::{Answer, Form};
use simulateur::state::State;
use wasm_bindgen_test::wasm_bindgen_test;

const CONGES: &str = "Prestation de mise en place outil congés";
const ARCHIVES: &str = "Archivage électronique (fictif)";
const VOLUME: &str = "Volume d'archives électroniques";

/// The link of a form with these services, made over an edition.
fn link(catalogue: &'static Catalogue, edition: usize, services: &[&str]) -> String {
    let edition = &catalogue.editions()[edition];
    let mut form = Form::default();
    for (ix, service) in edition.numbered_services() {
        form.choose(ix, services.contains(&service.id.as_str()));
    }
    if services.contains(&"archivage") {
        form.set(edition.field_ix("volume-archives").unwrap(), Answer::Text("750,5".to_owned()));
    }
    written(catalogue, edition, &form)
}

fn written(catalogue: &'static Catalogue, edition: &'static Edition, form: &Form) -> String {
    Owner::new().with(|| to_link(form, State::new(catalogue, edition)).text)
}

/// A page with something brought to it.
async fn brought(catalogue: &'static Catalogue, link: &str) -> Stage {
    let page = Stage::of(catalogue);
    bring(&page, link).await;
    page
}

async fn bring(page: &Stage, link: &str) {
    page.state().brought.set(format!("#{link}"));
    mounted_anew().await;
}

/// The page is mounted anew, then its parts are.
async fn mounted_anew() {
    settle().await;
    settle().await;
}

async fn first_year(page: &Stage) -> Option<String> {
    page.headline("1re année").await
}

fn amount(text: &str) -> Option<String> {
    Some(text.replace('_', "\u{202f}").replace('~', "\u{a0}"))
}

fn spaced(text: &str) -> String {
    text.replace('~', "\u{a0}").replace('_', "\u{202f}")
}

#[wasm_bindgen_test]
async fn an_older_link_has_its_own_prices_and_is_offered_the_new_ones() {
    let both = both(SECOND);
    let page = brought(both, &link(both, 0, &["conges"])).await;
    assert!(page.says(&spaced("Prix de l'édition du 1er~janvier~2020, qui n'est plus en vigueur.")));
    assert!(page.says("Le lien est ouvert."));
    assert_eq!(first_year(&page).await, amount("600,00~€"));
    page.press(&spaced("Passer à l'édition du 1er~janvier~2021…")).await;
    let difference = || page.table("Ce qui sort du budget, ligne par ligne").pop().unwrap();
    assert_eq!(difference(), ["Total", "960,00~€", "1_008,60~€", "+~48,60~€"].map(spaced));
    assert!(page.says(&spaced(&format!("propose aussi~: «~{ARCHIVES}~»"))), "what the other brings");
    assert_eq!(first_year(&page).await, amount("600,00~€"), "nothing is taken before it is accepted");
    page.choose("Durée de l'estimation", "1 an").await;
    page.rest().await;
    assert_eq!(difference(), ["Total", "600,00~€", "648,60~€", "+~48,60~€"].map(spaced), "it follows the form");
    page.press(&spaced("Prendre les prix de l'édition du 1er~janvier~2021")).await;
    mounted_anew().await;
    assert_eq!(first_year(&page).await, amount("648,60~€"));
    assert!(page.says(&spaced("Prix de l'édition du 1er~janvier~2021, en vigueur aujourd'hui.")));
    page.press(&spaced("Revenir à ma saisie, prix de l'édition du 1er~janvier~2020")).await;
    mounted_anew().await;
    assert_eq!(first_year(&page).await, amount("600,00~€"));
}

#[wasm_bindgen_test]
async fn what_was_typed_comes_back_from_another_edition() {
    let both = both(SECOND);
    let page = Stage::of(both);
    page.click(ARCHIVES).await;
    page.type_in(VOLUME, "750,5").await;
    page.rest().await;
    bring(&page, &link(both, 0, &["conges"])).await;
    assert!(page.says("remplacerait votre saisie"));
    page.press("Ouvrir le lien").await;
    mounted_anew().await;
    assert_eq!(first_year(&page).await, amount("600,00~€"));
    assert!(
        page.all("label").iter().all(|label| label.text_content().unwrap() != ARCHIVES),
        "it is not of that edition"
    );
    page.press(&spaced("Revenir à ma saisie, prix de l'édition du 1er~janvier~2021")).await;
    mounted_anew().await;
    assert_eq!(page.control::<web_sys::HtmlInputElement>(VOLUME).value(), "750,5");
    assert!(page.control::<web_sys::HtmlInputElement>(ARCHIVES).checked());
    // Mounted for the third time, the page still answers.
    page.click(CONGES).await;
    assert_eq!(first_year(&page).await, amount("2_608,60~€"));
}

#[wasm_bindgen_test]
async fn what_the_edition_in_force_does_not_know_is_said_before_and_after() {
    let both = both(FIRST);
    let page = brought(both, &link(both, 1, &["conges", "archivage"])).await;
    assert!(page.says(&spaced("Prix de l'édition du 1er~janvier~2999, qui n'est pas encore en vigueur.")));
    page.press(&spaced("Passer à l'édition du 1er~janvier~2020…")).await;
    let lost = [
        format!("«~{VOLUME}~» n'est pas demandé dans cette édition~: la réponse «~750,5~» n'a pas été reprise."),
        format!("«~{ARCHIVES}~» ne figure pas parmi les prestations de cette édition du catalogue"),
    ];
    lost.iter().for_each(|said| assert!(page.says(&spaced(said)), "{said}"));
    page.press(&spaced("Prendre les prix de l'édition du 1er~janvier~2020")).await;
    mounted_anew().await;
    lost.iter().for_each(|said| assert!(page.says(&spaced(said)), "{said}"));
    assert_eq!(first_year(&page).await, amount("600,00~€"));
    page.press(&spaced("Revenir à ma saisie, prix de l'édition du 1er~janvier~2999")).await;
    mounted_anew().await;
    assert!(page.control::<web_sys::HtmlInputElement>(ARCHIVES).checked());
}

#[wasm_bindgen_test]
async fn a_reload_and_a_scenario_come_back_with_their_own_prices() {
    let both = both(SECOND);
    let window = web_sys::window().unwrap();
    let old = link(both, 0, &["conges"]);
    window.session_storage().unwrap().unwrap().set_item("simulateur.brouillon", &old).unwrap();
    let kept = window.local_storage().unwrap().unwrap();
    kept.set_item("simulateur.scenarios", &format!("1\nk1\tDe 2020\t{old}")).unwrap();
    let page = Stage::reloaded(both);
    mounted_anew().await;
    assert!(page.says("Votre saisie d'avant le rechargement de la page est revenue."));
    assert!(page.says(&spaced("Prix de l'édition du 1er~janvier~2020")));
    assert_eq!(first_year(&page).await, amount("600,00~€"));
    drop(page);
    let page = Stage::of(both);
    page.click(ARCHIVES).await;
    page.unfold("Enregistrer et comparer des scénarios").await;
    page.press("Ouvrir De 2020").await;
    mounted_anew().await;
    assert!(page.says(&spaced("Ouvert : «~De 2020~».")));
    assert_eq!(first_year(&page).await, amount("600,00~€"));
    page.press(&spaced("Revenir à ma saisie, prix de l'édition du 1er~janvier~2021")).await;
    mounted_anew().await;
    assert!(page.control::<web_sys::HtmlInputElement>(ARCHIVES).checked());
    kept.remove_item("simulateur.scenarios").unwrap();
}

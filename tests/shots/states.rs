//! What is pictured: each state with its name, and how a visitor comes to it.

use fantoccini::Locator;
use fantoccini::key::Key;
use std::future::Future;
use std::pin::Pin;
use visitor::examples::{COMMUNE, Deed, TERRITORY, TOWN, WORKSHEET};
use visitor::find::Role;
use visitor::page::{Page, SEARCH};
use visitor::wait::{PATIENCE, until};

/// A state of the page.
pub struct State {
    /// How its files begin.
    pub name: &'static str,
    /// The name of the page that is opened beside the first one, if any.
    pub beside: Option<&'static str>,
    /// What is done there.
    pub arrange: Arrange,
    /// Whether it is also put on paper.
    pub printed: bool,
}

type Arrange = fn(Page) -> Pin<Box<dyn Future<Output = ()>>>;

#[rustfmt::skip]
pub static ALL: &[State] = &[
    form("empty", |_| Box::pin(async {})),
    State { printed: true, ..form("example-commune", |page| Box::pin(async move { page.perform(COMMUNE.deeds).await })) },
    State { printed: true, ..form("example-cdc", |page| Box::pin(async move { page.perform(TERRITORY.deeds).await })) },
    form("example-town", |page| Box::pin(async move { page.perform(TOWN.deeds).await })),
    form("search", |page| Box::pin(search(page))),
    form("worksheet", |page| Box::pin(worksheet(page))),
    form("error", |page| Box::pin(mistakes(page))),
    form("clearing", |page| Box::pin(clearing(page))),
    form("all-open", |page| Box::pin(all_open(page))),
    form("reason", |page| Box::pin(reason(page))),
    State { printed: true, ..other("catalogue") },
    other("hypotheses"),
    other("glossaire"),
    other("accessibilite"),
    other("mentions-legales"),
    other("confidentialite"),
    other("ecoconception"),
    other("integrer"),
];

/// A state of the first page.
const fn form(name: &'static str, arrange: Arrange) -> State {
    State { name, beside: None, arrange, printed: false }
}

/// Another page, as it is found.
const fn other(name: &'static str) -> State {
    State { name, beside: Some(name), arrange: |_| Box::pin(async {}), printed: false }
}

/// Proposals under the search.
async fn search(page: Page) {
    page.click(&page.control(Role::Search, SEARCH).await).await;
    page.press("bla".chars()).await;
    until(PATIENCE, || async { (!page.marked_place().await.is_empty()).then_some(()) }).await.unwrap();
}

/// A territory of 49 communes, and the ways to join compared.
async fn worksheet(page: Page) {
    page.perform(WORKSHEET).await;
    // Typing has rested.
    page.assert_says("Votre territoire est dans la case encadrée", true).await;
    page.unfold("Comparer les façons d'adhérer").await;
    page.assert_says("La moins chère", true).await;
}

/// Two answers that cannot be read.
async fn mistakes(page: Page) {
    let answers = [
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Type("Nombre d'habitants", "huit cents"),
        Deed::Tick("Alerte SMS"),
        Deed::Type("Nombre de SMS par an", "mille"),
    ];
    page.perform(&answers).await;
    page.press_key(Key::Tab).await;
    page.assert_says("n'est pas lisible", true).await;
    // The detail is there, too.
    page.assert_says("Par année, au moins", true).await;
}

/// One decision taken back, and the question whether to clear the rest.
async fn clearing(page: Page) {
    page.perform(&COMMUNE.deeds[..3]).await;
    for button in ["Annuler la dernière action", "Tout effacer"] {
        page.click(&page.control(Role::Button, button).await).await;
    }
    page.assert_says("Oui, tout effacer", true).await;
}

/// Opens what is shut and ticks what is not, and says how much there was.
const OPEN: &str = "
    const shut = document.querySelectorAll(`main details:not([open]) > summary, main button[aria-expanded=false],
        main input[type=checkbox]:not(:checked, :disabled)`);
    const seen = [...shut].filter(control => control.checkVisibility());
    seen.forEach(control => control.click());
    return seen.length";

/// A town that wants everything, with everything unfolded.
async fn all_open(page: Page) {
    page.perform(&TOWN.deeds[..2]).await;
    let opened = || async { (page.script::<usize>(OPEN).await == 0).then_some(()) };
    assert!(until(PATIENCE, opened).await.is_some(), "something never stays open");
}

/// The first reason of an estimate.
async fn reason(page: Page) {
    page.perform(COMMUNE.deeds).await;
    let why = "//main//*[self::summary or self::button][starts-with(normalize-space(.), 'Pourquoi')]";
    page.click(&page.client.find(Locator::XPath(why)).await.unwrap()).await;
    page.assert_says("Le calcul, sa source", true).await;
}

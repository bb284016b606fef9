//! The states of the page that are checked: how each is reached, and under which settings.

use super::{fill, pages};
use crate::journeys::scenarios;
use crate::run::Steps;
use visitor::examples::{COMMUNE, Deed, TERRITORY, TOWN, WORKSHEET};
use visitor::find::Role;
use visitor::page::{Page, SEARCH};
use visitor::settings::{DESK, Settings};
use visitor::wait::until_equal;

/// A light text on a dark ground.
const DARK: Settings = Settings { dark: true, ..DESK };

/// A phone, or a desk's screen at 400 %.
const NARROW: Settings = Settings { width: 320, ..DESK };

/// Light and wide only: nothing but words tells such a state from another one.
const PLAIN: &[(&str, Settings)] = &[("", DESK)];

/// Light, dark and narrow.
const ALL: &[(&str, Settings)] = &[("", DESK), (", dark", DARK), (", 320 px", NARROW)];

/// A state of the page, under one or several settings in turn.
pub struct State {
    pub name: &'static str,
    /// From the page as it opens to the state.
    pub reach: fn(Page) -> Steps,
    /// The settings, each with what it adds to the name.
    pub under: &'static [(&'static str, Settings)],
}

/// The states of the simulator.
pub static SIMULATOR: &[State] = &[
    State { name: "empty", reach: |_| Box::pin(async {}), under: ALL },
    State { name: "before the application", reach: |page| Box::pin(alone(page)), under: ALL },
    State { name: "commune", reach: |page| Box::pin(async move { page.perform(COMMUNE.deeds).await }), under: ALL },
    State {
        name: "territory",
        reach: |page| Box::pin(async move { page.perform(TERRITORY.deeds).await }),
        under: PLAIN,
    },
    State { name: "town", reach: |page| Box::pin(async move { page.perform(TOWN.deeds).await }), under: PLAIN },
    State { name: "search", reach: |page| Box::pin(search(page)), under: &[("", DESK), (", 320 px", NARROW)] },
    State { name: "worksheet", reach: |page| Box::pin(worksheet(page)), under: ALL },
    State { name: "everything open", reach: |page| Box::pin(everything(page)), under: ALL },
    State {
        name: "link over work",
        reach: |page| Box::pin(over_work(page)),
        under: &[("", DESK), (", 320 px", NARROW)],
    },
    State { name: "link not all kept", reach: |page| Box::pin(not_all_kept(page)), under: &[(", dark", DARK)] },
    State { name: "scenarios", reach: |page| Box::pin(compared(page)), under: &[("", DESK), (", 320 px", NARROW)] },
    State { name: "mistakes", reach: |page| Box::pin(mistakes(page)), under: &[("", DESK), (", dark", DARK)] },
];

/// The other pages: no state of theirs but the one in which they open.
pub fn of_pages() -> impl Iterator<Item = (&'static str, &'static [(&'static str, Settings)])> {
    pages::ROUTES.iter().map(|route| (*route, ALL))
}

/// The page that was written ahead, where the application does not come.
async fn alone(page: Page) {
    page.visit("~missing-part/").await;
    page.perform(&[Deed::Tick("Alerte SMS"), Deed::Type("Nombre de SMS par an", "12345")]).await;
    page.assert_says("La suite du simulateur n'a pas pu être téléchargée", true).await;
}

/// Proposals under the search.
async fn search(page: Page) {
    page.click(&page.control(Role::Search, SEARCH).await).await;
    page.press("st".chars()).await;
    until_equal(|| async { page.marked_place().await.is_empty() }, false).await;
}

/// A territory found by name, of few rows since all are alike, and the ways to join compared.
async fn worksheet(page: Page) {
    page.perform(&[Deed::Find("CC Jalle-Eau-Bourde")]).await;
    page.perform(&WORKSHEET[1..]).await;
    page.unfold("Comparer les façons d'adhérer").await;
    page.assert_says("La moins chère", true).await;
}

/// A link over what is typed: a question, and what of it would not be kept.
async fn over_work(page: Page) {
    page.perform(&COMMUNE.deeds[..2]).await;
    arrive(&page).await;
    page.assert_says("Ouvrir ce lien remplacerait votre saisie", true).await;
}

/// A link of which something is not kept, opened.
async fn not_all_kept(page: Page) {
    arrive(&page).await;
    page.assert_says("Le lien est ouvert.", true).await;
}

/// Follows a link that is cut and names a service that nobody knows.
async fn arrive(page: &Page) {
    page.script::<()>("location.hash = 's1;2021-05-20;q=commune;s=conges:inconnue;f=habitants:800;m=n'").await;
    page.assert_says("Ce lien est incomplet", true).await;
    page.assert_says("est inconnue", true).await;
}

/// Two scenarios kept, side by side.
async fn compared(page: Page) {
    page.script::<()>("localStorage.clear(); return null").await;
    page.perform(COMMUNE.deeds).await;
    scenarios::unfold(&page).await;
    for name in ["Un", "Deux"] {
        scenarios::save(&page, name).await;
    }
    scenarios::compare(&page, &["Un", "Deux"]).await;
}

/// A territory with every service, and all that can be unfolded.
pub async fn everything(page: Page) {
    page.perform(TERRITORY.deeds).await;
    fill::open_everything(&page).await;
}

async fn mistakes(page: Page) {
    everything(page.clone()).await;
    fill::mistake_everything(&page).await;
}

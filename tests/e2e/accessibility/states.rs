//! The states of the page that are checked: how each is reached, and under which settings.

use super::{fill, pages};
use crate::examples::{COMMUNE, Deed, TERRITORY, TOWN, WORKSHEET};
use crate::find::Role;
use crate::page::{Page, SEARCH};
use crate::run::Steps;
use crate::settings::{DESK, Settings};
use crate::wait::until_equal;

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
    State { name: "mistakes", reach: |page| Box::pin(mistakes(page)), under: &[("", DESK), (", dark", DARK)] },
];

/// The other pages: no state of theirs but the one in which they open.
pub fn of_pages() -> impl Iterator<Item = (&'static str, &'static [(&'static str, Settings)])> {
    pages::ROUTES.iter().map(|route| (*route, ALL))
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

/// A territory with every service, and all that can be unfolded.
pub async fn everything(page: Page) {
    page.perform(TERRITORY.deeds).await;
    fill::open_everything(&page).await;
}

async fn mistakes(page: Page) {
    everything(page.clone()).await;
    fill::mistake_everything(&page).await;
}

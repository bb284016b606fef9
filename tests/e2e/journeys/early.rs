//! The page before the application is there: it answers, and nothing typed is lost when that comes.

use fantoccini::key::Key;
use std::time::Duration;
use tokio::time::sleep;
use visitor::examples::{COMMUNE, Deed, spaced};
use visitor::find::Role;
use visitor::page::{Page, SEARCH};
use visitor::wait::until_equal;

const SMS: &[Deed] = &[Deed::Tick("Alerte SMS"), Deed::Type("Nombre de SMS par an", "12345")];

/// Longer than the application takes to begin and to look again whether it may.
const LONG: Duration = Duration::from_secs(1);

/// What they come to.
const COST: &str = "888,84~€";

/// The application never comes: all can be typed and is priced, and the visitor is told.
pub async fn alone(page: Page) {
    page.visit("~missing-part/").await;
    answers(&page).await;
    page.perform(SMS).await;
    page.assert_says(&spaced(COST), true).await;
    page.assert_says("La suite du simulateur n'a pas pu être téléchargée", true).await;
    // What a service asks comes and goes with it; what was typed for it stays.
    page.click(&page.control(Role::Checkbox, "Alerte SMS").await).await;
    page.assert_says(&spaced(COST), false).await;
    page.assert_says("Nombre de SMS par an", false).await;
    page.perform(&SMS[..1]).await;
    page.assert_says(&spaced(COST), true).await;
    // A number that is asked for twice is typed once.
    page.perform(&[Deed::Choose("Type d'organisme", "Commune"), Deed::Type("Nombre d'habitants", "800")]).await;
    page.perform(&[Deed::Tick("Diagnostic Télécom avec remise d'un rapport d'analyse et axes d'optimisation")]).await;
    page.assert_says("1 poste sur devis", true).await;
    assert!(!is_whole(&page).await);
    page.open().await;
}

/// The application comes late, while one types: it goes on from there, and takes back what was typed in one step.
pub async fn taken_over(page: Page) {
    page.visit("~late-part/").await;
    answers(&page).await;
    page.perform(SMS).await;
    assert!(!is_whole(&page).await, "it is not late");
    page.press_key(Key::Left).await;
    page.assert_ready().await;
    until_equal(|| page.focused(), "Nombre de SMS par an").await;
    page.press(['6']).await;
    let field = page.control(Role::Textbox, "Nombre de SMS par an").await;
    until_equal(|| async { field.prop("value").await.unwrap() }, Some("123465".to_owned())).await;
    page.assert_says(&spaced("8_889,48~€"), true).await;
    page.press_key(Key::Tab).await;
    page.click(&page.control(Role::Button, "Annuler la dernière action").await).await;
    until_equal(|| async { page.headline().await.first().map(|it| it.1.clone()) }, Some(spaced(COST))).await;
    page.click(&page.control(Role::Button, "Annuler la dernière action").await).await;
    until_equal(|| page.headline(), Vec::new()).await;
}

/// What only the application does is pressed before it is there: it is done once it is.
pub async fn pressed(page: Page) {
    page.visit("~late-part/").await;
    answers(&page).await;
    press_example(&page).await;
    page.assert_ready().await;
    page.assert_shows(&COMMUNE).await;
}

/// What is being looked for is looked for once the application is there.
pub async fn searched(page: Page) {
    page.visit("~late-part/").await;
    answers(&page).await;
    page.control(Role::Search, SEARCH).await.send_keys("sadirac").await.unwrap();
    assert!(!is_whole(&page).await, "it is not late");
    page.assert_ready().await;
    page.assert_says("33670", true).await;
    until_equal(|| page.focused(), SEARCH).await;
    page.press_key(Key::Backspace).await;
    let field = page.control(Role::Search, SEARCH).await;
    until_equal(|| async { field.prop("value").await.unwrap() }, Some("sadira".to_owned())).await;
}

/// A list of answers hangs open when the application is here: it stays so until something is chosen in it.
pub async fn choosing(page: Page) {
    page.visit("~late-part/").await;
    answers(&page).await;
    // As by a pointer. How the list then hangs there is the browser's own affair, which drivers do not see.
    let list = page.control(Role::Combobox, "Type d'organisme").await;
    let open = "arguments[0].dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))";
    page.client.execute(open, vec![serde_json::to_value(&list).unwrap()]).await.unwrap();
    let came = "return performance.getEntriesByType('resource').some((it) => it.name.includes('part-application') && it.responseEnd > 0)";
    until_equal(|| page.script::<bool>(came), true).await;
    sleep(LONG).await;
    assert!(!is_whole(&page).await, "the list is taken away");
    page.perform(&[Deed::Choose("Type d'organisme", "Commune")]).await;
    page.assert_ready().await;
    let chosen = page.control(Role::Combobox, "Type d'organisme").await;
    until_equal(|| async { chosen.prop("value").await.unwrap() }, Some("commune".to_owned())).await;
}

/// What was pressed is not done over what was typed since.
pub async fn pressed_and_typed(page: Page) {
    page.visit("~late-part/").await;
    answers(&page).await;
    press_example(&page).await;
    page.control(Role::Textbox, "Nombre d'habitants").await.send_keys("1234").await.unwrap();
    assert!(!is_whole(&page).await, "it is not late");
    page.assert_ready().await;
    sleep(LONG).await;
    let field = page.control(Role::Textbox, "Nombre d'habitants").await;
    until_equal(|| async { field.prop("value").await.unwrap() }, Some("1234".to_owned())).await;
    assert_eq!(page.headline().await, Vec::new());
}

async fn press_example(page: &Page) {
    let example = format!("//button[contains(., '{}')]", COMMUNE.button);
    page.click(&page.client.find(fantoccini::Locator::XPath(&example)).await.unwrap()).await;
}

/// Waits until the page answers, whether or not the application is there.
async fn answers(page: &Page) {
    let started = || page.script::<bool>("return !document.getElementById('echec')");
    until_equal(started, true).await;
}

async fn is_whole(page: &Page) -> bool {
    page.script("return !document.getElementById('application').hasAttribute('data-ahead')").await
}

//! How the page is heard: its title, its headings in order, a heading for each part.

use visitor::examples::TERRITORY;
use visitor::page::Page;

/// The levels of the headings in sight, in order.
const LEVELS: &str = "
    return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter(heading => heading.checkVisibility() && heading.innerText.trim())
        .map(heading => Number(heading.tagName[1]))";

/// The parts that are not inside another one, each with the level of its first heading.
const PARTS: &str = "
    return [...document.querySelectorAll('main section')]
        .filter(part => part.checkVisibility() && !part.parentElement.closest('section'))
        .map(part => Number(part.querySelector('h1, h2, h3, h4, h5, h6')?.tagName[1] ?? 0))";

pub async fn outline(page: Page) {
    assert_outline(&page).await;
    page.perform(TERRITORY.deeds).await;
    page.assert_shows(&TERRITORY).await;
    assert_outline(&page).await;
}

async fn assert_outline(page: &Page) {
    let title = page.client.title().await.unwrap();
    assert!(title.contains("Gironde Numérique"), "the title is « {title} »");
    let levels: Vec<u8> = page.script(LEVELS).await;
    assert_eq!(levels.first(), Some(&1), "the first heading");
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "the headings of level 1");
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level is left out: {levels:?}");
    let parts: Vec<u8> = page.script(PARTS).await;
    assert_eq!(parts, vec![2; 4], "the headings of the four parts");
}

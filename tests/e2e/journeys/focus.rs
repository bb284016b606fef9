//! Every place that Tab stops at: it can be reached, it shows that it has the focus, and nothing covers it.

use crate::examples::COMMUNE;
use crate::page::Page;
use crate::wait::until_equal;
use fantoccini::key::Key;

/// More than the page has places to stop at.
const MOST_STOPS: usize = 250;

/// Notes how everything looks without the focus, and where Tab should stop: once in each group of
/// answers of which one may be picked.
const PREPARE: &str = "
    document.activeElement.blur();
    window.unfocused = new Map([...document.querySelectorAll('*')].map(node => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
        return [node, { outline: outlineStyle + outlineWidth, shadow: boxShadow }];
    }));
    const stops = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex=\"0\"]';
    const first = node => node.type !== 'radio'
        || node === (document.querySelector(`[name='${node.name}']:checked`) ?? document.querySelector(`[name='${node.name}']`));
    window.expected = new Set([...document.querySelectorAll(stops)]
        .filter(node => node.checkVisibility() && node.tabIndex >= 0 && first(node)));
    return window.expected.size";

/// Puts the focus before the page's first place: by itself a browser shows it to those who use keys only.
const START: &str = "
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();";

/// Whether Tab stopped at a new place, which is noted.
const STOP: &str = "
    window.reached ??= new Set();
    const here = document.activeElement;
    const isNew = here !== document.body && here !== document.documentElement && !window.reached.has(here);
    window.reached.add(here);
    return isNew";

const MISSED: &str = "
    return [...window.expected].filter(node => !window.reached.has(node)).map(node => node.outerHTML.slice(0, 120))";

pub async fn focus(page: Page) {
    walk(&page, "desk").await;
    page.open_in_frame(360).await;
    walk(&page, "phone").await;
}

/// From the page's first place to its last.
async fn walk(page: &Page, screen: &str) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    let expected: usize = page.script(PREPARE).await;
    assert!(expected > 20, "only {expected} places to stop at");
    page.script::<()>(START).await;
    page.press_key(Key::Tab).await;
    let mut stops = 0;
    while page.script::<bool>(STOP).await {
        let place = format!("{screen}: « {} »", page.focused().await);
        let problem = || async { format!("{place} {}", page.script::<String>(include_str!("focus.js")).await) };
        // The page may glide to it.
        until_equal(problem, format!("{place} ")).await;
        stops += 1;
        assert!(stops < MOST_STOPS, "Tab never comes to an end");
        page.press_key(Key::Tab).await;
    }
    assert_eq!(page.script::<Vec<String>>(MISSED).await, [""; 0], "Tab stops {stops} times and never there");
}

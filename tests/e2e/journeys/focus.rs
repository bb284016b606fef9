//! Every place that Tab stops at: it can be reached, it shows that it has the focus, and nothing covers it.

use fantoccini::key::Key;
use visitor::examples::COMMUNE;
use visitor::page::Page;
use visitor::wait::until_equal;

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

/// Puts the focus before the page's first place: by itself a browser shows it to those who use keys
/// only. On what is there already, since WebKit dies of an element added for this.
const START: &str = "document.body.tabIndex = -1; document.body.focus()";

/// Notes where Tab stopped; says whether it was a new place.
const STOP: &str = "
    window.reached ??= new Set();
    const here = document.activeElement;
    const isNew = here !== document.body && !window.reached.has(here);
    window.reached.add(here);
    return isNew";

/// The places where Tab has not stopped yet.
const LEFT: &str = "
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
    let mut left = vec![String::new()];
    // Not beyond the last one: WebKit does not come back from its own bars.
    while !left.is_empty() {
        // Nobody presses Tab quicker than the page is drawn. When a driver does, Firefox scrolls to
        // several places within one frame, and may end at an older one.
        page.drawn().await;
        page.press_key(Key::Tab).await;
        assert!(page.script::<bool>(STOP).await, "{screen}: Tab does not stop at {left:?}");
        let place = format!("{screen}: « {} »", page.focused().await);
        let problem = || async { format!("{place} {}", page.script::<String>(include_str!("focus.js")).await) };
        // The page may glide to it.
        until_equal(problem, format!("{place} ")).await;
        left = page.script(LEFT).await;
    }
}

//! What visitors prefer, and engines do not look at: their own colours, and nothing that moves by itself.

use super::states::everything;
use visitor::page::Page;
use visitor::settings::{DESK, Settings};

/// Fields, boxes and buttons in sight whose edge is not told apart from what is around them.
const WITHOUT_EDGE: &str = "
    const shown = node => node.checkVisibility();
    const ground = node => {
        for (let at = node; at; at = at.parentElement) {
            const color = getComputedStyle(at).backgroundColor;
            if (color !== 'rgba(0, 0, 0, 0)') return color;
        }
    };
    const hasEdge = node => {
        const style = getComputedStyle(node);
        const native = ['checkbox', 'radio'].includes(node.type) && style.appearance !== 'none';
        const borders = ['Top', 'Right', 'Bottom', 'Left'].some(side =>
            parseFloat(style[`border${side}Width`]) > 0
            && style[`border${side}Style`] !== 'none'
            && style[`border${side}Color`] !== ground(node.parentElement));
        return native || borders;
    };
    return [...document.querySelectorAll('input, select, textarea, button')]
        .filter(shown).filter(node => !hasEdge(node)).map(node => node.outerHTML.slice(0, 160))";

/// What glides or fades, in seconds, though nothing is to move.
const MOVING: &str = "
    const longest = text => Math.max(...text.split(',').map(time => time.endsWith('ms') ? parseFloat(time) / 1000 : parseFloat(time)));
    const moves = node => {
        const style = getComputedStyle(node);
        const glides = style.scrollBehavior === 'smooth';
        const fades = longest(style.transitionDuration) > 0.01;
        const runs = style.animationName !== 'none' && longest(style.animationDuration) > 0.01;
        return glides || fades || runs;
    };
    return [...document.querySelectorAll('*')].filter(moves).map(node => node.outerHTML.slice(0, 160))";

pub async fn forced_colors(page: Page) {
    page.set(DESK).await;
    everything(page.clone()).await;
    page.set(Settings { forced_colors: true, ..DESK }).await;
    let without: Vec<String> = page.script(WITHOUT_EDGE).await;
    assert_eq!(without, [""; 0], "without an edge in forced colours");
    let borderless = "
        const [field] = document.querySelectorAll('main input[type=text]');
        field.style.border = 'none'";
    page.script::<()>(borderless).await;
    assert_eq!(page.script::<Vec<String>>(WITHOUT_EDGE).await.len(), 1, "a field without border is seen");
}

pub async fn still(page: Page) {
    page.set(DESK).await;
    everything(page.clone()).await;
    page.set(Settings { still: true, ..DESK }).await;
    let moving: Vec<String> = page.script(MOVING).await;
    assert_eq!(moving, [""; 0], "moves though nothing should");
    page.script::<()>("document.querySelector('main').style.transition = 'color 1s'").await;
    assert_eq!(page.script::<Vec<String>>(MOVING).await.len(), 1, "what moves is seen");
}

//! Everything at once: all that the page can unfold, and a mistake in each field.

use visitor::page::Page;
use visitor::wait::{PATIENCE, until, until_equal};

/// Ticks what is not ticked, unfolds what is folded, and says how many there were. Only what is
/// shown counts: more may come into sight by it.
const OPEN: &str = "
    const shown = node => node.checkVisibility();
    const all = selector => [...document.querySelectorAll(`main ${selector}`)].filter(shown);
    const boxes = all('input[type=checkbox]:not(:checked)');
    const folded = all('details:not([open])');
    const closed = all('button[aria-expanded=false]');
    boxes.forEach(box => box.click());
    folded.forEach(details => details.open = true);
    closed.forEach(button => button.click());
    return boxes.length + folded.length + closed.length";

/// Longer than the page takes to follow.
const SETTLED: std::time::Duration = std::time::Duration::from_millis(600);

/// More rounds than things are folded into one another.
const MOST_ROUNDS: usize = 8;

/// Fills each field for numbers with a word, leaves it, and says how many there are.
const MISTAKES: &str = "
    const fields = [...document.querySelectorAll('main input[inputmode]')].filter(node => node.checkVisibility());
    for (const field of fields) {
        field.focus();
        field.value = 'beaucoup';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.blur();
    }
    return fields.length";

/// Ticks every box and unfolds everything, until nothing is left to.
pub async fn open_everything(page: &Page) {
    let mut rounds = 0;
    let mut opened = 0;
    loop {
        let mut round: usize = page.script(OPEN).await;
        if round == 0 {
            // What was unfolded may bring more a little later: parts are fetched, and typing must rest.
            tokio::time::sleep(SETTLED).await;
            round = page.script(OPEN).await;
        }
        if round == 0 {
            break;
        }
        opened += round;
        rounds += 1;
        assert!(rounds < MOST_ROUNDS, "the page never stops unfolding");
    }
    assert!(opened > 10, "only {opened} things could be ticked or unfolded");
}

/// Makes a mistake in every field in sight, and sees each of them said.
pub async fn mistake_everything(page: &Page) {
    let fields: usize = page.script(MISTAKES).await;
    assert!(fields > 5, "only {fields} fields could be filled");
    let marked = "return document.querySelectorAll('main input[inputmode][aria-invalid=true]').length";
    until_equal(|| page.script::<usize>(marked), fields).await;
    let said = || async { page.says("n'est pas lisible").await.then_some(()) };
    assert!(until(PATIENCE, said).await.is_some(), "no mistake is said");
}

//! Keys pressed in a field of a filled page, and when the total has followed each.

use crate::conditions::{settle, slow_processor};
use fantoccini::key::Key;
use serde_json::{Value, json};
use visitor::browser;
use visitor::cdp::cdp;
use visitor::examples::{Deed, TERRITORY, TOWN, WORKSHEET};
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::until_equal;

/// A field of an example, whose total follows each digit.
pub struct Field {
    deeds: &'static [Deed],
    label: &'static str,
}

/// Where the first amount of the page's running total stands.
const TOTAL: &str = "aside strong";

/// A field of each of the two largest examples, the one with the most bodies and the one with the most lines,
/// and one of the largest worksheet.
pub static FIELDS: &[Field] = &[
    Field { deeds: TERRITORY.deeds, label: "Nombre d'offres à analyser" },
    Field { deeds: TOWN.deeds, label: "Nombre d'agents de police municipale" },
    Field { deeds: WORKSHEET, label: "Volume total de données" },
];

/// Puts a stopwatch in the page; see its first lines.
const STOPWATCH: &str = include_str!("stopwatch.js");

/// Fills the page, then types in the field: see [`series`].
pub async fn type_in(url: &str, field: &Field, keys: usize) -> Value {
    let page = Page::new(browser::open().await, url.to_owned());
    page.open().await;
    page.perform(field.deeds).await;
    // The detail, too, is there, and follows what is typed.
    until_equal(|| async { page.headline().await.is_empty() }, false).await;
    settle().await;
    series(&page, field.label, TOTAL, keys).await
}

/// The same in the smallest page's one field, whose text follows: what a key costs where next to nothing is done.
pub async fn type_in_hello(url: &str, keys: usize) -> Value {
    let page = Page::new(browser::open().await, url.to_owned());
    page.client.goto(url).await.unwrap();
    page.perform(&[Deed::Type("Votre nom", "Zoé")]).await;
    settle().await;
    series(&page, "Votre nom", "p", keys).await
}

/// Types and erases a digit in turns at the end of a field: for each key the time from the event to the page hearing
/// of it (`waits`), to the new total in the page (`changes`) and to the frame that shows it (`frames`), in
/// milliseconds. The processor is slowed once the page is filled.
async fn series(page: &Page, label: &str, total: &str, keys: usize) -> Value {
    let input = page.control(Role::Textbox, label).await;
    page.click(&input).await;
    page.press_key(Key::End).await;
    // It sees the keys of `both_totals`, too: the first one it times would wait for the stopwatch to be compiled.
    page.client.execute(&STOPWATCH.replace("TOTAL", total), Vec::new()).await.unwrap();
    let totals = both_totals(page, total).await;
    slow_processor(&page.client).await;
    let mut times = Vec::new();
    for key in 0..keys {
        let typing = key % 2 == 0;
        times.push(time(page, if typing { DIGIT } else { ERASE }, &totals[usize::from(typing)]).await);
    }
    page.close().await;
    let all = |what: &str| times.iter().map(|time| time[what].clone()).collect::<Vec<_>>();
    json!({ "field": label, "waits": all("wait"), "changes": all("change"), "frames": all("frame") })
}

/// The running total without the digit and with it: what the stopwatch looks for. The estimate below it follows
/// later, once typing rests.
async fn both_totals(page: &Page, total: &str) -> [String; 2] {
    let read = format!("return document.querySelector('{total}').textContent");
    let total = || async { page.script::<String>(&read).await };
    let without = total().await;
    strike(page, DIGIT).await;
    until_equal(|| async { total().await != without }, true).await;
    let with = total().await;
    strike(page, ERASE).await;
    until_equal(total, without.clone()).await;
    [without, with]
}

/// Strikes one key and reads the stopwatch.
async fn time(page: &Page, key: Struck, total: &str) -> Value {
    let set = "window.stopwatch.set(arguments[0])";
    page.client.execute(set, vec![json!(total)]).await.unwrap();
    strike(page, key).await;
    let read = "const [done] = arguments; window.stopwatch.stopped.then(done)";
    let time = page.client.execute_async(read, Vec::new()).await;
    time.unwrap_or_else(|error| panic!("no total « {total} » after {}: {error}", key.name))
}

/// A key, as the browser is told of it.
#[derive(Clone, Copy)]
struct Struck {
    name: &'static str,
    code: u8,
    /// What it writes; empty for nothing.
    writes: &'static str,
}

/// What is typed behind the number that is there, and what erases it.
const DIGIT: Struck = Struck { name: "1", code: b'1', writes: "1" };
const ERASE: Struck = Struck { name: "Backspace", code: 8, writes: "" };

/// Strikes a key as a keyboard does, which tells of the key and of what it writes in one go. The driver's own way
/// (`Page::press`) tells of them one after the other, and a key would be measured with the driver's way there and back.
async fn strike(page: &Page, key: Struck) {
    let Struck { name, code, writes } = key;
    let down = json!({ "type": "keyDown", "key": name, "windowsVirtualKeyCode": code, "text": writes });
    cdp(&page.client, "Input.dispatchKeyEvent", down).await;
    let up = json!({ "type": "keyUp", "key": name, "windowsVirtualKeyCode": code });
    cdp(&page.client, "Input.dispatchKeyEvent", up).await;
}

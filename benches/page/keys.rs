//! Keys pressed in a field of a filled page, and when the total has followed each.

use crate::conditions::slow_processor;
use fantoccini::key::Key;
use serde_json::{Value, json};
use visitor::browser;
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

/// What is typed behind the number that is there.
const DIGIT: char = '1';

/// Fills the page, then types in the field: see [`series`].
pub async fn type_in(url: &str, field: &Field, keys: usize) -> Value {
    let page = Page::new(browser::open().await, url.to_owned());
    page.open().await;
    page.perform(field.deeds).await;
    // The detail, too, is there, and follows what is typed.
    until_equal(|| async { page.headline().await.is_empty() }, false).await;
    series(&page, field.label, TOTAL, keys).await
}

/// The same in the smallest page's one field, whose text follows: what a key costs where next to nothing is done.
pub async fn type_in_hello(url: &str, keys: usize) -> Value {
    let page = Page::new(browser::open().await, url.to_owned());
    page.client.goto(url).await.unwrap();
    page.perform(&[Deed::Type("Votre nom", "Zoé")]).await;
    series(&page, "Votre nom", "p", keys).await
}

/// Types and erases a digit in turns at the end of a field: for each key the time from the event to the page hearing
/// of it (`waits`), to the new total in the page (`changes`) and to the frame that shows it (`frames`), in
/// milliseconds. The processor is slowed once the page is filled.
async fn series(page: &Page, label: &str, total: &str, keys: usize) -> Value {
    let input = page.control(Role::Textbox, label).await;
    page.click(&input).await;
    page.press_key(Key::End).await;
    let totals = both_totals(page, total).await;
    slow_processor(&page.client).await;
    page.client.execute(&STOPWATCH.replace("TOTAL", total), Vec::new()).await.unwrap();
    let mut times = Vec::new();
    for key in 0..keys {
        let typing = key % 2 == 0;
        times.push(time(page, if typing { DIGIT } else { Key::Backspace.into() }, &totals[usize::from(typing)]).await);
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
    page.press([DIGIT]).await;
    until_equal(|| async { total().await != without }, true).await;
    let with = total().await;
    page.press_key(Key::Backspace).await;
    until_equal(total, without.clone()).await;
    [without, with]
}

/// Presses one key and reads the stopwatch.
async fn time(page: &Page, key: char, total: &str) -> Value {
    let set = "window.stopwatch.set(arguments[0])";
    page.client.execute(set, vec![json!(total)]).await.unwrap();
    page.press([key]).await;
    let read = "const [done] = arguments; window.stopwatch.stopped.then(done)";
    let time = page.client.execute_async(read, Vec::new()).await;
    time.unwrap_or_else(|error| panic!("no total « {total} » after {key:?}: {error}"))
}

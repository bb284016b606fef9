//! One visit, the first or the second: from navigation to the first paint, and to the answer to what was typed.

use crate::conditions::{settle, slow_line, slow_processor};
use fantoccini::Client;
use serde_json::{Value, json};
use std::time::Duration;
use visitor::browser;
use visitor::cdp::cdp;
use visitor::examples::Deed;
use visitor::wait::until;

/// What is done on a page as soon as it can be, and what it then says.
pub struct Plan {
    deeds: &'static [Deed],
    /// Nowhere on the page before.
    answer: &'static str,
}

/// The fewest steps to a total by typing: 12 345 SMS at 0,06 €, with VAT.
pub static PAGE: Plan =
    Plan { deeds: &[Deed::Tick("Alerte SMS"), Deed::Type("Nombre de SMS par an", "12345")], answer: "888,84" };

/// The other page's one field.
pub static HELLO: Plan = Plan { deeds: &[Deed::Type("Votre nom", "Zoé")], answer: "Bonjour Zoé" };

/// How long the whole site may take to come, at full speed.
const KEEPING: Duration = Duration::from_secs(60);

/// Runs in the page from before its own first script; see its first lines.
const WATCH: &str = include_str!("watch.js");

/// Visits the page in a browser that has seen nothing yet: `paint` and `answer`, in milliseconds from
/// the start of the navigation.
pub async fn cold(url: &str, plan: &Plan) -> Value {
    let client = browser::open().await;
    // Even what one page asks for twice comes twice.
    cdp(&client, "Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    let figures = visit(&client, url, plan).await;
    client.close().await.unwrap();
    figures
}

/// Visits the page in a browser that has kept it for later, on a line and a processor as slow: likewise.
pub async fn warm(url: &str, plan: &Plan) -> Value {
    let client = browser::open().await;
    keep(&client, url).await;
    let figures = visit(&client, url, plan).await;
    client.close().await.unwrap();
    figures
}

/// Visits the page until it says that it is kept, then leaves it.
pub async fn keep(client: &Client, url: &str) {
    client.goto(url).await.unwrap();
    let ready = || async {
        let says = "return document.body.innerText.includes('Disponible hors connexion')";
        client.execute(says, Vec::new()).await.ok()?.as_bool()?.then_some(())
    };
    assert!(until(KEEPING, ready).await.is_some(), "{url} is never kept");
    client.goto("about:blank").await.unwrap();
}

/// Goes to the page, slowed, once nothing else goes on, and does the plan.
pub async fn visit(client: &Client, url: &str, plan: &Plan) -> Value {
    let plan = json!({ "steps": plan.deeds.iter().map(step).collect::<Vec<_>>(), "answer": plan.answer });
    let watch = WATCH.replace("\"PLAN\"", &plan.to_string());
    cdp(client, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
    settle().await;
    slow_line(client).await;
    slow_processor(client).await;
    client.goto(url).await.unwrap();
    // One wait inside the page: asking again and again would take the slowed processor's time.
    let wait = "const [done] = arguments; window.visited.then(done)";
    let figures = client.execute_async(wait, Vec::new()).await;
    figures.unwrap_or_else(|error| panic!("{url} never says « {} »: {error}", plan["answer"]))
}

/// A deed as the script reads it: a label, and a text unless it is to be ticked.
fn step(deed: &Deed) -> Value {
    match deed {
        Deed::Tick(label) => json!({ "label": label, "text": null }),
        Deed::Type(label, text) => json!({ "label": label, "text": text }),
        other => panic!("{other:?} is no step of a first visit"),
    }
}

//! The page as a visitor uses it: what can be done with it, and what it says.

use crate::examples::{Deed, Example};
use crate::find::{Role, control};
use crate::wait::{PATIENCE, until, until_equal};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde::de::DeserializeOwned;
use std::time::Duration;

/// The title of the first section: once it is there, the page is ready.
const FIRST_SECTION: &str = "Votre collectivité";

/// The label of the field that finds communes and EPCI.
pub const SEARCH: &str = "Trouver votre commune ou votre EPCI";

/// How long a click may take to show.
const PAUSE: Duration = Duration::from_millis(500);

/// The time a first load may take on a busy machine.
const START: Duration = Duration::from_secs(20);

/// How often whoever misses what they click tries again.
const AIMS: usize = 3;

/// The page in a browser.
#[derive(Clone)]
pub struct Page {
    /// The browser's window.
    pub client: Client,
    url: String,
}

impl Page {
    /// The page at an address, not loaded yet.
    pub fn new(client: Client, url: String) -> Page {
        Page { client, url }
    }

    /// Loads the page anew, as in a new tab, and waits until it can be used.
    pub async fn open(&self) {
        self.forget_draft().await;
        self.client.goto(&self.url).await.unwrap();
        self.assert_ready().await;
    }

    /// Has the tab forget what was typed in it, and keep nothing more until another page is there.
    async fn forget_draft(&self) {
        let forget = "try { sessionStorage.clear(); Storage.prototype.setItem = () => {} } catch {}; return null";
        self.script::<()>(forget).await;
    }

    /// Loads another address of the site anew, a place of the page included, and waits for nothing.
    pub async fn visit(&self, path: &str) {
        self.forget_draft().await;
        self.client.goto("about:blank").await.unwrap();
        self.client.goto(&self.address(path)).await.unwrap();
    }

    /// The address of the page, or of a place beside it.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// Opens another page beside the simulator, as a link to it does, and waits until it is there:
    /// the menus then say so, and the window's title names the site, which no failure's does.
    pub async fn open_beside(&self, name: &str) {
        self.client.goto(&format!("{}#/{name}", self.url)).await.unwrap();
        let script = format!(
            "return document.querySelector('nav [aria-current=page]')?.getAttribute('href') === '{name}.html'
                 && document.title.includes(' – ')"
        );
        let there = || async { self.script::<bool>(&script).await.then_some(()) };
        assert!(until(PATIENCE, there).await.is_some(), "the page {name} is not shown");
    }

    /// Clicks the one link in sight of that name.
    pub async fn follow(&self, name: &str) {
        let path = format!("//a[normalize-space(.)=\"{name}\"]");
        let found = || async {
            for link in self.client.find_all(Locator::XPath(&path)).await.ok()? {
                if link.is_displayed().await.ok()? {
                    return Some(link);
                }
            }
            None
        };
        let link = until(PATIENCE, found).await.unwrap_or_else(|| panic!("no link « {name} » in sight"));
        self.click(&link).await;
    }

    /// Waits until the page can be used.
    pub async fn assert_ready(&self) {
        let heading = format!("//h2[.='{FIRST_SECTION}']");
        let ready = || async {
            let heading = self.client.find(Locator::XPath(&heading)).await.ok()?;
            heading.is_displayed().await.ok()?.then_some(())
        };
        assert!(until(START, ready).await.is_some(), "« {FIRST_SECTION} » is not in sight");
        self.assert_whole().await;
    }

    /// Shows that somebody is there, and waits until the application is in its place.
    async fn assert_whole(&self) {
        let here = "const main = document.getElementById('application');
            main.dispatchEvent(new Event('pointermove', { bubbles: true }));
            return !main.hasAttribute('data-ahead')";
        let whole = || async { self.script::<bool>(here).await.then_some(()) };
        assert!(until(START, whole).await.is_some(), "the application does not come");
    }

    /// The alert of a page that stopped is there, and stays hidden.
    pub async fn assert_alive(&self) {
        let alerts = self.client.find_all(Locator::XPath("//*[@id='panne'][@role='alert']")).await.unwrap();
        assert_eq!(alerts.len(), 1);
        assert!(!alerts[0].is_displayed().await.unwrap(), "the page says that it stopped");
    }

    /// Closes the browser.
    pub async fn close(&self) {
        self.client.clone().close().await.unwrap();
    }

    /// The element of that role and label, wherever it stands.
    pub async fn control(&self, role: Role, label: &str) -> Element {
        control(&self.client, None, role, label).await
    }

    /// The same, inside the group or section of that title.
    pub async fn control_in(&self, group: &str, role: Role, label: &str) -> Element {
        control(&self.client, Some(group), role, label).await
    }

    /// Does these things, in order.
    pub async fn perform(&self, deeds: &[Deed]) {
        for deed in deeds {
            self.perform_one(*deed).await;
        }
    }

    async fn perform_one(&self, deed: Deed) {
        match deed {
            Deed::Find(name) => self.find_place(name, name).await,
            Deed::Choose(label, entry) => {
                let list = self.control(Role::Combobox, label).await;
                self.scroll_to(&list).await;
                list.select_by_label(entry).await.unwrap();
            }
            Deed::Type(label, text) => self.control(Role::Textbox, label).await.send_keys(text).await.unwrap(),
            Deed::Tick(label) => self.tick(self.control(Role::Checkbox, label).await).await,
            Deed::Pick(group, label) => self.tick(self.control_in(group, Role::Radio, label).await).await,
            Deed::Unfold(service) => self.unfold(&format!("de « {service} »")).await,
            Deed::AddCommunes(count, inhabitants) => {
                for _ in 0..count {
                    self.add_commune(inhabitants).await;
                }
            }
        }
    }

    /// Types in the search until the proposal that begins so is marked, and takes it.
    pub async fn find_place(&self, typed: &str, expected: &str) {
        let field = self.control(Role::Search, SEARCH).await;
        self.click(&field).await;
        field.clear().await.unwrap();
        field.send_keys(typed).await.unwrap();
        until_equal(|| async { self.marked_place().await.starts_with(expected) }, true).await;
        self.press_key(Key::Enter).await;
        let taken = || async { field.prop("value").await.unwrap() };
        until_equal(taken, Some(expected.to_owned())).await;
    }

    /// What the marked proposal of the search says: the element that the field names as its active one.
    pub async fn marked_place(&self) -> String {
        self.script(
            "const field = document.querySelector('[role=combobox]');
             const marked = document.getElementById(field.getAttribute('aria-activedescendant'));
             return marked?.getAttribute('aria-selected') === 'true' && marked.checkVisibility() ? marked.innerText : ''",
        )
        .await
    }

    /// Unfolds what the summary with these words hides.
    pub async fn unfold(&self, words: &str) {
        let path = format!("//details[not(@open)]/summary[contains(., \"{words}\")]");
        let summary = || async { self.client.find(Locator::XPath(&path)).await.ok() };
        let summary = until(PATIENCE, summary).await.unwrap_or_else(|| panic!("nothing folded under « {words} »"));
        self.click(&summary).await;
    }

    /// Unfolds all there is, and what that brings.
    pub async fn unfold_everything(&self) {
        let unfold = "const folded = [...document.querySelectorAll('details:not([open])')];
                      folded.forEach(details => details.open = true);
                      return folded.length";
        let folded = || async { self.script::<usize>(unfold).await };
        until_equal(folded, 0).await;
    }

    async fn tick(&self, control: Element) {
        assert!(!control.is_selected().await.unwrap());
        self.click(&control).await;
        let ticked = || async { control.is_selected().await.unwrap().then_some(()) };
        // Parts that come may move the page under the pointer: one clicks again.
        if until(PAUSE, ticked).await.is_none() {
            self.click(&control).await;
        }
        assert!(until(PATIENCE, ticked).await.is_some());
    }

    /// Clicks where the element stands. The page may move between aim and click, when what was typed comes to rest:
    /// whoever misses clicks again.
    pub async fn click(&self, element: &Element) {
        // What comes while one aims moves what one aims at: whoever reads that it is on its way waits for it.
        self.assert_says("Chargement…", false).await;
        for _ in 0..AIMS {
            self.scroll_to(element).await;
            let aim = "window.missed = true; arguments[0].addEventListener('click', () => (window.missed = false), { capture: true, once: true })";
            self.client.execute(aim, vec![serde_json::to_value(element).unwrap()]).await.unwrap();
            element.click().await.unwrap();
            // What was clicked may have taken the page away, and the word of it.
            let missed = self.client.execute("return window.missed === true", Vec::new()).await;
            if missed.ok() != Some(true.into()) {
                return;
            }
        }
        panic!("what is clicked is missed {AIMS} times");
    }

    /// Brings an element in sight at once: a driver would click while the page still glides there.
    async fn scroll_to(&self, element: &Element) {
        let element = serde_json::to_value(element).unwrap();
        let script = "arguments[0].scrollIntoView({ behavior: 'instant', block: 'center' })";
        self.client.execute(script, vec![element]).await.unwrap();
    }

    async fn add_commune(&self, inhabitants: &str) {
        let rows = self.bodies().await.len();
        self.click(&self.control(Role::Button, "Ajouter un organisme").await).await;
        until_equal(|| async { self.bodies().await.len() }, rows + 1).await;
        let row = format!("organisme n° {}", rows + 1);
        let kind = self.control(Role::Combobox, &format!("Type, {row}")).await;
        assert_eq!(kind.prop("value").await.unwrap().as_deref(), Some("commune"));
        self.control(Role::Textbox, &format!("Nombre d'habitants, {row}")).await.send_keys(inhabitants).await.unwrap();
    }

    /// The inhabitants typed in each row of the territory.
    pub async fn bodies(&self) -> Vec<String> {
        self.script(
            "return [...document.querySelectorAll('label')]
                .filter(label => label.textContent.startsWith(\"Nombre d'habitants, \"))
                .map(label => label.control.value)",
        )
        .await
    }

    /// The headline: names and amounts.
    pub async fn headline(&self) -> Vec<(String, String)> {
        self.script("return [...document.querySelectorAll('dt')].map(dt => [dt.innerText, dt.parentElement.querySelector('dd').innerText])")
            .await
    }

    /// The rows of the table of years, its headings left out.
    pub async fn years(&self) -> Vec<Vec<String>> {
        self.script(
            "const table = [...document.querySelectorAll('table')].find(table => table.caption?.innerText.startsWith('Par année'));
             return table ? [...table.rows].slice(1).map(row => [...row.cells].map(cell => cell.innerText)) : []",
        )
        .await
    }

    /// Whether a sentence is in sight.
    pub async fn says(&self, sentence: &str) -> bool {
        // A page that is still coming has no body yet.
        let text: String = self.script("return document.body?.innerText ?? ''").await;
        text.contains(sentence)
    }

    /// Waits until a sentence is in sight, or no longer is.
    pub async fn assert_says(&self, sentence: &str, expected: bool) {
        let read = || async { (self.says(sentence).await == expected).then_some(()) };
        assert!(until(PATIENCE, read).await.is_some(), "« {sentence} » in sight: {expected} was expected");
    }

    /// The headline and the table are those of an example.
    pub async fn assert_shows(&self, example: &Example) {
        until_equal(|| self.headline(), example.headline()).await;
        assert_eq!(self.years().await, example.years());
    }

    /// Waits until what was done is drawn: two frames, since the first may have begun before.
    pub async fn drawn(&self) {
        let frames = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
        self.client.execute_async(frames, Vec::new()).await.unwrap();
    }

    /// Reads something that no WebDriver command gives exactly: they all turn no-break spaces into plain ones.
    pub async fn script<T: DeserializeOwned>(&self, script: &str) -> T {
        serde_json::from_value(self.client.execute(script, Vec::new()).await.unwrap()).unwrap()
    }
}

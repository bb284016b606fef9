//! A page on stage: mounted, found by its visible words, acted upon, taken away again.

use crate::failures::Failures;
use engine::Catalogue;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use simulateur::blocks::Source;
use simulateur::browser::{REST, today};
use simulateur::editions::embedded;
use simulateur::editions::over::mounted;
use simulateur::form::Form;
use simulateur::state::State;
use std::sync::{Arc, Mutex};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// A mounted page; it goes away with the value, and the test fails if it stopped meanwhile.
pub struct Stage {
    root: HtmlElement,
    state: Arc<Mutex<Option<State>>>,
    failures: Failures,
    _page: Box<dyn std::any::Any>,
}

impl Stage {
    /// Mounts an untouched page.
    pub fn new() -> Stage {
        Stage::of(embedded::catalogue().unwrap())
    }

    /// Mounts an untouched page over the edition of a catalogue that is in force today.
    pub fn of(catalogue: &'static Catalogue) -> Stage {
        // What another test typed is not this one's.
        window().session_storage().unwrap().unwrap().clear().unwrap();
        Stage::reloaded(catalogue)
    }

    /// Mounts it with what the tab keeps.
    pub fn reloaded(catalogue: &'static Catalogue) -> Stage {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let edition = catalogue.in_force(&today()).unwrap();
        let state = Arc::new(Mutex::new(None));
        let made = state.clone();
        let page = mount_to(root.clone(), move || {
            mounted(catalogue, edition, Source::new(String::new()), Form::default(), move |state| {
                *made.lock().unwrap() = Some(state)
            })
        });
        Stage { root, state, failures: Failures::watch(), _page: boxed(page) }
    }

    /// The page's signals, as long as it stands over the same edition.
    pub fn state(&self) -> State {
        self.state.lock().unwrap().unwrap()
    }

    /// The one control whose label is exactly that text.
    pub fn control<T: JsCast>(&self, label: &str) -> T {
        Stage::control_in(&self.root, label)
    }

    /// The one control of that label within an element.
    pub fn control_in<T: JsCast>(around: &Element, label: &str) -> T {
        let named: Vec<Element> = all(around, "label").into_iter().filter(|it| words(it) == label).collect();
        assert_eq!(named.len(), 1, "labels « {label} »");
        let id = named[0].get_attribute("for").unwrap();
        // Not in the whole document: a test that failed leaves its page there.
        let control = around.query_selector(&format!("[id=\"{id}\"]")).unwrap();
        let control = control.unwrap_or_else(|| panic!("« {label} » names no element"));
        control.dyn_into().unwrap_or_else(|_| panic!("« {label} » is no such control"))
    }

    /// The elements of that name, in order.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        all(&self.root, selector)
    }

    /// The fieldset of that legend.
    pub fn group(&self, legend: &str) -> Element {
        let groups = self.all("fieldset").into_iter();
        let named =
            |group: &Element| group.query_selector(":scope > legend").unwrap().is_some_and(|it| words(&it) == legend);
        groups.filter(named).last().unwrap_or_else(|| panic!("no group « {legend} »"))
    }

    /// Types a text in place of what stands in a field.
    pub async fn type_in(&self, label: &str, text: &str) {
        type_into(&self.control(label), text).await;
    }

    /// Ticks or unticks a box, or picks an answer, as a click does: the focus comes along.
    pub async fn click(&self, label: &str) {
        self.control::<HtmlInputElement>(label).focus().unwrap();
        self.activate(label).await;
    }

    /// Ticks or unticks a box as voice control and screen readers do: the focus stays where it is.
    pub async fn activate(&self, label: &str) {
        self.control::<HtmlInputElement>(label).click();
        settle().await;
    }

    /// Selects an entry of a drop-down by its text.
    pub async fn choose(&self, label: &str, entry: &str) {
        let list: HtmlSelectElement = self.control(label);
        let place = all(&list, "option").iter().position(|option| words(option) == entry).unwrap();
        list.focus().unwrap();
        list.set_selected_index(i32::try_from(place).unwrap());
        dispatch(&list, "change").await;
    }

    /// Presses a button by its text.
    pub async fn press(&self, name: &str) {
        let button = self.all("button").into_iter().find(|button| words(button) == name);
        let button: HtmlElement = button.unwrap_or_else(|| panic!("no button « {name} »")).unchecked_into();
        button.focus().unwrap();
        button.click();
        settle().await;
    }

    /// Unfolds what the summary of these words hides.
    pub async fn unfold(&self, name: &str) {
        let summary = self.all("summary").into_iter().find(|summary| words(summary) == name);
        summary.unwrap_or_else(|| panic!("nothing folded under « {name} »")).unchecked_into::<HtmlElement>().click();
        settle().await;
    }

    /// Whether a sentence is in sight.
    pub fn says(&self, sentence: &str) -> bool {
        self.root.inner_text().contains(sentence)
    }

    /// Tells the page that typing rests, as its own timer does: sooner than waiting for it, which
    /// `rest.rs` does and no other.
    pub async fn rest(&self) {
        self.state().rested.set(());
        settle().await;
    }

    /// The amount beside a name of the headline, once typing has rested.
    pub async fn headline(&self, name: &str) -> Option<String> {
        self.rest().await;
        self.headline_now(name)
    }

    /// The amount beside a name of the headline, as it is.
    pub fn headline_now(&self, name: &str) -> Option<String> {
        let place = self.all("dt").iter().position(|term| words(term) == name)?;
        Some(words(self.all("dd").get(place)?))
    }

    /// The whole headline, once typing has rested.
    pub async fn headlines(&self) -> Vec<(String, String)> {
        self.rest().await;
        self.all("dt").iter().map(words).zip(self.all("dd").iter().map(words)).collect()
    }

    /// The amount beside a name of the running total.
    pub fn total(&self, name: &str) -> Option<String> {
        let rows = self.all("aside.total .amounts > p").into_iter();
        let mut named = rows.filter(|row| words(&all(row, ".name")[0]) == name);
        named.next().map(|row| words(&all(&row, "strong")[0]))
    }

    /// The rows of the table whose caption begins so, cell by cell.
    pub fn table(&self, caption: &str) -> Vec<Vec<String>> {
        let of = |table: &Element| all(table, "caption").iter().any(|it| words(it).starts_with(caption));
        let table = self.all("table").into_iter().find(of).unwrap_or_else(|| panic!("no table « {caption} »"));
        all(&table, "tr").iter().map(|row| all(row, "th, td").iter().map(words).collect()).collect()
    }

    /// Takes the example of that title.
    pub async fn take(&self, title: &str) {
        let button = self.all("button.example").into_iter().find(|button| words(&all(button, "strong")[0]) == title);
        let button: HtmlElement = button.unwrap_or_else(|| panic!("no example « {title} »")).unchecked_into();
        button.focus().unwrap();
        button.click();
        settle().await;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
        assert_eq!(self.failures.count(), 0, "the page stopped: the console says why");
    }
}

/// Types a text in place of what stands in a field, leaving the focus in it.
pub async fn type_into(field: &HtmlInputElement, text: &str) {
    field.focus().unwrap();
    field.set_value(text);
    dispatch(field, "input").await;
}

/// Leaves a field.
pub async fn leave(field: &HtmlInputElement) {
    dispatch(field, "blur").await;
}

/// Sends an event that the browser would, and lets the page answer it.
pub async fn dispatch(target: &Element, name: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    target.dispatch_event(&Event::new_with_event_init_dict(name, &options).unwrap()).unwrap();
    settle().await;
}

/// Lets the browser and the page finish what they are at, as between two gestures of a visitor:
/// one tick is not enough, for what an effect makes may wait for another.
pub async fn settle() {
    wait(0).await;
}

/// Pauses as long as a visitor who reads: longer than the page waits before it makes the detail anew.
pub async fn real_rest() {
    // The page looks at intervals: what it waits for is over one interval later at most.
    wait(REST * 3 / 2).await;
}

/// Pauses as long as a visitor does between two keys: shorter than the page waits.
pub async fn real_pause() {
    // Whatever the machine does meanwhile, the page's own wait ends later.
    wait(REST / 4).await;
}

async fn wait(milliseconds: u32) {
    let milliseconds = i32::try_from(milliseconds).unwrap();
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).unwrap();
    });
    JsFuture::from(turn).await.unwrap_or(JsValue::NULL);
    tick().await;
}

/// What an element says, on one line.
pub fn words(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

pub fn all(around: &Element, selector: &str) -> Vec<Element> {
    let found = around.query_selector_all(selector).unwrap();
    (0..found.length()).filter_map(|place| found.get(place)).map(JsCast::unchecked_into).collect()
}

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

fn boxed<M: Mountable + 'static>(page: UnmountHandle<M>) -> Box<dyn std::any::Any> {
    Box::new(page)
}

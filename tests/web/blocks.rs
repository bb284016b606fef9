//! What the page is made of: each is written when it says something else, made again whole, and gone when it is gone.

use crate::failures::Failures;
use crate::stage::settle;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::{AnyView, document};
use simulateur::blocks::{Live, Source, condition, element, follow, group, live, nothing, shown, text};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

/// A corner of the document with something in it, which goes away with this.
struct Corner {
    root: HtmlElement,
    _standing: Box<dyn std::any::Any>,
}

impl Corner {
    fn with(content: impl FnOnce() -> AnyView + 'static) -> Corner {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let standing: UnmountHandle<_> = mount_to(root.clone(), content);
        Corner { root, _standing: Box::new(standing) }
    }

    fn html(&self) -> String {
        self.root.inner_html()
    }
}

impl Drop for Corner {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// A value with its place in the page, made where they outlive what reads them.
fn outside<T: Clone + Send + Sync + 'static>(value: T) -> Source<T> {
    let made = Arc::new(std::sync::Mutex::new(None));
    let kept = made.clone();
    let corner = Corner::with(move || {
        *kept.lock().unwrap() = Some(Source::new(value));
        nothing()
    });
    std::mem::forget(corner);
    made.lock().unwrap().unwrap()
}

/// Notes in the page whatever changes inside of the corner from now on.
fn watch(corner: &Corner) {
    corner.root.set_id("watched");
    let script = "window.changes = 0;
         window.watching = new MutationObserver((seen) => { window.changes += seen.length });
         const all = { subtree: true, childList: true, attributes: true, characterData: true };
         window.watching.observe(document.getElementById('watched'), all)";
    js_sys::eval(script).unwrap();
}

/// How many things changed since.
fn changes() -> f64 {
    js_sys::eval("window.changes += window.watching.takeRecords().length; window.changes").unwrap().as_f64().unwrap()
}

#[wasm_bindgen_test]
async fn every_sort_of_attribute_follows() {
    let (word, on) = (outside("a".to_owned()), outside(false));
    let corner = Corner::with(move || {
        let is_on = condition(move || on.get());
        let input = element("input").class("of").attr("id", "made").live("title", word.into());
        input.when("hidden", is_on).state("checked", is_on).value(word.into()).done()
    });
    let input: web_sys::HtmlInputElement = corner.root.first_element_child().unwrap().unchecked_into();
    assert_eq!(corner.html(), r#"<input class="of" id="made" title="a">"#);
    assert_eq!((input.value(), input.checked()), ("a".to_owned(), false));
    word.set("b".to_owned());
    on.set(true);
    settle().await;
    assert_eq!(corner.html(), r#"<input class="of" id="made" title="b" hidden="">"#);
    assert_eq!((input.value(), input.checked()), ("b".to_owned(), true));
    on.set(false);
    settle().await;
    assert_eq!(corner.html(), r#"<input class="of" id="made" title="b">"#);
    assert!(!input.checked());
}

#[wasm_bindgen_test]
async fn what_says_the_same_is_not_written_again() {
    let count = outside(1);
    let corner = Corner::with(move || {
        let parity = text(move || if count.get() % 2 == 0 { "even" } else { "odd" }.to_owned());
        let odd = condition(move || count.get() % 2 == 1);
        element("p").live("title", parity).when("hidden", odd).shows(parity).done()
    });
    watch(&corner);
    count.set(3);
    settle().await;
    assert_eq!(changes(), 0.0, "{}", corner.html());
    count.set(4);
    settle().await;
    assert_eq!(corner.html(), r#"<p title="even">even</p>"#);
    assert_eq!(changes(), 3.0, "{}", corner.html());
}

#[wasm_bindgen_test]
async fn what_comes_and_goes_keeps_its_place() {
    let (first, second) = (outside(true), outside(0));
    let corner = Corner::with(move || {
        let word = |word: &'static str| element("b").text(word).done();
        let some = live(move || match second.get() {
            0 => nothing(),
            1 => group(vec![word("2a"), word("2b")]),
            2 => live(move || shown(condition(move || first.get()), move || word("2c"))),
            _ => leptos::prelude::IntoAny::into_any("2d"),
        });
        let parts = vec![shown(condition(move || first.get()), move || word("1")), some, word("3")];
        element("p").child(group(parts)).child(word("4")).done()
    });
    let said = || corner.root.text_content().unwrap();
    assert_eq!(said(), "134");
    for (now, seen) in [(1, "12a2b34"), (2, "12c34"), (3, "12d34"), (1, "12a2b34"), (0, "134"), (2, "12c34")] {
        second.set(now);
        settle().await;
        assert_eq!(said(), seen, "{now}");
    }
    first.set(false);
    settle().await;
    assert_eq!(said(), "34");
    second.set(1);
    first.set(true);
    settle().await;
    assert_eq!(said(), "12a2b34");
}

#[wasm_bindgen_test]
async fn what_was_told_of_a_change_and_is_gone_at_once_reads_nothing() {
    // All four hear of the same change; the first to hear of it takes the others away, and what they read with it.
    let (count, failures) = (outside(0), Failures::watch());
    let corner = Corner::with(move || {
        live(move || {
            let round = count.get();
            let own = Source::new(format!("{round}"));
            let words = text(move || format!("{}/{}", own.get(), count.get()));
            let inner = live(move || {
                // Hears of nothing itself: what is in it would outlive it for a moment.
                let deep = Source::new(words.get_untracked());
                let words = text(move || format!("{}|{}", deep.get(), count.get()));
                live(move || {
                    count.track();
                    element("i").live("title", words).shows(words).text(deep.get()).done()
                })
            });
            let parted = leptos::prelude::IntoAny::into_any(words);
            element("p").live("title", words).shows(words).child(inner).child(parted).done()
        })
    });
    for round in 1..4 {
        count.set(round);
        settle().await;
        let now = format!("{round}/{round}");
        let inner = format!(r#"<i title="{now}|{round}">{now}|{round}{now}</i>"#);
        assert_eq!(corner.html().replace("<!---->", ""), format!(r#"<p title="{now}">{now}{inner}{now}</p>"#));
    }
    count.set(4);
    drop(corner);
    settle().await;
    count.set(5);
    settle().await;
    assert_eq!(failures.count(), 0, "the console says why");
}

#[wasm_bindgen_test]
async fn an_event_is_heard_while_its_element_stands_and_by_its_part() {
    let (clicks, stands) = (outside(0), outside(true));
    let corner = Corner::with(move || {
        let heard = move |_| {
            // Made by the part that the button stands in: gone with it.
            let local = Source::new(1);
            clicks.update(|clicks| *clicks += local.get_untracked());
        };
        shown(condition(move || stands.get()), move || element("button").on("click", heard).text("+").done())
    });
    let button: HtmlElement = corner.root.first_element_child().unwrap().unchecked_into();
    button.click();
    button.click();
    assert_eq!(clicks.get_untracked(), 2);
    stands.set(false);
    settle().await;
    button.click();
    assert_eq!((clicks.get_untracked(), corner.root.child_element_count()), (2, 0));
}

#[wasm_bindgen_test]
async fn whoever_follows_acts_once_for_each_change_and_no_more_when_gone() {
    let (count, acts) = (outside(0), Arc::new(AtomicUsize::new(0)));
    let acted = acts.clone();
    let corner = Corner::with(move || {
        let even: Live<bool> = condition(move || count.get() % 2 == 0);
        follow(move || {
            even.get();
            acted.fetch_add(1, Ordering::Relaxed);
        });
        nothing()
    });
    settle().await;
    let so_far = || acts.load(Ordering::Relaxed);
    assert_eq!(so_far(), 1);
    for (now, all) in [(2, 1), (3, 2), (5, 2), (6, 3)] {
        count.set(now);
        settle().await;
        assert_eq!(so_far(), all, "{now}");
    }
    count.set(7);
    drop(corner);
    settle().await;
    count.set(8);
    settle().await;
    assert_eq!(so_far(), 3);
}

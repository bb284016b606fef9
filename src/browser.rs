//! The only file that names the browser: start, panic alert, date, announcements.

use crate::app::App;
use crate::embedded;
use crate::state::State;
use crate::views::announcement;
use gloo_timers::callback::Timeout;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How long the totals must rest before they are announced, in milliseconds.
const ANNOUNCE_AFTER: u32 = 900;

/// Mounts the page in the shell's `<main>`, or shows the shell's alert.
pub fn start() {
    std::panic::set_hook(Box::new(|_| show_failure()));
    let main = element("application").and_then(|main| main.dyn_into::<HtmlElement>().ok());
    let catalogue = embedded::catalogue().ok();
    let edition = catalogue.and_then(|catalogue| catalogue.in_force(&today()));
    let (Some(main), Some(catalogue), Some(edition)) = (main, catalogue, edition) else {
        show_failure();
        return;
    };
    main.set_text_content(None);
    mount_to(main, move || {
        let state = State::new(catalogue, edition);
        announce(state);
        view! { <App state /> }
    })
    .forget();
}

/// Today, `YYYY-MM-DD`, in UTC: an edition starts to apply on a day, not at an hour.
fn today() -> String {
    String::from(js_sys::Date::new_0().to_iso_string()).chars().take(10).collect()
}

/// Says the new totals once they have rested, in the shell's one status.
fn announce(state: State) {
    Effect::new(move |waiting: Option<Option<Timeout>>| {
        let sentence = state.of_estimate(announcement);
        if let Some(Some(waiting)) = waiting {
            waiting.cancel();
        }
        let status = element("annonce")?;
        (status.text_content().as_deref() != Some(sentence.as_str()))
            .then(|| Timeout::new(ANNOUNCE_AFTER, move || status.set_text_content(Some(&sentence))))
    });
}

/// Uncovers the alert that stands hidden in the shell: it needs nothing of the page to work.
fn show_failure() {
    if let Some(alert) = element("panne") {
        _ = alert.remove_attribute("hidden");
    }
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

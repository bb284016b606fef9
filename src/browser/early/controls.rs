//! The controls and the words of the page that was written ahead: read, shown, hidden, written.

use crate::browser::{all, element};
use crate::early::Control;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTemplateElement};

/// The controls that say something: a box that is not ticked says nothing.
const TELLING: &str = "input:checked, input:not([type=checkbox], [type=radio]), select";

/// What the controls say.
pub fn read(page: &Element) -> Vec<Control> {
    all(page, TELLING).map(|it| control(&it)).collect()
}

fn control(element: &Element) -> Control {
    let field = element.get_attribute("data-field").unwrap_or_default();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        Control { id: input.id(), field, value: input.value(), ticked: input.checked() }
    } else {
        let value = element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default();
        Control { id: element.id(), field, value, ticked: false }
    }
}

/// Puts what was written apart in its place.
pub fn unfold(page: &Element) {
    let below = element("dessous").and_then(|it| it.dyn_into::<HtmlTemplateElement>().ok());
    if let (Some(below), Some(form)) = (below, all(page, "form").next()) {
        _ = form.append_with_node_1(&below.content());
    }
}

/// Shows what a service asks, or hides it.
pub fn reveal(tick: &Element) {
    let Some(input) = tick.dyn_ref::<HtmlInputElement>().filter(|input| input.id().starts_with("service-")) else {
        return;
    };
    let Ok(Some(card)) = tick.closest(".service") else { return };
    if let Ok(Some(body)) = card.query_selector("[data-revealed]") {
        _ = body.toggle_attribute_with_force("hidden", !input.checked());
    }
    card.set_class_name(if input.checked() { "service chosen" } else { "service" });
}

/// Writes what was typed wherever the same field stands: several services may ask it.
pub fn repeat(page: &Element, typed: &Element) {
    let (Some(field), Some(input)) = (typed.get_attribute("data-field"), typed.dyn_ref::<HtmlInputElement>()) else {
        return;
    };
    for other in all(page, &format!("[data-field=\"{field}\"]")) {
        if let Some(other) = other.dyn_ref::<HtmlInputElement>().filter(|other| *other != input) {
            other.set_value(&input.value());
        }
    }
}

/// Writes the running total: see `views::said`.
pub fn say(page: &Element, said: &[String]) {
    let is_empty = said.iter().all(String::is_empty);
    for place in all(page, "[data-said]") {
        let at = place.get_attribute("data-said").and_then(|at| at.parse().ok());
        let words = at.and_then(|at: usize| said.get(at)).map_or("", String::as_str);
        place.set_text_content(Some(words));
        if let Ok(Some(row)) = place.closest("p") {
            _ = row.toggle_attribute_with_force("hidden", words.is_empty());
        }
    }
    // What stands there while nothing is chosen, and what does once something is.
    for (part, hides) in all(page, "aside > [data-revealed]").zip([!is_empty, is_empty]) {
        _ = part.toggle_attribute_with_force("hidden", hides);
    }
}

/// The words of the button that was pressed there, if one was.
pub fn button(pressed: &Element) -> Option<String> {
    pressed.closest("button, summary").ok()??.text_content()
}

/// Presses what bears these words; nothing when there are none.
pub fn press(page: &Element, words: &str) {
    let bears = |it: &Element| !words.is_empty() && it.text_content().as_deref() == Some(words);
    if let Some(button) = all(page, "button, summary").find(bears).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

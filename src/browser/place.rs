//! Where the visitor is in the page, when it is replaced by one with the same fields.

use super::{all, document, element};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, FocusOptions, HtmlElement, HtmlInputElement};

/// What one types in.
const FIELDS: &str = "input:not([type=checkbox], [type=radio])";

/// What a page that is replaced has and a form has not: where one is in it, and what is being looked for.
pub struct Place {
    /// The element with the focus, by its id; and the text selected in it.
    id: String,
    selected: Option<(u32, u32)>,
    /// What stands in the fields, by their ids.
    texts: Vec<(String, String)>,
    /// Whether it is folded away until somebody unfolds it, by hand.
    folded: bool,
}

impl Place {
    /// The place as it is.
    pub fn here(page: &Element) -> Place {
        let active = document().active_element();
        let input = active.as_ref().and_then(|it| it.dyn_ref::<HtmlInputElement>());
        // Boxes have no text, and say so by an error.
        let ends = |input: &HtmlInputElement| Some((input.selection_start().ok()??, input.selection_end().ok()??));
        let text = |it: Element| it.dyn_into::<HtmlInputElement>().ok().map(|input| (input.id(), input.value()));
        Place {
            selected: input.and_then(ends),
            folded: active.as_ref().is_some_and(|it| fold(it).is_some()),
            id: active.map(|it| it.id()).unwrap_or_default(),
            texts: all(page, FIELDS).filter_map(text).filter(|(_, text)| !text.is_empty()).collect(),
        }
    }

    /// Finds it again in the page that is there now.
    pub fn restore(self) {
        for (id, text) in self.texts {
            let Some(field) = element(&id).and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { continue };
            if field.value() != text {
                field.set_value(&text);
                let options = EventInit::new();
                options.set_bubbles(true);
                let typed = Event::new_with_event_init_dict("input", &options);
                _ = typed.and_then(|typed| field.dispatch_event(&typed));
            }
        }
        let found = element(&self.id).filter(|_| !self.id.is_empty());
        let Some(place) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
        // What is folded takes no focus.
        if self.folded
            && let Some(fold) = fold(&place)
        {
            _ = fold.set_attribute("open", "");
        }
        // Whoever scrolled on stays there.
        let quiet = FocusOptions::new();
        quiet.set_prevent_scroll(true);
        _ = place.focus_with_options(&quiet);
        if let (Some(input), Some((start, end))) = (place.dyn_ref::<HtmlInputElement>(), self.selected) {
            _ = input.set_selection_range(start, end);
        }
    }
}

/// What an element is folded away in.
fn fold(element: &Element) -> Option<Element> {
    element.closest("details").ok().flatten()
}

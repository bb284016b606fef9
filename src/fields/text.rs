//! A labelled line of text, with its unit, its help and what is wrong with it.

use crate::blocks::{Act, Live, Source, condition, element, text};
use engine::french::{number, parse_number};
use leptos::prelude::*;

/// What a number becomes when its field is left: written the French way, or as typed when unreadable.
pub fn reformat(typed: &str, unit: &str) -> String {
    match parse_number(typed, unit) {
        Ok(Some(value)) => number(value),
        Ok(None) => String::new(),
        Err(_) => typed.to_owned(),
    }
}

/// A number typed as text: `type="number"` would hide what it refuses.
///
/// More of it than most, because it is the one input every number of the page goes through.
pub struct TextField {
    /// Unique on the page.
    pub id: String,
    /// The field of the catalogue it answers; empty for a row of a territory.
    pub field: &'static str,
    /// Its visible name.
    pub label: Live<String>,
    /// The unit, in the plural.
    pub unit: &'static str,
    /// A sentence of help; empty for none.
    pub help: &'static str,
    /// Where its value comes from; `None` where that is never told.
    pub origin: Option<Live<String>>,
    /// What stands in it.
    pub value: Live<String>,
    /// What is wrong with it; empty when nothing is.
    pub problem: Live<String>,
    /// Writes what was typed.
    pub on_input: Act<String>,
}

impl TextField {
    /// Label, input, unit, help and problem, tied together.
    pub fn view(self) -> AnyView {
        let TextField { id, field, label, unit, help, origin, value, problem, on_input } = self;
        let [help_id, unit_id, problem_id] = ["aide", "unite", "erreur"].map(|what| format!("{id}-{what}"));
        let invalid = condition(move || !problem.with(String::is_empty));
        // What is typed stands in the input already; only what is written for the visitor must be put there, at once.
        let tidied = Source::new(());
        let value = text(move || {
            tidied.track();
            value.get()
        });
        let described = if help.is_empty() { String::new() } else { format!("{help_id} ") };
        let tidied_so = on_input.clone();
        let tidy = move |_| {
            // A field taken away with the focus in it is left after its value is gone.
            let Some(typed) = value.try_get_untracked() else { return };
            let tidy = reformat(&typed, unit);
            if tidy != typed {
                tidied_so(tidy);
                tidied.set(());
            }
        };
        let input = element("input")
            .attr("id", id.clone())
            .attr("data-field", field)
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .live("aria-invalid", text(move || invalid.get().to_string()))
            .attr("aria-describedby", format!("{described}{unit_id} {problem_id}"))
            .value(value)
            .on("input", move |event| on_input(event_target_value(&event)))
            .on("blur", tidy);
        let origin = origin.map(|origin| element("p").class("note").shows(origin).done());
        let with_unit = element("div")
            .class("with-unit")
            .child(input.done())
            .child(element("span").class("unit").attr("id", unit_id).text(unit).done());
        element("div")
            .live("class", text(move || if invalid.get() { "field invalid" } else { "field" }.to_owned()))
            .child(element("label").attr("for", id).shows(label).done())
            .child(with_unit.done())
            .children(origin)
            .child(element("p").class("help").attr("id", help_id).text(help).done())
            .child(element("p").class("problem").attr("id", problem_id).shows(problem).done())
            .done()
    }
}

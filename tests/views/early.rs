//! The page as it is written ahead: the application's own first view, every control of which is understood.

use crate::markup::Markup;
use crate::page::Page;
use simulateur::early::still;
use simulateur::early::{Control, form, total};
use simulateur::editions::embedded;
use simulateur::form::{Answer, Form};
use std::collections::BTreeSet;
use visitor::examples::{COMMUNE, TOWN};

/// What looks for something and answers no question; the way to join that is ticked from the start.
const ASKS_NOTHING: [&str; 3] = ["lieu", "recherche", "adhesion-none"];

fn controls() -> Vec<Control> {
    let page = Markup::new(still::page("2026-11-28").concat());
    let read = |attribute: &dyn Fn(&str) -> String| Control {
        id: attribute("id"),
        field: attribute("data-field"),
        ..Control::default()
    };
    let mut controls = page.each("input", read);
    controls.extend(page.each("select", read));
    controls
}

/// Controls in which everything of a form is typed and ticked.
fn filled(wanted: &Form) -> Vec<Control> {
    let edition = embedded::catalogue().unwrap().newest().unwrap();
    let mut controls = controls();
    for control in &mut controls {
        match (control.id.as_str(), edition.field_ix(&control.field)) {
            ("organisme-type", _) => control.value = wanted.kind.unwrap().id().to_owned(),
            ("organisme-duree", _) => control.value = wanted.years.to_string(),
            (_, Some(field)) => wanted.text(field).clone_into(&mut control.value),
            (id, None) => {
                let service = id.strip_prefix("service-").and_then(|id| edition.service_named(id));
                control.ticked = service.is_some_and(|service| {
                    wanted.chosen.iter().any(|ix| edition.service(*ix).unwrap().id == service.id)
                });
            }
        }
    }
    controls
}

#[test]
fn it_shows_what_the_application_shows_first_and_asks_all_that_a_tick_would_reveal() {
    let (ahead, first) = (Markup::new(still::page("2021-06-01").concat()).text(), Page::new().markup().text());
    for line in first.lines() {
        assert!(ahead.contains(line), "{line}");
    }
    assert!(still::page("2021-06-01")[0].contains(r#"<div data-edition="2021-05-20" class="desk">"#));
    assert!(ahead.contains("Nombre de SMS par an") && !first.contains("Nombre de SMS par an"));
}

#[test]
fn every_control_of_it_answers_a_question() {
    let edition = embedded::catalogue().unwrap().newest().unwrap();
    let untouched = controls();
    assert!(untouched.len() > 50, "{}", untouched.len());
    assert_eq!(form(edition, &untouched), Form::default());
    for (at, control) in untouched.iter().enumerate() {
        let mut touched = untouched.clone();
        touched[at].ticked = true;
        // A year, a number of years, and a number that fields take.
        touched[at].value = if control.id == "organisme-type" { "cc".into() } else { "2".into() };
        let asks = !ASKS_NOTHING.contains(&control.id.as_str());
        assert_eq!(form(edition, &touched) != Form::default(), asks, "{}", control.id);
    }
}

#[test]
fn what_is_typed_in_it_is_what_is_typed_in_the_application_and_costs_the_same() {
    let catalogue = embedded::catalogue().unwrap();
    let edition = catalogue.newest().unwrap();
    for example in [&COMMUNE, &TOWN] {
        let wanted = Page::after(example.deeds).state.form_now(Form::clone);
        let read = form(edition, &filled(&wanted));
        assert_eq!(read.chosen.len(), wanted.chosen.len());
        for (field, answer) in &wanted.answers {
            if let Answer::Text(text) = answer {
                assert_eq!(read.text(*field), text);
            }
        }
        let [first, amount, ..] = total(catalogue, edition, &read);
        assert_eq!((first, amount), example.headline()[0].clone());
    }
}

#[test]
fn whatever_is_pressed_in_it_is_told_by_its_words_alone() {
    let page = Markup::new(still::page("2026-11-28").concat());
    let words = ["button", "summary"].map(|name| page.all(name)).concat();
    let distinct: BTreeSet<&String> = words.iter().collect();
    assert!(words.len() > 8 && distinct.len() == words.len() && !distinct.contains(&String::new()), "{words:?}");
}

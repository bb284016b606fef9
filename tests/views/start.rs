//! The examples to start with: each gives what the same situation gives when filled in by hand.

use crate::page::Page;
use simulateur::form::Form;
use simulateur::form::examples::EXAMPLES;
use simulateur::start::UNDO;
use visitor::examples::{COMMUNE, Example, TERRITORY, TOWN};

const BY_HAND: [&Example; 3] = [&COMMUNE, &TERRITORY, &TOWN];

#[test]
fn every_example_is_worked_out_by_hand_and_every_case_has_its_button() {
    let shown = Page::new().markup();
    let buttons = shown.classed("button", "example");
    assert_eq!(buttons.len(), EXAMPLES.len());
    assert_eq!(EXAMPLES.len(), BY_HAND.len());
    for ((button, example), by_hand) in buttons.iter().zip(EXAMPLES).zip(BY_HAND) {
        assert_eq!(example.title, by_hand.button);
        assert_eq!(button.text(), format!("{} {}", example.title, example.summary));
    }
}

#[test]
fn an_example_costs_what_it_costs_by_hand_and_waits_for_no_answer() {
    for by_hand in BY_HAND {
        let page = Page::example(by_hand.button);
        let shown = page.markup();
        assert_eq!(shown.definitions(), by_hand.headline(), "{}", by_hand.button);
        assert_eq!(shown.table("Par année").unwrap()[1..], by_hand.years(), "{}", by_hand.button);
        assert_eq!(shown.lines("Ce que vous payez").len(), by_hand.lines);
        assert!(!shown.says("Il manque") && !shown.says("En attente"), "{}", by_hand.button);
        assert!(!shown.says("à corriger") && !shown.says("Sur devis"), "{}", by_hand.button);
        // The same form, however the numbers were spaced and in whatever order they were given.
        let filled = Page::after(by_hand.deeds);
        let read = |page: &Page| page.state.outcome.with_untracked(|outcome| outcome.reading.request.clone());
        let (mut by_button, mut by_deeds) = (read(&page), read(&filled));
        by_button.services.sort();
        by_deeds.services.sort();
        assert_eq!(by_button, by_deeds);
    }
}

#[test]
fn an_example_leaves_nothing_of_what_stood_before() {
    let page = Page::after(TERRITORY.deeds);
    page.change(|form| *form = EXAMPLES[0].form(page.edition()));
    assert_eq!(page.markup().definitions(), COMMUNE.headline());
    page.change(|form| *form = Form::default());
    assert_eq!(page.markup().definitions(), []);
}

#[test]
fn the_step_back_is_called_what_is_said_of_it() {
    let page = Page::after(COMMUNE.deeds);
    assert!(page.markup().all("button").contains(&UNDO.to_owned()), "{:?}", page.markup().all("button"));
}

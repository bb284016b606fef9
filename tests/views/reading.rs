//! From what was typed to a request.

use crate::page::Page;
use engine::catalogue::BodyKind;
use engine::request::{Membership, Value};
use simulateur::form::{self, Answer, Form, Place};
use visitor::examples::Deed;

const UNREADABLE: &str = "Ce nombre n'est pas lisible : écrivez-le en chiffres, par exemple 12 ou 1\u{202f}250.";
const RGPD: &str = "Prestation de mise en place de la conformité RGPD";

/// The request and the problems of a page's form.
fn read(page: &Page) -> (engine::Request, Vec<form::Problem>) {
    let reading = page.form(|form| form::read(form, page.edition()));
    (reading.request, reading.problems)
}

fn number(text: &str) -> Option<Value> {
    Some(Value::Number(text.parse().unwrap()))
}

#[test]
fn an_empty_form_is_an_empty_request_on_the_edition_shown() {
    let page = Page::new();
    let (request, problems) = read(&page);
    assert_eq!(problems, []);
    assert_eq!(request, engine::Request { edition: Some(page.edition().id.clone()), ..engine::Request::default() });
    page.form(|form| assert_eq!(*form, Form::default()));
}

#[test]
fn numbers_are_read_however_they_are_typed() {
    let cases = [
        ("650 000", "650000"),
        ("650\u{202f}000,50\u{a0}€", "650000.50"),
        ("650 k€", "650000"),
        ("0,65 M€", "650000"),
        ("650000.5", "650000.5"),
        ("  650000  ", "650000"),
    ];
    for (typed, expected) in cases {
        let (request, problems) = read(&Page::after(&[Deed::Tick(RGPD), Deed::Type("Budget annuel", typed)]));
        assert_eq!(problems, [], "{typed}");
        assert_eq!(request.values.get("budget").cloned(), number(expected), "{typed}");
    }
}

#[test]
fn nothing_typed_and_zero_are_two_answers() {
    let page = Page::after(&[Deed::Tick("Alerte SMS"), Deed::Type("Nombre de SMS par an", " \u{a0} ")]);
    let (request, problems) = read(&page);
    assert_eq!((request.values.get("sms"), problems), (None, vec![]));
    page.perform(&[Deed::Type("Nombre de SMS par an", "0")]);
    assert_eq!(read(&page).0.values.get("sms").cloned(), number("0"));
}

#[test]
fn what_cannot_be_read_is_left_out_and_reported_at_its_place() {
    let page =
        Page::after(&[Deed::Type("Nombre d'habitants", "800"), Deed::Tick(RGPD), Deed::Type("Budget annuel", "cher")]);
    let (request, problems) = read(&page);
    assert_eq!(request.values.get("habitants").cloned(), number("800"));
    assert_eq!(request.values.get("budget"), None);
    let problems: Vec<_> = problems.iter().map(|problem| (problem.place, problem.message.as_str())).collect();
    assert_eq!(problems, [(Place::Field(page.field("Budget annuel")), UNREADABLE)]);
}

#[test]
fn a_number_in_a_unit_of_another_kind_is_refused() {
    let (request, problems) = read(&Page::after(&[Deed::Type("Nombre d'habitants", "800 Go")]));
    assert!(request.values.is_empty());
    assert_eq!(problems.len(), 1);
}

#[test]
fn only_what_is_on_the_screen_is_read() {
    let page =
        Page::after(&[Deed::Type("Nombre de SMS par an", "mille"), Deed::Type("Volume total de données", "500")]);
    let (request, problems) = read(&page);
    assert_eq!(problems, []);
    assert!(request.values.is_empty());
    page.perform(&[Deed::Tick("Alerte SMS")]);
    assert_eq!(read(&page).1.len(), 1);
    page.perform(&[Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI")]);
    assert_eq!(read(&page).0.values.get("volume-territoire").cloned(), number("500"));
}

#[test]
fn choices_and_services_become_their_ids_in_the_order_they_were_made() {
    let page = Page::after(&[
        Deed::Tick("Prestation de numérisation des actes d'état civil"),
        Deed::Tick("Alerte SMS"),
        Deed::Pick("Lieu de la numérisation", "En mairie"),
        Deed::Choose("Durée de l'estimation", "7 ans"),
    ]);
    let (request, _) = read(&page);
    assert_eq!(request.services, ["numerisation", "alerte-sms"]);
    assert_eq!(request.values.get("lieu-numerisation"), Some(&Value::Choice("en-mairie".to_owned())));
    assert_eq!(request.years, 7);
    // Unticked and ticked again: once, and last.
    let first = page.service("Prestation de numérisation des actes d'état civil");
    page.change(|form| form.choose(first, false));
    page.change(|form| form.choose(first, true));
    page.change(|form| form.choose(first, true));
    assert_eq!(read(&page).0.services, ["alerte-sms", "numerisation"]);
}

#[test]
fn an_answer_the_edition_does_not_have_is_no_answer() {
    let page = Page::after(&[Deed::Tick("Prestation de numérisation des actes d'état civil")]);
    let field = page.field("Lieu de la numérisation");
    page.change(|form| form.set(field, Answer::Choice(9)));
    assert_eq!(read(&page).0.values.get("lieu-numerisation"), None);
}

#[test]
fn bodies_are_read_only_for_those_who_may_have_some() {
    let page = Page::after(&[Deed::AddCommunes(2, "1 250")]);
    let bodies = |kind: Option<BodyKind>, membership: Membership| {
        page.change(|form| (form.kind, form.membership) = (kind, membership));
        read(&page).0.bodies.len()
    };
    assert_eq!(bodies(Some(BodyKind::Cc), Membership::Mutualised), 2);
    assert_eq!(bodies(Some(BodyKind::Cc), Membership::Individual), 2);
    assert_eq!(bodies(None, Membership::Mutualised), 2);
    assert_eq!(bodies(Some(BodyKind::Cc), Membership::None), 2, "to compare the ways to join");
    assert_eq!(bodies(Some(BodyKind::Commune), Membership::Individual), 0);
}

#[test]
fn what_is_read_key_after_key_is_what_is_read_at_once() {
    let page = Page::after(&[
        Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI"),
        Deed::AddCommunes(3, "1 250"),
        Deed::AddCommunes(1, "beaucoup"),
        Deed::Tick(RGPD),
    ]);
    let [first, last] = page.form(|form| [form.bodies[0].key, form.bodies[3].key]);
    let budget = page.field("Budget annuel");
    type Change<'a> = &'a dyn Fn(&mut Form);
    let changes: [Change<'_>; 10] = [
        &|form| form.set(budget, Answer::Text("beaucoup".into())),
        &|form| form.set(budget, Answer::Text("650 000".into())),
        &|form| form.body_mut(last).unwrap().inhabitants = "1 500".into(),
        &|form| form.body_mut(first).unwrap().inhabitants = "peu".into(),
        &|form| form.set(budget, Answer::Text("650 001".into())),
        &|form| form.membership = Membership::Individual,
        &|form| form.kind = Some(BodyKind::Commune),
        &|form| form.remove_body(last),
        &|form| form.kind = Some(BodyKind::Cc),
        &|form| *form = Form::default(),
    ];
    for (step, change) in changes.iter().enumerate() {
        page.change(change);
        let kept = page.state.of_outcome(|outcome| outcome.reading.clone());
        assert_eq!(kept, page.form(|form| form::read(form, page.edition())), "after change {step}");
    }
}

#[test]
fn the_inhabitants_of_a_body_are_whole_and_of_a_possible_size() {
    let cases = [
        ("1 250", Some(1250), None),
        ("", None, None),
        ("1,5", None, Some("Un nombre entier d'habitants est attendu.")),
        ("0", None, Some("Au moins 1~habitant est attendu.")),
        ("5 000 000 000", None, Some("Ce nombre d'habitants est trop grand.")),
        ("beaucoup", None, Some(UNREADABLE)),
    ];
    for (typed, inhabitants, problem) in cases {
        let page = Page::after(&[
            Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI"),
            Deed::AddCommunes(1, typed),
        ]);
        let problem: Option<String> = problem.map(|message| message.replace('~', "\u{a0}"));
        let key = page.form(|form| form.bodies[0].key);
        let (request, problems) = read(&page);
        assert_eq!(request.bodies[0].inhabitants, inhabitants, "{typed}");
        let problems: Vec<_> = problems.iter().map(|problem| (problem.place, problem.message.as_str())).collect();
        assert_eq!(
            problems,
            problem.as_deref().map(|message| (Place::Body(key), message)).into_iter().collect::<Vec<_>>(),
            "{typed}"
        );
    }
}

#[test]
fn a_body_taken_out_leaves_the_others_their_keys_and_texts() {
    let mut form = Form::default();
    let keys: Vec<u32> = (0..3).map(|_| form.add_body(BodyKind::Commune)).collect();
    keys.iter()
        .zip(["100", "200", "300"])
        .for_each(|(key, text)| form.body_mut(*key).unwrap().inhabitants = text.into());
    form.remove_body(keys[1]);
    let left: Vec<_> = form.bodies.iter().map(|body| (body.key, body.inhabitants.as_str())).collect();
    assert_eq!(left, [(keys[0], "100"), (keys[2], "300")]);
    assert!(!keys.contains(&form.add_body(BodyKind::Syndicat)));
}

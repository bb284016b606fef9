//! The worked cases: by link and by file they come to the same cent, and so do those that the page writes.

use crate::case::Case;
use crate::{known, on_a_page};
use engine::{Request, amounts};
use simulateur::carrying::{Found, of_file, of_link, to_case, to_file, to_link};
use simulateur::form::examples::EXAMPLES;
use simulateur::form::{Answer, Form, read};
use std::fs;
use std::path::PathBuf;

/// The requests of the folder, each with its file.
fn requests() -> Vec<(PathBuf, Request)> {
    let read = |path: PathBuf| {
        let case: Case = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        (path, case.request)
    };
    editions::cases().into_iter().map(read).collect()
}

#[test]
fn every_case_comes_to_the_same_totals_by_link_and_by_file() {
    let requests = requests();
    assert!(requests.len() > 30, "{}", requests.len());
    for (path, request) in requests {
        on_a_page(|state| {
            let expected = amounts(state.catalogue, &request).unwrap();
            let Found { form, notes, .. } = of_file(&serde_json::to_string(&request).unwrap(), state).unwrap();
            assert_eq!(notes, Vec::<String>::new(), "{}", path.display());
            let by_link = of_link(&to_link(&form, state).text, state).unwrap();
            let by_file = of_file(&to_file(&form, state).text, state).unwrap();
            for found in [by_link, by_file] {
                assert_eq!(found.notes, Vec::<String>::new(), "{}", path.display());
                let opened = read(&found.form, state.edition).request;
                let totals = amounts(state.catalogue, &opened).unwrap();
                assert_eq!(totals.by_year, expected.by_year, "{}", path.display());
                assert_eq!(totals.is_at_least(), expected.is_at_least(), "{}", path.display());
            }
        });
    }
}

/// "Faire vérifier ce cas" of what is in sight, read by the reader of the cases.
fn verified(form: &Form) -> Result<(String, Vec<String>), String> {
    on_a_page(|state| {
        state.edit(|now| now.clone_from(form));
        let text = to_case(state)?;
        let case: Case = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert!(case.name.starts_with("Cas à confirmer"), "{}", case.name);
        assert!(case.why.contains("À confirmer par Gironde Numérique."), "{}", case.why);
        Ok((text, case.differences(state.catalogue)))
    })
}

#[test]
fn every_example_and_every_case_becomes_a_case_that_passes() {
    let edition = known().edition;
    let examples = EXAMPLES.iter().map(|example| (example.title.to_owned(), example.form(edition)));
    let of_request = |(path, request): (PathBuf, Request)| {
        let text = serde_json::to_string(&request).unwrap();
        (path.display().to_string(), on_a_page(|state| of_file(&text, state).unwrap().form))
    };
    for (name, form) in examples.chain(requests().into_iter().map(of_request)) {
        let (text, differences) = verified(&form).unwrap_or_else(|trouble| panic!("{name}: {trouble}"));
        assert_eq!(differences, Vec::<String>::new(), "{name}");
        for amounts in ["\"lines\": {", "\"avoided\": {", "\"outlay_by_year\": ["] {
            assert!(text.contains(amounts), "{name}: {text}");
        }
    }
}

/// The reader would notice: a cent more, and the case no longer passes.
#[test]
fn a_case_with_another_amount_does_not_pass() {
    let (text, _) = verified(&EXAMPLES[0].form(known().edition)).unwrap();
    let case: serde_json::Value = serde_json::from_str(&text).unwrap();
    let amount = case["expect"]["outlay_by_year"][0].as_str().unwrap();
    let altered: Case = serde_json::from_str(&text.replace(amount, "0.01")).unwrap();
    assert!(altered.differences(known().catalogue)[0].starts_with("outlay_by_year"));
}

#[test]
fn what_is_to_be_corrected_makes_no_case() {
    let mut form = EXAMPLES[0].form(known().edition);
    form.set(known().edition.field_ix("habitants").unwrap(), Answer::Text("douze".to_owned()));
    let trouble = verified(&form).unwrap_err();
    assert!(trouble.starts_with("Une réponse est à corriger"), "{trouble}");
}

//! Whatever a form holds comes back.

use crate::any::any_dossier;
use crate::{known, on_a_page};
use engine::amounts;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use simulateur::carrying::{Found, Written, is_same, of_file, of_link, to_file, to_link};
use simulateur::form::{Form, read};
use simulateur::state::State;

fn cases(number: u32) -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        // A tenth tells a mistake; all of them are for `DRAWS=all` (README).
        config.cases = if std::env::var_os("DRAWS").is_some() { number } else { number / 10 };
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(20_210_520);
    }
    config
}

/// The same form, as far as a visitor can tell and as the engine reads it.
fn same(found: Result<Found, String>, form: &Form, state: State, written: &str) -> Result<(), TestCaseError> {
    let found = found.unwrap();
    prop_assert_eq!(&found.notes, &Vec::<String>::new(), "{}", written);
    prop_assert!(is_same(&found.form, form, state), "{}", written);
    let [one, other] = [form, &found.form].map(|form| read(form, state.edition));
    prop_assert_eq!(&one.request, &other.request, "{}", written);
    prop_assert_eq!(one.problems.len(), other.problems.len());
    prop_assert_eq!(
        amounts(state.catalogue, &one.request).unwrap().by_year,
        amounts(state.catalogue, &other.request).unwrap().by_year
    );
    Ok(())
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// The form of any dossier is that dossier; as a link and as a file it is the same form.
    #[test]
    fn ten_thousand_forms(dossier in any_dossier()) {
        on_a_page(|state| {
            let form = Form::of_dossier(&dossier, state.edition, known().territory);
            prop_assert_eq!(&form.to_dossier(state.edition), &dossier);
            let Written { text, notes } = to_link(&form, state);
            prop_assert_eq!(notes, Vec::<String>::new());
            same(of_link(&format!("#{text}"), state), &form, state, &text)?;
            let Written { text, notes } = to_file(&form, state);
            prop_assert_eq!(notes, Vec::<String>::new());
            same(of_file(&text, state), &form, state, &text)
        })?;
    }
}

/// A file whose request was changed by hand, and its form not.
#[test]
fn a_file_that_says_two_things_is_reported() {
    on_a_page(|state| {
        let mut form = Form::default();
        let (certificates, _) =
            state.edition.numbered_services().find(|(_, service)| service.id == "certificat").unwrap();
        form.choose(certificates, true);
        let field = state.edition.field_ix("certificats").unwrap();
        form.set(field, simulateur::form::Answer::Text("2".to_owned()));
        let text = to_file(&form, state).text;
        assert!(text.contains("\"certificats\": \"2\""), "{text}");
        let changed = text.replacen("\"certificats\": \"2\"", "\"certificats\": \"3\"", 1);
        let found = of_file(&changed, state).unwrap();
        assert!(is_same(&found.form, &form, state));
        let [note] = &found.notes[..] else { panic!("{:?}", found.notes) };
        assert!(note.starts_with("Le fichier a été modifié"), "{note}");
    });
}

/// What was found by name and looked at both ways.
#[test]
fn a_commune_looked_at_comes_back_with_its_epci_behind_it() {
    on_a_page(|state| {
        let edition = state.edition;
        for (name, length) in [("Blaye", 60), ("CC de Blaye", 50)] {
            let mut form = Form::default();
            let found = simulateur::form::places::find(name).into_iter().next().unwrap();
            simulateur::form::places::settle(&mut form, found.place, edition);
            let link = to_link(&form, state).text;
            assert!(link.len() < length, "nothing was typed: {link}");
            let mut back = of_link(&link, state).unwrap().form;
            assert_eq!(back, form, "not even another key");
            let commune = form.bodies.iter().find(|body| body.name == "Blaye").unwrap().key;
            for form in [&mut form, &mut back] {
                form.see_commune(commune, edition);
                form.see_epci(edition);
            }
            assert_eq!(back, form);
        }
    });
}

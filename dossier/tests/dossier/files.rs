//! Files that are not as they were written.

use crate::known;
use dossier::{Answer, Dossier, Note, Refusal, file};
use engine::Request;
use proptest::prelude::*;

fn refused(text: &str) -> Refusal {
    file::open(text, &known()).unwrap_err()
}

#[test]
fn a_bad_file_says_where_and_opens_nothing() {
    assert_eq!(refused("{\n  \"simulateur\": 1,\n  \"request\": oui\n}"), Refusal::NoJson { line: 3, column: 14 });
    assert_eq!(refused("{\n  \"simulateur\": 1,\n  \"requ"), Refusal::Ended { line: 3 });
    assert_eq!(refused("{\"simulateur\": 2, \"nouveau\": []}"), Refusal::Later);
    assert!(matches!(refused("{\"simulateur\": 1}"), Refusal::Unexpected { line: 1, .. }));
    assert!(matches!(refused("{\"simulateur\": \"1\"}"), Refusal::Unexpected { line: 1, .. }));
    assert!(matches!(refused("[1]"), Refusal::Unexpected { .. }));
    let Refusal::Unexpected { line, column, detail } = refused("{\n  \"years\": 4,\n  \"bodys\": []\n}") else {
        panic!()
    };
    assert_eq!((line, column), (3, 9));
    assert!(detail.contains("bodys") && !detail.contains(" at line "), "{detail}");
    assert_eq!(refused(&" ".repeat(2_000_001)), Refusal::TooLong);
    assert!(matches!(refused(""), Refusal::Ended { .. }));
    for twice in
        [r#"{"simulateur":1,"request":{},"form":{"values":{"budget":"1","budget":"2"}}}"#, r#"{"years":1,"years":2}"#]
    {
        assert!(matches!(refused(twice), Refusal::Unexpected { .. }), "{twice}");
    }
}

#[test]
fn a_bare_request_is_a_file() {
    let text = r#"{"kind":"commune","values":{"budget":"650000.50","rythme-informaticien":"jour-mois","perdu":1},
        "services":["rgpd"],"bodies":[{"kind":"ccas","inhabitants":1234,"name":"CCAS"}]}"#;
    let file = file::open(&format!("\u{feff}{text}"), &known()).unwrap();
    let dossier = file.opened.dossier;
    assert_eq!(dossier.edition, known().edition.id);
    assert_eq!(
        dossier.values,
        [
            ("budget".to_owned(), Answer::Text("650\u{202f}000,5".to_owned())),
            ("rythme-informaticien".to_owned(), Answer::Choice("jour-mois".to_owned())),
        ]
    );
    assert_eq!((dossier.rows[0].name.as_str(), dossier.rows[0].inhabitants.as_str()), ("CCAS", "1\u{202f}234"));
    assert_eq!(file.opened.notes, [Note::UnknownField { label: "perdu".to_owned(), text: "1".to_owned() }]);
    assert_eq!(file.request.services, ["rgpd"]);
}

/// A person can read it.
#[test]
fn a_file_is_in_words() {
    let mut dossier = Dossier::new(&known().edition.id);
    dossier.values = vec![("budget".to_owned(), Answer::Text("650 k€".to_owned()))];
    let (text, _) = file::write(&dossier, &Request::default(), &known());
    assert!(text.starts_with("{\n  \"simulateur\": 1,\n  \"request\": {"), "{text}");
    assert!(text.contains("\"budget\": \"650 k€\""), "{text}");
}

proptest! {
    #![proptest_config(crate::cases(20_000))]

    #[test]
    fn no_file_makes_it_panic(text in prop_oneof![
        "\\PC{0,80}".prop_map(String::from),
        r#"\{"simulateur":[0-9-]{1,3},"(request|form|years)":[\[\]{}0-9a-z":,]{0,30}\}?"#.prop_map(String::from),
    ]) {
        if let Err(refusal) = file::open(&text, &known()) {
            prop_assert!(!refusal.to_string().is_empty());
        }
    }
}

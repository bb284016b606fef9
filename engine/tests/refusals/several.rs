//! Several faults at once, and none left for the page.

use crate::case::{change, faults, first};

/// Whoever mends a price list sees all there is to mend.
#[test]
fn several_faults_are_all_reported() {
    let mut files = editions::shipped();
    let places = [
        change(&mut files, "annexe-1.toml", r#""12500.00", "#, "▸12500.0, "),
        change(
            &mut files,
            "annexe-2.toml",
            "[[service]]\nid = \"alerte-sms\"\n",
            "[[service]]\nid = \"alerte-sms\"\n▸color = \"red\"\n",
        ),
        change(&mut files, "annexe-2.toml", r#"pack = "10""#, r#"pack = ▸"0""#),
        change(
            &mut files,
            "services.toml",
            "family = \"organisation\"\noutside = true\n\n[[offer]]\nid = \"police-municipale\"",
            "family = ▸\"nobody\"\n\n[[offer]]\nid = \"police-municipale\"",
        ),
        change(&mut files, "edition.toml", "max-years = 10", "max-years = ▸0"),
        change(&mut files, "ledger.toml", "taken = \"La classe supérieure.\"", "taken = ▸\"\""),
    ];
    let mut found = places_of(&faults(&files));
    let mut expected = places.to_vec();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

/// The `file:line:column` of each fault.
fn places_of(faults: &[String]) -> Vec<String> {
    faults.iter().map(|fault| fault.splitn(4, ':').take(3).collect::<Vec<_>>().join(":")).collect()
}

/// Two rows of one service, two keys of one table: all are reported too.
#[test]
fn several_faults_of_one_table_are_all_reported() {
    let mut files = editions::shipped();
    let expected = [
        change(&mut files, "annexe-2.toml", r#"amount = "0.06""#, "amount = ▸0.06"),
        change(
            &mut files,
            "annexe-2.toml",
            "schedule = \"yearly\"\nunit = \"SMS\"",
            "schedule = ▸\"weekly\"\nunit = \"SMS\"",
        ),
        change(&mut files, "annexe-2.toml", r#"wording = "Gratuit""#, r#"wording = ▸"""#),
    ];
    let mut found = places_of(&faults(&files));
    let mut expected = expected.to_vec();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

/// One mistake is one fault: what follows from it would send the reader to places that are right.
#[test]
fn one_mistake_is_one_fault() {
    let cases: [(&str, &str, &str); 6] = [
        ("annexe-2.toml", r#"up-to = ["50", "100", "200"]"#, r#"up-to = ["50", "200", ▸"100"]"#),
        ("fields.toml", r#"unit = ["jour", "jours"]"#, r#"unit = ▸["jour"]"#),
        ("edition.toml", r#"valid-from = "2021-05-20""#, r#"valid-from = ▸"2021-02-29""#),
        ("annexe-2.toml", "title = \"Les prestations du catalogue des services hors mutualisation\"", "title = ▸\"\""),
        ("annexe-2.toml", "\"145.83\"", "▸145.83"),
        ("ledger.toml", "taken = \"La classe supérieure.\"", "taken = ▸\"\""),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(file, from, to)| {
            let mut files = editions::shipped();
            change(&mut files, file, from, to);
            let found = faults(&files);
            (found.len() != 1).then(|| format!("{} faults for one:\n{}", found.len(), found.join("\n")))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Catalogues that read well and price wrongly: the build must stop at the line, in words of its choice.
#[test]
fn nothing_is_left_to_find_when_the_page_runs() {
    let cases = [
        (
            "a day that is none",
            "edition.toml",
            r#""2021-05-20"
max-years"#,
            "▸\"2021-+5-20\"\nmax-years",
        ),
        (
            "a quantity that is a choice",
            "annexe-2.toml",
            "quantity = { field = \"agents\" }\nschedule = \"yearly\"\nunit = \"agent\"\nreadings = [{ ledger = \"L7\", schedule = \"from-year-2\" }]\n\n[[service]]\nid = \"opendispo\"",
            "quantity = { field = ▸\"lieu-numerisation\" }\nschedule = \"yearly\"\nunit = \"agent\"\nreadings = [{ ledger = \"L7\", schedule = \"from-year-2\" }]\n\n[[service]]\nid = \"opendispo\"",
        ),
        (
            "another reading that is a choice",
            "fields.toml",
            "field = \"budget-fonctionnement\" }",
            "field = ▸\"lieu-numerisation\" }",
        ),
        (
            "another reading that is the field itself",
            "fields.toml",
            "field = \"budget-fonctionnement\" }",
            "field = ▸\"budget\" }",
        ),
        (
            "an option of itself",
            "annexe-2.toml",
            "id = \"opendispo\"\nlabel = \"OpenDispo\"\nfamily = \"organisation\"\noption-of = \"logilibre\"",
            "id = \"opendispo\"\nlabel = \"OpenDispo\"\nfamily = \"organisation\"\noption-of = ▸\"opendispo\"",
        ),
        (
            "one service for both ways to join",
            "annexe-1.toml",
            "individual = \"participation-individuelle\"",
            "individual = ▸\"adhesion-mutualisee\"",
        ),
        (
            "a kind of body that no rule counts",
            "annexe-1.toml",
            "rules = [\n  { of = [\"commune\"], from = \"300\" },\n",
            "rules = ▸[\n",
        ),
        (
            "a kind of body counted by two rules",
            "annexe-1.toml",
            "{ of = [\"syndicat\", \"autre\"]",
            "{ of = ▸[\"syndicat\", \"autre\", \"commune\"]",
        ),
        ("a fraction of an inhabitant", "annexe-1.toml", "from = \"300\"", "from = ▸\"300.9\""),
        (
            "two effects of one reading",
            "annexe-1.toml",
            "readings = [{ ledger = \"L2\", schedule = \"once\" }]",
            "readings = [{ ledger = \"L2\", schedule = \"once\" }, ▸{ ledger = \"L2\", omit = true }]",
        ),
        (
            "two fields derived alike",
            "fields.toml",
            "derived = \"counted-bodies-municipal\"",
            "derived = ▸\"counted-bodies\"",
        ),
        (
            "an optional field that nothing uses",
            "fields.toml",
            "[[field]]\nid = \"sms\"",
            "▸[[field]]\nid = \"fax\"\nlabel = \"F\"\ntype = \"number\"\nunit = [\"fax\", \"fax\"]\nasked = \"service\"\noptional = true\n\n[[field]]\nid = \"sms\"",
        ),
    ];
    let accepted: Vec<String> = cases
        .iter()
        .filter_map(|(what, file, from, to)| {
            let mut files = editions::shipped();
            let place = change(&mut files, file, from, to);
            let line = place.rsplit_once(':').unwrap().0.to_owned();
            let found = first(&files);
            (!found.starts_with(&format!("{line}:"))).then(|| format!("{what}, {place}: {found}"))
        })
        .collect();
    assert!(accepted.is_empty(), "{} of {}:\n{}", accepted.len(), cases.len(), accepted.join("\n"));
}

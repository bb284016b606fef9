//! Services, ways to join, fields, the edition itself.

use crate::case::check;

#[test]
fn services() {
    check(&[
        (
            "annexe-2.toml",
            "[[service]]\nid = \"sur-mesure\"",
            "▸[[service]]\nid = \"bare\"\nlabel = \"Bare\"\nfamily = \"citoyens\"\nsource = \"Bare\"\n\n[[service]]\nid = \"sur-mesure\"",
            "a service without any [[service.price]], expected at least one",
        ),
        (
            "annexe-2.toml",
            "[[service.price]]\nid = \"sms-acces\"\nlabel = \"Frais d'accès à la plateforme\"\nrule = \"free\"\nwording = \"Gratuit\"\n",
            "▸[[service.price]]\nid = \"sms-acces\"\nlabel = \"Frais d'accès à la plateforme\"\nrule = \"free\"\n",
            "`wording` is missing, expected it in this table",
        ),
        (
            "annexe-2.toml",
            "rule = \"flat\"\namount = \"560.00\"",
            "rule = \"flat\"\namount = \"560.00\"\n▸quantity = { field = \"offres\" }",
            "unknown key `quantity`, expected one of `amount`, `column-notes`, `detail`, `id`, `label`, `parts`, `readings`, `rule`, `schedule`, `unit`",
        ),
    ]);
}

#[test]
fn joining() {
    check(&[
        (
            "annexe-2.toml",
            "vat = \"taxed\"\n",
            "vat = \"taxed\"\ncounting = ▸{ source = \"EP\", rules = [] }\n",
            "a second [counting], expected one in all the annexes",
        ),
        (
            "annexe-2.toml",
            "vat = \"taxed\"\n",
            "vat = \"taxed\"\nmembership = ▸{}\n",
            "a second [membership], expected one in all the annexes",
        ),
        (
            "annexe-1.toml",
            "modes = [\n  { id = \"none\", label = \"Pas d'adhésion\" },\n",
            "modes = ▸[\n",
            "ways to join, expected `none`, `mutualised` and `individual` once each",
        ),
        (
            "annexe-1.toml",
            r#"{ of = ["commune"], from = "300" }"#,
            r#"{ of = ["commune"], from = ▸300 }"#,
            a_number!("the bare number 300"),
        ),
        (
            "annexe-1.toml",
            r#"{ of = ["commune"], from = "300" }"#,
            r#"{ of = ["commune"], from = ▸"5000000000" }"#,
            "too many inhabitants, expected fewer",
        ),
    ]);
}

#[test]
fn fields() {
    check(&[
        (
            "fields.toml",
            "derived = \"counted-bodies-municipal\"",
            "derived = ▸\"counted\"",
            "unknown derived field `counted`, expected one of `counted-bodies`, `counted-bodies-municipal`",
        ),
        (
            "fields.toml",
            "asked = \"derived\"\nderived = \"counted-bodies-municipal\"",
            "asked = ▸\"derived\"",
            "asked = \"derived\" without `derived`, expected how it is computed",
        ),
        (
            "fields.toml",
            "asked = \"derived\"\nderived = \"counted-bodies-municipal\"",
            "asked = \"service\"\nderived = ▸\"counted-bodies-municipal\"",
            "`derived` on a field that is asked, expected asked = \"derived\"",
        ),
        ("fields.toml", r#"unit = ["jour", "jours"]"#, r#"unit = ▸["jour"]"#, "1 words, expected singular and plural"),
        (
            "fields.toml",
            "unit = [\"jour\", \"jours\"]",
            "unit = [\"jour\", \"jours\"]\ndecimals = ▸7",
            "too many, expected 0 to 6 decimals",
        ),
        (
            "fields.toml",
            "unit = [\"jour\", \"jours\"]",
            "unit = [\"jour\", \"jours\"]\nstep = ▸\"0.5\"",
            "step 0.5, expected at least 1",
        ),
        (
            "fields.toml",
            "max = \"1000000000\"",
            "max = ▸\"1000000000001\"",
            "maximum 1000000000001, expected between 0 and 1000000000000",
        ),
        (
            "fields.toml",
            "max = \"1000000000\"",
            "min = \"10\"\nmax = ▸\"9\"",
            "maximum 9, expected between 10 and 1000000000000",
        ),
        (
            "fields.toml",
            r#"{ id = "jour-mois", "#,
            r#"{ id = ▸"1-jour-mois", "#,
            "id `1-jour-mois`, expected a letter first",
        ),
        (
            "fields.toml",
            "[[field]]\nid = \"lieu-numerisation\"\nlabel = \"Lieu de la numérisation\"\ntype = \"choice\"\nasked = \"service\"\nchoices = ",
            "▸[[field]]\nid = \"lieu-numerisation\"\nlabel = \"Lieu de la numérisation\"\ntype = \"choice\"\nasked = \"service\"\nchoice = ",
            "`choices` is missing, expected it in this table",
        ),
        (
            "fields.toml",
            "per-body = \"municipal\"",
            "per-body = ▸\"officials\"",
            "unknown value of a body `officials`, expected one of `inhabitants`, `municipal`",
        ),
    ]);
}

#[test]
fn the_edition() {
    const DAYS: &str = "expected YYYY-MM-DD";
    let days = [
        "2021-02-29",
        "2021-13-01",
        "2021-04-31",
        "2021-5-20",
        "20/05/2021",
        "2100-02-29",
        "2021-05-20T00",
        "2021-00-10",
        "2021-01-00",
    ];
    for day in days {
        let to = format!("valid-from = ▸\"{day}\"");
        check(&[("edition.toml", r#"valid-from = "2021-05-20""#, &to, &format!("`{day}` is no day, {DAYS}"))]);
    }
    check(&[
        (
            "edition.toml",
            "id = \"2021-05-20\"",
            "id = ▸\"2021-05-21\"",
            "id `2021-05-21`, expected the folder's name `2021-05-20`",
        ),
        (
            "edition.toml",
            "valid-from = \"2021-05-20\"",
            "valid-from = ▸2021-05-20",
            "a value of type datetime, expected a text in quotes",
        ),
        ("edition.toml", "max-years = 10", "max-years = ▸0", "out of range, expected 1 to 10 years"),
        ("edition.toml", "max-years = 10", "max-years = ▸11", "out of range, expected 1 to 10 years"),
        ("edition.toml", "max-years = 10", "max-years = ▸-1", "-1 is out of range, expected 0 to 65535"),
        ("edition.toml", "max-years = 10", "max-years = ▸\"10\"", "a value of type string, expected a whole number"),
        ("edition.toml", "rate = \"20\"", "rate = ▸20", a_number!("the bare number 20")),
        ("edition.toml", "rate = \"20\"", "rate = ▸\"100.5\"", "rate 100.5, expected per cent from 0 to 100"),
        (
            "edition.toml",
            "label = \"Autre établissement public\"",
            "label = \"Autre établissement public\"\nepci = ▸true",
            "epci = true, expected false for `autre`",
        ),
    ]);
}

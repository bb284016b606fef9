//! Prices, keys, texts, ids and closed words.

use crate::case::check;

#[test]
fn prices() {
    check(&[
        ("annexe-2.toml", r#""145.83""#, "▸145.83", a_price!("the float 145.83")),
        ("annexe-2.toml", r#"amount = "850.00""#, "amount = ▸850", a_price!("the bare number 850")),
        ("annexe-2.toml", r#"amount = "80""#, "amount = ▸true", a_price!("a value of type boolean")),
        ("annexe-2.toml", r#""560.00""#, r#"▸"-560.00""#, a_price!("negative price \"-560.00\"")),
        ("annexe-2.toml", r#""0.06""#, r#"▸"0.065""#, "price \"0.065\" has 3 decimals, expected at most 2"),
        (
            "annexe-2.toml",
            r#""240.00""#,
            r#"▸"100000000.01""#,
            "price \"100000000.01\" is too large, expected at most 100000000",
        ),
        ("annexe-2.toml", r#""375""#, r#"▸"gratuit""#, a_price!("\"gratuit\" is not a price")),
        ("annexe-2.toml", r#""375""#, r#"▸"375,00""#, a_price!("\"375,00\" is not a price")),
        ("annexe-2.toml", r#""375""#, r#"▸"3.75e2""#, a_price!("\"3.75e2\" is not a price")),
        ("annexe-2.toml", r#""375""#, r#"▸"+375""#, a_price!("\"+375\" is not a price")),
        ("annexe-2.toml", r#""375""#, r#"▸"1 375""#, a_price!("\"1 375\" is not a price")),
        ("annexe-2.toml", r#""375""#, r#"▸"""#, a_price!("\"\" is not a price")),
        ("annexe-1.toml", r#""12500.00", "#, r#""12500.00", ▸2500.5, "#, a_price!("the float 2500.5")),
        ("annexe-1.toml", r#"["5802", "#, r#"[▸5802, "#, a_price!("the bare number 5802")),
    ]);
}

#[test]
fn keys_and_texts() {
    check(&[
        (
            "annexe-2.toml",
            r#"unit = "connecteur""#,
            "unit = \"connecteur\"\n▸color = \"red\"",
            "unknown key `color`, expected one of `amount`, `column-notes`, `detail`, `id`, `label`, `parts`, `readings`, `rule`, `schedule`, `unit`",
        ),
        (
            "annexe-1.toml",
            r#"vat = "exempt""#,
            "vat = \"exempt\"\n▸currency = \"EUR\"",
            "unknown key `currency`, expected one of `annexe`, `counting`, `id`, `membership`, `note`, `scale`, `service`, `short`, `title`, `vat`",
        ),
        (
            "edition.toml",
            "max-years = 10",
            "max-years = 10\n▸maxyears = 10",
            "unknown key `maxyears`, expected one of `act`, `id`, `kind`, `max-years`, `publisher`, `reference`, `title`, `valid-from`, `vat`",
        ),
        (
            "ledger.toml",
            "[[entry]]\nid = \"L2\"\nquestion = ",
            "▸[[entry]]\nid = \"L2\"\nquetsion = ",
            "`question` is missing, expected it in this table",
        ),
        ("annexe-2.toml", r#"unit = "connecteur""#, r#"unit = ▸"""#, "an empty text, expected some words"),
        ("annexe-2.toml", r#"label = "Alerte SMS""#, r#"label = ▸"  ""#, "an empty text, expected some words"),
        ("annexe-2.toml", r#"source = "Alerte SMS""#, r#"source = ▸"""#, "an empty text, expected some words"),
        ("annexe-2.toml", r#"label = "Alerte SMS""#, "label = ▸7", "the bare number 7, expected a text in quotes"),
        (
            "fields.toml",
            "optional = true\nper-body",
            "optional = ▸\"yes\"\nper-body",
            "a value of type string, expected true or false",
        ),
        (
            "annexe-2.toml",
            r#"offers = ["alertes-sms"]"#,
            r#"offers = ▸"alertes-sms""#,
            "a value of type string, expected a list in brackets",
        ),
        (
            "annexe-2.toml",
            r#"quantity = { field = "sms" }"#,
            r#"quantity = ▸"sms""#,
            "a value of type string, expected a table",
        ),
    ]);
}

#[test]
fn ids() {
    check(&[
        (
            "annexe-2.toml",
            r#"id = "alerte-sms""#,
            r#"id = ▸"conges""#,
            "duplicate service id `conges`, expected each id once",
        ),
        // From one annexe to the other, too.
        (
            "annexe-2.toml",
            r#"id = "ecoles""#,
            r#"id = ▸"informaticien""#,
            "duplicate service id `informaticien`, expected each id once",
        ),
        (
            "annexe-2.toml",
            r#"id = "sms-envoi""#,
            r#"id = ▸"sms-acces""#,
            "duplicate price id `sms-acces`, expected each id once",
        ),
        // From one service to another, too.
        (
            "annexe-2.toml",
            r#"id = "sms-envoi""#,
            r#"id = ▸"adhesion""#,
            "duplicate price id `adhesion`, expected each id once",
        ),
        (
            "annexe-2.toml",
            r#"id = "lieu-actes""#,
            r#"id = ▸"rythme""#,
            "duplicate scale id `rythme`, expected each id once",
        ),
        ("fields.toml", r#"id = "sms""#, r#"id = ▸"actes""#, "duplicate field id `actes`, expected each id once"),
        ("ledger.toml", r#"id = "L12""#, r#"id = ▸"L11""#, "duplicate ledger entry id `L11`, expected each id once"),
        (
            "services.toml",
            r#"id = "citoyens""#,
            r#"id = ▸"obligations""#,
            "duplicate family id `obligations`, expected each id once",
        ),
        (
            "services.toml",
            r#"id = "vpn""#,
            r#"id = ▸"hebergement""#,
            "duplicate page-1 service id `hebergement`, expected each id once",
        ),
        (
            "edition.toml",
            r#"id = "taxed""#,
            r#"id = ▸"exempt""#,
            "duplicate VAT class id `exempt`, expected each id once",
        ),
        (
            "annexe-2.toml",
            r#"id = "alerte-sms""#,
            r#"id = ▸"alerte sms""#,
            "id `alerte sms`, expected letters, digits and hyphens, a letter first",
        ),
        (
            "annexe-2.toml",
            r#"id = "alerte-sms""#,
            r#"id = ▸"2fa""#,
            "id `2fa`, expected letters, digits and hyphens, a letter first",
        ),
        (
            "annexe-2.toml",
            "[[service]]\nid = \"alerte-sms\"\n",
            "▸[[service]]\n",
            "`id` is missing, expected it in this table",
        ),
    ]);
}

#[test]
fn closed_words() {
    check(&[
        (
            "annexe-2.toml",
            "rule = \"quote\"\nwording = \"Sur devis en fonction",
            "rule = ▸\"negotiated\"\nwording = \"Sur devis en fonction",
            "unknown rule `negotiated`, expected one of `columns`, `flat`, `free`, `grid`, `per-unit`, `quote`",
        ),
        (
            "annexe-2.toml",
            r#"schedule = "every-3-years""#,
            r#"schedule = ▸"every-2-years""#,
            "unknown schedule `every-2-years`, expected one of `every-3-years`, `from-year-2`, `once`, `yearly`",
        ),
        (
            "edition.toml",
            "id = \"autre\"",
            "id = ▸\"departement\"",
            "unknown kind of body `departement`, expected one of `autre`, `ca`, `cc`, `ccas`, `commune`, `metropole`, `syndicat`",
        ),
        (
            "annexe-1.toml",
            r#"of = ["ccas"]"#,
            r#"of = [▸"cias"]"#,
            "unknown kind of body `cias`, expected one of `autre`, `ca`, `cc`, `ccas`, `commune`, `metropole`, `syndicat`",
        ),
        (
            "annexe-1.toml",
            r#"autre-rythme = "quote""#,
            r#"autre-rythme = ▸"devis""#,
            "unknown end of a scale `devis`, expected one of `quote`",
        ),
        (
            "fields.toml",
            "id = \"sms\"\nlabel = \"Nombre de SMS par an\"\ntype = \"number\"",
            "id = \"sms\"\nlabel = \"Nombre de SMS par an\"\ntype = ▸\"integer\"",
            "unknown type of field `integer`, expected one of `choice`, `number`",
        ),
        (
            "fields.toml",
            r#"asked = "membership""#,
            r#"asked = ▸"card""#,
            "unknown place to ask `card`, expected one of `body`, `derived`, `membership`, `service`",
        ),
        (
            "annexe-1.toml",
            r#"{ id = "individual", "#,
            r#"{ id = ▸"alone", "#,
            "unknown way to join `alone`, expected one of `individual`, `mutualised`, `none`",
        ),
    ]);
}

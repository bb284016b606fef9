//! The build refuses a wrong price list and says `file:line:column: what is wrong, what was expected`.
//!
//! Each case takes the files the product ships, changes one thing in one of them, reads them, and
//! compares the first fault whole. In a replacement, `▸` stands where the fault must point (it is
//! taken out before the file is read), so that a comment added to a file moves no expectation.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs
)]

mod support;

use engine::reading::{EditionFiles, Faults, SourceFile, read};

/// A file, the words replaced in it (they stand there once), what replaces them, and the message.
type Case<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Where a fault must point.
const HERE: char = '▸';

/// What a price written otherwise is told.
macro_rules! a_price {
    ($found:literal) => {
        concat!($found, ", expected a price as a string of digits, such as \"1150.00\"")
    };
}

/// What a bound or another number written otherwise is told.
macro_rules! a_number {
    ($found:literal) => {
        concat!($found, ", expected a number as a string of digits, such as \"500\"")
    };
}

/// Makes every case's change and compares the first fault, `file:line:column: message`.
fn check(cases: &[Case<'_>]) {
    let wrong: Vec<String> = cases.iter().filter_map(mismatch).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n\n{}", wrong.len(), cases.len(), wrong.join("\n\n"));
}

/// How a case's first fault differs from what it should be.
fn mismatch(&(file, from, to, message): &Case<'_>) -> Option<String> {
    let mut files = support::shipped();
    let expected = format!("{}: {message}", change(&mut files, file, from, to));
    let found = first(&files);
    (found != expected).then(|| format!("expected {expected}\n   found {found}"))
}

/// Replaces words of a file and returns the marked place as `file:line:column`.
fn change(files: &mut EditionFiles, file: &str, from: &str, to: &str) -> String {
    let source = files.files.iter_mut().find(|source| source.name == file).expect(file);
    assert_eq!(source.text.matches(from).count(), 1, "{file}: {from}");
    let marked = source.text.replace(from, to);
    let (before, after) = marked.split_once(HERE).expect(to);
    let (line, column) =
        (before.matches('\n').count() + 1, before.chars().rev().take_while(|c| *c != '\n').count() + 1);
    source.text = format!("{before}{after}");
    format!("{file}:{line}:{column}")
}

/// Every fault of an edition.
fn faults(files: &EditionFiles) -> Vec<String> {
    match read(std::slice::from_ref(files)) {
        Ok(_) => Vec::new(),
        Err(Faults(faults)) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// The first fault of an edition.
fn first(files: &EditionFiles) -> String {
    faults(files).into_iter().next().unwrap_or_else(|| "no fault".to_owned())
}

#[test]
fn the_shipped_files_are_right() {
    assert_eq!(faults(&support::shipped()), Vec::<String>::new());
}

/// The three mistakes one makes first, with the line one would look for in the editor.
#[test]
fn the_headline_mistakes_name_the_exact_line() {
    let line_of = |file: &str, words: &str| {
        let files = support::shipped();
        let text = &files.files.iter().find(|source| source.name == file).unwrap().text;
        text.lines().position(|line| line.contains(words)).unwrap() + 1
    };
    let mut files = support::shipped();
    change(
        &mut files,
        "annexe-2.toml",
        r#"amounts = ["500", "1000", "2000", "3000"]"#,
        r#"amounts = [▸500.0, "1000", "2000", "3000"]"#,
    );
    let line = line_of("annexe-2.toml", r#"["500", "1000", "2000", "3000"]"#);
    assert_eq!(first(&files), format!("annexe-2.toml:{line}:12: {}", a_price!("the float 500.0")));

    let mut files = support::shipped();
    change(&mut files, "annexe-1.toml", r#"below = ["100", "500", "#, r#"below = [▸"500", "100", "#);
    let line = line_of("annexe-1.toml", r#"below = ["100", "500", "#);
    assert_eq!(
        first(&files),
        format!("annexe-1.toml:{line}:47: bounds out of order: 100 after 500, expected each above the one before"),
    );

    let mut files = support::shipped();
    change(&mut files, "annexe-2.toml", "source = \"Alerte SMS\"\n", "▸");
    let line = line_of("annexe-2.toml", r#"id = "alerte-sms""#) - 1;
    assert_eq!(
        first(&files),
        format!("annexe-2.toml:{line}:1: `source` is missing, expected the title of the printed table"),
    );
}

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
fn toml_itself() {
    check(&[
        (
            "annexe-2.toml",
            r#"amount = "560.00""#,
            "amount = ▸",
            "string values must be quoted, expected literal string, expected TOML",
        ),
        (
            "annexe-2.toml",
            r#"unit = "connecteur""#,
            r#"unit = "connecteur▸"#,
            "invalid basic string, expected `\"`, expected TOML",
        ),
        ("fields.toml", r#"id = "sms""#, "id = \"sms\"\n▸id = \"sms\"", "duplicate key, expected TOML"),
        (
            "ledger.toml",
            "[[entry]]\nid = \"L5\"",
            "[[entry]▸\nid = \"L5\"",
            "unclosed array table, expected `]`, expected TOML",
        ),
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

#[test]
fn references() {
    let ledger = "expected one of `L1`, `L2`, `L3`, `L4`, `L5`, `L6`, `L7`, `L8`, `L9`, `L10`, `L11`, `L12`";
    let fields = "expected one of `habitants`, `habitants-municipale`, `budget`, `budget-fonctionnement`, `ep`, `ep-municipale`, \
         `volume-territoire`, `rythme-informaticien`, `volume-securisation`, `volume-identite`, `certificats`, `utilisateurs`, \
         `jours-formation`, `teleformations`, `agents`, `tablettes`, `lieu-numerisation`, `actes`, `sms`, `communes-diagnostic`, `offres`";
    let scales = "expected one of `volume-adhesion`, `ep-adhesion`, `habitants-participation`, `rythme`, `budget-rgpd`, `volume-nas`, \
         `classe-opendemande`, `classe-options`, `classe-police`, `lieu-actes`, `organisme-telecom`, `organisme-amoa`";
    let services = "expected one of `adhesion-mutualisee`, `participation-individuelle`, `informaticien`, `sur-mesure-adherents`, \
         `rgpd`, `rgpd-complements`, `securisation`, `dematerialisation`, `collaboratif`, `conges`, `identite`, `certificat`, \
         `opendemande`, `opendemande-formation-site`, `opendemande-teleformation`, `opendemande-iparapheur`, `opendemande-visas`, \
         `opendemande-vip`, `opendemande-ldap`, `logilibre`, `opendispo`, `verbalisation`, `numerisation`, `alerte-sms`, `telecom`, \
         `telecom-appel-offre`, `telecom-offres`, `ecoles`, `ecoles-groupement`, `sur-mesure`";
    let families = "expected one of `ingenierie`, `patrimoine`, `obligations`, `organisation`, `citoyens`";
    check(&[
        ("edition.toml", r#"ledger = "L5""#, r#"ledger = ▸"L55""#, &format!("unknown ledger entry `L55`, {ledger}")),
        (
            "annexe-2.toml",
            r#"of = ["commune", "metropole", "syndicat", "ccas", "autre"], then = "quote", silent = "L8""#,
            r#"of = ["commune", "metropole", "syndicat", "ccas", "autre"], then = "quote", silent = ▸"L80""#,
            &format!("unknown ledger entry `L80`, {ledger}"),
        ),
        (
            "annexe-2.toml",
            r#"double = { at = "5000000", ledger = "L6" }"#,
            r#"double = { at = "5000000", ledger = ▸"l6" }"#,
            &format!("unknown ledger entry `l6`, {ledger}"),
        ),
        // A rule may depend on nothing that no field declares: in a scale, as a quantity, as a limit, as another reading.
        (
            "annexe-2.toml",
            r#"{ field = "budget", "#,
            r#"{ field = ▸"budget-total", "#,
            &format!("unknown field `budget-total`, {fields}"),
        ),
        (
            "annexe-2.toml",
            r#"{ field = "tablettes" }"#,
            r#"{ field = ▸"tablets" }"#,
            &format!("unknown field `tablets`, {fields}"),
        ),
        (
            "annexe-2.toml",
            r#"field = "utilisateurs", scale"#,
            r#"field = ▸"users", scale"#,
            &format!("unknown field `users`, {fields}"),
        ),
        (
            "fields.toml",
            r#"field = "ep-municipale""#,
            r#"field = ▸"ep-total""#,
            &format!("unknown field `ep-total`, {fields}"),
        ),
        (
            "annexe-2.toml",
            r#"choice = "lieu-numerisation""#,
            r#"choice = ▸"lieu""#,
            &format!("unknown field `lieu`, {fields}"),
        ),
        (
            "annexe-2.toml",
            "scale = \"lieu-actes\"",
            "scale = ▸\"lieu-acte\"",
            &format!("unknown scale `lieu-acte`, {scales}"),
        ),
        (
            "annexe-1.toml",
            r#"rows = "volume-adhesion""#,
            r#"rows = ▸"volume""#,
            &format!("unknown scale `volume`, {scales}"),
        ),
        (
            "annexe-2.toml",
            "id = \"opendispo\"\nlabel = \"OpenDispo\"\nfamily = \"organisation\"\noption-of = \"logilibre\"",
            "id = \"opendispo\"\nlabel = \"OpenDispo\"\nfamily = \"organisation\"\noption-of = ▸\"logi\"",
            &format!("unknown service `logi`, {services}"),
        ),
        (
            "annexe-1.toml",
            r#"individual = "participation-individuelle""#,
            r#"individual = ▸"participation""#,
            &format!("unknown service `participation`, {services}"),
        ),
        (
            "annexe-2.toml",
            "id = \"ecoles\"\nlabel = \"Ecoles numériques\"\nfamily = \"ingenierie\"",
            "id = \"ecoles\"\nlabel = \"Ecoles numériques\"\nfamily = ▸\"ecole\"",
            &format!("unknown family `ecole`, {families}"),
        ),
        (
            "services.toml",
            "label = \"VPN\"\nfamily = \"patrimoine\"",
            "label = \"VPN\"\nfamily = ▸\"reseau\"",
            &format!("unknown family `reseau`, {families}"),
        ),
        (
            "annexe-2.toml",
            r#"vat = "taxed""#,
            r#"vat = ▸"reduced""#,
            "unknown VAT class `reduced`, expected one of `exempt`, `taxed`",
        ),
        (
            "annexe-2.toml",
            r#"offers = ["alertes-sms"]"#,
            r#"offers = [▸"sms"]"#,
            "unknown page-1 service `sms`, expected one of `informaticien-mutualise`, `assistance-site`, `diagnostic-besoins`, \
             `ecoles-numeriques`, `diagnostic-telecom`, `serveur-fichier`, `sauvegarde-externalisee`, `monitoring`, `nom-domaine`, \
             `delegue-protection`, `serveur-virtualise`, `hebergement`, `vpn`, `profil-acheteur`, `tiers-teletransmission`, \
             `certificat-electronique`, `parapheur`, `open-data`, `registre-traitement`, `comedec`, `serveur-mail`, `espace-travail`, \
             `gestion-conges`, `partage-documents`, `planification-reunion`, `conference`, `bureau-virtuel`, `numerisation-etat-civil`, \
             `police-municipale`, `site-internet`, `demandes-citoyennes`, `alertes-sms`",
        ),
    ]);
}

#[test]
fn scales() {
    check(&[
        // Bounds.
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = ["50", "100", ▸"100"]"#,
            "bounds out of order: 100 after 100, expected each above the one before",
        ),
        (
            "annexe-1.toml",
            r#""1500", "2000", "2500""#,
            r#""1500", "2500", ▸"2000""#,
            "bounds out of order: 2000 after 2500, expected each above the one before",
        ),
        ("annexe-2.toml", r#"up-to = ["50", "100", "200"]"#, "up-to = ▸[]", "no bound, expected at least one"),
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = ["50", ▸100, "200"]"#,
            a_number!("the bare number 100"),
        ),
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = ["50", ▸99.5, "200"]"#,
            a_number!("the float 99.5"),
        ),
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = [▸"-50", "100", "200"]"#,
            a_number!("\"-50\" is not such a number"),
        ),
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = [▸"50 Go", "100", "200"]"#,
            a_number!("\"50 Go\" is not such a number"),
        ),
        (
            "annexe-2.toml",
            r#"tree = { field = "volume-securisation", "#,
            r#"tree = ▸{ field = "volume-securisation", below = ["50"], "#,
            "bounds of no single sort, expected either `up-to` or `below`",
        ),
        // Ways.
        (
            "annexe-1.toml",
            r#"then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            "then = ▸[1, 2, 3, 4, 5, 6, 7, 8]",
            "8 ways after 8 bounds, expected 9",
        ),
        (
            "annexe-1.toml",
            r#"then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            r#"then = [1, 2, 3, 4, 5, 6, 7, ▸9, "quote"]"#,
            "column 9, expected 1 to 8",
        ),
        (
            "annexe-1.toml",
            r#"then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            r#"then = [▸0, 1, 2, 3, 4, 5, 6, 7, "quote"]"#,
            "column 0, expected 1 to 8",
        ),
        (
            "annexe-1.toml",
            r#"then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            r#"then = [▸1.0, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            "the float 1.0, expected a whole number",
        ),
        (
            "annexe-2.toml",
            "[[scale]]\nid = \"volume-nas\"\ncolumns = [\"50 Giga Octet\", \"100 Giga Octet\", \"200 Giga Octet\"]\ntree = { field = \"volume-securisation\", up-to = [\"50\", \"100\", \"200\"], between = \"L1\", then = [1, 2, 3, ",
            "▸[[scale]]\nid = \"volume-nas\"\ncolumns = [\"50 Giga Octet\", \"100 Giga Octet\", \"200 Giga Octet\"]\ntree = { field = \"volume-securisation\", up-to = [\"50\", \"100\", \"200\"], between = \"L1\", then = [1, 2, 2, ",
            "no answer leads to column \"200 Giga Octet\", expected every column in the tree",
        ),
        (
            "annexe-2.toml",
            r#"{ choice = "lieu-numerisation", "#,
            r#"▸{ kinds = [], choice = "lieu-numerisation", "#,
            "a question of no single sort, expected one of `field`, `kinds`, `choice`",
        ),
        // Silent places.
        (
            "annexe-2.toml",
            r#"double = { at = "5000000", "#,
            r#"double = { at = ▸"4000000", "#,
            "4000000 is none of the bounds, expected one of them",
        ),
        (
            "annexe-1.toml",
            r#"tree = { field = "habitants", "#,
            r#"tree = ▸{ field = "habitants", between = "L1", "#,
            "`between` on strict bounds, expected it with `up-to` only",
        ),
        (
            "annexe-2.toml",
            r#"tree = { field = "volume-securisation", "#,
            r#"tree = ▸{ field = "volume-securisation", double = { at = "50", ledger = "L6" }, "#,
            "`double` on ceilings, expected it with `below` only",
        ),
        // Kinds.
        (
            "annexe-2.toml",
            "tree = { kinds = [\n  { of = [\"ca\"], then = 1 },\n",
            "tree = { kinds = ▸[\n",
            "kind `ca` leads nowhere, expected every kind of body",
        ),
        (
            "annexe-2.toml",
            r#"{ of = ["commune", "metropole", "syndicat", "ccas", "autre"], "#,
            r#"{ of = ▸["commune", "metropole", "syndicat", "ccas", "autre", "cc"], "#,
            "kind `cc` stands twice, expected each kind once",
        ),
        // Choices.
        (
            "annexe-1.toml",
            r#"then = { jour-semaine = 1, jour-mois = 2, autre-rythme = "quote" }"#,
            "then = ▸{ jour-semaine = 1, jour-mois = 2 }",
            "answer `autre-rythme` leads nowhere, expected every answer",
        ),
        (
            "annexe-2.toml",
            "then = { site-centralise = 1, en-mairie = 2 }",
            "then = { site-centralise = 1, en-mairie = 2, en-prefecture = ▸2 }",
            "unknown answer `en-prefecture`, expected those of the field",
        ),
        (
            "annexe-2.toml",
            r#"choice = "lieu-numerisation""#,
            r#"choice = ▸"actes""#,
            "field `actes` is a number, expected a choice",
        ),
        (
            "annexe-2.toml",
            r#"field = "volume-securisation""#,
            r#"field = ▸"lieu-numerisation""#,
            "field `lieu-numerisation` is a choice, expected a number",
        ),
    ]);
}

#[test]
fn tables() {
    check(&[
        (
            "annexe-2.toml",
            r#"amounts = ["51.67", "63.33", "95.83"]"#,
            r#"amounts = ▸["51.67", "63.33"]"#,
            "2 amounts, expected 3 as in the scale",
        ),
        (
            "annexe-2.toml",
            r#"column-notes = ["1 jour", "2 jours", "3 jours"]"#,
            r#"column-notes = ▸["1 jour", "2 jours", "3 jours", "4 jours"]"#,
            "4 notes, expected 3 as in the scale",
        ),
        (
            "annexe-2.toml",
            r#"at-most = ["5", "8", "15"]"#,
            r#"at-most = ▸["5", "8"]"#,
            "2 maxima, expected 3 as in the scale",
        ),
        (
            "annexe-1.toml",
            "  [\"21098\", \"23735\", ",
            "  ▸[\"21098\", \"23735\", \"23735\", ",
            "ragged grid: row 7 has 16 cells, expected 15",
        ),
        (
            "annexe-1.toml",
            "cells = [\n  [\"5802\", \"7912\", \"10549\", \"13186\", \"15824\", \"18461\", \"21098\", \"23735\", \"26373\", \"29010\", \"31647\", \"34285\", \"36922\", \"39559\", \"42196\"],\n",
            "cells = ▸[\n",
            "6 rows, expected 7 as in the scale",
        ),
        (
            "annexe-2.toml",
            r#"{ label = "Indexation", amounts = ["0.15", "0.15"] }"#,
            r#"▸{ label = "Indexation", amounts = ["0.15"] }"#,
            "1 amounts, expected 2 as in the scale",
        ),
        (
            "annexe-2.toml",
            "parts = [\n  { label = \"Numérisation\", amounts = [\"0.30\", \"0.40\"] }",
            "parts = ▸[\n  { label = \"Numérisation\", amounts = [\"0.30\", \"0.41\"] }",
            "the parts of column 2 add up to 0.56, expected 0.55",
        ),
        (
            "annexe-2.toml",
            r#"amount = "560.00""#,
            "amount = \"560.00\"\nparts = ▸[]",
            "parts of a price without columns, expected rule = \"columns\"",
        ),
        ("annexe-2.toml", r#"pack = "10""#, r#"pack = ▸"0""#, "a pack of 0, expected at least one unit"),
        ("annexe-2.toml", r#"beyond = "10""#, "beyond = ▸10", a_number!("the bare number 10")),
        (
            "annexe-1.toml",
            r#"readings = [{ ledger = "L2", schedule = "once" }]"#,
            r#"readings = [▸{ ledger = "L2", schedule = "once", omit = true }]"#,
            "a reading of no single sort, expected either `schedule` or omit = true",
        ),
        (
            "annexe-1.toml",
            r#"readings = [{ ledger = "L2", schedule = "once" }]"#,
            r#"readings = [▸{ ledger = "L2" }]"#,
            "a reading of no single sort, expected either `schedule` or omit = true",
        ),
    ]);
}

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

/// Declared and referred to by nothing: a ledger entry, a field, a scale, a VAT class.
#[test]
fn unused() {
    check(&[
        (
            "ledger.toml",
            "[[entry]]\nid = \"L12\"",
            "▸[[entry]]\nid = \"L13\"\nquestion = \"Q\"\ntaken = \"T\"\ntouches = \"P\"\n\n[[entry]]\nid = \"L12\"",
            "ledger entry `L13` is used by nothing, expected something to refer to it",
        ),
        (
            "fields.toml",
            "[[field]]\nid = \"sms\"",
            "▸[[field]]\nid = \"fax\"\nlabel = \"F\"\ntype = \"number\"\nunit = [\"fax\", \"fax\"]\nasked = \"service\"\n\n[[field]]\nid = \"sms\"",
            "field `fax` is used by nothing, expected something to refer to it",
        ),
        (
            "annexe-2.toml",
            "[[scale]]\nid = \"organisme-amoa\"",
            "▸[[scale]]\nid = \"spare\"\ncolumns = [\"A\", \"B\"]\ntree = { field = \"actes\", below = [\"9\"], then = [1, 2] }\n\n[[scale]]\nid = \"organisme-amoa\"",
            "scale `spare` is used by nothing, expected something to refer to it",
        ),
        (
            "edition.toml",
            "[[vat]]\nid = \"taxed\"",
            "▸[[vat]]\nid = \"reduced\"\nlabel = \"R\"\nrate = \"5.5\"\n\n[[vat]]\nid = \"taxed\"",
            "VAT class `reduced` is used by nothing, expected something to refer to it",
        ),
    ]);
}

/// What is wrong with a folder as a whole stands at the top of a file.
#[test]
fn whole_files() {
    let without = |name: &str| {
        let mut files = support::shipped();
        files.files.retain(|file| !file.name.starts_with(name));
        first(&files)
    };
    let with = |name: &str, text: &str| {
        let mut files = support::shipped();
        files.files.push(SourceFile::new(name, text));
        first(&files)
    };
    let edited = |from: &str, to: &str| {
        let mut files = support::shipped();
        change(&mut files, "edition.toml", from, to);
        first(&files)
    };
    let absent = "the file is missing, expected it in the edition's folder";
    let no_edition = read(&[]).map(|_| ()).map_err(|faults| faults.to_string());
    let cases = [
        (without("edition"), format!("2021-05-20/edition.toml:1:1: {absent}")),
        (without("ledger"), format!("2021-05-20/ledger.toml:1:1: {absent}")),
        (without("fields"), format!("2021-05-20/fields.toml:1:1: {absent}")),
        (without("services"), format!("2021-05-20/services.toml:1:1: {absent}")),
        (without("annexe-"), format!("2021-05-20/annexe-1.toml:1:1: {absent}")),
        (without("annexe-1"), "annexe-2.toml:1:1: no [counting], expected one in one of the annexes".to_owned()),
        (
            with("prices.toml", ""),
            "prices.toml:1:1: unknown file `prices.toml`, expected edition, ledger, fields, services or annexe-*"
                .to_owned(),
        ),
        (with("annexe-3.toml", ""), "annexe-3.toml:1:1: `annexe` is missing, expected it in this table".to_owned()),
        (
            edited("[[kind]]\nid = \"autre\"\nlabel = \"Autre établissement public\"", "▸"),
            "edition.toml:1:1: kind `autre` stands not exactly once, expected one [[kind]] for each".to_owned(),
        ),
        (
            edited("id = \"autre\"", "▸id = \"ccas\""),
            "edition.toml:1:1: kind `ccas` stands not exactly once, expected one [[kind]] for each".to_owned(),
        ),
        (no_edition.unwrap_err(), "catalogue:1:1: no edition, expected at least one folder".to_owned()),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

/// Whoever mends a price list sees all there is to mend.
#[test]
fn several_faults_are_all_reported() {
    let mut files = support::shipped();
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
    let mut files = support::shipped();
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
            let mut files = support::shipped();
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
            let mut files = support::shipped();
            let place = change(&mut files, file, from, to);
            let line = place.rsplit_once(':').unwrap().0.to_owned();
            let found = first(&files);
            (!found.starts_with(&format!("{line}:"))).then(|| format!("{what}, {place}: {found}"))
        })
        .collect();
    assert!(accepted.is_empty(), "{} of {}:\n{}", accepted.len(), cases.len(), accepted.join("\n"));
}

/// The same folder twice would make one of the two unreachable.
#[test]
fn one_edition_stands_once() {
    assert!(read(&[support::shipped(), support::shipped()]).is_err());
}

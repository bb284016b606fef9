//! What names something else, and what nothing names.

use crate::case::check;

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

//! The printed price list, keyed a second time, against the catalogue and against the engine.
//!
//! Every figure below was typed from the text of the deliberation of 20 May 2021, digits as printed;
//! from `catalogue/` it only borrows ids. The two are compared both ways, so that nothing is missing
//! and nothing is extra, then each figure is asked of the engine by a request that falls in its column.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, missing_docs)]

mod support;

use engine::catalogue::{BodyKind, Edition, Price, Quantity, Rule, Service};
use engine::line::{Charge, Line};
use engine::request::{Body, Membership, Request, Value};
use engine::{Catalogue, Money, Totals, estimate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;
use std::iter::zip;
use std::sync::LazyLock;

use BodyKind::{Ca, Cc, Commune};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(support::catalogue);

fn edition() -> &'static Edition {
    CATALOGUE.edition("2021-05-20").unwrap()
}

// ------------------------------------------------------------------ how a printed table is keyed

/// A printed table, or a block of one.
struct Table {
    service: &'static str,
    columns: &'static [Column],
    rows: &'static [Row],
}

/// A column: its printed heading, empty when it has none, and answers that fall in it.
struct Column {
    heading: &'static str,
    kind: BodyKind,
    answers: &'static [(&'static str, &'static str)],
}

/// A row: one amount per column, or a single one printed across all of them.
struct Row {
    price: &'static str,
    due: &'static [u8],
    amounts: &'static [&'static str],
    /// How many units the answers of each column ask for; empty for one unit everywhere.
    units: &'static [i64],
}

const fn column(heading: &'static str, kind: BodyKind, answers: &'static [(&'static str, &'static str)]) -> Column {
    Column { heading, kind, answers }
}

const fn row(price: &'static str, due: &'static [u8], amounts: &'static [&'static str]) -> Row {
    Row { price, due, amounts, units: &[] }
}

impl Row {
    const fn times(self, units: &'static [i64]) -> Row {
        Row { units, ..self }
    }

    /// The amount printed for a column, in cents.
    fn cents(&self, column: usize) -> i64 {
        cents(if let [across] = self.amounts { across } else { self.amounts[column] })
    }
}

// The years in which something falls due, over the longest period.
const ONCE: &[u8] = &[1];
const YEARLY: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const FROM_YEAR_2: &[u8] = &[2, 3, 4, 5, 6, 7, 8, 9, 10];
const EVERY_3_YEARS: &[u8] = &[1, 4, 7, 10];
const PERIOD: u8 = 10;

// ------------------------------------------------------------------ annexe 1, exempt from VAT

/// The membership grid's columns, each with its number of EP.
const GRID_COLUMNS: [(&str, usize); 15] = [
    ("CDC seule", 0),
    ("CDC + 3 EP", 3),
    ("CDC + 5 EP", 5),
    ("CDC + 10 EP", 10),
    ("CDC+ 14 EP", 14),
    ("CDC+ 18 EP", 18),
    ("CDC+ 22 EP", 22),
    ("CDC+ 25 EP", 25),
    ("CDC+ 28 EP", 28),
    ("CDC+ 31 EP", 31),
    ("CDC+ 34 EP", 34),
    ("CDC+ 37 EP", 37),
    ("CDC+ 40 EP", 40),
    ("CDC+ 43 EP", 43),
    ("CDC+ 46 EP", 46),
];

/// The membership grid's rows: heading, Go, the 15 printed cells.
#[rustfmt::skip]
const GRID_ROWS: [(&str, &str, &str); 7] = [
    ("500 Go", "500",  "5802 | 7 912 | 10 549 | 13 186 | 15 824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196"),
    ("1 To",   "1000", "7912 | 10 549 | 13 186 | 15 824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834"),
    ("1,5 To", "1500", "10549 | 13 186 | 15 824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471"),
    ("2 To",   "2000", "13186 | 15 824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471 | 50 108"),
    ("2,5To",  "2500", "15824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471 | 50 108 | 52 745"),
    ("3To",    "3000", "18461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471 | 50 108 | 52 745 | 55 383"),
    ("3,5To",  "3500", "21098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471 | 50 108 | 52 745 | 55 383 | 58 020"),
];

const PARTICIPATION: &str = "participation-individuelle";

const ANNEXE_1: &[Table] = &[
    Table {
        service: PARTICIPATION,
        columns: &[
            column("< 100", Commune, &[("habitants", "60")]),
            column("< 500", Commune, &[("habitants", "250")]),
            column("< 1 000", Commune, &[("habitants", "800")]),
            column("< 2 500", Commune, &[("habitants", "1700")]),
            column("< 5 000", Commune, &[("habitants", "3000")]),
            column("< 10 000", Commune, &[("habitants", "7000")]),
            column("< 20 000", Commune, &[("habitants", "15000")]),
            column("< 100 000", Commune, &[("habitants", "60000")]),
        ],
        rows: &[row(
            "participation",
            YEARLY,
            &["350€", "500€", "900€", "1 500€", "2 500€", "4 000€", "7 500€", "20 000€"],
        )],
    },
    Table {
        service: "informaticien",
        columns: &[
            column("1 journée / semaine", Cc, &[("rythme-informaticien", "jour-semaine")]),
            column("1 journée / mois", Cc, &[("rythme-informaticien", "jour-mois")]),
        ],
        rows: &[row("informaticien-annuel", YEARLY, &["12 500,00 €", "2 500,00 €"])],
    },
];

// ------------------------------------------------------------------ annexe 2, before VAT

/// The column of a table that has only one.
const ALONE: &[Column] = &[column("", Commune, &[])];

/// The three columns of Opendemande's options, under the headings of their own table.
const OPTION_CLASSES: &[Column] = &[
    column("< 3 500 habitants", Commune, &[("habitants", "2000"), ("jours-formation", "1"), ("teleformations", "2")]),
    column("< 10 000 habitants", Commune, &[("habitants", "8000"), ("jours-formation", "3"), ("teleformations", "4")]),
    column("> 10 000 habitants", Commune, &[("habitants", "12000"), ("jours-formation", "5"), ("teleformations", "6")]),
];

/// The four columns of Logilibre and OpenDispo, printed on two levels.
const POLICE: &[Column] = &[
    column("< 10 000 hbts, < 3 agents", Commune, &[("habitants", "4000"), ("agents", "2"), ("tablettes", "2")]),
    column("< 10 000 hbts, < 5 agents", Commune, &[("habitants", "6000"), ("agents", "4"), ("tablettes", "4")]),
    column("< 10 000 hbts, > 5 agents", Commune, &[("habitants", "8000"), ("agents", "7"), ("tablettes", "7")]),
    column("> 10 000 hbts", Commune, &[("habitants", "15000"), ("agents", "9"), ("tablettes", "9")]),
];

const ANNEXE_2: &[Table] = &[
    Table {
        service: "rgpd",
        columns: &[
            column("< 500K€", Commune, &[("budget", "400000")]),
            column("< 1 000K€", Commune, &[("budget", "650000.50")]),
            column("< 5 000K€", Commune, &[("budget", "2000000")]),
            column("> 5 000K€", Commune, &[("budget", "9000000")]),
        ],
        rows: &[
            row("rgpd-acces", ONCE, &["500€", "1 000€", "2 000€", "3 000€"]),
            row("rgpd-suivi", FROM_YEAR_2, &["150€", "300€", "500€", "750€"]),
        ],
    },
    Table {
        service: "securisation",
        columns: &[
            column("50 Giga Octet", Commune, &[("volume-securisation", "50")]),
            column("100 Giga Octet", Commune, &[("volume-securisation", "100")]),
            column("200 Giga Octet", Commune, &[("volume-securisation", "200")]),
        ],
        rows: &[
            row("securisation-acces", ONCE, &["1 500€", "1 500€", "1 500€"]),
            row("securisation-abonnement", FROM_YEAR_2, &["300€", "500€", "900€"]),
        ],
    },
    Table {
        service: "dematerialisation",
        columns: ALONE,
        rows: &[
            row("dematerialisation-acces", ONCE, &["300€"]),
            row("dematerialisation-abonnement", FROM_YEAR_2, &["80€"]),
        ],
    },
    Table {
        service: "collaboratif",
        columns: ALONE,
        rows: &[row("collaboratif-acces", ONCE, &["500€"]), row("collaboratif-abonnement", FROM_YEAR_2, &["100€"])],
    },
    Table {
        service: "conges",
        columns: ALONE,
        rows: &[row("conges-acces", ONCE, &["500€"]), row("conges-abonnement", FROM_YEAR_2, &["100€"])],
    },
    Table {
        service: "identite",
        columns: &[column("", Commune, &[("volume-identite", "35")])],
        rows: &[
            row("identite-acces", ONCE, &["500€"]),
            row("identite-abonnement", YEARLY, &["100€"]),
            row("identite-supplement", YEARLY, &["50€"]).times(&[3]),
        ],
    },
    Table {
        service: "certificat",
        columns: &[column("", Commune, &[("certificats", "3")])],
        rows: &[row("certificat-rgs", EVERY_3_YEARS, &["175,00€"]).times(&[3])],
    },
    Table {
        service: "opendemande",
        columns: &[
            column("Communes < 3 500 habitants", Commune, &[("habitants", "2000"), ("utilisateurs", "5")]),
            column(
                "Communes < 10 000 habitants et Communauté de communes",
                Commune,
                &[("habitants", "8000"), ("utilisateurs", "8")],
            ),
            column(
                "Communes > 10 000 habitants et Communauté d'agglomération",
                Commune,
                &[("habitants", "12000"), ("utilisateurs", "15")],
            ),
        ],
        rows: &[
            row("opendemande-installation", ONCE, &["1 150,00€", "1 920,00€", "3 050,00€"]),
            row("opendemande-formation", ONCE, &["850,00€", "1 600,00€", "2 350,00€"]),
            row("opendemande-abonnement", YEARLY, &["884,16€", "1 362,91€", "2 141,66€"]),
        ],
    },
    Table {
        service: "opendemande-formation-site",
        columns: OPTION_CLASSES,
        rows: &[row("opendemande-formation-jour", ONCE, &["850,00€"]).times(&[1, 3, 5])],
    },
    Table {
        service: "opendemande-teleformation",
        columns: OPTION_CLASSES,
        rows: &[row("opendemande-teleformation-4h", ONCE, &["360,00€"]).times(&[2, 4, 6])],
    },
    Table {
        service: "opendemande-iparapheur",
        columns: OPTION_CLASSES,
        rows: &[
            row("iparapheur-connecteur", ONCE, &["145,83€"]),
            row("iparapheur-maintenance", YEARLY, &["51,67€", "63,33€", "95,83€"]),
        ],
    },
    Table {
        service: "opendemande-visas",
        columns: OPTION_CLASSES,
        rows: &[
            row("visas-workflows", ONCE, &["480,00€", "795,00€", "1 110,00€"]),
            row("visas-formation", ONCE, &["850,00€", "850,00€", "850,00€"]),
            row("visas-maintenance", YEARLY, &["95,00€", "233,33€", "345,00€"]),
        ],
    },
    Table {
        service: "opendemande-vip",
        columns: OPTION_CLASSES,
        rows: &[
            row("vip-parametrage", ONCE, &["225,00€", "760,00€", "760,00€"]),
            row("vip-teleformation", ONCE, &["360,00€"]),
            row("vip-maintenance", YEARLY, &["55,00€", "130,00€", "185,00€"]),
        ],
    },
    Table {
        service: "opendemande-ldap", columns: OPTION_CLASSES, rows: &[row("ldap-connecteur", ONCE, &["560,00€"])]
    },
    Table {
        service: "logilibre",
        columns: POLICE,
        rows: &[
            row("logilibre-installation", ONCE, &["725,00€", "1125,00€", "1875,00€", "2333,33€"]),
            row("logilibre-abonnement", YEARLY, &["241,67€", "300,00€", "491,67€", "633,33€"]),
            row("logilibre-assistance", YEARLY, &["33,33€", "35,00€", "26,67€", "26,67€"]).times(&[2, 4, 7, 9]),
        ],
    },
    Table {
        service: "opendispo",
        columns: POLICE,
        rows: &[
            row("opendispo-installation", ONCE, &["166,67€", "283,33€", "358,33€", "541,67€"]),
            row("opendispo-maintenance", YEARLY, &["16,67€", "23,33€", "23,33€", "23,33€"]).times(&[2, 4, 7, 9]),
        ],
    },
    Table {
        service: "verbalisation",
        columns: POLICE,
        rows: &[row("verbalisation-tablette", ONCE, &["240,00€"]).times(&[2, 4, 7, 9])],
    },
    Table {
        service: "numerisation",
        columns: &[
            column(
                "Sur site centralisé Gironde Numérique",
                Commune,
                &[("lieu-numerisation", "site-centralise"), ("actes", "101")],
            ),
            column("En mairie", Commune, &[("lieu-numerisation", "en-mairie"), ("actes", "37")]),
        ],
        rows: &[row("numerisation-acte", ONCE, &["0,45€", "0,55€"]).times(&[101, 37])],
    },
    Table {
        service: "alerte-sms",
        columns: &[column("", Commune, &[("sms", "1234")])],
        rows: &[row("sms-envoi", YEARLY, &["0,06€"]).times(&[1234])],
    },
    Table {
        service: "telecom",
        columns: &[
            column("Communauté d'agglomération + 5 communes", Ca, &[("communes-diagnostic", "12")]),
            column("Communauté de communes + 5 communes", Cc, &[("communes-diagnostic", "6")]),
        ],
        rows: &[
            row("telecom-diagnostic", ONCE, &["2 950€", "2 350€"]),
            row("telecom-commune", ONCE, &["330€"]).times(&[7, 1]),
        ],
    },
    Table {
        service: "telecom-appel-offre",
        columns: &[
            column("Communauté de communes", Cc, &[]),
            column("Communes de + de 10 000 habitants", Commune, &[("habitants", "12000")]),
        ],
        rows: &[row("telecom-appel-offre-amoa", ONCE, &["1 500€", "1 200€"])],
    },
    Table {
        service: "telecom-offres",
        columns: &[column("", Commune, &[("offres", "4")])],
        rows: &[row("telecom-offres-analyse", ONCE, &["375€"]).times(&[4])],
    },
];

/// The parts printed under the cost of an act: price, part, one amount per column.
const PARTS: [(&str, &str, [&str; 2]); 2] = [
    ("numerisation-acte", "Numérisation", ["0,30€", "0,40€"]),
    ("numerisation-acte", "Indexation", ["0,15€", "0,15€"]),
];

/// What stands where no figure is printed. `None` where the list names the service and says nothing.
const WORDS: [(&str, &str, Option<&str>); 6] = [
    ("sms-acces", "free", Some("Gratuit")),
    ("ecoles-diagnostic", "free", Some("pris en charge dans le cadre de l'Ingénierie départementale")),
    ("sur-mesure-adherents-devis", "quote", Some("Sur devis")),
    ("rgpd-complements-devis", "quote", Some("Sur devis en fonction de la demande")),
    ("ecoles-groupement-devis", "quote", None),
    ("sur-mesure-devis", "quote", None),
];

/// What is counted: price, field, units inside another row, units sold together.
const COUNTED: [(&str, &str, i64, i64); 11] = [
    ("identite-supplement", "volume-identite", 10, 10),
    ("certificat-rgs", "certificats", 0, 1),
    ("opendemande-formation-jour", "jours-formation", 0, 1),
    ("opendemande-teleformation-4h", "teleformations", 0, 1),
    ("logilibre-assistance", "agents", 0, 1),
    ("opendispo-maintenance", "agents", 0, 1),
    ("verbalisation-tablette", "tablettes", 0, 1),
    ("numerisation-acte", "actes", 0, 1),
    ("sms-envoi", "sms", 0, 1),
    ("telecom-commune", "communes-diagnostic", 5, 1),
    ("telecom-offres-analyse", "offres", 0, 1),
];

// ------------------------------------------------------------------ page 1

/// Page 1: the heading above a family, the family, its services, those "hors mutualisation".
const PAGE_ONE: [(&str, &str, &[&str], &[&str]); 5] = [
    (
        "",
        "Ingénierie numérique",
        &[
            "Informaticien mutualisé",
            "Assistance pour création site internet",
            "Diagnostic pour définition des besoins numériques",
        ],
        &["Écoles Numériques (diagnostic et groupement de commandes)", "Diagnostic Télécom"],
    ),
    (
        "",
        "Sécurisation du patrimoine numérique",
        &[
            "Serveur de Fichier (NAS)",
            "Sauvegarde externalisée des données",
            "Monitoring et rapport hebdomadaire",
            "Gestion nom de domaine",
            "Délégué à la protection des données",
            "Serveur virtualisé",
            "Hébergement",
            "VPN",
        ],
        &[],
    ),
    (
        "Plateforme de services numériques",
        "Obligations réglementaires",
        &[
            "Profil acheteur",
            "Tiers de télétransmission : Actes, Hélios et mails sécurisés (convocation électronique)",
            CERTIFICATE,
            "Parapheur électronique",
            "Plateforme Open Data",
            "Registre de traitement des données personnelles",
            "COMEDec",
        ],
        &[],
    ),
    (
        "Plateforme de services numériques",
        "Organisation interne",
        &[
            "Serveur mail",
            "Espace Numérique de Travail : webmail, agendas partagés, carnet d'adresses, gestion de tâches, d'incidents,...",
            "Gestion électronique des congés",
            "Plateforme de partage de documents",
            "Outil de planification de réunion",
            "Outil de conférence pour les réunions (Meetjsi) et les assemblées (BigBlueButton)",
            "Bureau virtuel de l'agent / élus pour accéder aux services.",
        ],
        &["Numérisation des actes d'état civil", "Gestion de police municipale"],
    ),
    (
        "Plateforme de services numériques",
        "Gestion relation citoyenne",
        &["Site internet"],
        &["Gestion des demandes citoyennes (courrier, appels, mails, etc.)", "Alertes SMS"],
    ),
];

/// The one service of page 1 that is limited.
const CERTIFICATE: &str = "Certificat électronique (Eidas), limité à 2 par collectivités";

/// The services "hors mutualisation" of page 1, each with the one of annexe 2 that prices it.
const OUTSIDE: [(&str, &str); 6] = [
    ("Écoles Numériques (diagnostic et groupement de commandes)", "ecoles"),
    ("Diagnostic Télécom", "telecom"),
    ("Numérisation des actes d'état civil", "numerisation"),
    ("Gestion de police municipale", "logilibre"),
    ("Gestion des demandes citoyennes (courrier, appels, mails, etc.)", "opendemande"),
    ("Alertes SMS", "alerte-sms"),
];

// ------------------------------------------------------------------ what is printed beside the figures

/// Which service is an option of which.
const OPTIONS: [(&str, &str); 12] = [
    ("rgpd-complements", "rgpd"),
    ("opendemande-formation-site", "opendemande"),
    ("opendemande-teleformation", "opendemande"),
    ("opendemande-iparapheur", "opendemande"),
    ("opendemande-visas", "opendemande"),
    ("opendemande-vip", "opendemande"),
    ("opendemande-ldap", "opendemande"),
    ("opendispo", "logilibre"),
    ("verbalisation", "logilibre"),
    ("telecom-appel-offre", "telecom"),
    ("telecom-offres", "telecom"),
    ("ecoles-groupement", "ecoles"),
];

/// "Nombre d'utilisateurs maximum", the only printed maximum, column by column.
const MAXIMA: [(&str, &str, [i64; 3]); 1] = [("opendemande", "Nombre d'utilisateurs maximum", [5, 8, 15])];

/// What is printed for some columns beside their amount.
const COLUMN_NOTES: [(&str, &[&str]); 2] = [
    ("opendemande-formation", &["1 jour", "2 jours", "3 jours"]),
    // Printed in the row's label: "à distance si inférieure à 3 agents".
    ("logilibre-installation", &["à distance", "", "", ""]),
];

/// The annexes: printed title, printed sentence on VAT.
const ANNEXES: [(&str, &str); 2] = [
    (
        "LA PARTICIPATION D'ADHÉSION AUX SERVICES NUMÉRIQUES MUTUALISÉS",
        "Les services numériques mutualisés sont exonérés de TVA conformément à l'article 261B du Code Général des Impôts. \
         Les coûts en euros sont toutes taxes comprises et comprennent toutes les charges.",
    ),
    (
        "LES PRESTATIONS DU CATALOGUE DES SERVICES HORS MUTUALISATION",
        "Les prestations hors mutualisation sont soumises à TVA. Les prix indiqués sont euros Hors Taxes",
    ),
];

/// The remarks printed with a price, by service: these words stand in the catalogue's note.
const NOTES: [(&str, &str); 3] = [
    (
        "adhesion-mutualisee",
        "Facturation à l'EPCI dans les conditions spécifiées par la convention d'adhésion aux services numériques",
    ),
    ("certificat", "Durée de validité 3 ans"),
    ("numerisation", "Attention, ces coûts ne tiennent pas compte d'une intégration dans vos logiciels d'état civil"),
];

const COUNTING: &str = "EP : Établissements Publics (communes, syndicats, CCAS...). \
    Les communes inférieures à 300 habitants et les EP dont le nombre d'habitants est inférieur à 1 500 ne sont pas comptabilisés";

const COVER: &str =
    "Chaque adhérent dispose de l'ensemble des services listés en page 1 sauf prestations hors mutualisation";

/// Every service: its printed headings, then the labels of its rows.
#[rustfmt::skip]
const LABELS: [(&str, &str); 30] = [
    ("adhesion-mutualisee", "Adhésion mutualisée pour le territoire de l'EPCI | Montant de l'adhésion mutualisée de l'EPCI et de ses établissements publics"),
    (PARTICIPATION, "Participation individuelle d'une commune d'un EPCI adhérent aux services numériques : Participation individuelle des communes facturée à l'EPCI | Coût annuel"),
    ("informaticien", "Informaticien mutualisé sur demande (mis à disposition sur les territoires) | Coût annuel"),
    ("sur-mesure-adherents", "Informaticien mutualisé sur demande (mis à disposition sur les territoires) | Service sur mesure à la demande des adhérents"),
    ("rgpd", "Prestation de mise en place de la conformité RGPD | Frais d'accès aux services | Abonnement année 2 : Suivi annuel et actualisation des outils et veille"),
    ("rgpd-complements", "Prestation de mise en place de la conformité RGPD | Service(s) complémentaire(s)"),
    ("securisation", "Prestation de sécurisation des données | Frais d'accès au service (mise à disposition d'un serveur NAS, paramétrage, abonnement année 1) | Abonnement annuel (accès aux services, assistance utilisateur)"),
    ("dematerialisation", "Prestation de mise en place du dispositif dématérialisation vers les services de l'état | Frais d'accès au service | Abonnement annuel année 2 (accès aux services, assistance utilisateur)"),
    ("collaboratif", "Prestation de mise en place outil collaboratif | Frais d'accès au service | Abonnement annuel année 2 (accès aux services, assistance utilisateur)"),
    ("conges", "Prestation de mise en place outil congés | Frais d'accès au service | Abonnement annuel année 2 (accès aux services, assistance utilisateur)"),
    ("identite", "Prestation Identité Numérique d'une collectivité | Frais d'accès au service | Abonnement annuel (accès aux services, assistance utilisateur) 10 Go | 10 Go supplémentaire"),
    ("certificat", "Identité électronique: Certificat RGS 2* | Certificat RGS 2* valable 3 ans"),
    ("opendemande", "Opendemande : Logiciel de gestion de flux citoyen, Prestation de Base | Prestations initiales (Installation + paramétrage + récupération de données) | Formation sur site | Abonnement annuel"),
    ("opendemande-formation-site", "Opendemande, Options | Formation complémentaire sur site à la journée"),
    ("opendemande-teleformation", "Opendemande, Options | Possibilité de téléformation 4h en 2 sessions de 2h"),
    ("opendemande-iparapheur", "Opendemande, Options, 1 – Module Iparapheur : Signature électronique | Paramétrage connecteur Iparapheur | Assistance et maintenance annuelle"),
    ("opendemande-visas", "Opendemande, Options, 2 – Modules Visas sortants | Paramétrage workflows de validation – Workflows de validation | Formation traitement des flux - Gestion des flux sortants 1 jour | Assistance et maintenance annuelle"),
    ("opendemande-vip", "Opendemande, Options, 3 – Module VIP et Publipostages | Paramétrage | Téléformation 4h (2 sessions de 2h) | Assistance et maintenance annuelle"),
    ("opendemande-ldap", "Opendemande, Options, 4 – Autres prestations complémentaires | Connecteur LDAP"),
    ("logilibre", "Logilibre police municipale | Installation, paramétrage et formation (à distance si inférieure à 3 agents) | Abonnement, hébergement et maintenance annuelle | Assistance utilisateur (par agent)"),
    ("opendispo", "Logilibre police municipale, OpenDispo | Installation OpenDispo | Maintenance et assistance Open Dispo annuelle (par agent)"),
    ("verbalisation", "Logilibre police municipale | Option de verbalisation électronique (fourniture d'une tablette pour signature + télé-installation)"),
    ("numerisation", "Prestation de numérisation des actes d'état civil | Coût à l'acte"),
    ("alerte-sms", "Alerte SMS | Frais d'accès à la plateforme | Coût SMS"),
    ("telecom", "Diagnostic Télécom avec remise d'un rapport d'analyse et axes d'optimisation | Analyse de factures et identification des axes d'optimisation avec remise d'un rapport | Coût par commune supplémentaire"),
    ("telecom-appel-offre", "Diagnostic Télécom, Option AMOA – Réalisation d'un appel d'offre opérateur | Réalisation d'un appel d'offre opérateur"),
    ("telecom-offres", "Diagnostic Télécom, Option AMOA – Analyse des offres | Coût par offre pour tout type de communes"),
    ("ecoles", "Ecoles numériques | Diagnostic pris en charge"),
    ("ecoles-groupement", "Prestations hors mutualisation : Écoles Numériques (diagnostic et groupement de commandes) | groupement de commandes | Ecoles numériques"),
    ("sur-mesure", "Prestation sur mesure à la demande | Prestation sur mesure à la demande"),
];

// ------------------------------------------------------------------ the catalogue against the print

#[test]
fn every_printed_figure_is_in_the_catalogue_and_nothing_else_is() {
    let printed = printed_figures();
    // The grid's cells, and every other amount but the renewal of a certificate, printed beside its cost.
    assert_eq!(printed.len(), 105 + 100);
    compare(&printed, &catalogue_figures(edition()));
}

#[test]
fn every_column_of_annexe_1_and_of_the_base_tables_bears_its_printed_heading() {
    let edition = edition();
    let Rule::Grid(grid) = &price(edition, "adhesion").rule else { panic!("the membership is no grid") };
    assert_eq!(squeezed(&edition.scale(grid.rows).columns), squeezed(&GRID_ROWS.map(|(heading, ..)| heading)));
    assert_eq!(squeezed(&edition.scale(grid.columns).columns), squeezed(&GRID_COLUMNS.map(|(heading, _)| heading)));
    for table in tables().filter(|table| !is_option_of_opendemande(table)) {
        check_headings(edition, table);
    }
}

#[test]
fn every_column_of_opendemandes_options_bears_its_printed_heading() {
    for table in tables().filter(|table| is_option_of_opendemande(table)) {
        check_headings(edition(), table);
    }
}

#[test]
fn the_grid_is_made_of_21_equal_antidiagonals() {
    for (row, cells) in grid().iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            // A unit is 29 010 / 11 euros; to the euro, half up.
            let units = i64::try_from(row + column + 2).unwrap();
            let rule = if units == 2 { 5802 } else { (2 * 29_010 * units + 11) / 22 };
            assert_eq!(*cell, 100 * rule, "row {row}, column {column}");
        }
    }
}

#[test]
fn words_stand_where_no_figure_is_printed() {
    let edition = edition();
    let found: BTreeSet<&str> = prices(edition)
        .filter(|price| matches!(price.rule, Rule::Free(_) | Rule::Quote(_)))
        .map(|price| price.id.as_str())
        .collect();
    assert_eq!(found, WORDS.map(|(id, ..)| id).into());
    for (id, outcome, printed) in WORDS {
        let (kept, wording) = match &price(edition, id).rule {
            Rule::Free(wording) => ("free", wording),
            Rule::Quote(wording) => ("quote", wording),
            other => panic!("{id}: {other:?}"),
        };
        assert_eq!(kept, outcome, "{id}");
        assert!(printed.is_none_or(|words| squeeze(words).eq_ignore_ascii_case(&squeeze(wording))), "{id}: {wording}");
    }
}

#[test]
fn what_is_counted_is_what_is_printed() {
    let edition = edition();
    let found: BTreeSet<_> = prices(edition)
        .filter_map(|price| {
            let quantity = quantity(price)?;
            let field = edition.field(quantity.field).id.as_str();
            Some((price.id.as_str(), field, quantity.beyond.to_i64()?, quantity.pack.to_i64()?))
        })
        .collect();
    assert_eq!(found, COUNTED.into());
}

#[test]
fn the_maxima_and_the_columns_remarks_are_printed() {
    let edition = edition();
    let limited = edition.services.iter().filter_map(|service| {
        let limit = service.limit.as_ref()?;
        Some((service.id.clone(), limit.label.clone(), limit.at_most.iter().map(|n| n.to_i64().unwrap()).collect()))
    });
    let printed = MAXIMA.map(|(service, label, most)| (service.to_owned(), label.to_owned(), most.to_vec()));
    assert_eq!(limited.collect::<Vec<(String, String, Vec<i64>)>>(), printed);
    let noted: Vec<&Price> = prices(edition).filter(|price| !price.column_notes.is_empty()).collect();
    assert_eq!(noted.len(), COLUMN_NOTES.len());
    for (price, (id, notes)) in zip(noted, COLUMN_NOTES) {
        assert_eq!(price.id, id);
        assert_eq!(price.column_notes.len(), notes.len(), "{id}");
        let pairs = zip(&price.column_notes, notes);
        pairs.for_each(|(kept, printed)| {
            assert!(kept.contains(printed) && kept.is_empty() == printed.is_empty(), "{id}: {kept}")
        });
    }
}

#[test]
fn page_one_lists_its_services() {
    let edition = edition();
    let families = edition.families.iter().map(|family| (family.group.as_str(), family.label.as_str()));
    assert_eq!(families.collect::<Vec<_>>(), PAGE_ONE.map(|(group, label, ..)| (group, label)));
    for (place, (_, family, inside, outside)) in PAGE_ONE.iter().enumerate() {
        let listed = edition.offers.iter().filter(|offer| usize::from(offer.family) == place);
        let found: Vec<_> = listed.map(|offer| (offer.label.as_str(), offer.outside)).collect();
        let inside = inside.iter().map(|label| (*label, false));
        let printed: Vec<_> = inside.chain(outside.iter().map(|label| (*label, true))).collect();
        assert_eq!(found, printed, "{family}");
    }
    for offer in &edition.offers {
        let limit = offer.limit.map(|limit| limit.0);
        assert_eq!(limit, (offer.label == CERTIFICATE).then_some(Decimal::TWO), "{}", offer.label);
    }
}

#[test]
fn what_page_one_leaves_outside_is_priced_in_annexe_2() {
    let edition = edition();
    let offers = edition.offers.iter().enumerate().filter(|(_, offer)| offer.outside);
    let priced = offers.map(|(place, offer)| {
        let is_it = |service: &&Service| service.offers.iter().any(|ix| usize::from(ix.0) == place);
        (offer.label.as_str(), edition.services.iter().find(is_it).map_or("", |service| service.id.as_str()))
    });
    assert_eq!(priced.collect::<Vec<_>>(), OUTSIDE);
}

#[test]
fn options_belong_to_the_service_they_are_printed_under() {
    let edition = edition();
    let found: BTreeSet<_> = edition
        .services
        .iter()
        .filter_map(|option| Some((option.id.as_str(), edition.service(option.option_of?)?.id.as_str())))
        .collect();
    assert_eq!(found, OPTIONS.into());
}

#[test]
fn the_annexes_bear_their_printed_titles_and_the_act_its_reference() {
    let edition = edition();
    let titles = edition.annexes.iter().map(|annexe| annexe.title.to_uppercase());
    assert_eq!(titles.collect::<Vec<_>>(), ANNEXES.map(|(title, _)| title));
    assert_eq!(edition.reference, "033-200010049-20210520-210520_005-DE");
}

#[test]
fn the_annexes_say_of_vat_what_is_printed() {
    for (annexe, (_, printed)) in zip(&edition().annexes, ANNEXES) {
        assert_eq!(annexe.note.trim_end_matches('.').to_lowercase(), printed.trim_end_matches('.').to_lowercase());
    }
}

#[test]
fn notes_and_rules_quote_the_print() {
    let edition = edition();
    assert_eq!(edition.counting_source, COUNTING);
    assert_eq!(edition.cover_source, COVER);
    let noted: Vec<_> = edition.services.iter().filter(|service| !service.note.is_empty()).collect();
    assert_eq!(noted.len(), NOTES.len());
    for (service, (id, printed)) in zip(noted, NOTES) {
        assert_eq!(service.id, id);
        assert!(service.note.contains(printed), "{id}: {}", service.note);
    }
}

#[test]
fn labels_and_sources_use_the_printed_words() {
    let services = &edition().services;
    assert_eq!(services.iter().map(|service| service.id.as_str()).collect::<Vec<_>>(), LABELS.map(|(id, _)| id));
    for (service, (_, printed)) in zip(services, LABELS) {
        check_words(&service.label, printed);
        for price in &service.prices {
            check_words(&price.label, printed);
            check_words(&price.source, &format!("Annexe, Page, {printed}"));
        }
    }
}

// ------------------------------------------------------------------ the engine against the print

#[test]
fn every_printed_figure_comes_out_of_the_engine() {
    for (annexe, rate) in [(ANNEXE_1, 0), (ANNEXE_2, 20)] {
        for table in annexe {
            for place in 0..table.columns.len() {
                check_column(table, place, rate);
            }
        }
    }
}

#[test]
fn every_cell_of_the_grid_comes_out_of_the_engine() {
    for ((heading, volume, _), cells) in zip(GRID_ROWS, grid()) {
        for ((_, bodies), cell) in zip(GRID_COLUMNS, cells) {
            let asked = Request {
                membership: Membership::Mutualised,
                bodies: vec![body(300); bodies],
                ..request(Cc, &[("volume-territoire", volume)], &[])
            };
            let estimate = estimate(&CATALOGUE, &asked).unwrap();
            let found: Vec<String> = estimate.lines().map(told).collect();
            assert_eq!(found, [due("adhesion", cell, 1, 0, YEARLY)], "{heading}, {bodies} EP");
            assert!(!estimate.is_at_least() && estimate.items.len() == 1, "{heading}, {bodies} EP");
            assert_eq!(estimate.by_year, [totals(&[(cell, 0)]); 10]);
        }
    }
}

#[test]
fn a_certificate_is_renewed_at_the_printed_price() {
    let estimate = estimate(&CATALOGUE, &request(Commune, &[("certificats", "1")], &["certificat"])).unwrap();
    let (cost, renewal) = (cents("175,00€"), cents("175,00€"));
    for (year, expected) in [(1, cost), (2, 0), (3, 0), (4, renewal), (7, renewal), (10, renewal)] {
        assert_eq!(in_cents(estimate.year(year).unwrap().ht), expected, "year {year}");
    }
}

/// Asks for a column of a table: every row comes out at its printed amount, and the years add up.
fn check_column(table: &Table, place: usize, rate: i64) {
    let column = &table.columns[place];
    let asked = if table.service == PARTICIPATION {
        Request { membership: Membership::Individual, ..request(column.kind, column.answers, &[]) }
    } else {
        request(column.kind, column.answers, &[table.service])
    };
    let context = format!("{}, column \"{}\"", table.service, column.heading);
    let estimate = estimate(&CATALOGUE, &asked).unwrap();
    let found: Vec<String> = estimate.lines().map(told).collect();
    let units = |row: &Row| row.units.get(place).copied().unwrap_or(1);
    let printed: Vec<String> =
        table.rows.iter().map(|row| due(row.price, row.cents(place), units(row), rate, row.due)).collect();
    assert_eq!(found, printed, "{context}");
    assert!(!estimate.is_at_least(), "{context}");
    for (year, sums) in zip(1.., &estimate.by_year) {
        let rows = table.rows.iter().filter(|row| row.due.contains(&year));
        let amounts: Vec<(i64, i64)> = rows.map(|row| (row.cents(place) * units(row), rate)).collect();
        assert_eq!(*sums, totals(&amounts), "{context}, year {year}");
    }
}

fn request(kind: BodyKind, answers: &[(&str, &str)], services: &[&str]) -> Request {
    let value = |text: &str| engine::decimal::parse(text).map_or_else(|| Value::Choice(text.to_owned()), Value::Number);
    Request {
        years: PERIOD,
        kind: Some(kind),
        values: answers.iter().map(|(field, answer)| ((*field).to_owned(), value(answer))).collect(),
        services: services.iter().map(|id| (*id).to_owned()).collect(),
        ..Request::default()
    }
}

/// A commune of a territory.
fn body(inhabitants: u32) -> Body {
    Body { kind: Commune, inhabitants: Some(inhabitants), municipal: None, name: String::new() }
}

/// A line as the engine prices it, in the form of [`due`].
fn told(line: &Line<'_>) -> String {
    let years: Vec<u8> = (1..=PERIOD).filter(|year| line.in_year(*year).is_some()).collect();
    let charge = match line.charge {
        Charge::Exempt(amount) => format!("{} exempt", in_cents(amount)),
        Charge::Taxed { ht, tva, .. } => format!("{} + {} VAT", in_cents(ht), in_cents(tva)),
    };
    format!("{}: {} × {} = {charge} in {years:?}", line.price.id, in_cents(line.priced.unit), line.priced.quantity)
}

/// A line as it should be: unit price in cents, units, VAT rate, years.
fn due(price: &str, unit: i64, units: i64, rate: i64, years: &[u8]) -> String {
    let amount = unit * units;
    let charge = if rate == 0 { format!("{amount} exempt") } else { format!("{amount} + {} VAT", vat(amount, rate)) };
    format!("{price}: {unit} × {units} = {charge} in {years:?}")
}

/// VAT on an amount in cents, rounded half away from zero.
fn vat(amount: i64, rate: i64) -> i64 {
    (amount * rate + 50) / 100
}

/// The sums of amounts in cents, each with its VAT rate.
fn totals(amounts: &[(i64, i64)]) -> Totals {
    let sum = |taxed: bool, part: fn(i64, i64) -> i64| {
        let kept = amounts.iter().filter(|(_, rate)| (*rate > 0) == taxed);
        Money::from_euros(Decimal::new(kept.map(|(amount, rate)| part(*amount, *rate)).sum(), 2))
    };
    let (ht, tva) = (sum(true, |amount, _| amount), sum(true, vat));
    Totals { exempt: sum(false, |amount, _| amount), ht, tva, ttc: ht.plus(tva) }
}

// ------------------------------------------------------------------ both sides in one form

fn tables() -> impl Iterator<Item = &'static Table> {
    ANNEXE_1.iter().chain(ANNEXE_2)
}

fn is_option_of_opendemande(table: &Table) -> bool {
    OPTIONS.contains(&(table.service, "opendemande"))
}

/// The re-keyed grid, in cents.
fn grid() -> Vec<Vec<i64>> {
    GRID_ROWS.map(|(_, _, cells)| cells.split('|').map(cents).collect()).into()
}

/// Every re-keyed figure at its place.
fn printed_figures() -> BTreeSet<String> {
    let mut figures = BTreeSet::new();
    for (row, cells) in grid().iter().enumerate() {
        figures.extend(cells.iter().enumerate().map(|(column, cell)| at_crossing(row, column, *cell, YEARLY)));
    }
    for row in tables().flat_map(|table| table.rows) {
        figures.extend(match row.amounts {
            [only] => vec![at("only", row.price, cents(only), row.due)],
            all => (0..all.len()).map(|column| at(column, row.price, row.cents(column), row.due)).collect(),
        });
    }
    for (price, part, amounts) in PARTS {
        figures.extend(amounts.iter().enumerate().map(|(column, amount)| of_part(price, part, column, cents(amount))));
    }
    figures
}

/// Every amount of the catalogue at its place.
fn catalogue_figures(edition: &Edition) -> BTreeSet<String> {
    let mut figures = BTreeSet::new();
    for price in prices(edition) {
        let years: Vec<u8> = (1..=PERIOD).filter(|year| price.schedule.due(*year)).collect();
        match &price.rule {
            Rule::Flat(amount) | Rule::PerUnit(amount, _) => {
                figures.insert(at("only", &price.id, in_cents(*amount), &years));
            }
            Rule::Columns(_, amounts, _) => figures.extend(
                amounts.iter().enumerate().map(|(column, amount)| at(column, &price.id, in_cents(*amount), &years)),
            ),
            Rule::Grid(grid) => figures.extend(grid.cells.iter().enumerate().flat_map(|(row, cells)| {
                let years = &years;
                let cells = cells.iter().enumerate();
                cells.map(move |(column, cell)| at_crossing(row, column, in_cents(*cell), years))
            })),
            Rule::Free(_) | Rule::Quote(_) => {}
        }
        for part in &price.parts {
            let amounts = part.amounts.iter().enumerate();
            figures.extend(amounts.map(|(column, amount)| of_part(&price.id, &part.label, column, in_cents(*amount))));
        }
    }
    figures
}

fn at(column: impl std::fmt::Display, price: &str, cents: i64, years: &[u8]) -> String {
    format!("{price}, column {column}: {cents} in {years:?}")
}

fn at_crossing(row: usize, column: usize, cents: i64, years: &[u8]) -> String {
    at(format!("{column}, row {row}"), "adhesion", cents, years)
}

fn of_part(price: &str, part: &str, column: usize, cents: i64) -> String {
    format!("{price}, part {part}, column {column}: {cents}")
}

/// Both ways at once, so that one wrong figure shows with what stands in its place.
fn compare(printed: &BTreeSet<String>, kept: &BTreeSet<String>) {
    let missing: Vec<_> = printed.difference(kept).collect();
    let extra: Vec<_> = kept.difference(printed).collect();
    assert!(missing.is_empty() && extra.is_empty(), "printed, not kept: {missing:#?}\nkept, not printed: {extra:#?}");
}

fn check_headings(edition: &Edition, table: &Table) {
    for row in table.rows {
        if let Rule::Columns(scale, ..) = &price(edition, row.price).rule {
            let printed: Vec<&str> = table.columns.iter().map(|column| column.heading).collect();
            assert_eq!(squeezed(&edition.scale(*scale).columns), squeezed(&printed), "{}", row.price);
        }
    }
}

/// Every long word of a text is among the printed ones.
fn check_words(text: &str, printed: &str) {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        words.map(str::to_lowercase).collect()
    };
    let invented: Vec<String> = words(text).difference(&words(printed)).cloned().collect();
    assert!(invented.is_empty(), "\"{text}\": {invented:?} not printed in \"{printed}\"");
}

fn prices(edition: &Edition) -> impl Iterator<Item = &Price> {
    edition.services.iter().flat_map(|service| &service.prices)
}

fn price<'c>(edition: &'c Edition, id: &str) -> &'c Price {
    prices(edition).find(|price| price.id == id).unwrap_or_else(|| panic!("no price {id}"))
}

fn quantity(price: &Price) -> Option<&Quantity> {
    match &price.rule {
        Rule::PerUnit(_, quantity) => Some(quantity),
        Rule::Columns(_, _, quantity) => quantity.as_ref(),
        _ => None,
    }
}

/// A text without its spaces: the print puts them differently from place to place.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

fn squeezed(texts: &[impl AsRef<str>]) -> Vec<String> {
    texts.iter().map(|text| squeeze(text.as_ref())).collect()
}

/// A printed amount in cents: "1 362,91€" is 136291, "500€" is 50000.
fn cents(printed: &str) -> i64 {
    let digits: String = printed.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let (euros, cents) = digits.split_once(',').unwrap_or((&digits, "00"));
    assert_eq!(cents.len(), 2, "{printed}");
    euros.parse::<i64>().unwrap() * 100 + cents.parse::<i64>().unwrap()
}

/// An amount of the engine in cents; it has no fraction of a cent.
fn in_cents(amount: Money) -> i64 {
    let cents = amount.euros() * Decimal::ONE_HUNDRED;
    assert!(cents.fract().is_zero(), "{cents}");
    cents.to_i64().unwrap()
}

//! Annexe 2 as printed, before VAT.

use crate::table::{Column, EVERY_3_YEARS, FROM_YEAR_2, ONCE, Table, YEARLY, column, row};
use engine::catalogue::BodyKind::{Ca, Cc, Commune};

/// The column of a table that has only one.
pub const ALONE: &[Column] = &[column("", Commune, &[])];

/// The three columns of Opendemande's options, under the headings of their own table.
pub const OPTION_CLASSES: &[Column] = &[
    column("< 3 500 habitants", Commune, &[("habitants", "2000"), ("jours-formation", "1"), ("teleformations", "2")]),
    column("< 10 000 habitants", Commune, &[("habitants", "8000"), ("jours-formation", "3"), ("teleformations", "4")]),
    column("> 10 000 habitants", Commune, &[("habitants", "12000"), ("jours-formation", "5"), ("teleformations", "6")]),
];

/// The four columns of Logilibre and OpenDispo, printed on two levels.
pub const POLICE: &[Column] = &[
    column("< 10 000 hbts, < 3 agents", Commune, &[("habitants", "4000"), ("agents", "2"), ("tablettes", "2")]),
    column("< 10 000 hbts, < 5 agents", Commune, &[("habitants", "6000"), ("agents", "4"), ("tablettes", "4")]),
    column("< 10 000 hbts, > 5 agents", Commune, &[("habitants", "8000"), ("agents", "7"), ("tablettes", "7")]),
    column("> 10 000 hbts", Commune, &[("habitants", "15000"), ("agents", "9"), ("tablettes", "9")]),
];

pub const ANNEXE_2: &[Table] = &[
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
pub const PARTS: [(&str, &str, [&str; 2]); 2] = [
    ("numerisation-acte", "Numérisation", ["0,30€", "0,40€"]),
    ("numerisation-acte", "Indexation", ["0,15€", "0,15€"]),
];

/// What stands where no figure is printed. `None` where the list names the service and says nothing.
pub const WORDS: [(&str, &str, Option<&str>); 6] = [
    ("sms-acces", "free", Some("Gratuit")),
    ("ecoles-diagnostic", "free", Some("pris en charge dans le cadre de l'Ingénierie départementale")),
    ("sur-mesure-adherents-devis", "quote", Some("Sur devis")),
    ("rgpd-complements-devis", "quote", Some("Sur devis en fonction de la demande")),
    ("ecoles-groupement-devis", "quote", None),
    ("sur-mesure-devis", "quote", None),
];

/// What is counted: price, field, units inside another row, units sold together.
pub const COUNTED: [(&str, &str, i64, i64); 11] = [
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

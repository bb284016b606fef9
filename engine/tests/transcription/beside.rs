//! What is printed beside the figures.

use crate::annexe_1::PARTICIPATION;

/// Which service is an option of which.
pub const OPTIONS: [(&str, &str); 12] = [
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
pub const MAXIMA: [(&str, &str, [i64; 3]); 1] = [("opendemande", "Nombre d'utilisateurs maximum", [5, 8, 15])];

/// What is printed for some columns beside their amount.
pub const COLUMN_NOTES: [(&str, &[&str]); 2] = [
    ("opendemande-formation", &["1 jour", "2 jours", "3 jours"]),
    // Printed in the row's label: "à distance si inférieure à 3 agents".
    ("logilibre-installation", &["à distance", "", "", ""]),
];

/// The annexes: printed title, printed sentence on VAT.
pub const ANNEXES: [(&str, &str); 2] = [
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
pub const NOTES: [(&str, &str); 3] = [
    (
        "adhesion-mutualisee",
        "Facturation à l'EPCI dans les conditions spécifiées par la convention d'adhésion aux services numériques",
    ),
    ("certificat", "Durée de validité 3 ans"),
    ("numerisation", "Attention, ces coûts ne tiennent pas compte d'une intégration dans vos logiciels d'état civil"),
];

pub const COUNTING: &str = "EP : Établissements Publics (communes, syndicats, CCAS...). \
    Les communes inférieures à 300 habitants et les EP dont le nombre d'habitants est inférieur à 1 500 ne sont pas comptabilisés";

pub const COVER: &str =
    "Chaque adhérent dispose de l'ensemble des services listés en page 1 sauf prestations hors mutualisation";

/// Every service: its printed headings, then the labels of its rows.
#[rustfmt::skip]
pub const LABELS: [(&str, &str); 30] = [
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

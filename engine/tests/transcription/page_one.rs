//! Page 1 as printed.

/// Page 1: the heading above a family, the family, its services, those "hors mutualisation".
pub const PAGE_ONE: [(&str, &str, &[&str], &[&str]); 5] = [
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
pub const CERTIFICATE: &str = "Certificat électronique (Eidas), limité à 2 par collectivités";

/// The services "hors mutualisation" of page 1, each with the one of annexe 2 that prices it.
pub const OUTSIDE: [(&str, &str); 6] = [
    ("Écoles Numériques (diagnostic et groupement de commandes)", "ecoles"),
    ("Diagnostic Télécom", "telecom"),
    ("Numérisation des actes d'état civil", "numerisation"),
    ("Gestion de police municipale", "logilibre"),
    ("Gestion des demandes citoyennes (courrier, appels, mails, etc.)", "opendemande"),
    ("Alertes SMS", "alerte-sms"),
];

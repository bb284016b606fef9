//! The worked examples of the page: what a visitor does, by what is written on the screen, and what
//! the page must then say, to the cent.

/// Something a visitor does.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// Finds a commune or an EPCI by its whole name.
    Find(&'static str),
    /// Selects an entry in the drop-down of that label.
    Choose(&'static str, &'static str),
    /// Types in the field of that label.
    Type(&'static str, &'static str),
    /// Ticks the box of that label.
    Tick(&'static str),
    /// Unfolds the options of the service of that label.
    Unfold(&'static str),
    /// Picks an answer, by the group's legend and the answer's label.
    Pick(&'static str, &'static str),
    /// Adds that many communes of that many inhabitants to the territory.
    AddCommunes(usize, &'static str),
}

/// A situation and its cost.
pub struct Example {
    /// The button of the page that fills it in.
    pub button: &'static str,
    /// What is done, in order.
    pub deeds: &'static [Deed],
    /// The headline: names and amounts. `_` stands for U+202F, `~` for U+00A0.
    pub headline: &'static [(&'static str, &'static str)],
    /// The table of years, its heading row left out, amounts in euros without their unit.
    pub years: &'static [[&'static str; 6]],
    /// How many lines are charged or free.
    pub lines: usize,
}

/// A village, from scratch.
pub static COMMUNE: Example = Example {
    button: "Commune de 800 habitants",
    deeds: &[
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Type("Nombre d'habitants", "800"),
        Deed::Tick("Prestation de mise en place de la conformité RGPD"),
        Deed::Type("Budget annuel", "650 000"),
        Deed::Tick("Prestation de mise en place outil congés"),
        Deed::Tick("Identité électronique : Certificat RGS 2*"),
        Deed::Type("Nombre de certificats", "2"),
        Deed::Tick("Alerte SMS"),
        Deed::Type("Nombre de SMS par an", "1000"),
    ],
    headline: &[
        ("1re année", "2_292,00~€"),
        ("Années suivantes", "de 552,00~€ à 972,00~€ selon l'année"),
        ("Sur 4 ans", "4_368,00~€"),
    ],
    years: &[
        ["1re année", "0,00", "1_910,00", "382,00", "2_292,00", "2_292,00"],
        ["2e année", "0,00", "460,00", "92,00", "552,00", "552,00"],
        ["3e année", "0,00", "460,00", "92,00", "552,00", "552,00"],
        ["4e année", "0,00", "810,00", "162,00", "972,00", "972,00"],
        ["Total", "0,00", "3_640,00", "728,00", "4_368,00", "4_368,00"],
    ],
    lines: 7,
};

/// A communauté de communes that joins with its territory.
pub static TERRITORY: Example = Example {
    button: "CDC de 12 communes",
    deeds: &[
        Deed::Choose("Type d'organisme", "Communauté de communes"),
        Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI"),
        Deed::Type("Volume total de données", "1,2 To"),
        Deed::AddCommunes(10, "400"),
        Deed::AddCommunes(1, "299"),
        Deed::AddCommunes(1, "120"),
        Deed::Tick("Informaticien mutualisé"),
        Deed::Pick("Rythme de présence", "1 journée / mois"),
        Deed::Tick("Diagnostic Télécom avec remise d'un rapport d'analyse et axes d'optimisation"),
        Deed::Type("Nombre de communes à diagnostiquer", "12"),
        Deed::Unfold("Diagnostic Télécom avec remise d'un rapport d'analyse et axes d'optimisation"),
        Deed::Tick("Option AMOA – Réalisation d'un appel d'offre opérateur"),
        Deed::Tick("Option AMOA – Analyse des offres"),
        Deed::Type("Nombre d'offres à analyser", "3"),
    ],
    headline: &[("1re année", "29_703,00~€"), ("Années suivantes", "20_961,00~€ par an"), ("Sur 4 ans", "92_586,00~€")],
    years: &[
        ["1re année", "20_961,00", "7_285,00", "1_457,00", "8_742,00", "29_703,00"],
        ["2e année", "20_961,00", "0,00", "0,00", "0,00", "20_961,00"],
        ["3e année", "20_961,00", "0,00", "0,00", "0,00", "20_961,00"],
        ["4e année", "20_961,00", "0,00", "0,00", "0,00", "20_961,00"],
        ["Total", "83_844,00", "7_285,00", "1_457,00", "8_742,00", "92_586,00"],
    ],
    lines: 6,
};

/// A town that takes two pieces of software and their options.
pub static TOWN: Example = Example {
    button: "Ville de 12 000 habitants",
    deeds: &[
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Type("Nombre d'habitants", "12 000"),
        Deed::Tick("Logilibre police municipale"),
        Deed::Type("Nombre d'agents de police municipale", "6"),
        Deed::Unfold("Logilibre police municipale"),
        Deed::Tick("OpenDispo"),
        Deed::Tick("Option de verbalisation électronique"),
        Deed::Type("Nombre de tablettes", "2"),
        Deed::Tick("Opendemande : Logiciel de gestion de flux citoyen"),
        Deed::Type("Nombre d'utilisateurs", "12"),
        Deed::Unfold("Opendemande : Logiciel de gestion de flux citoyen"),
        Deed::Tick("2 – Modules Visas sortants"),
    ],
    headline: &[("1re année", "16_961,99~€"), ("Années suivantes", "4_103,99~€ par an"), ("Sur 4 ans", "29_273,96~€")],
    years: &[
        ["1re année", "0,00", "14_134,99", "2_827,00", "16_961,99", "16_961,99"],
        ["2e année", "0,00", "3_419,99", "684,00", "4_103,99", "4_103,99"],
        ["3e année", "0,00", "3_419,99", "684,00", "4_103,99", "4_103,99"],
        ["4e année", "0,00", "3_419,99", "684,00", "4_103,99", "4_103,99"],
        ["Total", "0,00", "24_394,96", "4_879,00", "29_273,96", "29_273,96"],
    ],
    lines: 12,
};

/// A territory from its name to its bill: the one of most communes.
pub static WORKSHEET: &[Deed] = &[
    Deed::Find("CC Rurales de l'Entre-Deux-Mers"),
    Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI"),
    Deed::Type("Volume total de données", "300"),
];

impl Example {
    /// The headline with its real spaces.
    pub fn headline(&self) -> Vec<(String, String)> {
        self.headline.iter().map(|(name, amount)| ((*name).to_owned(), spaced(amount))).collect()
    }

    /// The table of years with its real spaces and its unit.
    pub fn years(&self) -> Vec<Vec<String>> {
        let cell = |(place, text): (usize, &&str)| {
            if place == 0 { (*text).to_owned() } else { format!("{}\u{a0}€", spaced(text)) }
        };
        self.years.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect()
    }
}

/// `_` as a narrow no-break space, `~` as a no-break space.
pub fn spaced(text: &str) -> String {
    text.replace('_', "\u{202f}").replace('~', "\u{a0}")
}

//! The committed files, and what is said of them. See `data/README.md`.

/// The EPCI.
pub const EPCI: &str = include_str!("../data/epci.csv");

/// Their communes.
pub const COMMUNES: &str = include_str!("../data/communes.csv");

/// The former communes.
pub const FORMER: &str = include_str!("../data/former.csv");

/// What the page writes beside a figure that comes from the files: the year in which the populations were
/// in force, which is not that of the list of communes.
pub const VINTAGE: &str = "INSEE 2025";

/// What the licence of the data asks to be said wherever they are shown.
pub const ATTRIBUTION: &str = "Populations : INSEE, populations légales 2022, en vigueur au 1er janvier 2025. \
    Communes et EPCI : INSEE (code officiel géographique) et DGCL, liste 2026. Codes postaux : La Poste. Données réunies par \
    Etalab (decoupage-administratif 6.0.0), Licence Ouverte 2.0.";

//! What a territory is made of.

use engine::catalogue::BodyKind;

/// A place that can be chosen, by its position in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A commune.
    Commune(u16),
    /// An EPCI.
    Epci(u16),
}

/// An EPCI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Epci<'t> {
    /// Its SIREN.
    pub siren: &'t str,
    /// Communauté de communes, communauté d'agglomération or métropole.
    pub kind: BodyKind,
    /// Its name, with its kind in short: `CC de Blaye`.
    pub name: &'t str,
    /// Its inhabitants, population totale.
    pub total: u32,
    /// Its inhabitants, population municipale.
    pub municipal: u32,
    /// The positions of its communes, by INSEE code.
    pub members: Vec<u16>,
}

/// A commune.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune<'t> {
    /// Its INSEE code.
    pub code: &'t str,
    /// Its SIREN.
    pub siren: &'t str,
    /// Its name.
    pub name: &'t str,
    /// Its postcodes, a space between two.
    pub postcodes: &'t str,
    /// Its inhabitants, population totale.
    pub total: u32,
    /// Its inhabitants, population municipale.
    pub municipal: u32,
    /// The position of its EPCI.
    pub epci: u16,
}

impl<'t> Commune<'t> {
    /// Whether it lies outside the Gironde, as two members of the Gironde's EPCI do.
    pub fn is_outside(&self) -> bool {
        !self.code.starts_with("33")
    }

    /// Its postcodes, one by one.
    pub fn postcodes(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.postcodes.split_ascii_whitespace()
    }
}

/// A commune that joined another, and whose name people still type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former<'t> {
    /// Its INSEE code.
    pub code: &'t str,
    /// Its name.
    pub name: &'t str,
    /// The position of the commune it is part of now.
    pub commune: u16,
}

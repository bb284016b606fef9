//! Where the scenarios are kept. Each change is made on what is there at that moment, so that two tabs
//! lose nothing of each other's.

use super::shelf::{FromTheFuture, Reading, Shelf};
use crate::browser::{kept, put};
use crate::keeping::Keep;

/// Under which name they are kept.
pub const SCENARIOS: &str = "simulateur.scenarios";

/// Under which name what cannot be read is set aside.
pub const SET_ASIDE: &str = "simulateur.illisible";

/// Why nothing can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser refuses: storage is forbidden here, or full.
    Refused,
    /// A later version of the page keeps scenarios here.
    FromTheFuture,
}

impl Trouble {
    /// What to do about it.
    pub fn sentence(self) -> &'static str {
        match self {
            Trouble::Refused => {
                "Votre navigateur ne permet pas d'enregistrer ici, ou n'a plus de place. Rien n'est perdu de votre saisie : enregistrez plutôt un fichier, ou copiez le lien."
            }
            Trouble::FromTheFuture => {
                "Des scénarios ont été enregistrés ici par une version plus récente du simulateur : ils sont laissés intacts. Rechargez la page."
            }
        }
    }
}

/// The scenarios kept, and how many lines were set aside as unreadable.
///
/// # Errors
/// When the browser refuses, or a later version wrote them.
pub fn load() -> Result<(Shelf, usize), Trouble> {
    let Reading { shelf, unread } = read()?;
    let aside = kept(Keep::Ever, SET_ASIDE).map_err(|_| Trouble::Refused)?;
    let aside = aside.map_or(0, |text| text.lines().filter(|line| !line.is_empty()).count());
    Ok((shelf, unread.len().saturating_add(aside)))
}

/// Changes the scenarios as they are now. What cannot be read of them is set aside first.
///
/// # Errors
/// As [`load`]; then nothing has changed.
pub fn change<T>(change: impl FnOnce(&mut Shelf) -> T) -> Result<T, Trouble> {
    let Reading { mut shelf, unread } = read()?;
    if !unread.is_empty() {
        let before = kept(Keep::Ever, SET_ASIDE).map_err(|_| Trouble::Refused)?.unwrap_or_default();
        put(Keep::Ever, SET_ASIDE, Some(&format!("{before}{}\n", unread.join("\n")))).map_err(|_| Trouble::Refused)?;
    }
    let result = change(&mut shelf);
    put(Keep::Ever, SCENARIOS, Some(&shelf.write())).map_err(|_| Trouble::Refused)?;
    Ok(result)
}

fn read() -> Result<Reading, Trouble> {
    let text = kept(Keep::Ever, SCENARIOS).map_err(|_| Trouble::Refused)?.unwrap_or_default();
    Shelf::read(&text).map_err(|FromTheFuture| Trouble::FromTheFuture)
}

//! A dossier as the text behind the `#` of the page's address.
//!
//! ```text
//! link    = "s1" ";" edition *( ";" section ) ";k=" sum
//! section = key "=" value
//! key     = "e"  the EPCI found by name:         SIREN ":" year of the populations ":" their sum
//!         | "v"  the commune of it looked at:    INSEE code
//!         | "w"  the EPCI's own populations:     totale ":" municipale
//!         | "q"  the kind of body that asks      (`qui`)
//!         | "a"  the years of the period         (`années`)
//!         | "d"  the calendar year it begins in  (`début`)
//!         | "m"  the way to join                 (`membership`)
//!         | "c"  "1": covered by its EPCI        (`couverte`)
//!         | "f"  fields:                         *( id ":" text or answer )
//!         | "s"  services:                       id *( ":" id )
//!         | "r"  how the bill is shared out      (`répartition`)
//!         | "t"  "0": the rows are not those of the EPCI
//!         | code a commune:                      mark *( ":" mark )
//!         | "b"  a body that no list names:      kind *( ":" mark )
//! mark    = "n" name | "h" inhabitants | "m" municipal | "p" part | "k" kind | "c" CCAS counted | "o" left out
//! ```
//!
//! A section stands there only when it says something else than an untouched form, or than the EPCI and
//! the commune as they are published (`base.rs`). The sum of what is published is in the link, so that
//! figures that changed since are noticed; the sum at the end tells a link that was cut or altered.
//!
//! Links of a released version open for ever: a change of any of this is a version `s2` beside it.

mod read;
mod write;

use crate::text::unwrapped;
use crate::{Dossier, Known, Note, Opened, Refusal};

/// The version written.
const VERSION: u32 = 1;

/// What every link begins with, before its version.
const PREFIX: &str = "s";

/// A link, and what of the dossier it does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What stands behind the `#`.
    pub text: String,
    /// What was cut short or taken away; empty when it says everything.
    pub notes: Vec<Note>,
}

/// Writes a dossier as a link.
pub fn write(dossier: &Dossier, known: &Known<'_>) -> Written {
    let Opened { dossier, notes } = dossier.clone().checked(known);
    Written { text: write::link(&dossier, known), notes }
}

/// Opens a link, with its `#` or without: what can be read of it, and a note for whatever is not as it was
/// written.
///
/// # Errors
/// When nothing can be opened: it is no link, or one of a later version.
pub fn open(link: &str, known: &Known<'_>) -> Result<Opened, Refusal> {
    // A mail may have folded the line.
    let mut link: String = link.replace("%20", "").chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
    if !link.contains(';')
        && let Some(inner) = unwrapped(&link)
    {
        link = inner;
    }
    let link = link.strip_prefix('#').unwrap_or(&link);
    // What a sentence puts behind a link; it ends in a letter or a digit.
    let link = link.trim_end_matches(|end: char| !end.is_ascii_alphanumeric());
    let (version, body) = link.split_once(';').unwrap_or((link, ""));
    let digits = version.strip_prefix(PREFIX).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
    match digits.and_then(|digits| digits.parse::<u32>().ok()) {
        Some(VERSION) => Ok(read::link(link, body, known)),
        Some(later) if later > VERSION => Err(Refusal::Later),
        _ => Err(Refusal::NotALink),
    }
}

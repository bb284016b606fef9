//! Reading the committed files.
//!
//! What must hold for a territory to be built is refused here. What must hold for it to be right is
//! asked by [`crate::check`], once, by the command that writes the files and by the tests.

use crate::entry;
use crate::{Commune, Epci, Former, Territory};
use engine::catalogue::BodyKind;
use std::fmt;

/// The file of the EPCI, and its columns.
pub(crate) const EPCI: (&str, &str) = ("epci.csv", "siren;kind;name;total;municipal");
/// The file of the communes, and its columns.
pub(crate) const COMMUNES: (&str, &str) = ("communes.csv", "code;siren;name;postcodes;total;municipal;epci");
/// The file of the former communes, and its columns.
pub(crate) const FORMER: (&str, &str) = ("former.csv", "code;name;commune");

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for Fault {}

impl<'t> Territory<'t> {
    /// Reads the three files.
    ///
    /// # Errors
    ///
    /// The first line that is not of its file's form, or that names a place which is not there.
    pub fn read(epci: &'t str, communes: &'t str, former: &'t str) -> Result<Territory<'t>, Fault> {
        let mut epcis = Vec::new();
        for row in rows(EPCI, epci)? {
            epcis.push(row.epci()?);
        }
        let mut territory = Territory { epcis, communes: Vec::new(), former: Vec::new(), entries: Vec::new() };
        for row in rows(COMMUNES, communes)? {
            row.commune(&mut territory)?;
        }
        for row in rows(FORMER, former)? {
            let former = row.former(&territory)?;
            territory.former.push(former);
        }
        territory.entries = entry::all(&territory);
        Ok(territory)
    }
}

/// A line of a file, cut into its cells.
struct Row<'t> {
    file: &'static str,
    line: usize,
    cells: Vec<&'t str>,
}

/// The lines of a file below its header.
fn rows<'t>((file, header): (&'static str, &str), text: &'t str) -> Result<Vec<Row<'t>>, Fault> {
    let mut lines = text.lines();
    if lines.next() != Some(header) {
        return Err(Fault { file, line: 1, message: format!("the columns must be `{header}`") });
    }
    let columns = header.split(';').count();
    let mut rows = Vec::new();
    for (line, text) in (2_usize..).zip(lines) {
        let cells: Vec<&str> = text.split(';').collect();
        if cells.len() != columns {
            let message = format!("{} columns, {columns} expected", cells.len());
            return Err(Fault { file, line, message });
        }
        rows.push(Row { file, line, cells });
    }
    Ok(rows)
}

impl<'t> Row<'t> {
    fn epci(&self) -> Result<Epci<'t>, Fault> {
        let Some(kind) = BodyKind::from_id(self.cell(1)).filter(|kind| kind.is_epci()) else {
            return Err(self.fault("no kind of EPCI", self.cell(1)));
        };
        let (total, municipal) = (self.number(3)?, self.number(4)?);
        Ok(Epci { siren: self.cell(0), kind, name: self.cell(2), total, municipal, members: Vec::new() })
    }

    /// Adds a commune to the territory, and to its EPCI.
    fn commune(&self, territory: &mut Territory<'t>) -> Result<(), Fault> {
        let (total, municipal) = (self.number(4)?, self.number(5)?);
        let Ok(position) = u16::try_from(territory.communes.len()) else {
            return Err(self.fault("too many communes from", self.cell(0)));
        };
        let mut epcis = (0_u16..).zip(&mut territory.epcis);
        let Some((epci, owner)) = epcis.find(|(_, epci)| epci.siren == self.cell(6)) else {
            return Err(self.fault("no EPCI has the SIREN", self.cell(6)));
        };
        owner.members.push(position);
        let (code, siren, name, postcodes) = (self.cell(0), self.cell(1), self.cell(2), self.cell(3));
        territory.communes.push(Commune { code, siren, name, postcodes, total, municipal, epci });
        Ok(())
    }

    fn former(&self, territory: &Territory<'t>) -> Result<Former<'t>, Fault> {
        let mut communes = (0_u16..).zip(&territory.communes);
        match communes.find(|(_, commune)| commune.code == self.cell(2)) {
            Some((commune, _)) => Ok(Former { code: self.cell(0), name: self.cell(1), commune }),
            None => Err(self.fault("no commune has the code", self.cell(2))),
        }
    }

    fn cell(&self, column: usize) -> &'t str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    fn number(&self, column: usize) -> Result<u32, Fault> {
        let cell = self.cell(column);
        // `parse` would also read a sign.
        let number = if cell.starts_with('+') { None } else { cell.parse().ok() };
        number.ok_or_else(|| self.fault("not a number of inhabitants:", cell))
    }

    fn fault(&self, what: &str, cell: &str) -> Fault {
        Fault { file: self.file, line: self.line, message: format!("{what} `{cell}`") }
    }
}

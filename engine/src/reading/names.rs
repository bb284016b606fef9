//! Ids and the positions they stand for, with an account of which were used.

use super::cursor::{Cursor, Fault, Table};
use std::cell::RefCell;

/// The ids of one list, in its order.
pub(super) struct Names {
    what: &'static str,
    ids: Vec<String>,
    used: RefCell<Vec<bool>>,
}

impl Names {
    /// The `id` of each table, refused when it stands twice or reads like a number.
    pub(super) fn of<'a>(what: &'static str, tables: impl Iterator<Item = &'a Table<'a>>) -> Result<Names, Fault> {
        let mut ids: Vec<String> = Vec::new();
        for table in tables {
            let id = table.need("id")?;
            let text = id.text()?;
            let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if !plain || !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Err(id.fault(format!("id `{text}`, expected letters, digits and hyphens, a letter first")));
            }
            if ids.iter().any(|known| known == text) {
                return Err(id.fault(format!("duplicate {what} id `{text}`, expected each id once")));
            }
            ids.push(text.to_owned());
        }
        let used = RefCell::new(vec![false; ids.len()]);
        Ok(Names { what, ids, used })
    }

    /// The position of an id.
    pub(super) fn find(&self, id: &Cursor<'_>) -> Result<u16, Fault> {
        let text = id.text()?;
        let place = self.ids.iter().position(|known| known == text).ok_or_else(|| {
            let known = self.ids.join("`, `");
            id.fault(format!("unknown {} `{text}`, expected one of `{known}`", self.what))
        })?;
        if let Some(used) = self.used.borrow_mut().get_mut(place) {
            *used = true;
        }
        u16::try_from(place).map_err(|_| id.fault(format!("too many of {}, expected at most 65535", self.what)))
    }

    /// The position of an id that need not be there.
    pub(super) fn find_in(&self, table: &Table<'_>, key: &'static str) -> Result<Option<u16>, Fault> {
        table.get(key).map(|id| self.find(&id)).transpose()
    }

    /// Refuses ids that nothing refers to.
    pub(super) fn all_used(&self, tables: &[Table<'_>]) -> Result<(), Fault> {
        let used = self.used.borrow();
        for ((id, used), table) in self.ids.iter().zip(used.iter()).zip(tables) {
            if !used {
                return Err(
                    table.fault(format!("{} `{id}` is used by nothing, expected something to refer to it", self.what))
                );
            }
        }
        Ok(())
    }
}

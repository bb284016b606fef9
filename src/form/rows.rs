//! The rows of a territory, shared by all that hold the same ones: a form is copied at each decision.

use super::BodyEntry;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// The bodies of a territory, as typed. Copied only to be changed.
#[derive(Clone, Debug, Default)]
pub struct Rows(Arc<Vec<BodyEntry>>);

impl Rows {
    /// Whether these are the very rows that the others are: nothing was typed in them since. Rows that differ may
    /// say the same.
    pub fn are(&self, others: &Rows) -> bool {
        Arc::ptr_eq(&self.0, &others.0)
    }
}

impl Deref for Rows {
    type Target = Vec<BodyEntry>;

    fn deref(&self) -> &Vec<BodyEntry> {
        &self.0
    }
}

impl DerefMut for Rows {
    fn deref_mut(&mut self) -> &mut Vec<BodyEntry> {
        Arc::make_mut(&mut self.0)
    }
}

impl PartialEq for Rows {
    fn eq(&self, others: &Rows) -> bool {
        self.are(others) || **self == **others
    }
}

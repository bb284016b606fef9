//! What was checked, for the line that closes the suite.

use super::engines::{Answer, ENGINES, Engine};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The tally of this run: the states are checked one by one, each in a task of its own.
static TALLY: Mutex<Tally> = Mutex::new(Tally { states: BTreeSet::new(), rules: BTreeMap::new() });

/// What was checked so far.
#[derive(Debug)]
pub struct Tally {
    states: BTreeSet<String>,
    /// The rules that each engine held the page against.
    rules: BTreeMap<&'static str, BTreeSet<String>>,
}

/// Notes that an engine answered about a state.
pub fn note(state: &str, engine: &Engine, answer: &Answer) {
    let mut tally = lock();
    tally.states.insert(state.to_owned());
    tally.rules.entry(engine.name).or_default().extend(answer.rules.iter().cloned());
}

/// The tally of the run.
pub fn lock() -> MutexGuard<'static, Tally> {
    TALLY.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} states", self.states.len())?;
        for engine in &ENGINES {
            let rules = self.rules.get(engine.name).map_or(0, BTreeSet::len);
            write!(f, ", {rules} rules of {}", engine.name)?;
        }
        Ok(())
    }
}

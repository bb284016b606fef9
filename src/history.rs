//! What was typed, and what stood there before each change: nothing is lost by a wrong click.

use crate::form::Form;

/// How many changes can be taken back.
const DEEPEST: usize = 50;

/// A form and its past.
#[derive(Clone, Debug, Default)]
pub struct History {
    now: Form,
    past: Vec<Form>,
    place: String,
}

impl History {
    /// The form as it is.
    pub fn now(&self) -> &Form {
        &self.now
    }

    /// Changes the form. Changes in a row at the same place are one: a word is taken back whole,
    /// not letter by letter. An empty place stands for itself only. What changes nothing leaves nothing
    /// to take back: one gesture may be told by several events.
    pub fn change(&mut self, place: &str, change: impl FnOnce(&mut Form)) {
        let before = self.now.clone();
        change(&mut self.now);
        if self.now == before {
            return;
        }
        if place.is_empty() || self.place != place {
            self.past.push(before);
            if self.past.len() > DEEPEST {
                self.past.remove(0);
            }
        }
        place.clone_into(&mut self.place);
    }

    /// Whether there is a change to take back.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Takes the last change back.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.now = before;
        }
        self.place.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(history: &mut History, place: &str, years: u8) {
        history.change(place, |form| form.years = years);
    }

    #[test]
    fn changes_at_one_place_are_taken_back_together() {
        let mut history = History::default();
        let start = history.now().years;
        typed(&mut history, "years", 7);
        typed(&mut history, "years", 8);
        typed(&mut history, "", 9);
        typed(&mut history, "", 10);
        typed(&mut history, "", 10);
        history.undo();
        assert_eq!(history.now().years, 9);
        history.undo();
        assert_eq!(history.now().years, 8);
        history.undo();
        assert_eq!(history.now().years, start);
        assert!(!history.has_past());
        history.undo();
        assert_eq!(history.now().years, start);
    }

    #[test]
    fn a_place_taken_back_is_a_new_one() {
        let mut history = History::default();
        typed(&mut history, "years", 7);
        history.undo();
        typed(&mut history, "years", 8);
        assert!(history.has_past());
    }

    #[test]
    fn the_past_has_an_end() {
        let mut history = History::default();
        (0..=DEEPEST).zip((1..=9).cycle()).for_each(|(_, years)| typed(&mut history, "", years));
        assert_eq!(history.past.len(), DEEPEST);
    }
}

//! What was typed, and what stood there before each decision: nothing is lost by a wrong click.

mod changed;

pub use changed::Changed;

use crate::form::Form;

/// How many decisions can be taken back.
const DEEPEST: usize = 50;

/// A form, its past, and what of it was taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    now: Form,
    past: Vec<Form>,
    future: Vec<Form>,
    last: Option<Decision>,
    step: Option<Step>,
}

/// A step back or forth, and what it changed; `None` for several things.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// A decision was taken back.
    Back(Option<Changed>),
    /// It was taken again.
    Forth(Option<Changed>),
}

/// Where the last change was made: as told, and as found.
#[derive(Clone, Debug, PartialEq)]
struct Decision {
    place: String,
    changed: Option<Changed>,
}

impl History {
    /// A form without a past.
    pub fn of(now: Form) -> History {
        History { now, ..History::default() }
    }

    /// A form that was typed before anybody noted its past: one decision, which can be taken back.
    pub fn typed(now: Form) -> History {
        let mut history = History::default();
        history.change("", |form| *form = now);
        history
    }

    /// The form as it is.
    pub fn now(&self) -> &Form {
        &self.now
    }

    /// Changes the form. Changes in a row at the same place are one decision: a word is taken back
    /// whole, not letter by letter, and so is an answer that was hesitated over. An empty place is
    /// found from what changed. What changes nothing leaves nothing to take back: one gesture may be
    /// told by several events.
    pub fn change(&mut self, place: &str, change: impl FnOnce(&mut Form)) {
        // A letter more of the same word, at each key: what was there before it is not kept, so need not be copied.
        if !place.is_empty() && self.last.as_ref().is_some_and(|last| last.place == place) {
            change(&mut self.now);
            return self.go_on();
        }
        let before = self.now.clone();
        change(&mut self.now);
        if self.now == before {
            return;
        }
        self.step = None;
        self.future.clear();
        let decision = Decision { place: place.to_owned(), changed: Changed::between(&before, &self.now) };
        if decision.can_go_on() && self.last.as_ref() == Some(&decision) {
            return self.go_on();
        }
        self.keep(before);
        self.last = Some(decision);
    }

    /// The last decision goes on, unless it is back where it began: taking it back would show nothing.
    fn go_on(&mut self) {
        if self.past.last() == Some(&self.now) {
            self.past.pop();
            self.last = None;
        }
    }

    /// Whether there is a decision to take back.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a decision to take again.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes the last decision back.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.step = Some(Step::Back(Changed::between(&self.now, &before)));
            self.future.push(std::mem::replace(&mut self.now, before));
        }
        self.last = None;
    }

    /// Takes the decision again that was taken back last.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.step = Some(Step::Forth(Changed::between(&self.now, &after)));
            let before = std::mem::replace(&mut self.now, after);
            self.keep(before);
        }
        self.last = None;
    }

    /// The step back or forth that was just made, until something changes again.
    pub fn step(&self) -> Option<Step> {
        self.step
    }

    fn keep(&mut self, before: Form) {
        self.past.push(before);
        if self.past.len() > DEEPEST {
            self.past.remove(0);
        }
    }
}

impl Decision {
    /// Whether a change like it would be the same decision.
    fn can_go_on(&self) -> bool {
        match self.changed {
            Some(changed) => changed != Changed::Bodies,
            None => !self.place.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::catalogue::{BodyKind, ServiceIx};

    fn typed(history: &mut History, place: &str, years: u8) {
        history.change(place, |form| form.years = years);
    }

    fn kind(history: &mut History, kind: BodyKind) {
        history.change("", |form| form.kind = Some(kind));
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
        assert_eq!(history.now().years, 8);
        history.undo();
        assert_eq!(history.now().years, start);
        assert!(!history.has_past());
        history.undo();
        assert_eq!(history.now().years, start);
    }

    #[test]
    fn an_answer_hesitated_over_is_one_decision_and_names_itself() {
        let mut history = History::default();
        kind(&mut history, BodyKind::Commune);
        history.change("", |form| form.choose(ServiceIx(1), true));
        kind(&mut history, BodyKind::Cc);
        kind(&mut history, BodyKind::Ca);
        history.undo();
        assert_eq!(
            (history.now().kind, history.step()),
            (Some(BodyKind::Commune), Some(Step::Back(Some(Changed::Kind))))
        );
        history.undo();
        assert_eq!(history.step(), Some(Step::Back(Some(Changed::Service(ServiceIx(1))))));
        history.change("", |form| (form.years, form.covered_by_epci) = (9, true));
        assert_eq!(history.step(), None);
        history.undo();
        assert_eq!(history.step(), Some(Step::Back(None)));
    }

    #[test]
    fn a_box_ticked_and_unticked_leaves_nothing_to_take_back() {
        let mut history = History::default();
        for ticked in [true, false] {
            history.change("", |form| form.choose(ServiceIx(1), ticked));
        }
        assert!(!history.has_past());
        history.change("", |form| form.choose(ServiceIx(1), true));
        assert!(history.has_past());
    }

    #[test]
    fn each_body_comes_and_goes_by_itself() {
        let mut history = History::default();
        for _ in 0..3 {
            history.change("", |form| _ = form.add_body(BodyKind::Commune));
        }
        history.undo();
        assert_eq!(history.now().bodies.len(), 2);
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
    fn what_was_taken_back_can_be_taken_again_until_something_else_is_decided() {
        let mut history = History::default();
        let start = history.now().years;
        typed(&mut history, "years", 7);
        kind(&mut history, BodyKind::Cc);
        let (whole, at) = (history.now().clone(), |history: &History| (history.now().years, history.now().kind));
        history.undo();
        history.undo();
        assert_eq!((at(&history), history.has_future()), ((start, None), true));
        history.redo();
        assert_eq!((at(&history), history.step()), ((7, None), Some(Step::Forth(Some(Changed::Years)))));
        history.redo();
        assert_eq!((history.now(), history.has_future()), (&whole, false));
        history.redo();
        assert_eq!(history.now(), &whole);
        // Back once, and another way on: what was taken back is no more.
        history.undo();
        typed(&mut history, "years", 8);
        assert!(!history.has_future());
        history.undo();
        assert_eq!(at(&history), (7, None));
    }

    #[test]
    fn the_past_has_an_end() {
        let mut history = History::default();
        (0..=DEEPEST).for_each(|_| history.change("", |form| _ = form.add_body(BodyKind::Commune)));
        assert_eq!(history.past.len(), DEEPEST);
    }
}

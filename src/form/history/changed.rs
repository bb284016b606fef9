//! What two forms differ in, when it is one thing: the place of a change, found and not told.

use crate::form::Form;
use engine::catalogue::{Edition, FieldIx, ServiceIx};

/// The one thing that a change changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Changed {
    /// The kind of body.
    Kind,
    /// The length of the period.
    Years,
    /// The year it begins in.
    Start,
    /// The way to join, or whether the EPCI covers the body.
    Joining,
    /// By what the territory's bill is shared out.
    Sharing,
    /// What stands in a field.
    Answer(FieldIx),
    /// Whether a service is ticked.
    Service(ServiceIx),
    /// A body of the territory, by its key.
    Body(u32),
    /// Which bodies there are: each comes or goes by itself.
    Bodies,
}

impl Changed {
    /// What it is between two forms; `None` when they differ in several things.
    #[inline(never)]
    pub fn between(before: &Form, after: &Form) -> Option<Changed> {
        let joining = |form: &Form| (form.membership, form.covered_by_epci);
        let same_bodies = before.bodies.iter().map(|body| body.key).eq(after.bodies.iter().map(|body| body.key));
        let mut found = Found::Nothing;
        found.note(before.kind != after.kind, Changed::Kind);
        found.note(before.years != after.years, Changed::Years);
        found.note(before.start != after.start, Changed::Start);
        found.note(joining(before) != joining(after), Changed::Joining);
        found.note(before.sharing != after.sharing, Changed::Sharing);
        found.note(!same_bodies, Changed::Bodies);
        for (one, other) in [(before, after), (after, before)] {
            one.answers
                .iter()
                .for_each(|answer| found.note(!other.answers.contains(answer), Changed::Answer(answer.0)));
            one.chosen
                .iter()
                .for_each(|service| found.note(!other.chosen.contains(service), Changed::Service(*service)));
        }
        let pairs = before.bodies.iter().zip(after.bodies.iter()).filter(|_| same_bodies);
        pairs.for_each(|(one, other)| found.note(one != other, Changed::Body(one.key)));
        match found {
            Found::One(changed) => Some(changed),
            Found::Nothing | Found::Several => None,
        }
    }

    /// What the page calls it.
    pub fn name(self, edition: &Edition) -> &str {
        match self {
            Changed::Kind => "Type d'organisme",
            Changed::Years => "Durée de l'estimation",
            Changed::Start => "Première année",
            Changed::Joining => "Adhésion",
            Changed::Sharing => "Répartition de l'adhésion",
            Changed::Answer(field) => &edition.field(field).label,
            Changed::Service(ix) => edition.service(ix).map_or("", |service| &service.label),
            Changed::Body(_) | Changed::Bodies => "Organismes du territoire",
        }
    }
}

/// How many things were found to differ.
enum Found {
    Nothing,
    One(Changed),
    Several,
}

impl Found {
    #[inline(never)]
    fn note(&mut self, differs: bool, what: Changed) {
        match self {
            _ if !differs => {}
            Found::Nothing => *self = Found::One(what),
            Found::One(known) if *known == what => {}
            _ => *self = Found::Several,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Answer, Sharing};
    use engine::catalogue::BodyKind;

    /// What a change of a form that holds a bit of everything is found to be.
    fn found(change: impl FnOnce(&mut Form)) -> Option<Changed> {
        let mut before = Form::default();
        before.set(FieldIx(0), Answer::Text("1".to_owned()));
        before.choose(ServiceIx(0), true);
        before.add_body(BodyKind::Commune);
        let mut after = before.clone();
        change(&mut after);
        Changed::between(&before, &after)
    }

    #[test]
    fn one_thing_is_named_and_several_are_not() {
        assert_eq!(found(|_| ()), None);
        assert_eq!(found(|form| form.kind = Some(BodyKind::Cc)), Some(Changed::Kind));
        assert_eq!(found(|form| form.covered_by_epci = true), Some(Changed::Joining));
        assert_eq!(found(|form| form.sharing = Sharing::Equal), Some(Changed::Sharing));
        assert_eq!(found(|form| form.set(FieldIx(0), Answer::Choice(1))), Some(Changed::Answer(FieldIx(0))));
        assert_eq!(found(|form| form.set(FieldIx(3), Answer::Choice(1))), Some(Changed::Answer(FieldIx(3))));
        assert_eq!(found(|form| form.choose(ServiceIx(0), false)), Some(Changed::Service(ServiceIx(0))));
        assert_eq!(found(|form| form.choose(ServiceIx(2), true)), Some(Changed::Service(ServiceIx(2))));
        assert_eq!(found(|form| form.bodies[0].kind = BodyKind::Ccas), Some(Changed::Body(0)));
        assert_eq!(found(|form| _ = form.add_body(BodyKind::Commune)), Some(Changed::Bodies));
        assert_eq!(found(|form| form.remove_body(0)), Some(Changed::Bodies));
        assert_eq!(found(|form| *form = Form::default()), None);
    }
}

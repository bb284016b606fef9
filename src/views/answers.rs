//! What was answered, for whoever reads the estimate without the form: on paper, before a council.

use crate::blocks::{all, live};
use crate::state::State;
use engine::catalogue::FieldKind;
use engine::french::{counted, number};
use engine::request::{Membership, Value};
use leptos::prelude::*;

/// The answers that the estimate was made from.
pub fn recap(state: State) -> AnyView {
    let rows = Memo::new(move |_| rows(state));
    let items = move || {
        let item = |(name, value): (String, String)| view! { <li>{name}" : "<strong>{value}</strong></li> }.into_any();
        all(rows.get().into_iter().map(item)).into_any()
    };
    view! {
        <details class="recap" prop:open=state.printing>
            <summary>"Les réponses prises en compte"</summary>
            <ul>{live(items)}</ul>
        </details>
    }
    .into_any()
}

/// Each question and its answer.
pub fn rows(state: State) -> Vec<(String, String)> {
    let edition = state.edition;
    state.of_outcome(|outcome| {
        let request = &outcome.request;
        let kind = request.kind.map(|kind| ("Type d'organisme".to_owned(), edition.kind_label(kind).to_owned()));
        let [none, mutualised, individual] = &edition.membership.labels;
        let joins = match request.membership {
            Membership::None if request.covered_by_epci => "Couvert par l'adhésion de notre EPCI",
            Membership::None => none,
            Membership::Mutualised => mutualised,
            Membership::Individual => individual,
        };
        let fields = edition.fields.iter().filter_map(|field| {
            let value = match (request.values.get(&field.id)?, &field.kind) {
                (Value::Number(value), FieldKind::Number(_)) if field.unit(*value).is_empty() => number(*value),
                (Value::Number(value), _) => counted(*value, field.unit(*value)),
                (Value::Choice(id), _) => {
                    field.choices().iter().find(|choice| choice.id == *id).map_or(id.clone(), |it| it.label.clone())
                }
            };
            Some((field.label.clone(), value))
        });
        let bodies = outcome.estimate.as_ref().map(|estimate| estimate.census.reasons().len()).filter(|all| *all > 0);
        let counted = outcome.estimate.as_ref().map_or(0, |estimate| estimate.census.counted());
        let bodies =
            bodies.map(|all| ("Organismes du territoire".to_owned(), format!("{all}, dont {counted} comptés")));
        kind.into_iter().chain([("Adhésion".to_owned(), joins.to_owned())]).chain(fields).chain(bodies).collect()
    })
}

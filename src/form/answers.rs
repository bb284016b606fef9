//! What a form answers, in words: each question and its answer, as the estimate takes them.

use super::{Form, Sharing, shares_out};
use engine::Request;
use engine::catalogue::{Edition, FieldKind, PerBody};
use engine::french::{counted, number};
use engine::joining::counting::{Census, Counting};
use engine::request::{Body, Membership, Value};
use rust_decimal::Decimal;

/// A question and its answer.
pub type Told = (String, String);

/// Each question that a form answers, and its answer; what was left out of it, too. The request and the census are those
/// of the form; what is said of its bodies, one by one, `by` makes questions and answers of.
pub fn answers(
    form: &Form,
    edition: &Edition,
    request: &Request,
    census: Option<&Census>,
    by: fn(Vec<String>) -> Vec<Told>,
) -> Vec<Told> {
    let row = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut rows = Vec::new();
    rows.extend(request.kind.map(|kind| row("Type d'organisme", edition.kind_label(kind))));
    let years = counted(request.years.into(), if request.years > 1 { "ans" } else { "an" });
    rows.push(row("Durée de l'estimation", &years));
    let start = form.start.map_or("non précisée".to_owned(), |year| year.to_string());
    rows.push(row("Première année", &start));
    rows.push(row("Adhésion", joins(edition, request)));
    rows.extend(edition.fields.iter().filter_map(|field| {
        let value = match (request.values.get(&field.id)?, &field.kind) {
            (Value::Number(value), FieldKind::Number(_)) if field.unit(*value).is_empty() => number(*value),
            (Value::Number(value), _) => counted(*value, field.unit(*value)),
            (Value::Choice(id), _) => {
                field.choices().iter().find(|choice| choice.id == *id).map_or(id.clone(), |it| it.label.clone())
            }
        };
        Some((field.label.clone(), value))
    }));
    rows.extend(census.into_iter().flat_map(|census| bodies(edition, request, census, by)));
    let left_out = left_out(form);
    rows.extend((!left_out.is_empty()).then(|| row("Organismes écartés de l'estimation", &left_out)));
    rows.extend(shares_out(form).then(|| row("Répartition de l'adhésion", key(form.sharing))));
    rows
}

/// What the parts of a bill follow.
pub fn key(sharing: Sharing) -> &'static str {
    match sharing {
        Sharing::Inhabitants => "au nombre d'habitants",
        Sharing::Equal => "à parts égales entre les organismes",
        Sharing::Alone => "selon la participation individuelle",
        Sharing::ByHand => "parts données à la main",
    }
}

/// The bodies of the territory that the visitor left out, with their inhabitants; a council asks where they are.
fn left_out(form: &Form) -> String {
    let bodies = form.bodies.iter().filter(|body| body.left_out).map(|body| {
        let name = form.body_name(body.key);
        let inhabitants = body.inhabitants.trim();
        if inhabitants.is_empty() { name } else { format!("{name} ({inhabitants} hab.)") }
    });
    bodies.collect::<Vec<_>>().join(", ")
}

/// The way to join, in the list's words.
fn joins<'e>(edition: &'e Edition, request: &Request) -> &'e str {
    let [none, mutualised, individual] = &edition.membership.labels;
    match request.membership {
        Membership::None if request.covered_by_epci => "Couvert par l'adhésion de notre EPCI",
        Membership::None => none,
        Membership::Mutualised => mutualised,
        Membership::Individual => individual,
    }
}

/// How many bodies there are, then what they were counted from.
fn bodies(edition: &Edition, request: &Request, census: &Census, by: fn(Vec<String>) -> Vec<Told>) -> Vec<Told> {
    let all = census.reasons();
    if all.is_empty() {
        return Vec::new();
    }
    let count = ("Organismes du territoire".to_owned(), format!("{}, dont {} comptés", all.len(), census.counted()));
    let told = request.bodies.iter().zip(all).map(|(body, why)| told(edition, body, *why));
    std::iter::once(count).chain(by(told.collect())).collect()
}

/// Bodies in the order of their list; those alike, and next to each other, together.
pub fn listed(bodies: Vec<String>) -> Vec<Told> {
    let mut first: usize = 1;
    let mut rows = Vec::new();
    for alike in bodies.chunk_by(|one, next| one == next) {
        let last = first.saturating_add(alike.len()).saturating_sub(1);
        let name =
            if last > first { format!("Organismes n° {first} à {last}") } else { format!("Organisme n° {first}") };
        rows.extend(alike.first().map(|value| (name, value.clone())));
        first = last.saturating_add(1);
    }
    rows
}

/// How many of each there are, whatever their place: what another list has otherwise shows, and nothing else.
pub fn tallied(bodies: Vec<String>) -> Vec<Told> {
    let mut tally: Vec<(String, usize)> = Vec::new();
    for body in bodies {
        match tally.iter_mut().find(|(known, _)| *known == body) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => tally.push((body, 1)),
        }
    }
    let counted = |count: usize| if count > 1 { format!("{count} organismes") } else { "1 organisme".to_owned() };
    tally.into_iter().map(|(body, count)| (body, counted(count))).collect()
}

/// "Commune, 400 habitants, compté".
fn told(edition: &Edition, body: &Body, why: Counting) -> String {
    let field = edition.field_per_body(PerBody::Inhabitants);
    let inhabitants = body.inhabitants.map(Decimal::from).map(|number| counted(number, field.unit(number)));
    let counting = if why.counts() { "compté" } else { "non compté" };
    let name = (!body.name.is_empty()).then(|| body.name.clone());
    let words = name.into_iter().chain([edition.kind_label(body.kind).to_owned()]).chain(inhabitants);
    words.chain([counting.to_owned()]).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{listed, tallied};

    fn bodies(told: &[&str]) -> Vec<String> {
        told.iter().map(|told| (*told).to_owned()).collect()
    }

    fn rows(told: &[(&str, &str)]) -> Vec<(String, String)> {
        told.iter().map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned())).collect()
    }

    #[test]
    fn bodies_are_listed_in_their_order_and_tallied_whatever_it_is() {
        let some = ["Commune", "Commune", "Blaye", "Commune"];
        let expected =
            rows(&[("Organismes n° 1 à 2", "Commune"), ("Organisme n° 3", "Blaye"), ("Organisme n° 4", "Commune")]);
        assert_eq!(listed(bodies(&some)), expected);
        assert_eq!(tallied(bodies(&some)), rows(&[("Commune", "3 organismes"), ("Blaye", "1 organisme")]));
        assert_eq!((listed(Vec::new()), tallied(Vec::new())), (Vec::new(), Vec::new()));
    }
}

//! Dossiers drawn at random: everything a form may hold, unreadable texts included.

use crate::known;
use dossier::{Answer, Dossier, Home, Row, Sharing};
use engine::catalogue::{Asked, BodyKind, FieldKind};
use engine::request::Membership;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// What people type, and what nobody does.
pub fn any_text(longest: usize) -> impl Strategy<Value = String> {
    let typed =
        vec!["650 k€", "1\u{202f}250,50", "6\u{a0}000", "6000", "abc", "1,2,3", "%41", "a;b=c:d", "  ", "_.", "12,5 %"];
    prop_oneof![
        4 => (0..10_000_000_u32).prop_map(|number| engine::french::number(number.into())),
        2 => select(typed).prop_map(str::to_owned),
        1 => "\\PC{0,12}".prop_map(|text| visible(&text)),
        1 => "[ -~€éèà\u{202f}]{0,64}".prop_map(String::from),
    ]
    .prop_map(move |text| text.chars().take(longest).collect())
}

/// `\PC` leaves out what is no character; what writes from right to left goes too.
fn visible(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')).collect()
}

fn any_values() -> impl Strategy<Value = Vec<(String, Answer)>> {
    let edition = known().edition;
    let fields = edition.fields.iter().filter(|field| !matches!(field.asked, Asked::Derived(_)));
    let each: Vec<_> = fields
        .map(|field| {
            let answer = match &field.kind {
                FieldKind::Number(_) => any_text(64).prop_map(Answer::Text).boxed(),
                FieldKind::Choice(choices) => {
                    let ids: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
                    select(ids).prop_map(Answer::Choice).boxed()
                }
            };
            prop::option::of(answer.prop_map(|answer| (field.id.clone(), answer)))
        })
        .collect();
    each.prop_map(|values| {
        values.into_iter().flatten().filter(|(_, answer): &(String, Answer)| !answer.text().is_empty()).collect()
    })
}

fn any_services() -> impl Strategy<Value = Vec<String>> {
    let edition = known().edition;
    let services = edition.services.iter().filter(|service| service.is_choosable(edition));
    let ids: Vec<String> = services.map(|service| service.id.clone()).collect();
    subsequence(ids.clone(), 0..=ids.len()).prop_shuffle()
}

/// A row that no list names.
fn own_row() -> impl Strategy<Value = Row> {
    let texts = (any_text(80), any_text(64), any_text(64), any_text(64));
    (select(BodyKind::ALL.to_vec()), texts, any::<bool>(), any::<bool>()).prop_map(
        |(kind, (name, inhabitants, municipal, part), left_out, ccas)| Row {
            code: None,
            kind,
            name,
            inhabitants,
            municipal,
            left_out,
            ccas,
            part,
        },
    )
}

/// What may be done to a row of the list.
#[derive(Clone, Debug)]
enum Edit {
    None,
    Inhabitants(String),
    Municipal(String),
    Part(String),
    Ccas,
    LeftOut,
    Other(Row),
}

fn any_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        8 => Just(Edit::None),
        2 => any_text(64).prop_map(Edit::Inhabitants),
        1 => any_text(64).prop_map(Edit::Municipal),
        1 => any_text(64).prop_map(Edit::Part),
        2 => Just(Edit::Ccas),
        1 => Just(Edit::LeftOut),
        1 => own_row().prop_map(Edit::Other),
    ]
}

fn edit(row: &mut Row, edit: Edit) {
    match edit {
        Edit::None => {}
        Edit::Inhabitants(text) => row.inhabitants = text,
        Edit::Municipal(text) => row.municipal = text,
        Edit::Part(text) => row.part = text,
        Edit::Ccas => row.ccas = true,
        Edit::LeftOut => row.left_out = true,
        Edit::Other(other) => *row = Row { code: row.code.clone(), ..other },
    }
}

/// An EPCI with its communes, as the page finds it, then edited; and the commune looked at, if any.
fn any_home() -> impl Strategy<Value = (Option<Home>, Vec<Row>)> {
    let territory = known().territory;
    let home = (0..territory.epcis.len(), prop::option::of(any::<prop::sample::Index>()), [any_text(64), any_text(64)]);
    (home, vec(any_edit(), 60), vec(own_row(), 0..4), 0..10_u8).prop_map(
        move |((at, viewed, waiting), edits, own, oddness)| {
            let epci = &territory.epcis[at];
            let mut rows: Vec<Row> = Vec::new();
            for member in &epci.members {
                let commune = territory.commune_at(*member).unwrap();
                rows.push(Row {
                    code: Some(commune.code.to_owned()),
                    name: commune.name.to_owned(),
                    inhabitants: engine::french::number(commune.total.into()),
                    municipal: engine::french::number(commune.municipal.into()),
                    ..Row::new(BodyKind::Commune)
                });
            }
            rows.iter_mut().zip(edits).for_each(|(row, done)| edit(row, done));
            let viewed = viewed.map(|at| rows[at.index(rows.len())].code.clone().unwrap());
            let waiting = if viewed.is_some() { waiting } else { Default::default() };
            match oddness {
                // What no page does: another order, or a row less.
                0 => rows.reverse(),
                1 => {
                    rows.retain(|row| row.code == viewed || row.code.as_ref().is_some_and(|code| !code.ends_with('3')))
                }
                _ => {}
            }
            rows.extend(own);
            (Some(Home { epci: epci.siren.to_owned(), viewed, waiting }), rows)
        },
    )
}

/// Any dossier that a form may hold.
pub fn any_dossier() -> impl Strategy<Value = Dossier> {
    let kinds = prop::option::weighted(0.9, select(BodyKind::ALL.to_vec()));
    let memberships = select(vec![Membership::None, Membership::Mutualised, Membership::Individual]);
    let words = (kinds, 1..=10_u8, prop::option::of(2021..2060_u16), memberships, any::<bool>());
    let territory = prop_oneof![vec(own_row(), 0..12).prop_map(|rows| (None, rows)), any_home(),];
    (words, any_values(), any_services(), select(Sharing::ALL.to_vec()), territory).prop_map(
        |((kind, years, start, membership, covered_by_epci), values, services, sharing, (home, rows))| Dossier {
            edition: known().edition.id.clone(),
            kind,
            years,
            start,
            membership,
            covered_by_epci,
            values,
            services,
            home,
            sharing,
            rows,
        },
    )
}

//! `catalogue.json`: the whole edition, in the words of the catalogue's files. Amounts and bounds are
//! strings, because a JSON number may lose a cent.

use super::tree::{self, id};
use super::{hypotheses, schedule};
use engine::Money;
use engine::catalogue::{BodyKind, Edition, Field, FieldKind, Price, Quantity, ReadingEffect, Rule, ScaleIx, Service};
use serde_json::{Map, Value, json};

/// The edition as JSON, indented.
pub fn json(edition: &Edition) -> String {
    format!("{:#}\n", whole(edition))
}

fn whole(edition: &Edition) -> Value {
    let kinds = edition.kinds.iter().map(|kind| json!({ "id": kind.kind.id(), "label": kind.label }));
    let ledger = edition.ledger.iter().map(|entry| {
        json!({
            "id": entry.id, "question": entry.question, "taken": entry.taken,
            "other": entry.other, "touches": entry.touches,
        })
    });
    let annexes = edition
        .annexes
        .iter()
        .map(|annexe| json!({ "id": annexe.id, "name": annexe.name, "title": annexe.title, "note": annexe.note }));
    json!({
        "edition": {
            "id": edition.id, "title": edition.title, "publisher": edition.publisher, "act": edition.act,
            "reference": edition.reference, "valid-from": edition.valid_from, "max-years": edition.max_years,
        },
        "currency": "EUR",
        "vat": list(edition.vat.iter().map(|class| json!({
            "id": class.id, "label": class.label, "rate": class.rate.map(|rate| rate.0.to_string()),
            "ledger": class.ledger.map(|ix| id(edition, ix)),
        }))),
        "kinds": list(kinds),
        "families": list(edition.families.iter().map(|family| json!({
            "id": family.id, "label": family.label, "group": family.group,
        }))),
        "offers": list(edition.offers.iter().map(|offer| json!({
            "id": offer.id, "label": offer.label, "family": family(edition, offer.family),
            "outside": offer.outside, "limit": offer.limit.map(|limit| limit.0.to_string()),
        }))),
        "cover": { "ledger": id(edition, edition.cover_ledger), "source": edition.cover_source },
        "counting": { "source": edition.counting_source, "rules": counting(edition) },
        "membership": membership(edition),
        "fields": list(edition.fields.iter().map(|field| of_field(edition, field))),
        "scales": list(edition.scales.iter().map(|scale| tree::scale(edition, scale))),
        "annexes": list(annexes),
        "services": list(edition.services.iter().map(|service| of_service(edition, service))),
        "ledger": list(ledger),
    })
}

fn list(values: impl Iterator<Item = Value>) -> Value {
    Value::Array(values.collect())
}

fn counting(edition: &Edition) -> Value {
    list(edition.counting.iter().map(|rule| {
        let kinds: Vec<&str> = rule.of.iter().copied().map(BodyKind::id).collect();
        json!({ "of": kinds, "from": rule.from.to_string(), "ledger": rule.ledger.map(|ix| id(edition, ix)) })
    }))
}

fn membership(edition: &Edition) -> Value {
    let rules = &edition.membership;
    let service = |ix| edition.service(ix).map(|service| service.id.as_str());
    json!({
        "mutualised": service(rules.mutualised), "individual": service(rules.individual),
        "ledger": id(edition, rules.ledger), "labels": rules.labels,
    })
}

fn family(edition: &Edition, place: u8) -> Option<&str> {
    edition.families.get(usize::from(place)).map(|family| family.id.as_str())
}

fn of_field(edition: &Edition, field: &Field) -> Value {
    let kind = match &field.kind {
        FieldKind::Number(number) => json!({
            "unit": [number.one, number.many], "decimals": number.decimals,
            "min": number.min.to_string(), "max": number.max.to_string(),
        }),
        FieldKind::Choice(choices) => json!({
            "choices": list(choices.iter().map(|choice| json!({ "id": choice.id, "label": choice.label }))),
        }),
    };
    let other =
        field.other.map(|other| json!({ "ledger": id(edition, other.ledger), "field": edition.field(other.field).id }));
    merged(json!({ "id": field.id, "label": field.label, "help": field.help }), [kind, json!({ "other": other })])
}

fn of_service(edition: &Edition, service: &Service) -> Value {
    let option_of = service.option_of.and_then(|ix| edition.service(ix)).map(|base| base.id.as_str());
    let offers = service.offers.iter().filter_map(|ix| edition.offer(*ix)).map(|offer| offer.id.as_str());
    let limit = service.limit.as_ref().map(|limit| {
        let most: Vec<String> = limit.at_most.iter().map(ToString::to_string).collect();
        json!({
            "label": limit.label, "field": edition.field(limit.field).id,
            "scale": edition.scale(limit.scale).id, "at-most": most,
        })
    });
    json!({
        "id": service.id, "label": service.label, "note": service.note,
        "annexe": edition.annexes.get(usize::from(service.annexe)).map(|annexe| annexe.id.as_str()),
        "family": family(edition, service.family), "option-of": option_of, "members": service.members,
        "offers": offers.collect::<Vec<_>>(), "limit": limit,
        "prices": list(service.prices.iter().map(|price| of_price(edition, service, price))),
    })
}

fn of_price(edition: &Edition, service: &Service, price: &Price) -> Value {
    let readings = price.readings.iter().map(|reading| match reading.effect {
        ReadingEffect::Schedule(other) => json!({ "ledger": id(edition, reading.ledger), "schedule": schedule(other) }),
        ReadingEffect::Omit => json!({ "ledger": id(edition, reading.ledger), "omit": true }),
    });
    let parts = price.parts.iter().map(|part| json!({ "label": part.label, "amounts": amounts(&part.amounts) }));
    merged(
        json!({ "id": price.id, "label": price.label, "detail": price.detail }),
        [
            rule(edition, &price.rule),
            json!({
                "parts": list(parts), "column-notes": price.column_notes, "unit": price.unit,
                "schedule": schedule(price.schedule),
                "vat": edition.vat_class(price.vat).map(|class| class.id.as_str()),
                "readings": list(readings), "ledger": hypotheses(edition, service, price), "source": price.source,
            }),
        ],
    )
}

/// The rule under the names of the catalogue's files, the headings beside the amounts they head.
fn rule(edition: &Edition, rule: &Rule) -> Value {
    let scale = |ix: ScaleIx| edition.scale(ix).id.as_str();
    match rule {
        Rule::Flat(paid) => json!({ "rule": "flat", "amount": amount(paid) }),
        Rule::PerUnit(paid, counted) => {
            json!({ "rule": "per-unit", "amount": amount(paid), "quantity": quantity(edition, counted) })
        }
        Rule::Columns(ix, paid, counted) => json!({
            "rule": "columns", "scale": scale(*ix), "columns": edition.scale(*ix).columns, "amounts": amounts(paid),
            "quantity": counted.as_ref().map(|counted| quantity(edition, counted)),
        }),
        Rule::Grid(grid) => json!({
            "rule": "grid", "rows": scale(grid.rows), "columns": scale(grid.columns),
            "cells": list(grid.cells.iter().map(|cells| json!(amounts(cells)))),
        }),
        Rule::Free(words) => json!({ "rule": "free", "wording": words }),
        Rule::Quote(words) => json!({ "rule": "quote", "wording": words }),
    }
}

fn quantity(edition: &Edition, quantity: &Quantity) -> Value {
    json!({
        "field": edition.field(quantity.field).id,
        "beyond": quantity.beyond.to_string(), "pack": quantity.pack.to_string(),
    })
}

fn amount(paid: &Money) -> String {
    paid.euros().to_string()
}

fn amounts(paid: &[Money]) -> Vec<String> {
    paid.iter().map(amount).collect()
}

/// Objects put together, their keys in order.
fn merged<const N: usize>(first: Value, others: [Value; N]) -> Value {
    let objects = std::iter::once(first).chain(others).filter_map(|value| match value {
        Value::Object(object) => Some(object),
        _ => None,
    });
    Value::Object(objects.flatten().collect::<Map<_, _>>())
}

//! A table whose rows stand under the columns of one scale.

use crate::french::per_unit;
use crate::touches::touches;
use engine::Money;
use engine::catalogue::{Edition, Node, Part, Price, Rule, ScaleIx, Service};
use engine::explain::when;
use engine::french::{counted, money};
use maud::{Markup, html};

/// The table: a group of rows for each service.
pub fn table(edition: &Edition, base: &Service, scale: Option<ScaleIx>, parts: &[(&Service, Vec<&Price>)]) -> Markup {
    let headings = scale.map_or(&[][..], |scale| &edition.scale(scale).columns);
    let caption = parts.first().and_then(|(_, prices)| prices.first()).map(|price| format!("tableau-{}", price.id));
    let of_options = parts.iter().all(|(service, _)| !std::ptr::eq(*service, base));
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby=[caption.as_ref().map(|caption| format!("{} {caption}", base.id))] {
            table {
                caption id=[caption.as_deref()] {
                    @if of_options { "Options : prix " } @else { "Prix " }
                    (vat(edition, parts))
                    @if let Some(scale) = scale { ", selon : " (asked(edition, scale)) }
                }
                thead {
                    tr {
                        th scope="col" { "Prix" }
                        @for heading in headings { th scope="col" { (heading) } }
                        @if headings.is_empty() { th scope="col" { "Montant" } }
                        th.when scope="col" { "Échéance et points à confirmer" }
                    }
                }
                @for (service, prices) in parts { (group(edition, base, scale, service, prices)) }
            }
        }
        @if scale.is_some_and(|scale| has_quote(&edition.scale(scale).tree)) {
            p.note { "Les cas que ces colonnes ne couvrent pas sont sur devis." }
        }
    }
}

/// What the columns depend on: `type d'organisme, nombre d'habitants`.
fn asked(edition: &Edition, scale: ScaleIx) -> String {
    let tree = &edition.scale(scale).tree;
    let mut words: Vec<String> = Vec::new();
    if matches!(tree, Node::Kinds(_)) {
        words.push(String::from("type d'organisme"));
    }
    tree.visit_fields(&mut |field| {
        let label = lower_first(&edition.field(field).label);
        if !words.contains(&label) {
            words.push(label);
        }
    });
    words.join(", ")
}

fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// `hors taxes` or `exonérés de TVA`, as the rows are taxed.
fn vat(edition: &Edition, parts: &[(&Service, Vec<&Price>)]) -> &'static str {
    let mut prices = parts.iter().flat_map(|(_, prices)| prices);
    let taxed = prices.any(|price| edition.vat_class(price.vat).is_some_and(|class| class.rate.is_some()));
    if taxed { "hors taxes" } else { "exonérés de TVA" }
}

/// The rows of a service, under its name when it is an option.
fn group(edition: &Edition, base: &Service, scale: Option<ScaleIx>, service: &Service, prices: &[&Price]) -> Markup {
    let width = scale.map_or(1, |scale| edition.scale(scale).columns.len());
    let is_option = !std::ptr::eq(base, service);
    let limit = service.limit.as_ref().filter(|limit| Some(limit.scale) == scale);
    html! {
        tbody {
            @if is_option {
                tr.option { th id=(service.id) tabindex="-1" colspan=(width + 2) scope="rowgroup" { (service.label) } }
            }
            @for price in prices {
                (row(edition, service, price, width))
                @for part in &price.parts { (part_row(part)) }
            }
            @if let Some(limit) = limit {
                tr {
                    th scope="row" { (limit.label) }
                    @for most in &limit.at_most { td { (counted(*most, edition.field(limit.field).unit(*most))) } }
                    td { "au-delà : sur devis" }
                }
            }
        }
    }
}

fn row(edition: &Edition, service: &Service, price: &Price, width: usize) -> Markup {
    html! {
        tr id={ "prix-" (price.id) } {
            th scope="row" {
                (price.label)
                @if !price.detail.is_empty() { span.detail { (price.detail) } }
            }
            (cells(edition, price, width))
            td.when {
                @if !matches!(price.rule, Rule::Free(_) | Rule::Quote(_)) { (when(price.schedule)) " " }
                (open_questions(edition, service, price))
            }
        }
    }
}

fn cells(edition: &Edition, price: &Price, width: usize) -> Markup {
    let unit = per_unit(edition, price);
    let one =
        |paid: &Money| html! { (amount(*paid, &money(*paid))) @if let Some(unit) = &unit { " " span.unit { (unit) } } };
    match &price.rule {
        Rule::Flat(paid) | Rule::PerUnit(paid, _) => html! { td colspan=[spanned(width)] { (one(paid)) } },
        Rule::Free(words) | Rule::Quote(words) => html! { td colspan=[spanned(width)] { (words) } },
        Rule::Columns(_, amounts, _) => html! {
            @for (place, paid) in amounts.iter().enumerate() {
                td {
                    (one(paid))
                    @if let Some(note) = price.column_notes.get(place).filter(|note| !note.is_empty()) {
                        span.detail { (note) }
                    }
                }
            }
        },
        Rule::Grid(_) => html! {},
    }
}

/// A part of the amount above it.
fn part_row(part: &Part) -> Markup {
    html! {
        tr.part {
            th scope="row" { "dont " (part.label) }
            @for paid in &part.amounts { td { (amount(*paid, &money(*paid))) } }
            td {}
        }
    }
}

/// An amount as programs and people read it.
pub fn amount(paid: Money, text: &str) -> Markup {
    html! { data value=(paid.euros()) { (text) } }
}

/// Links to the hypotheses that a row rests on.
pub fn open_questions(edition: &Edition, service: &Service, price: &Price) -> Markup {
    let entries = touches(edition, service, price).into_iter().filter_map(|ix| edition.ledger_entry(ix));
    html! {
        span.open {
            @for entry in entries {
                " " a href={ "hypotheses.html#" (entry.id) } title=(entry.question) {
                    span.visually-hidden { "hypothèse " } (entry.id)
                }
            }
        }
    }
}

fn spanned(width: usize) -> Option<String> {
    (width > 1).then(|| width.to_string())
}

/// Whether some answer leads out of the columns.
fn has_quote(node: &Node) -> bool {
    match node {
        Node::Quote => true,
        Node::Column(_) => false,
        Node::Bracket(bracket) => bracket.then.iter().any(has_quote),
        Node::Kinds(arms) => arms.iter().any(|arm| has_quote(&arm.then)),
        Node::Choice(arms) => arms.then.iter().any(has_quote),
    }
}

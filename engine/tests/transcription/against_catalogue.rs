//! The catalogue against the print.

use crate::annexe_1::{GRID_COLUMNS, GRID_ROWS};
use crate::annexe_2::{COUNTED, WORDS};
use crate::beside::{ANNEXES, COLUMN_NOTES, COUNTING, COVER, LABELS, MAXIMA, NOTES, OPTIONS};
use crate::edition;
use crate::forms::{
    catalogue_figures, check_headings, check_words, compare, grid, is_option_of_opendemande, price, prices,
    printed_figures, quantity, squeeze, squeezed, tables,
};
use crate::page_one::{CERTIFICATE, OUTSIDE, PAGE_ONE};
use engine::catalogue::{Price, Rule, Service};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;
use std::iter::zip;

#[test]
fn every_printed_figure_is_in_the_catalogue_and_nothing_else_is() {
    let printed = printed_figures();
    // The grid's cells, and every other amount but the renewal of a certificate, printed beside its cost.
    assert_eq!(printed.len(), 105 + 100);
    compare(&printed, &catalogue_figures(edition()));
}

#[test]
fn every_column_of_annexe_1_and_of_the_base_tables_bears_its_printed_heading() {
    let edition = edition();
    let Rule::Grid(grid) = &price(edition, "adhesion").rule else { panic!("the membership is no grid") };
    assert_eq!(squeezed(&edition.scale(grid.rows).columns), squeezed(&GRID_ROWS.map(|(heading, ..)| heading)));
    assert_eq!(squeezed(&edition.scale(grid.columns).columns), squeezed(&GRID_COLUMNS.map(|(heading, _)| heading)));
    for table in tables().filter(|table| !is_option_of_opendemande(table)) {
        check_headings(edition, table);
    }
}

#[test]
fn every_column_of_opendemandes_options_bears_its_printed_heading() {
    for table in tables().filter(|table| is_option_of_opendemande(table)) {
        check_headings(edition(), table);
    }
}

#[test]
fn the_grid_is_made_of_21_equal_antidiagonals() {
    for (row, cells) in grid().iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            // A unit is 29 010 / 11 euros; to the euro, half up.
            let units = i64::try_from(row + column + 2).unwrap();
            let rule = if units == 2 { 5802 } else { (2 * 29_010 * units + 11) / 22 };
            assert_eq!(*cell, 100 * rule, "row {row}, column {column}");
        }
    }
}

#[test]
fn words_stand_where_no_figure_is_printed() {
    let edition = edition();
    let found: BTreeSet<&str> = prices(edition)
        .filter(|price| matches!(price.rule, Rule::Free(_) | Rule::Quote(_)))
        .map(|price| price.id.as_str())
        .collect();
    assert_eq!(found, WORDS.map(|(id, ..)| id).into());
    for (id, outcome, printed) in WORDS {
        let (kept, wording) = match &price(edition, id).rule {
            Rule::Free(wording) => ("free", wording),
            Rule::Quote(wording) => ("quote", wording),
            other => panic!("{id}: {other:?}"),
        };
        assert_eq!(kept, outcome, "{id}");
        assert!(printed.is_none_or(|words| squeeze(words).eq_ignore_ascii_case(&squeeze(wording))), "{id}: {wording}");
    }
}

#[test]
fn what_is_counted_is_what_is_printed() {
    let edition = edition();
    let found: BTreeSet<_> = prices(edition)
        .filter_map(|price| {
            let quantity = quantity(price)?;
            let field = edition.field(quantity.field).id.as_str();
            Some((price.id.as_str(), field, quantity.beyond.to_i64()?, quantity.pack.to_i64()?))
        })
        .collect();
    assert_eq!(found, COUNTED.into());
}

#[test]
fn the_maxima_and_the_columns_remarks_are_printed() {
    let edition = edition();
    let limited = edition.services.iter().filter_map(|service| {
        let limit = service.limit.as_ref()?;
        Some((service.id.clone(), limit.label.clone(), limit.at_most.iter().map(|n| n.to_i64().unwrap()).collect()))
    });
    let printed = MAXIMA.map(|(service, label, most)| (service.to_owned(), label.to_owned(), most.to_vec()));
    assert_eq!(limited.collect::<Vec<(String, String, Vec<i64>)>>(), printed);
    let noted: Vec<&Price> = prices(edition).filter(|price| !price.column_notes.is_empty()).collect();
    assert_eq!(noted.len(), COLUMN_NOTES.len());
    for (price, (id, notes)) in zip(noted, COLUMN_NOTES) {
        assert_eq!(price.id, id);
        assert_eq!(price.column_notes.len(), notes.len(), "{id}");
        let pairs = zip(&price.column_notes, notes);
        pairs.for_each(|(kept, printed)| {
            assert!(kept.contains(printed) && kept.is_empty() == printed.is_empty(), "{id}: {kept}")
        });
    }
}

#[test]
fn page_one_lists_its_services() {
    let edition = edition();
    let families = edition.families.iter().map(|family| (family.group.as_str(), family.label.as_str()));
    assert_eq!(families.collect::<Vec<_>>(), PAGE_ONE.map(|(group, label, ..)| (group, label)));
    for (place, (_, family, inside, outside)) in PAGE_ONE.iter().enumerate() {
        let listed = edition.offers.iter().filter(|offer| usize::from(offer.family) == place);
        let found: Vec<_> = listed.map(|offer| (offer.label.as_str(), offer.outside)).collect();
        let inside = inside.iter().map(|label| (*label, false));
        let printed: Vec<_> = inside.chain(outside.iter().map(|label| (*label, true))).collect();
        assert_eq!(found, printed, "{family}");
    }
    for offer in &edition.offers {
        let limit = offer.limit.map(|limit| limit.0);
        assert_eq!(limit, (offer.label == CERTIFICATE).then_some(Decimal::TWO), "{}", offer.label);
    }
}

#[test]
fn what_page_one_leaves_outside_is_priced_in_annexe_2() {
    let edition = edition();
    let offers = edition.offers.iter().enumerate().filter(|(_, offer)| offer.outside);
    let priced = offers.map(|(place, offer)| {
        let is_it = |service: &&Service| service.offers.iter().any(|ix| usize::from(ix.0) == place);
        (offer.label.as_str(), edition.services.iter().find(is_it).map_or("", |service| service.id.as_str()))
    });
    assert_eq!(priced.collect::<Vec<_>>(), OUTSIDE);
}

#[test]
fn options_belong_to_the_service_they_are_printed_under() {
    let edition = edition();
    let found: BTreeSet<_> = edition
        .services
        .iter()
        .filter_map(|option| Some((option.id.as_str(), edition.service(option.option_of?)?.id.as_str())))
        .collect();
    assert_eq!(found, OPTIONS.into());
}

#[test]
fn the_annexes_bear_their_printed_titles_and_the_act_its_reference() {
    let edition = edition();
    let titles = edition.annexes.iter().map(|annexe| annexe.title.to_uppercase());
    assert_eq!(titles.collect::<Vec<_>>(), ANNEXES.map(|(title, _)| title));
    assert_eq!(edition.reference, "033-200010049-20210520-210520_005-DE");
}

#[test]
fn the_annexes_say_of_vat_what_is_printed() {
    for (annexe, (_, printed)) in zip(&edition().annexes, ANNEXES) {
        assert_eq!(annexe.note.trim_end_matches('.').to_lowercase(), printed.trim_end_matches('.').to_lowercase());
    }
}

#[test]
fn notes_and_rules_quote_the_print() {
    let edition = edition();
    assert_eq!(edition.counting_source, COUNTING);
    assert_eq!(edition.cover_source, COVER);
    let noted: Vec<_> = edition.services.iter().filter(|service| !service.note.is_empty()).collect();
    assert_eq!(noted.len(), NOTES.len());
    for (service, (id, printed)) in zip(noted, NOTES) {
        assert_eq!(service.id, id);
        assert!(service.note.contains(printed), "{id}: {}", service.note);
    }
}

#[test]
fn labels_and_sources_use_the_printed_words() {
    let services = &edition().services;
    assert_eq!(services.iter().map(|service| service.id.as_str()).collect::<Vec<_>>(), LABELS.map(|(id, _)| id));
    for (service, (_, printed)) in zip(services, LABELS) {
        check_words(&service.label, printed);
        for price in &service.prices {
            check_words(&price.label, printed);
            check_words(&price.source, &format!("Annexe, Page, {printed}"));
        }
    }
}

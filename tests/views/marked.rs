//! The price list's own tables with the visitor's place marked, not by colour alone.

use crate::markup::Markup;
use crate::page::Page;
use visitor::examples::{Deed, TERRITORY, spaced};

const MARK: char = '◆';
const PARTICIPATION: &str = "Extrait du catalogue : Participation individuelle de la commune";

/// The row and column headings of each marked cell, and what stands in it.
fn marked(rows: &[Vec<String>]) -> Vec<(&str, &str, &str)> {
    let cells = rows.iter().flat_map(|row| row.iter().enumerate().map(move |(at, cell)| (row, at, cell)));
    let marked = cells.filter(|(_, _, cell)| cell.contains(MARK));
    marked.map(|(row, at, cell)| (row[0].as_str(), rows[0][at].as_str(), cell.as_str())).collect()
}

fn grid(shown: &Markup) -> Vec<Vec<String>> {
    shown.table("Adhésion mutualisée pour le territoire de l'EPCI").unwrap()
}

#[test]
fn the_grid_is_the_lists_own_and_marks_one_cell() {
    let shown = Page::after(TERRITORY.deeds).markup();
    let rows = grid(&shown);
    assert_eq!((rows.len(), rows[0].len()), (8, 16));
    assert_eq!(marked(&rows), [("1,5 To", "CDC + 10 EP", spaced("◆ 18_461 (votre territoire)").as_str())]);
    assert_eq!(rows[1][1], spaced("5_802"));
    assert_eq!(rows[7][15], spaced("58_020"));
    assert!(shown.says("Votre territoire est dans la case encadrée, marquée ◆."));
}

#[test]
fn a_body_that_counts_or_not_moves_the_mark() {
    // 10 already count: the eleventh needs the column of 14.
    for (inhabitants, column, amount) in
        [("299", "CDC + 10 EP", "18_461"), ("300", "CDC + 14 EP", "21_098"), ("301", "CDC + 14 EP", "21_098")]
    {
        let page = Page::after(&TERRITORY.deeds[..3]);
        page.perform(&[Deed::AddCommunes(10, "400"), Deed::AddCommunes(1, inhabitants)]);
        let shown = page.markup();
        let amount = format!("◆ {} (votre territoire)", spaced(amount));
        assert_eq!(marked(&grid(&shown)), [("1,5 To", column, amount.as_str())], "{inhabitants}");
    }
}

#[test]
fn without_a_place_in_the_grid_nothing_is_marked() {
    for volume in ["", "3 501", "beaucoup"] {
        let page = Page::after(&TERRITORY.deeds[..2]);
        page.perform(&[Deed::AddCommunes(4, "400"), Deed::Type("Volume total de données", volume)]);
        let shown = page.markup();
        assert_eq!(marked(&grid(&shown)), [], "{volume}");
        assert!(shown.says("Choisissez un volume et indiquez les organismes du territoire"), "{volume}");
    }
}

#[test]
fn the_participation_marks_the_bracket_of_the_inhabitants() {
    for (inhabitants, bracket, amount) in [
        ("99", "< 100", "350,00~€"),
        ("100", "< 500", "500,00~€"),
        ("800", "< 1 000", "900,00~€"),
        ("1 000", "< 2 500", "1_500,00~€"),
        ("99 999", "< 100 000", "20_000,00~€"),
    ] {
        let rows = participation(inhabitants);
        let amount = spaced(&format!("◆ {amount} (votre cas)"));
        assert_eq!(marked(&rows), [("Participation individuelle de la commune", bracket, amount.as_str())]);
    }
    for unpriced in ["", "100 000"] {
        let rows = participation(unpriced);
        assert_eq!((marked(&rows), rows.len(), rows[0].len()), (vec![], 2, 9), "{unpriced}");
    }
}

fn participation(inhabitants: &'static str) -> Vec<Vec<String>> {
    let page = Page::after(&[
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Pick("Adhésion", "Participation individuelle des communes"),
        Deed::Type("Nombre d'habitants", inhabitants),
    ]);
    let shown = page.markup();
    assert!(shown.attributes("aria-label").contains(&PARTICIPATION.to_owned()));
    shown.classed("table", "extract")[0].rows()
}

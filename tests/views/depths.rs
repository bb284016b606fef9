//! "Pourquoi ce montant ?" at its two depths, with everything unfolded as on paper.

use crate::markup::Markup;
use crate::page::Page;
use visitor::examples::{COMMUNE, TERRITORY, TOWN, spaced};

const WHY: &str = "Pourquoi ce montant ?";
const DEEPER: &str = "Le calcul, sa source et ce qui le changerait";

/// The reasons of the line whose name begins so: all of them, and those of the second depth.
fn reasons(shown: &Markup, line: &str) -> (Markup, Markup) {
    let all = shown.classed("ul", "lines").remove(0).classed("details", "reasons");
    let names = shown.classed("span", "line-name");
    let place = names.iter().position(|name| name.text().starts_with(line)).unwrap();
    let reasons = all.into_iter().nth(place).unwrap();
    let deeper = reasons.classed("details", "deeper").remove(0);
    (reasons, deeper)
}

#[test]
fn folded_each_line_offers_one_depth_and_tells_nothing_yet() {
    let shown = Page::after(COMMUNE.deeds).markup();
    for line in shown.lines("Ce que vous payez") {
        assert!(line.ends_with(WHY) != line.ends_with("Gratuit"), "{line}");
    }
    assert!(!shown.says(DEEPER) && !shown.says("Le calcul"));
}

#[test]
fn a_sentence_first_then_the_rest() {
    for example in [&COMMUNE, &TERRITORY, &TOWN] {
        let shown = Page::after(example.deeds).unfolded();
        for reasons in shown.classed("details", "reasons") {
            let told = reasons.text();
            let (sentence, deeper) = told.split_once(DEEPER).unwrap();
            // Below it, what the list says the row is for.
            let sentence = sentence.trim().strip_prefix(WHY).unwrap().trim().lines().next().unwrap();
            assert!(sentence.ends_with('.') && sentence.contains('€'), "{told}");
            // A row of one amount has no table to show, and then no title for it.
            let table = reasons.classed("table", "extract").len();
            assert_eq!(deeper.matches("Dans le catalogue").count(), table, "{told}");
            let order = [&["Le calcul", "Dans le catalogue"][..=table], &["Source : Annexe"]].concat();
            let places: Vec<usize> = order
                .iter()
                .map(|part| deeper.find(part).unwrap_or_else(|| panic!("no « {part} » in {told}")))
                .collect();
            assert!(places.is_sorted(), "{told}");
        }
    }
}

#[test]
fn a_number_in_a_bracket_shows_its_table_its_bound_and_its_formula() {
    let shown = Page::after(COMMUNE.deeds).unfolded();
    let (_, deeper) = reasons(&shown, "Prestation de mise en place de la conformité RGPD");
    let marked: Vec<String> = deeper.all("td").into_iter().filter(|cell| cell.starts_with('◆')).collect();
    assert_eq!(marked.len(), 1);
    assert!(marked[0].ends_with("(votre cas)"), "{marked:?}");
    let titles = deeper.all("h4");
    assert_eq!(titles[..2], ["Le calcul", "Dans le catalogue"]);
    assert!(titles.contains(&"Ce qui changerait ce prix".to_owned()), "{titles:?}");
}

#[test]
fn the_membership_shows_its_corner_of_the_grid_and_both_readings() {
    let shown = Page::after(TERRITORY.deeds).unfolded();
    let (_, deeper) = reasons(&shown, "Adhésion mutualisée pour le territoire de l'EPCI");
    let extract = deeper.classed("table", "extract").remove(0).rows();
    assert_eq!(extract[0], ["Palier", "CDC + 3 EP", "CDC + 5 EP", "CDC + 10 EP", "CDC + 14 EP", "CDC + 18 EP"]);
    let rows: Vec<&str> = extract[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(rows, ["500 Go", "1 To", "1,5 To", "2 To", "2,5 To"]);
    assert_eq!(extract[3][3], spaced("◆ 18_461 (votre cas)"));
    assert_eq!(deeper.text().matches('◆').count(), 1);
    for silent in deeper.classed("div", "silent") {
        assert!(silent.says("Lecture retenue :") && silent.says("Autre lecture :"), "{}", silent.text());
        assert_eq!(silent.all("li").len(), 3, "the two readings and their difference: {}", silent.text());
    }
    assert!(deeper.classed("div", "silent").len() >= 2);
}

#[test]
fn no_line_of_the_estimate_ends_inside_a_quotation_mark() {
    for example in [&COMMUNE, &TERRITORY, &TOWN] {
        let shown = Page::after(example.deeds).unfolded();
        let told: Vec<String> = shown.classed("div", "result").iter().map(Markup::text).collect();
        assert!(told[0].contains("«\u{a0}") && !told[0].contains("« ") && !told[0].contains(" »"), "{}", told[0]);
    }
}

#[test]
fn everything_unfolded_keeps_one_meaning_for_each_id() {
    let shown = Page::after(TERRITORY.deeds).unfolded();
    let mut ids = shown.attributes("id");
    ids.sort();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

//! The years of the period: numbered, or those of the calendar once a first one is chosen.

use crate::page::Page;
use visitor::examples::{COMMUNE, Deed};

fn names(rows: &[Vec<String>]) -> Vec<&str> {
    rows.iter().map(|row| row[0].as_str()).collect()
}

#[test]
fn years_are_numbered_until_a_first_one_is_chosen() {
    let shown = Page::after(COMMUNE.deeds).markup();
    assert_eq!(shown.definitions()[0].0, "1re année");
    let rows = shown.table("Par année").unwrap();
    assert_eq!(names(&rows[1..]), ["1re année", "2e année", "3e année", "4e année", "Total"]);
}

#[test]
fn calendar_years_name_the_headline_the_table_the_chart_and_the_running_total() {
    let page = Page::after(COMMUNE.deeds);
    let before = page.markup();
    page.perform(&[Deed::Choose("Première année", "2023"), Deed::Choose("Durée de l'estimation", "3 ans")]);
    let shown = page.markup();
    let headline: Vec<String> = shown.definitions().into_iter().map(|(name, _)| name).collect();
    assert_eq!(headline, ["2023", "Années suivantes", "Sur 3 ans"]);
    assert_eq!(shown.definitions()[0].1, before.definitions()[0].1, "a name changes no amount");
    assert_eq!(names(&shown.table("Par année").unwrap()[1..]), ["2023", "2024", "2025", "Total"]);
    let families = shown.table("À payer, par famille de services").unwrap();
    assert_eq!(families[0], ["Famille", "2023", "2024", "2025"]);
    assert!(shown.all("text").iter().any(|text| text == "2025"));
    let total = shown.classed("aside", "total");
    assert!(total[0].says("2023") && !total[0].says("1re année"), "{}", total[0].text());
}

#[test]
fn the_first_year_may_be_the_last_this_one_or_one_of_the_next_three() {
    let shown = Page::new().markup();
    let offered: Vec<String> = shown.all("option").into_iter().filter(|option| option.starts_with("20")).collect();
    assert_eq!(offered, ["2020", "2021", "2022", "2023", "2024"]);
}

#[test]
fn each_length_has_its_rows() {
    let page = Page::after(COMMUNE.deeds);
    for years in 1..=page.edition().max_years {
        page.change(|form| form.years = years);
        let rows = page.markup().table("Par année").unwrap();
        assert_eq!(rows.len(), usize::from(years) + 2, "a heading, {years} years, a total");
    }
}

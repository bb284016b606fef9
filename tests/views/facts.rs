//! Once or again, and for each inhabitant: sentences, to the cent.

use crate::page::Page;
use engine::french::parse_number;
use rust_decimal::Decimal;
use visitor::examples::{COMMUNE, Deed, Example, TERRITORY, TOWN, spaced};

fn facts(page: &Page) -> Vec<String> {
    page.markup().classed("ul", "facts")[0].all("li")
}

/// The amounts of a text, in euros.
fn amounts(text: &str) -> Vec<Decimal> {
    let euros = text.match_indices("\u{a0}€").map(|(end, _)| {
        let start = text[..end].rfind(|c: char| !c.is_ascii_digit() && !",\u{202f}".contains(c));
        let start = start.map_or(0, |at| at + text[at..].chars().next().unwrap().len_utf8());
        parse_number(&text[start..end], "€").unwrap().unwrap()
    });
    euros.collect()
}

#[test]
fn what_comes_once_and_what_comes_back_make_the_period() {
    for (example, expected) in [
        (&COMMUNE, "Sur 4~ans : 1_800,00~€ de dépenses ponctuelles, 2_568,00~€ de dépenses récurrentes."),
        (&TERRITORY, "Sur 4~ans : 8_742,00~€ de dépenses ponctuelles, 83_844,00~€ de dépenses récurrentes."),
        (&TOWN, "Sur 4~ans : 12_858,00~€ de dépenses ponctuelles, 16_415,96~€ de dépenses récurrentes."),
    ] {
        let page = Page::after(example.deeds);
        let fact = facts(&page).remove(0);
        assert_eq!(fact, spaced(expected));
        let period = amounts(&page.markup().definitions()[2].1);
        assert_eq!(amounts(&fact).iter().sum::<Decimal>(), period[0]);
        assert_eq!(amounts(&fact)[0], once(&page, example));
    }
}

/// The lines said to come once, added as a reader would.
fn once(page: &Page, example: &Example) -> Decimal {
    let lines = page.markup().lines("Ce que vous payez");
    assert_eq!(lines.len(), example.lines);
    let once = lines.iter().filter(|line| line.lines().next().unwrap().ends_with(", une fois"));
    once.map(|line| amounts(line)[0]).sum()
}

#[test]
fn each_inhabitants_share_is_said_once_they_are_known() {
    let page = Page::after(COMMUNE.deeds);
    // 2 292,00 / 800 = 2,865 and 552,00 / 800 = 0,69.
    assert_eq!(facts(&page)[1], spaced("Soit 2,87~€ par habitant en 1re année, 0,69~€ en 2e année."));
    page.perform(&[Deed::Choose("Première année", "2022")]);
    assert_eq!(facts(&page)[1], spaced("Soit 2,87~€ par habitant en 2022, 0,69~€ en 2023."));
    page.perform(&[Deed::Choose("Durée de l'estimation", "1 an")]);
    assert_eq!(facts(&page)[1], spaced("Soit 2,87~€ par habitant en 2022."));
    assert_eq!(
        facts(&page)[0],
        spaced("Sur 1~an : 1_800,00~€ de dépenses ponctuelles, 492,00~€ de dépenses récurrentes.")
    );
    for unknown in ["", "zéro"] {
        page.perform(&[Deed::Type("Nombre d'habitants", unknown)]);
        assert_eq!(facts(&page).len(), 1, "{unknown}");
    }
}

#[test]
fn a_share_of_a_sum_that_lacks_something_is_a_least() {
    let page = Page::after(&[
        Deed::Type("Nombre d'habitants", "800"),
        Deed::Tick("Prestation de mise en place outil congés"),
        Deed::Tick("Prestation sur mesure à la demande"),
    ]);
    assert_eq!(facts(&page)[1], spaced("Soit au moins 0,75~€ par habitant en 1re année, au moins 0,15~€ en 2e année."));
}

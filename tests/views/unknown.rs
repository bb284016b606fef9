//! What is not known yet is no 0 €: neither on the screen, nor in the note.

use crate::markup::Markup;
use crate::page::Page;
use visitor::examples::{Deed, spaced};

/// What a sum of nothing looks like.
const NOTHING: &str = "0,00~€";

/// Yearly and exempt, without its volume.
const MEMBERSHIP: [Deed; 2] = [
    Deed::Choose("Type d'organisme", "Communauté de communes"),
    Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI"),
];

fn on_paper(page: &Page) -> Markup {
    page.unfolded().classed("article", "paper").remove(0)
}

fn parts(page: &Page) -> [Markup; 2] {
    [page.markup().classed("div", "result").remove(0), on_paper(page)]
}

#[test]
fn while_all_waits_for_an_answer_nothing_says_0_euros() {
    let waiting: [&[Deed]; 3] =
        [&[Deed::Tick("Alerte SMS")], &[Deed::Tick("Prestation sur mesure à la demande")], &MEMBERSHIP];
    for deeds in waiting {
        let page = Page::after(deeds);
        page.perform(&[Deed::Type("Nombre d'habitants", "800")]);
        for part in parts(&page) {
            let headline = part.classed("dl", "headline").remove(0).definitions();
            assert!(headline.iter().all(|(_, amount)| amount == "à chiffrer"), "{headline:?}");
            let years = part.classed("table", "years").remove(0).rows();
            let dues = years[1..].iter().map(|row| row[5].as_str());
            assert_eq!(dues.collect::<Vec<_>>(), ["à chiffrer"; 5], "four years and their total");
            assert!(!part.says("Soit") && !part.says("ponctuelles"), "of nothing there are no parts: {}", part.text());
        }
    }
}

#[test]
fn a_column_that_may_grow_is_no_0_euros_beside_one_that_is_known() {
    // The membership, exempt, waits for its volume; text messages, taxed, are known.
    let page = Page::after(&MEMBERSHIP);
    page.perform(&[Deed::Tick("Alerte SMS"), Deed::Type("Nombre de SMS par an", "1000")]);
    let shown = page.markup();
    let title = "Par année, au moins (+ 1 poste en attente d'une réponse)";
    let rows = shown.table(title).unwrap();
    assert_eq!(rows[1][1], "à chiffrer", "{rows:?}");
    assert!(rows[1][2..].iter().all(|cell| cell.ends_with('€') && *cell != spaced(NOTHING)), "{rows:?}");
    assert!(on_paper(&page).says(title));
}

#[test]
fn a_column_that_nothing_is_lacking_in_says_0_euros() {
    let page = Page::after(&[Deed::Tick("Alerte SMS")]);
    let rows = |page: &Page| page.markup().table("Par année, au moins (+ 1 poste en attente d'une réponse)").unwrap();
    let cells = |exempt: &str| vec![spaced(exempt), "à chiffrer".to_owned()];
    assert_eq!(rows(&page)[1][1..3], cells(NOTHING), "text messages are taxed: nothing exempt is lacking");
    page.perform(&[Deed::Type("Nombre de SMS par an", "0")]);
    assert_eq!(page.markup().table("Par année").unwrap()[1][5], spaced(NOTHING), "none is known to cost nothing");
}

#[test]
fn once_and_again_are_told_apart_as_far_as_they_are_known() {
    let page = Page::after(&MEMBERSHIP);
    page.perform(&[Deed::Tick("Alerte SMS"), Deed::Type("Nombre de SMS par an", "1000")]);
    let facts = page.markup().classed("ul", "facts")[0].all("li");
    assert_eq!(facts, [spaced("Sur 4~ans : au moins 288,00~€ de dépenses récurrentes.")]);
}

#[test]
fn what_comes_once_is_unknown_in_its_year_alone() {
    let page = Page::after(&[
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Tick("Prestation de numérisation des actes d'état civil"),
    ]);
    let shown = page.markup();
    let rows = shown.table("Par année, au moins (+ ").unwrap();
    assert_eq!((rows[1][5].as_str(), rows[2][5].as_str()), ("à chiffrer", spaced(NOTHING).as_str()), "{rows:?}");
    let amounts: Vec<String> = shown.definitions().into_iter().map(|(_, amount)| amount).collect();
    assert_eq!(amounts, ["à chiffrer".to_owned(), spaced(NOTHING), "à chiffrer".to_owned()]);
}

#[test]
fn a_year_of_which_nothing_is_known_is_in_no_range_and_no_bar() {
    let certificates =
        [Deed::Tick("Identité électronique : Certificat RGS 2*"), Deed::Type("Nombre de certificats", "3")];
    let page = Page::after(&certificates);
    page.perform(&[Deed::Tick("Alerte SMS")]);
    let shown = page.markup();
    assert!(shown.definitions()[1].1.starts_with("à chiffrer, ou "), "{:?}", shown.definitions());
    let written = shown.all("text");
    assert_eq!(written.iter().filter(|text| *text == "à chiffrer").count(), 2, "years 2 and 3: {written:?}");
    assert!(!written.contains(&spaced(NOTHING)), "{written:?}");
}

#[test]
fn a_family_of_which_nothing_is_known_is_in_the_table() {
    let page = Page::after(&[
        Deed::Tick("Identité électronique : Certificat RGS 2*"),
        Deed::Type("Nombre de certificats", "3"),
    ]);
    let families = |page: &Page| page.markup().table("À payer, par famille de services").unwrap();
    let before = families(&page).len();
    page.perform(&[Deed::Tick("Prestation sur mesure à la demande")]);
    let rows = families(&page);
    assert_eq!(rows.len(), before + 1);
    assert!(rows.iter().any(|row| row[1..].iter().all(|cell| cell == "à chiffrer")), "{rows:?}");
}

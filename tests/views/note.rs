//! The note that is printed: all that is on the screen, to the cent, and what a council needs beside it.

use crate::markup::Markup;
use crate::page::Page;
use engine::french::long_date;
use simulateur::carrying::to_link;
use simulateur::form::Sharing;
use visitor::amounts::{ON_SCREEN, amounts};
use visitor::examples::{COMMUNE, Deed, Example, TERRITORY, TOWN, WORKSHEET, spaced};

fn note(page: &Page) -> Markup {
    page.unfolded().classed("article", "paper").remove(0)
}

#[test]
fn nothing_of_it_is_there_while_nobody_prints() {
    let page = Page::after(COMMUNE.deeds);
    assert!(page.markup().classed("article", "paper").is_empty());
    assert!(page.markup().all("button").contains(&"Imprimer la note".to_owned()));
    assert!(Page::new().unfolded().classed("article", "paper").is_empty(), "nor without an estimate");
}

#[test]
fn every_amount_on_the_screen_is_in_the_note() {
    for deeds in [COMMUNE.deeds, TERRITORY.deeds, TOWN.deeds, WORKSHEET] {
        let page = Page::after(deeds);
        let shown = page.markup();
        let mut on_screen = amounts(&shown.classed("div", "result").remove(0).text(), ON_SCREEN);
        on_screen.extend(shown.classed("table", "sheet").iter().flat_map(|sheet| amounts(&sheet.text(), ON_SCREEN)));
        assert!(on_screen.len() > 5, "{on_screen:?}");
        let on_paper = amounts(&note(&page).text(), ON_SCREEN);
        let lost: Vec<_> = on_screen.difference(&on_paper).collect();
        assert!(lost.is_empty(), "{lost:?} of {on_screen:?}");
    }
}

#[test]
fn it_says_for_whom_when_and_by_which_prices() {
    let page =
        Page::after(&[Deed::Find("Blaye"), Deed::Tick("Alerte SMS"), Deed::Type("Nombre de SMS par an", "1000")]);
    let edition = page.edition();
    let text = note(&page).text();
    for part in ["Blaye, Commune", &spaced("1er~juin~2021"), &edition.title, &edition.act, &edition.reference] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(text.contains(&format!("en vigueur depuis le {}", long_date(&edition.valid_from))));
    assert!(text.contains("Elle n'est ni un contrat ni un devis."));
}

#[test]
fn each_line_has_its_arithmetic_and_its_source() {
    for Example { deeds, lines, years, .. } in [&COMMUNE, &TERRITORY, &TOWN] {
        let shown = note(&Page::after(deeds));
        let rows = shown.classed("table", "lines-table").remove(0).rows();
        assert_eq!(rows.len(), lines + 2, "the heading and the sum: {rows:?}");
        for row in &rows[1..=*lines] {
            assert!(row[0].contains("Source\u{a0}: Annexe") || row.len() == 2, "{row:?}");
        }
        let sum = rows.last().and_then(|row| row.last()).unwrap();
        assert_eq!(*sum, format!("{}\u{a0}€", spaced(years.last().unwrap()[5])));
        let by_year = shown.classed("table", "years").remove(0).rows();
        let expected: Vec<String> = years.iter().map(|year| format!("{}\u{a0}€", spaced(year[5]))).collect();
        assert_eq!(by_year[1..].iter().map(|row| row[5].clone()).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn what_is_open_is_said_once_with_the_lines_it_concerns() {
    let shown = note(&Page::after(TERRITORY.deeds));
    let points = shown.classed("div", "point");
    let titles: Vec<String> = points.iter().flat_map(|point| point.all("h3")).collect();
    assert!(titles.len() > 2 && titles.windows(2).all(|two| two[0] != two[1]), "{titles:?}");
    for point in &points {
        assert!(point.says("Lecture retenue\u{a0}:"), "{}", point.text());
        assert!(!point.all("li").is_empty(), "{}", point.text());
    }
    let one = points.iter().find(|point| point.says("La grille d'adhésion mutualisée est-elle annuelle ?")).unwrap();
    assert!(one.says("Autre lecture\u{a0}: Non, une seule fois."));
    assert!(one.all("li")[0].starts_with("Adhésion mutualisée pour le territoire de l'EPCI"), "{}", one.text());
    assert!(one.all("li")[0].contains(&spaced("−~55_383,00~€ sur 4~ans")), "{}", one.text());
}

#[test]
fn a_territory_is_split_by_body_and_only_a_territory() {
    let page = Page::after(WORKSHEET);
    let sheet = note(&page).classed("table", "bodies-table").remove(0).rows();
    let figures = page.figures();
    assert_eq!(sheet.len(), figures.rows.len() + 2);
    for (row, body) in sheet[1..].iter().zip(&figures.rows) {
        assert_eq!(row[4], body.part.map(engine::french::money).unwrap(), "{row:?}");
    }
    page.change(|form| form.sharing = Sharing::ByHand);
    assert!(note(&page).says("n'est pas répartie") && note(&page).says("INSEE, populations légales"));
    let by_hand = note(&Page::after(TERRITORY.deeds));
    assert!(!by_hand.classed("table", "bodies-table").is_empty() && !by_hand.says("INSEE, populations légales"));
    assert!(note(&Page::after(COMMUNE.deeds)).classed("table", "bodies-table").is_empty());
}

#[test]
fn what_is_not_charged_or_not_read_is_said() {
    let page = Page::after(&[
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Tick("Alerte SMS"),
        Deed::Type("Nombre de SMS par an", "mille"),
        Deed::Tick("Prestation de sécurisation des données"),
        Deed::Type("Volume à sauvegarder", "201"),
    ]);
    let shown = note(&page);
    assert!(shown.under("En attente d'une réponse").unwrap().says("Alerte SMS"));
    assert!(shown.under("Sur devis").unwrap().says("Prestation de sécurisation des données"));
    let reserves = shown.under("Réserves").unwrap();
    assert!(reserves.says("Les totaux sont des montants minimaux"));
    assert!(reserves.says("Nombre de SMS par an : Ce nombre n'est pas lisible"), "{}", reserves.text());
}

#[test]
fn it_ends_with_its_link_and_a_code_of_it_unless_that_is_too_long() {
    let page = Page::after(COMMUNE.deeds);
    let shown = note(&page);
    let link = page.form(|form| format!("https://exemple.fr/#{}", to_link(form, page.state).text));
    assert_eq!(shown.classed("a", "link").remove(0).text(), link);
    assert_eq!(shown.each("path", |read| read("d")), [simulateur::carrying::qr::drawing(&link).unwrap().path]);
    for place in 0..60 {
        page.change(|form| {
            let key = form.add_body(engine::catalogue::BodyKind::Commune);
            form.body_mut(key).unwrap().name = format!("Un organisme au nom qui prend de la place, {place}");
        });
    }
    page.change(|form| form.kind = Some(engine::catalogue::BodyKind::Cc));
    let shown = note(&page);
    assert!(shown.each("path", |read| read("d")).is_empty());
    assert!(shown.says("trop long pour un code QR"), "{}", shown.text());
}

//! A service's card: what it is for, what it asks, what it costs year by year, its options.

use crate::page::Page;
use visitor::examples::{COMMUNE, Deed, TERRITORY, TOWN, spaced};

/// The cost on the card of a service, empty when the card says none.
fn cost(page: &Page, label: &str) -> String {
    let heads = page.markup().classed("div", "service-head");
    let head = heads.into_iter().find(|head| head.all("label") == [label]);
    head.unwrap_or_else(|| panic!("no card « {label} »")).classed("p", "cost")[0].text()
}

#[test]
fn the_cost_tells_the_first_year_and_the_next_apart() {
    let cases = [
        (&COMMUNE, "Prestation de mise en place outil congés", "600,00~€ la~1re~année, 120,00~€~la~2e"),
        (&COMMUNE, "Alerte SMS", "72,00~€ par~an"),
        (&COMMUNE, "Identité électronique : Certificat RGS 2*", "420,00~€ la~1re~année, puis tous les~3~ans"),
        (&TERRITORY, "Informaticien mutualisé", "2_500,00~€ par~an"),
        (&TOWN, "Option de verbalisation électronique", "576,00~€ une seule fois, la~1re~année"),
    ];
    for (example, label, expected) in cases {
        let page = Page::after(example.deeds);
        assert_eq!(cost(&page, label), spaced(expected), "{label}");
        page.perform(&[Deed::Choose("Durée de l'estimation", "1 an")]);
        let first = expected.split('€').next().unwrap();
        assert_eq!(cost(&page, label), spaced(&format!("{first}€ la~1re~année")), "{label}");
    }
}

#[test]
fn a_card_not_chosen_has_a_purpose_and_no_cost() {
    let page = Page::new();
    let shown = page.markup();
    let heads = shown.classed("div", "service-head");
    assert!(heads.len() > 10);
    for head in heads {
        assert!(head.classed("p", "purpose")[0].text().ends_with('.'), "{}", head.text());
        assert_eq!(head.classed("p", "cost")[0].text(), "", "{}", head.text());
    }
    assert!(shown.classed("div", "service-body").is_empty(), "nothing is asked before it is wanted");
}

#[test]
fn what_is_free_says_why_on_the_card() {
    let page = Page::after(&[Deed::Tick("Ecoles numériques")]);
    assert!(cost(&page, "Ecoles numériques").contains("Pris en charge"), "{}", cost(&page, "Ecoles numériques"));
}

#[test]
fn a_quote_is_said_on_the_card() {
    let page = Page::after(&[Deed::Tick("Prestation sur mesure à la demande")]);
    assert_eq!(cost(&page, "Prestation sur mesure à la demande"), "sur devis");
}

#[test]
fn the_options_of_a_service_are_counted_and_named_after_it() {
    let titles = |page: &Page| -> Vec<String> {
        page.markup().classed("details", "options").iter().map(|fold| fold.all("summary").remove(0)).collect()
    };
    assert_eq!(titles(&Page::new()), Vec::<String>::new());
    let page = Page::new();
    for (ix, service) in page.edition().numbered_services().filter(|(_, service)| service.option_of.is_none()) {
        page.change(|form| form.chosen = vec![ix]);
        let options = page.edition().services.iter().filter(|option| option.option_of == Some(ix)).count();
        let s = if options > 1 { "s" } else { "" };
        let title = format!("{options} option{s} de « {} »", service.label);
        let expected = if options > 0 { vec![title] } else { vec![] };
        let choosable = service.is_choosable(page.edition());
        assert_eq!(titles(&page), if choosable { expected } else { vec![] });
    }
}

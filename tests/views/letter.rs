//! The letter that asks for quotes.

use crate::page::Page;
use visitor::examples::{COMMUNE, Deed, spaced};

fn letter(page: &Page) -> Option<String> {
    let letters = page.markup().all("pre");
    assert!(letters.len() <= 1);
    letters.into_iter().next()
}

#[test]
fn without_anything_on_quote_there_is_no_letter() {
    let shown = Page::after(COMMUNE.deeds).markup();
    assert!(shown.all("pre").is_empty() && !shown.says("À demander à Gironde Numérique"));
}

#[test]
fn the_letter_lists_what_is_on_quote_with_its_reason_and_nothing_else() {
    let page = Page::after(&[
        Deed::Tick("Prestation de mise en place outil congés"),
        Deed::Tick("Alerte SMS"),
        Deed::Tick("Prestation sur mesure à la demande"),
        Deed::Tick("Prestation de sécurisation des données"),
        Deed::Type("Volume à sauvegarder", "201"),
    ]);
    let asked = letter(&page).unwrap();
    let items: Vec<&str> = asked.lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(
        items,
        [
            &spaced(
                "- Prestation de sécurisation des données : sur devis, le catalogue n'a pas de prix pour 201~Go (Volume à sauvegarder)"
            ),
            "- Prestation sur mesure à la demande : sur devis",
        ]
    );
    assert!(asked.starts_with("Bonjour,") && asked.ends_with("Cordialement,"));
    assert!(asked.contains("Organisme : à préciser – catalogue du 20\u{a0}mai\u{a0}2021"), "{asked}");
    // Neither what is priced nor what waits for an answer.
    assert!(!asked.contains("congés") && !asked.contains("SMS") && !asked.contains('€'));
    page.perform(&[Deed::Choose("Type d'organisme", "Commune"), Deed::Type("Volume à sauvegarder", "200")]);
    let asked = letter(&page).unwrap();
    assert!(asked.contains("Organisme : Commune –"), "{asked}");
    assert!(!asked.contains("sécurisation"), "{asked}");
    page.perform(&[Deed::Find("Blaye")]);
    assert!(letter(&page).unwrap().contains("Organisme : Blaye, Commune –"));
}

//! The note that is annexed to a deliberation, read off its own PDF.

use visitor::amounts::{ON_PAPER, ON_SCREEN, amounts};
use visitor::browser;
use visitor::examples::{COMMUNE, TERRITORY};
use visitor::find::Role;
use visitor::page::Page;

/// What every note of a territory has, whatever else it says.
const PARTS: [&str; 12] = [
    "Coût des services numériques de Gironde Numérique",
    "Catalogue des services numériques, en",
    "acte 210520_005",
    "Par année",
    "Ce que vous payez",
    "Calcul : ",
    "Source : Annexe 1",
    "Par commune et établissement",
    "Réponses prises en compte",
    "Hypothèses à confirmer",
    "Lecture retenue : ",
    "ni un contrat ni un devis",
];

/// Nothing is unfolded on the screen, and all is on paper.
pub async fn note(page: Page) {
    for example in [&COMMUNE, &TERRITORY] {
        page.open().await;
        page.perform(example.deeds).await;
        page.assert_shows(example).await;
        page.control(Role::Button, "Imprimer la note").await;
        page.control(Role::Button, "Copier le lien").await;
        if browser::name() == "webkit" {
            // Its driver does not print.
            continue;
        }
        assert_on_paper(&page, std::ptr::eq(example, &TERRITORY)).await;
    }
}

async fn assert_on_paper(page: &Page, is_territory: bool) {
    let shown: String = page.script("return document.querySelector('#estimation').innerText").await;
    let sheet: String = page.script("return document.querySelector('table.sheet')?.innerText ?? ''").await;
    let paper = page.print().await;
    let text = paper.text();
    let on_paper = amounts(&text, ON_PAPER);
    let lost: Vec<String> = amounts(&format!("{shown}\n{sheet}"), ON_SCREEN)
        .into_iter()
        .filter(|amount| !on_paper.contains(amount))
        .collect();
    assert!(lost.is_empty(), "{lost:?} not in {text}");
    let letters = paper.letters();
    let bare = |part: &str| part.split_whitespace().collect::<String>();
    for part in PARTS.into_iter().filter(|part| is_territory || !part.contains("commune") && !part.contains("Annexe 1"))
    {
        assert!(letters.contains(&bare(part)), "« {part} » in {text}");
    }
    // Nothing of the page itself.
    for part in ["Imprimer la note", "Enregistrer le fichier", "Mentions légales", "Pourquoi ce montant"] {
        assert!(!letters.contains(&bare(part)), "« {part} » in {text}");
    }
    let [link] = &paper.codes()[..] else { panic!("one code is expected, {:?} are found: {text}", paper.codes()) };
    assert!(link.starts_with(&browser::page_url()) && link.contains("#s1;"), "{link}");
    assert!(letters.contains(&bare(link)), "the link in full: {text}");
    let pages = paper.pages();
    assert!((2..6).contains(&pages.len()), "{} pages", pages.len());
    if browser::name() == "chromium" {
        for (page, at) in pages.iter().zip(1..) {
            assert!(page.contains(&format!("Page {at} sur {}", pages.len())), "{page}");
        }
    }
    // A table that goes on says its headings again.
    for page in pages.iter().filter(|page| page.contains("Source : Annexe")) {
        assert!(page.contains("Prestation, calcul et source"), "{page}");
    }
}

//! What is not simply charged: on quote, not known yet, inside a membership; and the reasons of each.

use crate::page::Page;
use visitor::examples::{Deed, TERRITORY, TOWN, spaced};

const WHY: &str = "Pourquoi ce montant ?";

#[test]
fn what_is_on_quote_is_said_and_never_counted_as_nothing() {
    let page = Page::after(&[Deed::Tick("Prestation sur mesure à la demande")]);
    let shown = page.markup();
    let [quote] = &shown.lines("Sur devis")[..] else { panic!("{}", shown.text()) };
    assert!(quote.starts_with("Prestation sur mesure à la demande") && quote.ends_with("sur devis."), "{quote}");
    assert!(shown.says("+ 1 poste sur devis"));
    assert_eq!(shown.definitions()[0].1, "à chiffrer");
}

#[test]
fn a_number_beyond_the_list_is_on_quote_with_its_reason() {
    let page =
        Page::after(&[Deed::Tick("Prestation de sécurisation des données"), Deed::Type("Volume à sauvegarder", "201")]);
    let quotes = page.markup().under("Sur devis").unwrap().text();
    assert!(
        quotes.contains(&spaced("sur devis, le catalogue n'a pas de prix pour 201~Go (Volume à sauvegarder).")),
        "{quotes}"
    );
}

#[test]
fn what_is_missing_is_named_and_the_total_is_a_least() {
    let page = Page::after(&[Deed::Tick("Prestation de mise en place outil congés"), Deed::Tick("Alerte SMS")]);
    let shown = page.markup();
    assert_eq!(
        shown.lines("En attente d'une réponse"),
        [spaced("Alerte SMS – Coût SMS\nIl manque «~Nombre de SMS par an~».")]
    );
    assert!(shown.says("+ 1 poste en attente d'une réponse"));
    assert_eq!(shown.definitions()[0].1, spaced("au moins 600,00~€"));
    page.perform(&[Deed::Type("Nombre de SMS par an", "0")]);
    let shown = page.markup();
    assert!(shown.under("En attente d'une réponse").is_none(), "zero is an answer");
    assert_eq!(shown.definitions()[0].1, spaced("600,00~€"));
}

#[test]
fn a_missing_kind_of_body_is_named() {
    let page = Page::after(&[
        Deed::Tick("Opendemande : Logiciel de gestion de flux citoyen"),
        Deed::Type("Nombre d'utilisateurs", "3"),
    ]);
    let waiting = page.markup().under("En attente d'une réponse").unwrap();
    assert!(waiting.says("Il manque le type d'organisme."), "{}", waiting.text());
}

#[test]
fn what_a_membership_contains_shows_the_price_avoided() {
    let page = Page::after(&[
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Type("Nombre d'habitants", "800"),
        Deed::Pick("Adhésion", "Participation individuelle des communes"),
        Deed::Tick("Prestation de mise en place outil congés"),
        Deed::Tick("Identité électronique : Certificat RGS 2*"),
        Deed::Type("Nombre de certificats", "3"),
    ]);
    let shown = page.markup();
    let included = shown.under("Inclus dans l'adhésion").unwrap();
    let said = |amount: &str| included.says(&spaced(amount));
    assert!(said("0,00~€ au lieu de 600,00~€ TTC (500,00~€ HT), une fois"), "{}", included.text());
    assert!(said("0,00~€ au lieu de 120,00~€ TTC (100,00~€ HT), par an dès l'année 2"));
    assert!(said("0,00~€ au lieu de 420,00~€ TTC (350,00~€ HT), tous les 3 ans"));
    assert!(shown.says(&spaced("inclus dans l'adhésion : 960,00~€ évités sur la période")));
    let part = "une part incluse dans l'adhésion : 840,00~€ évités sur la période";
    assert!(shown.says(&spaced(part)), "of the certificates: twice 420,00 € in four years");
    // The third certificate is beyond what the membership contains.
    assert!(shown.says("l'adhésion en contient 2, les suivants sont facturés."));
    let paid = shown.under("Ce que vous payez").unwrap();
    assert!(paid.says(&spaced("210,00~€ TTC (175,00~€ HT), tous les 3 ans")), "{}", paid.text());
    assert_eq!(shown.definitions()[0].1, spaced("1_110,00~€"));
}

#[test]
fn what_a_membership_contains_may_stand_in_for_a_quote() {
    let page = Page::after(&[
        Deed::Choose("Type d'organisme", "Commune"),
        Deed::Type("Nombre d'habitants", "800"),
        Deed::Pick("Adhésion", "Participation individuelle des communes"),
        Deed::Tick("Prestation de sécurisation des données"),
        Deed::Type("Volume à sauvegarder", "201"),
    ]);
    let shown = page.markup();
    let included = shown.under("Inclus dans l'adhésion").unwrap();
    assert!(included.says(&spaced("0,00~€ au lieu d'un devis")), "{}", included.text());
    assert!(shown.says("inclus dans l'adhésion, au lieu d'un devis"));
}

#[test]
fn what_the_list_gives_says_so_in_its_own_words() {
    let page = Page::after(&[
        Deed::Tick("Ecoles numériques"),
        Deed::Tick("Alerte SMS"),
        Deed::Type("Nombre de SMS par an", "1000"),
    ]);
    let paid = page.markup().under("Ce que vous payez").unwrap();
    assert!(paid.says("Pris en charge dans le cadre de l'Ingénierie départementale"));
    assert!(paid.says("Gratuit"));
}

#[test]
fn every_amount_charged_or_avoided_can_be_asked_why() {
    for example in [&TERRITORY, &TOWN] {
        let page = Page::after(example.deeds);
        let shown = page.markup();
        let charged = page.state.of_estimate(|estimate| estimate.lines().count());
        assert_eq!(shown.all("summary").iter().filter(|text| *text == WHY).count(), charged);
        for line in shown.lines("Ce que vous payez") {
            assert!(line.contains(WHY), "{line}");
        }
    }
}

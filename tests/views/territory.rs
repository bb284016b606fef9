//! A commune or an EPCI found by name, and the worksheet of its territory.

use crate::markup::Markup;
use crate::page::Page;
use engine::Fee;
use engine::Money;
use engine::catalogue::BodyKind;
use engine::request::Membership;
use simulateur::form::{Form, Place, Sharing};
use territory::Territory;
use visitor::examples::Deed;

const VOLUME: &str = "Volume total de données";

/// A page for a place found by its name.
fn settled(name: &'static str) -> Page {
    Page::after(&[Deed::Find(name)])
}

fn key(page: &Page, name: &str) -> u32 {
    page.form(|form| form.bodies.iter().find(|body| body.name == name).unwrap().key)
}

fn inhabitants(page: &Page) -> String {
    let field = page.field("Nombre d'habitants");
    page.form(|form| form.text(field).replace('\u{202f}', ""))
}

/// The row of a body, cell by cell.
fn row(shown: &Markup, name: &str) -> Vec<String> {
    let rows = shown.table("Feuille de calcul du territoire").unwrap();
    rows.into_iter().find(|row| row[0].starts_with(name)).unwrap_or_else(|| panic!("no row « {name} »"))
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn an_epci_fills_kind_inhabitants_and_every_commune() {
    let page = settled("CC de Blaye");
    page.form(|form| {
        assert_eq!(form.kind, Some(BodyKind::Cc));
        assert_eq!(form.bodies.len(), 20);
        assert_eq!(form.membership, Membership::None, "nothing is joined for anybody");
    });
    assert_eq!(inhabitants(&page), "20915");
    let shown = page.markup();
    assert!(shown.says("CC de Blaye, 20 organismes dans l'annexe 1. Source : INSEE 2025."));
    let blaye = row(&shown, "Blaye");
    assert!(blaye[1].contains("INSEE 2025"), "{blaye:?}");
    assert_eq!(blaye[2], "Compté : 300 habitants ou plus");
    assert_eq!(plain(&blaye[4]), "4 000,00 €", "5 137 inhabitants: below 10 000");
}

#[test]
fn who_was_found_is_not_named_once_the_form_speaks_for_another_kind_of_body() {
    let page = settled("CC de Blaye");
    let found = |page: &Page| {
        let text = page.markup().text();
        text.contains("CC de Blaye, 20 organismes") || text.contains("INSEE 2025")
    };
    page.perform(&[Deed::Choose("Type d'organisme", "Commune"), Deed::Type("Nombre d'habitants", "800")]);
    assert!(!found(&page));
    page.perform(&[Deed::Choose("Type d'organisme", "Communauté de communes")]);
    assert!(found(&page), "nothing is lost");
}

#[test]
fn a_commune_fills_its_own_and_leads_to_its_epci_and_back() {
    let page = settled("Blaye");
    assert_eq!((page.form(|form| form.kind), inhabitants(&page).as_str()), (Some(BodyKind::Commune), "5137"));
    assert!(page.markup().says("Blaye, commune de la CC de Blaye."));
    assert!(page.markup().table("Feuille de calcul").is_none());
    let field = page.field("Nombre d'habitants");
    page.change(|form| form.set(field, simulateur::form::Answer::Text("6 000".to_owned())));
    assert!(plain(&page.markup().text()).contains("modifié (INSEE 2025 : 5 137)"));
    page.change(|form| form.see_epci(page.edition()));
    assert_eq!((page.form(|form| form.kind), inhabitants(&page).as_str()), (Some(BodyKind::Cc), "20915"));
    let shown = page.markup();
    assert!(plain(&row(&shown, "Blaye")[1]).contains("modifié (INSEE 2025 : 5 137)"), "what was typed came along");
    let blaye = key(&page, "Blaye");
    page.change(|form| form.see_commune(blaye, page.edition()));
    assert_eq!(inhabitants(&page), "6 000");
}

#[test]
fn what_was_typed_of_the_epci_waits_while_a_commune_is_seen() {
    let page = settled("CC de Blaye");
    let field = page.field("Nombre d'habitants");
    page.change(|form| form.set(field, simulateur::form::Answer::Text("21 000".to_owned())));
    let blaye = key(&page, "Blaye");
    page.change(|form| form.see_commune(blaye, page.edition()));
    assert_eq!(inhabitants(&page), "5137");
    page.perform(&[Deed::Find("CC de Blaye")]);
    assert_eq!(inhabitants(&page), "21 000", "choosing the same EPCI again is only a change of view");
}

#[test]
fn a_commune_is_covered_when_its_territory_joins() {
    let page = settled("CC de Blaye");
    page.change(|form| form.membership = Membership::Mutualised);
    let blaye = key(&page, "Blaye");
    page.change(|form| form.see_commune(blaye, page.edition()));
    page.form(|form| assert_eq!((form.membership, form.covered_by_epci), (Membership::None, true)));
    page.change(|form| form.see_epci(page.edition()));
    page.form(|form| assert_eq!((form.membership, form.covered_by_epci), (Membership::Mutualised, false)));
}

#[test]
fn a_total_that_a_body_may_still_raise_says_why() {
    let page = settled("CC de Blaye");
    page.change(|form| form.membership = Membership::Mutualised);
    page.perform(&[Deed::Type(VOLUME, "700")]);
    let why = |count: &str| page.markup().says(&format!("{count} sans habitants"));
    assert!(!why("1 organisme") && !page.markup().says("au moins"));
    page.change(|form| _ = form.add_body(BodyKind::Syndicat));
    assert!(page.markup().says("au moins") && why("1 organisme"));
    page.change(|form| _ = form.add_body(BodyKind::Commune));
    assert!(why("2 organismes"));
}

#[test]
fn another_epci_takes_the_place_of_the_first() {
    let page = settled("CC de Blaye");
    page.perform(&[Deed::Find("CC Jalle-Eau-Bourde")]);
    assert_eq!(page.form(|form| form.bodies.len()), 3);
    page.perform(&[Deed::Find("Arcachon")]);
    page.form(|form| assert_eq!((form.kind, form.bodies.len()), (Some(BodyKind::Commune), 4)));
}

#[test]
fn a_commune_left_out_and_a_ccas_change_the_count_and_the_bill() {
    let page = settled("CC Jalle-Eau-Bourde");
    let volume = page.field(VOLUME);
    page.change(|form| {
        form.membership = Membership::Mutualised;
        form.set(volume, simulateur::form::Answer::Text("1000".to_owned()));
    });
    let sums = |page: &Page| row(&page.markup(), "Total");
    assert_eq!(sums(&page)[2], "3 comptés sur 3 organismes");
    let bill = plain(&sums(&page)[5]);
    let first = page.form(|form| form.bodies[0].key);
    page.change(|form| form.body_mut(first).unwrap().ccas = true);
    assert_eq!(sums(&page)[2], "4 comptés sur 4 organismes");
    assert_ne!(plain(&sums(&page)[5]), bill, "from 3 EP to 5");
    page.change(|form| form.body_mut(first).unwrap().left_out = true);
    assert_eq!(sums(&page)[2], "2 comptés sur 2 organismes", "its CCAS goes with it");
    let name = page.form(|form| form.bodies[0].name.clone());
    assert_eq!(row(&page.markup(), &name)[2], "Écarté");
}

#[test]
fn the_parts_add_up_to_the_bill_whatever_the_key() {
    let page = settled("CC de Blaye");
    let volume = page.field(VOLUME);
    page.change(|form| form.set(volume, simulateur::form::Answer::Text("1000".to_owned())));
    let cents = |text: &str| -> u64 { text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap() };
    for sharing in [Sharing::Equal, Sharing::Inhabitants, Sharing::Alone, Sharing::ByHand] {
        page.change(|form| {
            form.sharing = sharing;
            for (at, body) in form.bodies.iter_mut().enumerate() {
                body.part = if at % 3 == 0 { "12,5 %".to_owned() } else { String::new() };
            }
        });
        let rows = page.markup().table("Feuille de calcul du territoire").unwrap();
        let (sums, rows) = rows[1..].split_last().unwrap();
        let part = |row: &Vec<String>| cents(row[5].rsplit('%').next().unwrap());
        assert_eq!(rows.iter().map(part).sum::<u64>(), cents(&sums[5]), "{sharing:?}");
    }
    page.change(|form| form.bodies.iter_mut().for_each(|body| body.part = String::new()));
    assert!(page.markup().says("Donnez une part à un organisme au moins"));
    assert!(row(&page.markup(), "Total")[5].ends_with(" à répartir"), "nobody has a part yet");
}

#[test]
fn a_commune_whose_inhabitants_are_not_known_has_no_part_of_nothing() {
    let page = settled("CC de Blaye");
    let volume = page.field(VOLUME);
    page.change(|form| {
        form.set(volume, simulateur::form::Answer::Text("1000".to_owned()));
        form.sharing = Sharing::Alone;
    });
    assert!(page.figures().is_shared);
    let known = plain(&row(&page.markup(), "Total")[4]);
    let blaye = page.form(|form| form.bodies.iter().find(|body| body.name == "Blaye").unwrap().key);
    page.change(|form| form.body_mut(blaye).unwrap().inhabitants.clear());
    let figures = page.figures();
    assert_eq!(figures.row(blaye).unwrap().body.participation, Fee::Unknown);
    assert!(
        !figures.is_shared && figures.rows.iter().all(|row| row.part.is_none()),
        "by participations, one is not known"
    );
    let shown = page.markup();
    assert_eq!(plain(&row(&shown, "Blaye")[4]), "à préciser");
    let sum = plain(&row(&shown, "Total")[4]);
    assert!(sum.starts_with("au moins ") && sum.ends_with(", + 1 à préciser") && !sum.contains(&known), "{sum}");
}

/// For each of the 28 EPCI, with its CCAS and without, and every key: not a cent is lost.
#[test]
fn the_parts_of_every_epci_add_up_to_its_bill() {
    let mut shared = 0;
    for epci in &Territory::embedded().unwrap().epcis {
        let page = settled(epci.name);
        let volume = page.field(VOLUME);
        page.change(|form| form.set(volume, simulateur::form::Answer::Text("1000".to_owned())));
        for ccas in [false, true] {
            page.change(|form| form.bodies.iter_mut().for_each(|body| body.ccas = ccas));
            for sharing in [Sharing::Equal, Sharing::Inhabitants, Sharing::Alone, Sharing::ByHand] {
                page.change(|form| {
                    form.sharing = sharing;
                    form.bodies.iter_mut().zip(1..).for_each(|(body, at)| body.part = format!("{at},7"));
                });
                let figures = page.figures();
                let parts: Vec<Money> = figures.rows.iter().filter_map(|row| row.part).collect();
                match figures.bill {
                    Fee::Known(bill) if figures.is_shared => {
                        shared += 1;
                        assert_eq!(parts.len(), epci.members.len(), "{} {sharing:?}", epci.name);
                        assert_eq!(parts.into_iter().sum::<Money>(), bill, "{} {sharing:?}", epci.name);
                    }
                    _ => assert_eq!(parts, [], "{} {sharing:?}: on quote, or by a price on quote", epci.name),
                }
            }
        }
    }
    // Bordeaux Métropole by participations, and with its CCAS; the CA du Libournais with its CCAS.
    assert_eq!(shared, 28 * 8 - 1 - 4 - 4);
}

#[test]
fn a_body_listed_twice_is_said_and_counted_once() {
    let page = settled("CC Jalle-Eau-Bourde");
    let name = page.form(|form| form.bodies[0].name.clone());
    page.change(|form| {
        let key = form.add_body(BodyKind::Commune);
        name.to_ascii_uppercase().clone_into(&mut form.body_mut(key).unwrap().name);
    });
    let last = page.form(|form| form.bodies[3].key);
    let reading = page.form(|form: &Form| simulateur::form::read(form, page.edition()));
    assert_eq!(reading.request.bodies.len(), 3);
    assert_eq!(reading.problems[0].place, Place::Body(last));
    assert!(page.markup().says("est déjà dans la liste : cette ligne n'est pas comptée."));
}

#[test]
fn the_other_population_is_shown_where_it_changes_something() {
    let page = settled("CC de Blaye");
    let shown = page.markup();
    let rows = shown.table("Feuille de calcul du territoire").unwrap();
    let noted: Vec<&Vec<String>> =
        rows.iter().filter(|row| row.get(1).is_some_and(|cell| cell.contains("municipale"))).collect();
    for row in &noted {
        assert!(row[1].contains("non compté") || row[1].contains("participation"), "{row:?}");
    }
    let blaye = key(&page, "Blaye");
    page.change(|form| form.body_mut(blaye).unwrap().municipal = "900".to_owned());
    assert!(plain(&row(&page.markup(), "Blaye")[1]).contains("municipale 900 : participation 900,00 €"));
}

#[test]
fn the_worksheet_says_its_cell_and_what_is_one_step_away() {
    let page = settled("CC de Blaye");
    let volume = page.field(VOLUME);
    page.change(|form| {
        form.membership = Membership::Mutualised;
        form.set(volume, simulateur::form::Answer::Text("1000".to_owned()));
    });
    let text = plain(&page.markup().text());
    assert!(text.contains("Adhésion du territoire : case 1 To × CDC + "), "{text}");
    for change in
        ["Un organisme compté de plus : ", "Un organisme compté de moins : ", "500 Go de plus (donc 1 500 Go) : "]
    {
        assert!(text.contains(change), "{change}");
    }
}

#[test]
fn beside_participations_the_epci_has_a_price_of_its_own_and_nothing_is_shared_out() {
    let page = settled("CC de Blaye");
    let volume = page.field(VOLUME);
    page.change(|form| {
        form.membership = Membership::Individual;
        form.set(volume, simulateur::form::Answer::Text("500".to_owned()));
    });
    let shown = page.markup();
    let text = plain(&shown.text());
    for said in [
        "Adhésion de l'EPCI seul, en plus des participations : 5 802,00 € par an.",
        "Si le territoire adhérait pour tous (adhésion mutualisée) : case 500 Go × CDC + ",
        "Votre EPCI, seul, est dans la case encadrée",
        VOLUME,
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let rows = shown.table("Feuille de calcul du territoire").unwrap();
    assert!(rows.iter().all(|row| row.len() == 6 && !row.concat().contains("Part de l'adhésion")), "{rows:?}");
}

#[test]
fn a_price_that_may_rise_says_so_in_the_worksheet() {
    let page = settled("CC de Blaye");
    let volume = page.field(VOLUME);
    page.change(|form| {
        form.membership = Membership::Mutualised;
        form.set(volume, simulateur::form::Answer::Text("500".to_owned()));
        let key = form.add_body(BodyKind::Ccas);
        form.body_mut(key).unwrap().name = "CCAS".to_owned();
    });
    let text = plain(&page.markup().text());
    assert!(text.contains(" de la grille, soit au moins "), "{text}");
    assert!(text.contains("Un organisme compté de plus : au moins "), "{text}");
}

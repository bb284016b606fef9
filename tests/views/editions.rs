//! A link, a file or a scenario of another edition than the one in force: its own prices first.

use crate::page::Page;
use ::editions::{FIRST, SECOND, both};
use engine::Span;
use engine::catalogue::Edition;
use simulateur::carrying::{Found, moved, to_file, to_link};
use simulateur::form::{Answer, Form};
use simulateur::scenarios::rows;
use simulateur::state::State;
use simulateur::views::line_title;
use visitor::examples::spaced;

/// A commune with the congés tool, whose price the second edition changes.
fn form(edition: &Edition) -> Form {
    let mut form = Form::default();
    let chosen = edition.numbered_services().find(|(_, service)| service.id == "conges");
    form.choose(chosen.unwrap().0, true);
    form
}

/// The same with a service, an option and fields that only the second edition has.
fn with_archives(edition: &Edition) -> Form {
    let mut form = form(edition);
    for (ix, service) in edition.numbered_services() {
        form.choose(ix, ["conges", "archivage", "archivage-reprise"].contains(&service.id.as_str()));
    }
    form.set(edition.field_ix("volume-archives").unwrap(), Answer::Text("750,5".to_owned()));
    form
}

/// The pages over the edition in force today and over the other one.
fn pages(days: [&str; 2]) -> [Page; 2] {
    let catalogue = both(days);
    let page = Page::of(catalogue);
    let state = page.state;
    let in_force = simulateur::editions::in_force(state);
    let [one, other] = catalogue.editions() else { panic!("two editions") };
    let other = if in_force == one { other } else { one };
    [Page::over(catalogue, in_force), Page::over(catalogue, other)]
}

#[test]
fn a_link_and_a_file_open_over_their_own_edition() {
    let carried: [fn(&Form, State) -> String; 2] =
        [|form, state| format!("#{}", to_link(form, state).text), |form, state| to_file(form, state).text];
    for write in carried {
        let [page, other] = pages(SECOND);
        page.state.brought.set(write(&form(other.edition()), other.state));
        page.markup();
        assert!(page.form(|form| *form == Form::default()), "nothing of it on the prices of another edition");
        let page = page.mounted_anew();
        assert_eq!(page.edition().id, "2021-05-20");
        page.markup();
        let shown = page.markup();
        assert_eq!(shown.definitions()[0].1, spaced("600,00~€"));
        for said in ["est ouvert.", "Prix de l'édition du 1er~janvier~2020, qui n'est plus en vigueur."] {
            assert!(shown.says(&spaced(said)), "{said}");
        }
        assert!(!shown.says("fait revenir ce qui était là"), "there was nothing");
        assert!(shown.all("button").contains(&spaced("Passer à l'édition du 1er~janvier~2021…")));
        assert!(!shown.all("button").iter().any(|name| name.starts_with("Revenir")));
    }
}

#[test]
fn over_typed_work_it_asks_and_names_its_prices() {
    let [page, other] = pages(FIRST);
    page.change(|typed| *typed = form(page.edition()));
    page.state.brought.set(format!("#{}", to_link(&with_archives(other.edition()), other.state).text));
    let shown = page.markup();
    let question =
        "Ouvrir ce lien, avec les prix de l'édition du 1er~janvier~2999, remplacerait votre saisie~; un bouton";
    assert!(shown.says(&spaced(question)), "{}", shown.text());
    assert!(page.state.over.with_untracked(|over| over.edition.is_empty()), "not before the answer");
    // What the button then does.
    page.state.open(other.edition(), &with_archives(other.edition()), "");
    let page = page.mounted_anew();
    let shown = page.markup();
    assert!(shown.says(&spaced("Prix de l'édition du 1er~janvier~2999, qui n'est pas encore en vigueur.")));
    let back = spaced("Revenir à ma saisie, prix de l'édition du 1er~janvier~2020");
    assert!(shown.all("button").contains(&back), "{:?}", shown.all("button"));
    assert_eq!(page.state.over.with_untracked(|over| over.before.clone()).1, form(page.edition()));
}

#[test]
fn what_the_other_edition_does_not_know_is_said() {
    let [page, other] = pages(FIRST);
    let Found { form: there, notes, .. } = moved(&with_archives(other.edition()), page.edition(), other.state).unwrap();
    assert_eq!(there, form(page.edition()));
    let [answer, service, option] = &notes[..] else { panic!("{notes:?}") };
    assert!(answer.contains("Volume d'archives électroniques") && answer.contains("750,5"), "{answer}");
    assert!(service.contains("Archivage électronique (fictif)"), "{service}");
    assert!(option.contains("Option reprise d'un site (fictive)"), "{option}");
    // The way there loses nothing.
    let Found { form: back, notes, .. } = moved(&there, other.edition(), page.state).unwrap();
    assert_eq!((back, notes), (form(other.edition()), Vec::new()));
}

#[test]
fn an_unknown_edition_is_said_with_whose_prices_are_shown() {
    let [page, other] = pages(FIRST);
    let link = to_link(&form(page.edition()), page.state).text;
    // Over another edition than the one in force: it is not that one's prices that an unknown one takes.
    other.state.brought.set(format!("#{}", link.replace("2021-05-20", "2044-01-01")));
    other.markup();
    let page = other.mounted_anew();
    assert_eq!(page.edition().id, "2021-05-20");
    page.markup();
    let shown = page.markup();
    let said = "L'édition «~2044-01-01~» du catalogue est inconnue~: les prix sont ceux de l'édition «~2021-05-20~».";
    assert!(shown.says(&spaced(said)), "{}", shown.text());
    assert_eq!(shown.definitions()[0].1, spaced("600,00~€"));
}

/// Another edition may call a row otherwise.
#[test]
fn a_row_is_compared_with_itself_under_another_name() {
    let [page, other] = pages(SECOND);
    let [new, old] = [&page, &other].map(|page| {
        page.change(|typed| *typed = form(page.edition()));
        page.state.of_estimate(|estimate| Some(estimate.clone())).unwrap()
    });
    let renamed = |item: &engine::line::Item<'static>| {
        let is_new = std::ptr::eq(item.service, new.items.first().unwrap().service);
        format!("{}{}", line_title(item), if is_new { " (nouveau nom)" } else { "" })
    };
    let rows = rows(&[&old, &new], Span::Period, renamed);
    assert_eq!(rows.len(), old.items.len());
    assert!(rows.iter().all(|row| row.cells.iter().all(|cell| cell.amount().is_some_and(|amount| !amount.is_zero()))));
}

/// A period of two years beside one of five.
#[test]
fn a_year_behind_a_period_costs_nothing_known() {
    let [page, other] = pages(SECOND);
    let [short, long] = [(&page, 2), (&other, 5)].map(|(page, years)| {
        page.change(|typed| {
            *typed = form(page.edition());
            typed.years = years;
        });
        page.state.of_estimate(|estimate| Some(estimate.clone())).unwrap()
    });
    for (year, known) in [(2, true), (3, false)] {
        let rows = rows(&[&short, &long], Span::Year(year), line_title);
        assert!(rows.iter().all(|row| row.cells[0].amount().is_some() == known), "year {year}: {rows:?}");
        assert!(rows.iter().all(|row| row.cells[1].amount().is_some()), "year {year}: {rows:?}");
        assert_eq!(short.outlay(Span::Year(year)).is_some(), known);
    }
}

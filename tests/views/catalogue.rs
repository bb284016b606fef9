//! The page against the catalogue: every service, every option, every field.

use crate::page::Page;
use engine::catalogue::{Edition, FieldKind, Service, ServiceIx};

/// Services that are ticked, with their positions.
fn choosable(edition: &'static Edition) -> impl Iterator<Item = (ServiceIx, &'static Service)> {
    edition.numbered_services().filter(|(_, service)| service.is_choosable(edition))
}

/// A page where that service is ticked, and the one it is an option of.
fn with(ix: ServiceIx, service: &Service) -> Page {
    let page = Page::new();
    page.change(|form| {
        if let Some(base) = service.option_of {
            form.choose(base, true);
        }
        form.choose(ix, true);
    });
    page
}

#[test]
fn every_service_has_its_box() {
    let page = Page::new();
    let shown = page.markup();
    let (options, services): (Vec<_>, Vec<_>) = choosable(page.edition()).partition(|(_, s)| s.option_of.is_some());
    assert!(services.len() > 10 && options.len() > 10);
    for (_, service) in services {
        assert_eq!(shown.labelled(&service.label), ["checkbox"], "{}", service.id);
    }
}

#[test]
fn every_option_has_its_box_once_its_service_is_ticked() {
    let edition = Page::new().edition();
    for (_, option) in choosable(edition).filter(|(_, service)| service.option_of.is_some()) {
        let untouched = Page::new().markup();
        assert_eq!(untouched.labelled(&option.label), Vec::<String>::new(), "{}", option.id);
        let base = option.option_of.unwrap();
        let shown = with(base, edition.service(base).unwrap()).markup();
        assert_eq!(shown.labelled(&option.label), ["checkbox"], "{}", option.id);
    }
}

#[test]
fn a_ticked_service_shows_every_field_it_asks() {
    let edition = Page::new().edition();
    for (ix, service) in choosable(edition) {
        let shown = with(ix, service).markup();
        for field in service.asked_fields(edition).into_iter().map(|field| edition.field(field)) {
            let place = format!("« {} » of {}", field.label, service.id);
            match &field.kind {
                FieldKind::Number(_) => assert_eq!(shown.labelled(&field.label), ["text"], "{place}"),
                FieldKind::Choice(answers) => {
                    assert!(shown.all("legend").contains(&field.label), "{place}");
                    for answer in answers {
                        assert_eq!(shown.labelled(&answer.label), ["radio"], "{place}");
                    }
                }
            }
            assert!(shown.says(&field.help), "{place}");
        }
    }
}

#[test]
fn everything_ticked_at_once_keeps_one_meaning_for_each_id() {
    let page = Page::new();
    page.change(|form| {
        form.membership = engine::request::Membership::Mutualised;
        choosable(page.edition()).for_each(|(ix, _)| form.choose(ix, true));
        (0..3).for_each(|_| _ = form.add_body(engine::catalogue::BodyKind::Commune));
    });
    let shown = page.markup();
    let mut ids = shown.attributes("id");
    ids.sort();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(twice.is_empty(), "{twice:?}");
    for target in ["for", "aria-labelledby", "aria-describedby"] {
        for id in shown.attributes(target).iter().flat_map(|ids| ids.split(' ')) {
            assert!(ids.iter().any(|known| known == id), "{target} points at `{id}`, which is nowhere");
        }
    }
}

#[test]
fn every_way_to_join_and_every_kind_of_body_is_offered() {
    let page = Page::new();
    let shown = page.markup();
    for label in &page.edition().membership.labels {
        assert_eq!(shown.labelled(label), ["radio"]);
    }
    let options = shown.all("option");
    for kind in &page.edition().kinds {
        assert!(options.contains(&kind.label), "{}", kind.label);
    }
    for years in 2..=page.edition().max_years {
        assert!(options.contains(&format!("{years} ans")));
    }
}

#[test]
fn every_family_and_annexe_is_titled() {
    let page = Page::new();
    let shown = page.markup();
    for annexe in &page.edition().annexes {
        assert!(shown.all("h2").contains(&format!("{} – {}", annexe.name, annexe.short)));
        assert!(shown.says(&annexe.note));
    }
    for family in &page.edition().families {
        assert!(shown.all("h3").contains(&family.label), "{}", family.label);
    }
}

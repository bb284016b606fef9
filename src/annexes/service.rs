//! A service: what it is for, ticked or not, what it asks, what it costs, its options.

use super::matches;
use crate::blocks::{Source, act, condition, element, nothing, text};
use crate::fields::{Tick, TickKind, service_fields};
use crate::state::State;
use crate::views::{remarks, service_cost};
use engine::catalogue::{Service, ServiceIx};
use leptos::prelude::*;

/// A service and, once chosen, its fields, its cost and its options; hidden while another is sought.
pub fn service_card(state: State, ix: ServiceIx, service: &'static Service, sought: Source<String>) -> AnyView {
    let chosen = condition(move || state.form(|form| form.chosen.contains(&ix)));
    let purpose = format!("service-{}-but", service.id);
    let tick = Tick {
        id: format!("service-{}", service.id),
        kind: TickKind::Box,
        label: service.label.clone(),
        described: purpose.clone(),
        ticked: chosen,
        on_change: act(move |ticked| state.edit(|form| form.choose(ix, ticked))),
    };
    let head = element("div")
        .class("service-head")
        .child(tick.view())
        .child(service_cost(state, service, false))
        .child(element("p").class("purpose").attr("id", purpose).text(service.purpose.as_str()).done());
    element("div")
        .live("class", text(move || if chosen.get() { "service chosen" } else { "service" }.to_owned()))
        .when("hidden", condition(move || sought.with(|sought| !matches(sought, service))))
        .child(head.done())
        .child(state.shown(chosen, move || chosen_service(state, ix, service)))
        .done()
}

/// What a chosen service asks and says.
fn chosen_service(state: State, ix: ServiceIx, service: &'static Service) -> AnyView {
    let concern =
        |remark: &engine::remark::Remark<'static>| remark.service() == Some(&service.id) && !remark.is_about_value();
    element("div")
        .class("service-body")
        .child(element("p").class("note").text(service.note.as_str()).done())
        .child(element("div").class("fields").children(service_fields(state, service)).done())
        .child(remarks(state, concern))
        .child(options(state, ix, service))
        .done()
}

/// The options of a service, each a service of its own, folded until one is wanted.
fn options(state: State, ix: ServiceIx, service: &Service) -> AnyView {
    let options: Vec<(ServiceIx, &'static Service)> =
        state.edition.numbered_services().filter(|(_, service)| service.option_of == Some(ix)).collect();
    if options.is_empty() {
        return nothing();
    }
    let wanted = state.history.with_untracked(|history| {
        let chosen = &history.now().chosen;
        options.iter().any(|(ix, _)| chosen.contains(ix))
    });
    let everything = Source::new(String::new());
    let title = match options.len() {
        1 => "1 option".to_owned(),
        several => format!("{several} options"),
    };
    let cards = options.into_iter().map(|(ix, service)| service_card(state, ix, service, everything));
    let mut fold = element("details").class("options");
    if wanted {
        fold = fold.attr("open", "");
    }
    // Several folds bear the same few words: a list of them read aloud needs the service as well.
    let of = element("span").class("visually-hidden").text(format!(" de « {} »", service.label)).done();
    fold.child(element("summary").text(title).child(of).done()).children(cards).done()
}

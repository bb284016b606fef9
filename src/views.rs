//! What the estimate says: each view reads it and changes nothing.

mod answers;
mod chart;
mod corrections;
mod cost;
mod families;
mod lines;
mod money;
mod note;
mod paper;
mod price_table;
mod quotes;
mod reasons;
mod remarks;
mod summary;
mod total;
mod years;

pub use answers::rows as answers;
pub use corrections::list as corrections;
pub use cost::service_cost;
pub use lines::title as line_title;
pub use money::total;
pub use price_table::price_table;
pub use remarks::remarks;
pub use summary::{announcement, following, headline, left_out};
pub use total::{running_total, said};

use crate::blocks::{Live, Source, all, condition, element, live, shown};
use crate::carrying::spreadsheets;
use crate::parts::{CARRY, CORRECTIONS, DETAIL, SCENARIOS, part};
use crate::state::State;
use leptos::prelude::*;

/// "Votre estimation": what is to be corrected, then the part that shows and explains the amounts.
pub fn estimate_section(state: State) -> AnyView {
    let empty = condition(move || state.of_estimate(|estimate| estimate.items.is_empty()));
    let full = condition(move || !empty.get());
    let amiss = condition(move || corrections::any(state));
    let source = &state.edition;
    let note = format!(
        "Estimation établie d'après : {}, {}, {}. Elle n'est ni un contrat ni un devis.",
        source.title, source.publisher, source.act,
    );
    let nothing_yet = || {
        let text =
            "Choisissez une adhésion ou une prestation : son coût s'affiche ici, avec la raison de chaque montant.";
        element("p").class("empty").text(text).done()
    };
    let heading = element("h2").attr("id", "titre-estimation").attr("tabindex", "-1").text("Votre estimation");
    element("section")
        .attr("id", "estimation")
        .attr("aria-labelledby", "titre-estimation")
        .child(heading.done())
        .child(shown(empty, nothing_yet))
        .child(shown(amiss, move || part(CORRECTIONS, state)))
        .child(shown(full, move || part(DETAIL, state)))
        .child(remarks(state, |remark| {
            remark.service().is_none() && remark.field().is_none() && remark.body().is_none()
        }))
        .child(element("p").class("note").text(note).done())
        .child(carrying(state, full))
        .child(saved(state))
        .done()
}

/// The saved scenarios, folded until asked for.
fn saved(state: State) -> AnyView {
    let open = Source::new(false);
    let summary = element("summary").text("Enregistrer et comparer des scénarios").on("click", move |_| open.set(true));
    element("details")
        .class("saved")
        .child(summary.done())
        .child(shown(open.into(), move || part(SCENARIOS, state)))
        .done()
}

/// The way to carry the estimate away; while there is none, the way to open one that was.
fn carrying(state: State, full: Live<bool>) -> AnyView {
    let asked = Source::new(false);
    let here = condition(move || full.get() || asked.get());
    live(move || {
        if here.get() {
            return part(CARRY, state);
        }
        let button = element("button").attr("type", "button").attr("id", "rouvrir").class("quiet");
        button.on("click", move |_| asked.set(true)).text("Ouvrir un fichier enregistré").done()
    })
}

/// The estimate: headline, then everything behind it.
pub fn detail(state: State) -> AnyView {
    let lists = lines::SORTS.into_iter().map(|sort| lines::list(state, sort));
    view! {
        <div class="result">
            {summary::headline_list(state)}
            {families::facts(state)}
            {answers::recap(state)}
            {quotes::letter(state)}
            {families::chart(state)}
            {years::table(state)}
            {all(lists)}
            <p class="take-along">{paper::button(state)} {spreadsheets(state)}</p>
        </div>
        {paper::note_on_paper(state)}
    }
    .into_any()
}

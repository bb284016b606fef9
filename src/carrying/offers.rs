//! "Emporter": the form as a link, a mail or a file, and files opened again.

use super::mail;
use crate::blocks::{Source, element, live, nothing};
use crate::browser::{self, carry as outside};
use crate::carrying::{Written, to_link};
use crate::parts::{UNFETCHED, files};
use crate::state::State;
use crate::views::{headline, left_out};
use leptos::prelude::*;

/// What the group of buttons holds. Copied freely.
#[derive(Clone, Copy)]
struct Desk {
    state: State,
    /// What was done, or could not be.
    told: Source<Vec<String>>,
    /// The link, to be copied by hand where the browser refuses to.
    shown: Source<Option<String>>,
}

/// The buttons, what they say, and the way back for a file.
pub fn carry(state: State) -> AnyView {
    let desk = Desk { state, told: Source::new(Vec::new()), shown: Source::new(None) };
    let drops = outside::watch_drops(move |file| desk.open(file));
    on_cleanup(move || drops.stop());
    // An empty page shows this only to whoever asked to open a file.
    if untrack(|| state.of_estimate(|estimate| estimate.items.is_empty())) {
        browser::focus("#fichier");
    }
    let heading = element("h3").attr("id", "titre-emporter").text("Emporter").done();
    let buttons = element("p")
        .class("carry-buttons")
        // Further ways to carry it away add their buttons here.
        .child(button("Copier le lien", move || desk.copy()))
        .children(outside::can_share().then(|| button("Partager…", move || desk.share())))
        .child(button("Envoyer par courriel", move || desk.mail()))
        .child(button("Enregistrer le fichier", move || desk.save()))
        .child(button("Faire vérifier ce cas", move || desk.verify()));
    element("div")
        .class("carry")
        .attr("role", "group")
        .attr("aria-labelledby", "titre-emporter")
        .child(heading)
        .child(element("p").class("note").text(WHAT).done())
        .child(buttons.done())
        .child(element("div").attr("role", "status").child(live(move || desk.answers())).done())
        .child(desk.link_field())
        .child(desk.file_field())
        .done()
}

/// A button of that name.
fn button(name: &'static str, act: impl Fn() + Send + 'static) -> AnyView {
    element("button").attr("type", "button").on("click", move |_| act()).text(name).done()
}

impl Desk {
    /// The link of the form as it is, address in front; what it does not say is told at once.
    fn link(self) -> String {
        let Written { text, notes } = self.state.form_now(|form| to_link(form, self.state));
        self.told.set(notes);
        format!("{}#{text}", outside::address())
    }

    fn tell(self, sentence: &str) {
        self.told.update(|told| told.push(sentence.to_owned()));
    }

    fn copy(self) {
        let link = self.link();
        let by_hand = link.clone();
        browser::copy(&link, move |copied| {
            self.shown.set((!copied).then(|| by_hand.clone()));
            self.tell(if copied { COPIED } else { REFUSED });
            if !copied {
                outside::select("#lien");
            }
        });
    }

    fn share(self) {
        let link = self.link();
        outside::share(TITLE, &self.recap(), &link, move |shared| {
            if !shared {
                self.tell(UNSHARED);
            }
        });
    }

    fn mail(self) {
        let link = self.link();
        let address = mail::address(TITLE, &format!("{}\n\n{link}\n", self.recap()));
        if address.len() > mail::LONGEST {
            self.tell(LONG_MAIL);
        }
        outside::follow(&address, None);
    }

    fn save(self) {
        let state = self.state;
        files(move |files| match files {
            Some(files) => {
                let Written { text, notes } = state.form_now(|form| files.write(form, state));
                self.told.set(notes);
                outside::save("estimation", &text);
                self.tell(SAVED);
            }
            None => self.told.set(vec![UNFETCHED.to_owned()]),
        });
    }

    fn verify(self) {
        let state = self.state;
        files(move |files| {
            let case = files.ok_or(UNFETCHED.to_owned()).and_then(|files| files.case(state));
            let told = case.map(|text| outside::save("cas-a-confirmer", &text));
            self.told.set(vec![told.map_or_else(|trouble| trouble, |()| VERIFIABLE.to_owned())]);
        });
    }

    /// Hands a file over to be opened: it says itself what comes of it, at the top of the page.
    fn open(self, file: Option<String>) {
        let Some(text) = file.filter(|text| !text.is_empty()) else { return self.told.set(vec![UNREAD.to_owned()]) };
        files(move |files| match files {
            Some(_) => {
                self.told.set(Vec::new());
                self.state.brought.set(text);
            }
            None => self.told.set(vec![UNFETCHED.to_owned()]),
        });
    }

    /// The totals in a few lines.
    fn recap(self) -> String {
        let state = self.state;
        let lines = state.of_estimate(|estimate| {
            let mut lines: Vec<String> = vec![TITLE.to_owned(), String::new()];
            let amounts = headline(state.year_name(1), estimate).into_iter();
            lines.extend(amounts.map(|(name, amount)| format!("{name}\u{a0}: {amount}")));
            lines.push(left_out(estimate));
            lines
        });
        lines.join("\n").trim_end().to_owned()
    }

    fn link_field(self) -> AnyView {
        live(move || match self.shown.get() {
            None => nothing(),
            Some(link) => element("div")
                .class("field")
                .child(element("label").attr("for", "lien").text("Lien à copier").done())
                .child(
                    element("input")
                        .attr("id", "lien")
                        .attr("type", "text")
                        .attr("readonly", "")
                        .attr("value", link)
                        .done(),
                )
                .done(),
        })
    }

    fn file_field(self) -> AnyView {
        let input = element("input")
            .attr("id", "fichier")
            .attr("type", "file")
            .attr("accept", ".json,application/json")
            .attr("aria-describedby", "fichier-aide")
            .on("change", move |event| outside::read(&event, move |file| self.open(file)));
        element("div")
            .class("field")
            .child(element("label").attr("for", "fichier").text("Ouvrir un fichier").done())
            .child(input.done())
            .child(element("p").class("help").attr("id", "fichier-aide").text(DROP).done())
            .done()
    }

    fn answers(self) -> AnyView {
        self.told.get().into_iter().map(|told| element("p").text(told).done()).collect::<Vec<_>>().into_any()
    }
}

const TITLE: &str = "Services numériques de Gironde Numérique\u{a0}: estimation";
const WHAT: &str = "Le lien et le fichier contiennent toutes vos réponses. Rien n'est envoyé à personne tant que vous ne le faites pas.";
const DROP: &str = "Un fichier enregistré ici, choisi ou déposé n'importe où sur la page.";
const COPIED: &str = "Lien copié.";
const REFUSED: &str = "La copie a été refusée\u{a0}: copiez le lien ci-dessous, déjà sélectionné.";
const UNSHARED: &str = "Rien n'a été partagé.";
const LONG_MAIL: &str =
    "Ce message est long\u{a0}: si votre messagerie le coupe, copiez le lien et collez-le dans votre courriel.";
const SAVED: &str = "Fichier enregistré dans vos téléchargements.";
const VERIFIABLE: &str = "Cas enregistré dans vos téléchargements, réponses et montants\u{a0}: envoyez-le à Gironde Numérique, qui peut le confirmer.";
const UNREAD: &str = "Ce fichier n'a pas pu être lu, ou il est trop long\u{a0}: rien n'a été ouvert.";

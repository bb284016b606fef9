//! The saved scenarios: a name to save under, what can be done with each, and the comparison.

use super::side_by_side::{MOST, side_by_side};
use crate::blocks::{Derived, Source, condition, each, live, nothing, shown, text, texts};
use crate::browser::{focus, on_other_tab};
use crate::carrying::{Found, of_link, to_link};
use crate::carrying::{Priced, priced};
use crate::keeping::shelf::{LONGEST_NAME, Scenario, Shelf};
use crate::keeping::store::{Trouble, change, load};
use crate::start::UNDO;
use crate::state::State;
use crate::views::total;
use engine::Span;
use engine::french::quoted;
use leptos::prelude::*;

/// What the list reads. Copied freely.
#[derive(Clone, Copy)]
struct List {
    state: State,
    kept: Source<Result<(Shelf, usize), Trouble>>,
    said: Source<String>,
    lost: Source<Vec<Lost>>,
    compared: Source<Vec<u32>>,
}

/// What can be put back, the latest last.
#[derive(Clone)]
enum Lost {
    /// A scenario, and its place.
    Deleted(usize, Scenario),
    /// A scenario as it was before another situation took its place.
    Replaced(Scenario),
}

/// Saving, the list, and two to four of them side by side.
pub fn scenarios(state: State) -> AnyView {
    let list = List {
        state,
        kept: Source::new(load()),
        said: Source::new(String::new()),
        lost: Source::new(Vec::new()),
        compared: Source::new(Vec::new()),
    };
    on_other_tab(move || list.kept.set(load()));
    let name = Source::new(String::new());
    let save = move |_| list.save(name);
    let keys = texts(move || list.shelf(|shelf| shelf.all().iter().map(|scenario| scenario.id.to_string()).collect()));
    let rows = each(keys, move |key| row(list, key.parse().unwrap_or_default()));
    let can_undo = condition(move || list.lost.with(|lost| !lost.is_empty()));
    let undoes = text(move || list.lost.with(|lost| lost.last().map_or("", Lost::undone_by).to_owned()));
    let undo = move || {
        view! { <button type="button" class="quiet" on:click=move |_| list.undo()>{undoes}</button> }.into_any()
    };
    let trouble = text(move || {
        list.kept.with(|kept| kept.as_ref().err().map_or(String::new(), |trouble| trouble.sentence().to_owned()))
    });
    let aside =
        text(move || list.kept.with(|kept| kept.as_ref().map_or(String::new(), |(_, aside)| set_aside(*aside))));
    view! {
        <div class="field">
            <label for="nom-scenario">"Nom du scénario"</label>
            <div class="with-button">
                <input type="text" id="nom-scenario" autocomplete="off" maxlength=LONGEST_NAME.to_string() prop:value=name
                    on:input:target=move |event| name.set(event.target().value())
                    on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); list.save(name) } />
                <button type="button" on:click=save>"Enregistrer dans ce navigateur"</button>
            </div>
        </div>
        <p role="status" class="note">{text(move || list.said.get())}</p>
        {shown(can_undo, undo)}
        <p class="problem">{trouble}</p>
        <p class="note">{aside}</p>
        <ol class="scenario-list">{rows}</ol>
        {comparison(list)}
    }
    .into_any()
}

/// The form as it is now, as a link.
fn written(state: State) -> String {
    state.form_now(|form| to_link(form, state).text)
}

/// What was set aside, in words.
fn set_aside(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "Un scénario illisible a été mis de côté : il n'est ni perdu ni utilisé.".to_owned(),
        several => format!("{several} scénarios illisibles ont été mis de côté : ils ne sont ni perdus ni utilisés."),
    }
}

impl List {
    fn shelf<T: Default>(self, read: impl FnOnce(&Shelf) -> T) -> T {
        self.kept.with(|kept| kept.as_ref().map_or_else(|_| T::default(), |(shelf, _)| read(shelf)))
    }

    fn scenario(self, id: u32) -> Option<Scenario> {
        self.shelf(|shelf| shelf.get(id).cloned())
    }

    /// Changes what is kept, says how that went, and shows what is now there.
    fn change<T>(self, said: &str, make: impl FnOnce(&mut Shelf) -> T) -> Option<T> {
        let result = change(make);
        self.said.set(match &result {
            Ok(_) => said.to_owned(),
            Err(trouble) => trouble.sentence().to_owned(),
        });
        self.kept.set(load());
        result.ok()
    }

    fn save(self, name: Source<String>) {
        let link = written(self.state);
        let asked = name.get_untracked();
        if let Some(id) = self.change("", |shelf| shelf.add(&asked, &link)) {
            let own = untrack(|| self.scenario(id)).map_or(String::new(), |scenario| scenario.name);
            self.said.set(format!("Enregistré : {}.", quoted(&own)));
            name.set(String::new());
        }
    }

    /// Puts a scenario in place of what is typed; undo brings that back.
    fn open(self, id: u32) {
        let Some(scenario) = untrack(|| self.scenario(id)) else { return };
        match of_link(&scenario.link, self.state) {
            Ok(Found { edition, form, notes }) => {
                let notes: String = notes.iter().map(|note| format!(" {note}")).collect();
                let opened = format!("Ouvert : {}.", quoted(&scenario.name));
                self.said.set(format!("{opened} {} fait revenir votre saisie.{notes}", quoted(UNDO)));
                if !std::ptr::eq(edition, self.state.edition) {
                    focus("#edition");
                }
                self.state.open(edition, &form, &format!("{opened}{notes}"));
            }
            Err(refusal) => self.said.set(refusal),
        }
    }

    fn delete(self, id: u32) {
        // The button goes away with its row: the focus must not go with it.
        focus("#nom-scenario");
        if let Some(Some((place, scenario))) = self.change("", |shelf| shelf.remove(id)) {
            self.said.set(format!("Supprimé : {}.", quoted(&scenario.name)));
            self.compared.update(|compared| compared.retain(|known| *known != id));
            self.lost.update(|lost| lost.push(Lost::Deleted(place, scenario)));
        }
    }

    /// Puts what is typed in place of a scenario.
    fn replace(self, id: u32) {
        let Some(before) = untrack(|| self.scenario(id)) else { return };
        let link = written(self.state);
        if self.change("Remplacé par votre saisie actuelle.", |shelf| shelf.replace(id, &link)).is_some() {
            self.lost.update(|lost| lost.push(Lost::Replaced(before)));
        }
    }

    fn undo(self) {
        let Some(lost) = self.lost.with_untracked(|lost| lost.last().cloned()) else { return };
        let (Lost::Deleted(_, scenario) | Lost::Replaced(scenario)) = &lost;
        let said = format!("Remis : {}.", quoted(&scenario.name));
        let put_back = |shelf: &mut Shelf| match lost {
            Lost::Deleted(place, scenario) => shelf.restore(place, scenario),
            Lost::Replaced(before) => shelf.replace(before.id, &before.link),
        };
        if self.change(&said, put_back).is_some() {
            self.lost.update(|lost| _ = lost.pop());
        }
    }

    fn compare(self, id: u32, ticked: bool) {
        self.compared.update(|compared| {
            compared.retain(|known| *known != id);
            if ticked {
                compared.push(id);
            }
        });
    }
}

impl Lost {
    /// The button that puts it back.
    fn undone_by(&self) -> &'static str {
        match self {
            Lost::Deleted(..) => "Annuler la suppression",
            Lost::Replaced(_) => "Annuler le remplacement",
        }
    }
}

fn row(list: List, id: u32) -> AnyView {
    let name = text(move || list.scenario(id).map_or(String::new(), |scenario| scenario.name));
    let renaming = Source::new(false);
    let field = format!("scenario-{id}-nom");
    let tick = format!("scenario-{id}-comparer");
    let ticked = condition(move || list.compared.with(|compared| compared.contains(&id)));
    let full = condition(move || !ticked.get() && list.compared.with(Vec::len) >= MOST);
    let rename = {
        let field = field.clone();
        move || {
            let typed = Source::new(name.get_untracked());
            let done = move || {
                list.change("", |shelf| shelf.rename(id, &typed.get_untracked()));
                renaming.set(false);
                focus(&format!("#scenario-{id}-renommer"));
            };
            view! {
                <div class="field">
                    <label for=field.clone()>"Nouveau nom"</label>
                    <div class="with-button">
                        <input type="text" id=field.clone() autocomplete="off" maxlength=LONGEST_NAME.to_string() prop:value=typed
                            on:input:target=move |event| typed.set(event.target().value())
                            on:keydown=move |event| match event.key().as_str() {
                                "Enter" => { event.prevent_default(); done() }
                                "Escape" => renaming.set(false),
                                _ => {}
                            } />
                        <button type="button" on:click=move |_| done()>"Renommer"</button>
                    </div>
                </div>
            }
            .into_any()
        }
    };
    let start = move |_| {
        renaming.update(|renaming| *renaming = !*renaming);
        focus(&format!("#scenario-{id}-nom"));
    };
    let replace = move |_| list.replace(id);
    let button = move |word: &'static str, act: Box<dyn Fn()>| {
        view! { <button type="button" class="quiet" on:click=move |_| act()>{word}" "<span class="visually-hidden">{name}</span></button> }.into_any()
    };
    view! {
        <li>
            <div class="tick">
                <input type="checkbox" id=tick.clone() prop:checked=ticked disabled=full
                    on:change:target=move |event| list.compare(id, event.target().checked()) />
                <label for=tick.clone()><strong>{name}</strong>" "<span class="note">{text(move || figures(list, id))}</span></label>
            </div>
            <p class="row-buttons">
                {button("Ouvrir", Box::new(move || list.open(id)))}
                <button type="button" class="quiet" on:click=replace>"Remplacer par l'estimation affichée"" "<span class="visually-hidden">{name}</span></button>
                {button("Dupliquer", Box::new(move || _ = list.change("Dupliqué.", |shelf| shelf.duplicate(id))))}
                <button type="button" class="quiet" id=format!("scenario-{id}-renommer") on:click=start>"Renommer"" "<span class="visually-hidden">{name}</span></button>
                {button("Monter", Box::new(move || _ = list.change("Déplacé.", |shelf| shelf.shift(id, true))))}
                {button("Descendre", Box::new(move || _ = list.change("Déplacé.", |shelf| shelf.shift(id, false))))}
                {button("Supprimer", Box::new(move || list.delete(id)))}
            </p>
            {shown(renaming.into(), rename)}
        </li>
    }
    .into_any()
}

/// What a scenario comes to.
fn figures(list: List, id: u32) -> String {
    let priced = list.scenario(id).and_then(|scenario| priced(&scenario.link, list.state));
    priced.map_or("illisible".to_owned(), |Priced { estimate, .. }| {
        let [first, period] =
            [Span::Year(1), Span::Period].map(|span| total(estimate.outlay(span).unwrap_or_default()));
        let s = if estimate.years > 1 { "s" } else { "" };
        format!("1re année : {first}, sur {} an{s} : {period}", estimate.years)
    })
}

/// The table of those ticked, in the list's order.
fn comparison(list: List) -> AnyView {
    let chosen = Derived::new(move || {
        let compared = list.compared.get();
        list.shelf(|shelf| {
            shelf.all().iter().filter(|scenario| compared.contains(&scenario.id)).cloned().collect::<Vec<_>>()
        })
    });
    live(move || match (chosen.with(Vec::len), list.shelf(|shelf| shelf.all().len())) {
        (2.., _) => side_by_side(list.state, chosen.get()),
        (_, 2..) => {
            view! { <p class="note">"Cochez deux à quatre scénarios pour les comparer ligne par ligne."</p> }.into_any()
        }
        _ => nothing(),
    })
}

//! What is carried away, and the banner over what is brought back.

use crate::markup::Markup;
use crate::page::Page;
use simulateur::carrying::{to_file, to_link};
use simulateur::form::Form;
use simulateur::form::examples::EXAMPLES;
use visitor::examples::Deed;

/// The first example's link, with its `#`.
fn link() -> String {
    let page = Page::example(EXAMPLES[0].title);
    format!("#{}", page.form(|form| to_link(form, page.state).text))
}

/// The page once something was brought to it, and once more: what is opened shows everywhere.
fn brought(page: &Page, text: &str) -> Markup {
    page.state.brought.set(text.to_owned());
    page.markup();
    page.markup()
}

fn plain(shown: &Markup) -> String {
    shown.text().replace(['\u{a0}', '\u{202f}'], " ")
}

fn is_example(page: &Page) -> bool {
    let example = EXAMPLES[0].form(page.edition());
    page.form(|form| simulateur::carrying::is_same(form, &example, page.state))
}

#[test]
fn the_estimate_ends_with_what_carries_it_away() {
    let shown = Page::example(EXAMPLES[0].title).markup();
    let group = shown.under("Emporter").unwrap();
    for button in ["Copier le lien", "Envoyer par courriel", "Enregistrer le fichier"] {
        assert!(group.all("button").iter().any(|text| text == button), "{button}");
    }
    assert!(!shown.says("Partager…"), "only where the system shares");
    assert!(group.says("Ouvrir un fichier"));
    // An untouched page fetches nothing for it, and still opens a file.
    let untouched = Page::new().markup();
    assert!(untouched.under("Emporter").is_none());
    assert!(untouched.all("button").iter().any(|text| text == "Ouvrir un fichier enregistré"));
}

#[test]
fn a_link_fills_an_untouched_page_and_one_step_back_empties_it() {
    let page = Page::new();
    let shown = brought(&page, &link());
    assert!(is_example(&page));
    assert!(shown.under("Par année").is_some() || shown.table("Par année").is_some());
    assert!(plain(&shown).contains("Le lien est ouvert."));
    assert!(!shown.says("fait revenir ce qui était là"), "there was nothing");
    assert!(!shown.says("Garder ma saisie"));
    page.state.undo();
    assert_eq!(page.form(Form::clone), Form::default());
    assert!(!page.state.has_past(), "one step");
}

#[test]
fn over_typed_work_a_link_or_a_file_asks_first() {
    let file = {
        let page = Page::example(EXAMPLES[0].title);
        page.form(|form| to_file(form, page.state).text)
    };
    for (text, open) in [(link(), "Ouvrir le lien"), (file, "Ouvrir le fichier")] {
        let page = Page::after(&[Deed::Choose("Type d'organisme", "Syndicat")]);
        let before = page.form(Form::clone);
        let shown = brought(&page, &text);
        assert_eq!(page.form(Form::clone), before, "nothing is replaced unasked");
        assert!(plain(&shown).contains("remplacerait votre saisie"));
        let buttons = shown.all("button");
        for button in [open, "Garder ma saisie"] {
            assert!(buttons.iter().any(|text| text == button), "{button}");
        }
        assert!(shown.each("div", |read| read("role")).iter().any(|role| role == "alert"));
    }
}

#[test]
fn what_is_there_already_is_not_asked_about() {
    let page = Page::example(EXAMPLES[0].title);
    let shown = brought(&page, &link());
    assert!(!shown.says("Garder ma saisie"));
    assert!(is_example(&page));
}

#[test]
fn the_banner_says_what_was_kept_and_what_was_not() {
    let page = Page::new();
    let altered = link().replace("habitants:800", "habitants:900");
    let shown = brought(&page, &altered);
    assert!(plain(&shown).contains("Ce lien a été modifié depuis sa création"));
    let page = Page::new();
    let shown = brought(&page, "#s2;nouveau");
    assert!(plain(&shown).contains("version plus récente du simulateur : rien n'a été ouvert"));
    assert_eq!(page.form(Form::clone), Form::default());
    let page = Page::new();
    let shown = brought(&page, "{\n \"kind\": commune }");
    assert!(plain(&shown).contains("ligne 2, colonne 10"), "{}", plain(&shown));
    assert_eq!(page.form(Form::clone), Form::default(), "nothing is half applied");
}

/// A link of years ago: its first year is left out aloud, and not silently another.
#[test]
fn a_first_year_long_over_is_said_to_be_left_out() {
    for (year, kept) in [(2019, None), (2020, Some(2020)), (2024, Some(2024))] {
        let page = Page::new();
        let mut form = Form::default();
        form.start = Some(year);
        let shown = brought(&page, &format!("#{}", to_link(&form, page.state).text));
        assert_eq!(page.form(|form| form.start), kept);
        assert_eq!(plain(&shown).contains("La première année « 2019 » n'a pas été reprise."), kept.is_none());
        assert!(kept.is_none_or(|year| shown.all("option").contains(&year.to_string())));
    }
}

//! The other pages: opened beside the simulator, and by themselves.

use visitor::examples::COMMUNE;
use visitor::page::Page;
use visitor::wait::until_equal;

const SITE: &str = "Simulateur des services numériques";

/// The link, the file and the title of every page.
pub const PAGES: [(&str, &str, &str); 8] = [
    ("Catalogue", "catalogue", "Catalogue des prix"),
    ("Hypothèses", "hypotheses", "Hypothèses"),
    ("Glossaire", "glossaire", "Glossaire"),
    ("Accessibilité : non conforme", "accessibilite", "Déclaration d'accessibilité"),
    ("Mentions légales", "mentions-legales", "Mentions légales"),
    ("Confidentialité", "confidentialite", "Confidentialité"),
    ("Écoconception", "ecoconception", "Écoconception"),
    ("Intégrer", "integrer", "Intégrer le simulateur"),
];

/// What a visitor finds when a page is open, whichever way: its first title, the end of its own
/// window's, the menu's current entry, and how many contents are in sight.
async fn seen(page: &Page) -> (String, bool, Vec<String>, usize) {
    let script = format!(
        "const inSight = node => node.offsetParent !== null;
         const titles = [...document.querySelectorAll('h1')].filter(inSight);
         return [titles.map(title => title.innerText).join(' + '), document.title.endsWith(' – {SITE}'),
             [...document.querySelectorAll('[aria-current=page]')].map(link => link.getAttribute('href')),
             [...document.querySelectorAll('main')].filter(inSight).length]"
    );
    page.script(&script).await
}

pub async fn each(page: Page) {
    page.perform(COMMUNE.deeds).await;
    page.assert_shows(&COMMUNE).await;
    let home: String = page.script("return document.title").await;
    for (link, file, title) in PAGES {
        page.follow(link).await;
        let expected = (title.to_owned(), true, vec![format!("{file}.html")], 1);
        until_equal(|| seen(&page), expected).await;
        until_equal(|| page.focused(), title).await;
        assert_eq!(page.script::<f64>("return scrollY").await, 0.0, "{file}");
        assert!(page.client.current_url().await.unwrap().as_str().ends_with(&format!("#/{file}")));
    }
    // Back to the page before, then by the menu to the simulator: what was typed is there.
    page.client.back().await.unwrap();
    until_equal(|| page.focused(), "Écoconception").await;
    page.follow("Simulateur").await;
    until_equal(|| page.script::<String>("return document.title"), home).await;
    page.assert_shows(&COMMUNE).await;
    // The same pages by themselves.
    for (_, file, title) in PAGES {
        page.visit(&format!("{file}.html")).await;
        let expected = (title.to_owned(), true, vec![format!("{file}.html")], 1);
        until_equal(|| seen(&page), expected).await;
        assert!(page.says("en vigueur depuis le").await, "{file}");
    }
    page.open().await;
}

/// Places inside a page: from outside, from its contents, from another page, and back.
pub async fn places(page: Page) {
    page.visit("#/catalogue/rgpd").await;
    until_equal(|| page.focused(), "Prestation de mise en place de la conformité RGPD").await;
    page.follow("Alerte SMS").await;
    until_equal(|| page.focused(), "Alerte SMS").await;
    assert!(page.script::<bool>(IN_SIGHT).await, "the title is not in sight");
    page.client.back().await.unwrap();
    until_equal(|| page.focused(), "Prestation de mise en place de la conformité RGPD").await;
    page.follow("Glossaire").await;
    until_equal(|| page.focused(), "Glossaire").await;
    // The link that skips the menus leads to what is in sight.
    page.tab_to("Aller au simulateur").await;
    page.press_key(fantoccini::key::Key::Enter).await;
    until_equal(|| page.focused(), "Glossaire").await;
    page.client.back().await.unwrap();
    until_equal(|| page.focused(), "Prestation de mise en place de la conformité RGPD").await;
    page.open().await;
    // The simulator's own places are left to the browser.
    page.script::<()>("location.hash = '#estimation'").await;
    page.assert_ready().await;
}

/// Back from a page, the focus is on the link that led there; what a page shows has no way to the estimate.
pub async fn back(page: Page) {
    let here =
        || page.script::<(String, String)>("const { localName, id } = document.activeElement; return [localName, id]");
    let is = |name: &str, id: &str| (name.to_owned(), id.to_owned());
    let ways = || {
        page.script::<usize>(
            "return [...document.querySelectorAll('.skip')].filter(link => link.checkVisibility()).length",
        )
    };
    assert_eq!(ways().await, 2);
    page.follow("Glossaire").await;
    until_equal(here, is("h1", "")).await;
    assert_eq!(ways().await, 1);
    page.client.back().await.unwrap();
    until_equal(here, is("a", "")).await;
    until_equal(|| page.focused(), "Glossaire").await;
    assert_eq!(ways().await, 2);
    page.script::<()>("document.querySelectorAll('.skip')[1].focus()").await;
    page.press_key(fantoccini::key::Key::Enter).await;
    until_equal(here, is("h2", "titre-estimation")).await;
    page.open().await;
}

const IN_SIGHT: &str = "
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight";

pub async fn copying(page: Page) {
    page.visit("#/hypotheses/L5").await;
    page.assert_says("Copier la question L5", true).await;
    let button = page.control(visitor::find::Role::Button, "Copier la question L5").await;
    page.click(&button).await;
    // Copied, or selected for whoever may not copy.
    let said =
        "const said = [...document.querySelectorAll('#page [role=status]')].map(status => status.innerText).join('');
        return /^Question (copiée|sélectionnée)/.test(said)";
    until_equal(|| page.script::<bool>(said), true).await;
    page.open().await;
}

pub async fn erasing(page: Page) {
    for path in ["confidentialite.html", "#/confidentialite"] {
        page.visit(path).await;
        page.script::<()>(
            "for (const s of [localStorage, sessionStorage]) { s.setItem('simulateur-a', 1); s.setItem('b', 2) }",
        )
        .await;
        let button = page.control(visitor::find::Role::Button, "Effacer mes données").await;
        page.click(&button).await;
        page.assert_says("C’est fait", true).await;
        let left = "return [localStorage, sessionStorage].map(s => Object.keys(s).join())";
        assert_eq!(page.script::<Vec<String>>(left).await, ["b", "b"]);
        page.script::<()>("localStorage.clear(); sessionStorage.clear()").await;
    }
    page.open().await;
}

//! Pages in a shell.

use crate::{host, pages_of};
use pages::{Assets, Host, alone, dress, fill};

const ASSETS: Assets<'_> = Assets { css: "pages-0.css", js: "pages-1.js", late: Some("offline-3.js") };

/// A shell as minified: end tags that HTML does not need are left out.
const SHELL: &str = "<!doctype html><html lang=fr><meta charset=utf-8><title>Simulateur</title>\
    <meta content=old name=description><link href=./base.css rel=stylesheet><script src=shell.js data-shell defer>\
    </script><script type=module>import init from './app.js'</script><link href=app.js rel=modulepreload><body>\
    <a class=skip href=#application>Aller au simulateur</a><a class=skip href=#titre-estimation data-home>Estimation</a><header><a href=index.html><svg><title>Logo</title></svg><span data-host=site.name></span>\
    </a><nav><a aria-current=page href=index.html>Simulateur</a><a href=glossaire.html>Glossaire</a></nav>\
    <div id=accroche data-home><h1>Combien</h1></div></header><div id=panne hidden>Panne</div><p id=annonce role=status>\
    <main id=application tabindex=-1><p>Chargement<noscript>Sans</noscript></main>\
    <footer><p><a data-host=publisher.mail>x</a></footer><template id=dessous data-home></template>";

/// What the application shows first, and below.
fn view() -> [String; 2] {
    ["<form>Saisir</form>", "<fieldset>Cocher</fieldset>"].map(str::to_owned)
}

fn dressed(name: &str) -> String {
    let host = host();
    let page = pages_of(&host).into_iter().find(|page| page.name == name).unwrap();
    dress(&fill(SHELL, &host, "routes-2.js", &view()).unwrap(), &page, &host, ASSETS).unwrap()
}

#[test]
fn a_page_takes_the_place_of_the_application() {
    let html = dressed("glossaire");
    let name = "Simulateur des services numériques";
    assert!(html.contains(&format!("<title>Glossaire – {name}</title>")), "{html}");
    assert!(html.contains("<main id=\"page\" tabindex=-1 data-page=\"glossaire\"><h1 tabindex=\"-1\">Glossaire</h1>"));
    assert!(html.contains("</main>") && html.contains("<footer>"), "{html}");
    for gone in [
        "Chargement",
        "Saisir",
        "Cocher",
        "Combien",
        "Panne",
        "import init",
        "modulepreload",
        "shell.js",
        "old",
        "#application",
    ] {
        assert!(!html.contains(gone), "{gone} is still there");
    }
    assert!(html.contains("<link rel=\"stylesheet\" href=\"pages-0.css\"><script defer src=\"pages-1.js\" data-late=\"offline-3.js\"></script>"));
    assert!(html.contains("./base.css") && html.contains("<title>Logo</title>"));
    assert!(html.contains("<a href=index.html>Simulateur</a><a href=glossaire.html aria-current=\"page\">"));
    assert!(html.contains("<a class=skip href=\"#page\">Aller au contenu</a><header>"), "{html}");
    assert_eq!(html.matches("Aller au contenu").count(), 1, "{html}");
}

#[test]
fn the_hosts_words_are_text_and_lead_only_to_addresses() {
    let host = Host::read("[site]\nname = \"<b>Ici</b>\"\n[publisher]\nmail = \"a@b.fr\"").unwrap();
    let html = fill(SHELL, &host, "routes-2.js", &view()).unwrap();
    assert!(html.contains("<span>&lt;b&gt;Ici&lt;/b&gt;</span>"), "{html}");
    assert!(html.contains("<a href=\"mailto:a@b.fr\">a@b.fr</a>"), "{html}");
    assert!(!html.contains("data-host"));
    assert!(html.contains("<script src=shell.js data-shell=\"routes-2.js\" defer>"), "{html}");
    assert!(html.contains("</noscript><form>Saisir</form></main>"), "{html}");
    assert!(html.contains("<template id=dessous data-home><fieldset>Cocher</fieldset></template>"), "{html}");
    assert!(fill(SHELL, &Host::default(), "routes-2.js", &view()).unwrap().contains(pages::TO_COMPLETE));
}

#[test]
fn a_shell_without_a_place_for_pages_is_refused() {
    let host = host();
    let page = pages_of(&host).remove(0);
    for (shell, lacking) in [(SHELL.replace("<main", "<div"), "main"), (SHELL.replace("data-shell", ""), "script")] {
        let error = dress(&shell, &page, &host, ASSETS).unwrap_err().to_string();
        assert!(error.contains(lacking), "{error}");
    }
}

#[test]
fn one_document_links_nothing() {
    let document = alone(SHELL, "p { margin: 0 }").unwrap();
    assert!(document.contains("<style>p { margin: 0 }</style>"), "{document}");
    for gone in ["<script", "stylesheet", "modulepreload", "import init"] {
        assert!(!document.contains(gone), "{gone} is still there");
    }
}

//! The check of the checks: both engines see a label that is gone, and nothing wrong in a form that is right.

use super::engines::{ENGINES, Finding};
use visitor::page::Page;
use visitor::settings::DESK;

/// A page with one field and everything that it asks for, in place of the simulator; its hidden alert stays.
const CLEAN: &str = "
    const alert = document.querySelector('[role=alert]');
    document.body.innerHTML = `
        <header><a href='#contenu'>Aller au contenu</a> <h1>Un formulaire</h1></header>
        <main id='contenu' tabindex='-1'>
            <form>
                <label for='age'>Âge</label> <input id='age' type='text' autocomplete='off'>
                <button type='submit'>Calculer</button>
            </form>
        </main>`;
    document.body.append(alert)";

/// Parts the first field of the simulator from its label, and says which field it was.
const BREAK: &str = "
    const label = document.querySelector('main label[for]');
    const field = label.getAttribute('for');
    label.removeAttribute('for');
    return field";

pub async fn clean(page: Page) {
    page.set(DESK).await;
    page.script::<()>(CLEAN).await;
    for engine in &ENGINES {
        let findings = engine.check(&page).await.findings;
        assert!(findings.is_empty(), "{}: {}", engine.name, findings[0]);
    }
}

pub async fn label(page: Page) {
    page.set(DESK).await;
    let field: String = page.script(BREAK).await;
    for engine in &ENGINES {
        let findings = engine.check(&page).await.findings;
        let named = |finding: &Finding| finding.place.contains(&format!("id=\"{field}\""));
        let rules: Vec<&str> = findings.iter().filter(|it| named(it)).map(|it| it.rule.as_str()).collect();
        let of_label = |rule: &&str| ["label", "select-name", "input_label_exists"].contains(rule);
        assert!(rules.iter().any(of_label), "{} does not miss the label of {field}: {rules:?}", engine.name);
    }
}

//! What is handed to the system's own ways to share, and to the visitor's mail program: neither is here, so
//! both are played.

use crate::stage::{Stage, settle};
use engine::catalogue::BodyKind;
use visitor::examples::COMMUNE;
use wasm_bindgen_test::wasm_bindgen_test;

const NOTHING: &str = "Rien n'a été partagé.";
const LONG: &str = "Ce message est long\u{a0}: si votre messagerie le coupe";

/// Plays the system's way to share, which ends so.
fn share_ends(how: &str) {
    let script = format!(
        "window.handed = '';
         const share = what => {{ window.handed = JSON.stringify(what); {how} }};
         Object.defineProperty(navigator, 'share', {{ value: share, configurable: true }});"
    );
    js_sys::eval(&script).unwrap();
}

/// What was handed over.
fn handed() -> String {
    js_sys::eval("String(window.handed)").unwrap().as_string().unwrap()
}

/// An example with the buttons that carry it away.
async fn commune() -> Stage {
    let page = Stage::new();
    page.take(COMMUNE.button).await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn the_system_shares_the_link_and_the_totals_and_a_refusal_is_said() {
    for (how, said) in [
        ("return Promise.resolve();", false),
        ("return Promise.reject(new DOMException('closed', 'AbortError'));", true),
        ("throw new TypeError('not here');", true),
    ] {
        share_ends(how);
        let page = commune().await;
        page.press("Partager…").await;
        settle().await;
        assert_eq!(page.says(NOTHING), said, "{how}");
        let handed = handed();
        for part in ["\"title\":\"Services numériques", "\"url\":\"http", "#s1;2021-05-20;", COMMUNE.headline[0].0] {
            assert!(handed.contains(part), "{part} in {handed}");
        }
    }
    js_sys::eval("Object.defineProperty(navigator, 'share', { value: undefined, configurable: true })").unwrap();
    let page = commune().await;
    assert!(!page.says("Partager…"), "only where the system shares");
}

#[wasm_bindgen_test]
async fn a_mail_begins_with_the_totals_and_the_link_and_a_long_one_is_said_to_be() {
    js_sys::eval(
        "window.handed = '';
         window.followed = HTMLAnchorElement.prototype.click;
         HTMLAnchorElement.prototype.click = function () { window.handed = decodeURIComponent(this.href); };",
    )
    .unwrap();
    let page = commune().await;
    page.press("Envoyer par courriel").await;
    let mail = handed();
    assert!(
        mail.starts_with("mailto:?subject=Services numériques de Gironde Numérique\u{a0}: estimation&body="),
        "{mail}"
    );
    for (name, amount) in COMMUNE.headline() {
        assert!(mail.contains(&format!("{name}\u{a0}: {amount}")), "{name} in {mail}");
    }
    assert!(mail.contains("\r\n\r\nhttp") && mail.contains("#s1;2021-05-20;"), "{mail}");
    assert!(!page.says(LONG));
    page.state().edit(|form| {
        for _ in 0..30 {
            let key = form.add_body(BodyKind::Commune);
            form.body_mut(key).unwrap().name = "x".repeat(60);
        }
    });
    settle().await;
    page.press("Envoyer par courriel").await;
    assert!(page.says(LONG));
    js_sys::eval("HTMLAnchorElement.prototype.click = window.followed").unwrap();
}

//! What the page's policy stops is stopped, and reported: the other journeys rely on that silence.

use std::cell::RefCell;
use std::time::Duration;
use visitor::page::Page;
use visitor::wait::until;
use visitor::watch::noted;

/// Browsers send their reports when they have nothing better to do.
const REPORTS: Duration = Duration::from_secs(15);

pub async fn policy(page: Page) {
    page.script::<()>(
        "window.styled = document.createElement('p');
         styled.setAttribute('style', 'position: fixed');
         const script = document.createElement('script');
         script.textContent = 'window.inlined = true';
         const image = new Image();
         image.src = 'http://127.0.0.1:9/' + encodeURIComponent('ce qui est saisi');
         document.body.append(styled, script, image)",
    )
    .await;
    let reported = RefCell::new(String::new());
    let all = || async {
        reported.borrow_mut().push_str(&noted());
        ["style-src", "script-src", "img-src"].iter().all(|what| reported.borrow().contains(what)).then_some(())
    };
    assert!(until(REPORTS, all).await.is_some(), "only {} was reported", reported.borrow());
    let done: [bool; 2] =
        page.script("return [getComputedStyle(styled).position === 'fixed', 'inlined' in window]").await;
    assert_eq!(done, [false; 2], "styled, or run");
    // Sent by a page that means to, past what keeps the site offline: noted as well.
    page.script::<()>("fetch('index.html?habitants=800', { method: 'POST' }); return null").await;
    let sent = || async { noted().contains("?habitants=800").then_some(()) };
    assert!(until(REPORTS, sent).await.is_some());
    page.open().await;
}

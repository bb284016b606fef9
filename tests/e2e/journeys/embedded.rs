//! The page in a page of another origin: that of another port. Another site would be another process, in which
//! Chromium's driver names no element.

use fantoccini::Locator;
use serde_json::json;
use std::time::Duration;
use tokio::time::sleep;
use visitor::browser::variable;
use visitor::examples::COMMUNE;
use visitor::page::Page;
use visitor::wait::until_equal;
use visitor::watch::noted;

/// Puts the script in the other site's page, as its webmaster would.
const EMBED: &str = "
    const script = document.createElement('script');
    script.src = arguments[0];
    Object.assign(script.dataset, { accent: '#ffe000', annexe: '2' });
    document.body.append(script)";

/// The height of the frame within its page, and how much of what it holds is out of it.
const HEIGHTS: &str = "const page = document.documentElement;
    return [innerHeight, Math.ceil(page.getBoundingClientRect().height) - innerHeight]";

/// The accent on its grounds, as the browser draws them: the least contrast.
const CONTRAST: &str = "
    const probe = document.createElement('i');
    document.body.append(probe);
    const rgb = colour => {
        probe.style.color = colour;
        return getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map(Number);
    };
    const light = colour => colour.map(it => it / 255)
        .map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)
        .reduce((sum, it, at) => sum + it * [0.2126, 0.7152, 0.0722][at], 0);
    const contrast = (one, other) => {
        const [a, b] = [one, other].map(name => light(rgb(`var(${name})`)) + 0.05);
        return Math.max(a / b, b / a);
    };
    const least = Math.min(...['--ground', '--surface', '--sunken', '--accent-soft', '--on-accent']
        .map(ground => contrast('--accent', ground)));
    probe.remove();
    return least";

/// Waits until the frame is as high as what it holds, and stays so, once the parts that come have come.
async fn fitted(page: &Page) -> u32 {
    let mut seen = Vec::new();
    while seen.len() < 12 {
        let [height, beyond] = page.script::<[i32; 2]>(HEIGHTS).await;
        if beyond == 0 && seen.last() == Some(&height) {
            return u32::try_from(height).unwrap();
        }
        seen.push(height);
        sleep(Duration::from_millis(600)).await;
    }
    panic!("it does not stay: {seen:?}");
}

pub async fn embedded(page: Page) {
    page.client.goto(&variable("E2E_ELSEWHERE")).await.unwrap();
    page.client.execute(EMBED, vec![json!(page.address("embed.js"))]).await.unwrap();
    let frames = || async { page.client.find_all(Locator::Css("iframe")).await.unwrap().len() };
    until_equal(frames, 1).await;
    page.client.find(Locator::Css("iframe")).await.unwrap().enter_frame().await.unwrap();
    page.assert_ready().await;
    let empty = fitted(&page).await;

    // The choices: the second annexe first, the colour darkened until it reads.
    let annexes = "return [...document.querySelectorAll('section[aria-labelledby^=titre-annexe-]')]
                   .map(section => section.getAttribute('aria-labelledby'))";
    until_equal(|| page.script::<Vec<String>>(annexes), vec!["titre-annexe-2".to_owned(), "titre-annexe-1".to_owned()])
        .await;
    let contrast: f64 = page.script(CONTRAST).await;
    assert!(contrast >= 4.5, "{contrast}");
    let is_own = "return document.documentElement.style.getPropertyValue('--accent') !== ''";
    assert!(page.script::<bool>(is_own).await, "the colour was not taken");

    // It grows, and shrinks.
    // By its button, and from inside: WebKit's driver types in no frame, and the frame moves under a pointer; so for the link below.
    page.script::<()>(&format!(
        "[...document.querySelectorAll('button')].find(it => it.innerText.startsWith('{}')).click()",
        COMMUNE.button
    ))
    .await;
    page.assert_shows(&COMMUNE).await;
    let filled = fitted(&page).await;
    assert!(filled > empty, "{filled} px filled, {empty} px empty");
    page.script::<()>("document.querySelector('footer a[href^=confidentialite]').click()").await;
    page.assert_says("Ce que reçoit l'hébergeur", true).await;
    let short = fitted(&page).await;
    assert!(short < empty, "{short} px for a short page, {empty} px for the simulator");

    // The page around says what it likes: nothing is done, nor told to others.
    page.client.clone().enter_parent_frame().await.unwrap();
    let styled = || page.script::<String>("return document.querySelector('iframe').style.height");
    let before = styled().await;
    page.script::<()>(
        "window.heard = [];
         addEventListener('message', event => heard.push(event.data));
         postMessage({ simulateur: 'height', height: 5 });
         frames[0].postMessage({ simulateur: 'height', height: 5 }, '*');
         frames[0].postMessage('hello', '*');
         return null",
    )
    .await;
    until_equal(|| page.script::<usize>("return heard.length"), 1).await;
    assert_eq!(styled().await, before);

    // The way out carries what is typed.
    page.client.find(Locator::Css("iframe")).await.unwrap().enter_frame().await.unwrap();
    let link = page.client.find(Locator::LinkText("Ouvrir dans un nouvel onglet")).await.unwrap();
    assert_eq!(link.attr("target").await.unwrap().as_deref(), Some("_blank"));
    let address: String = page.script("return document.querySelector('.way-out a').href").await;
    assert!(address.contains("#s1;"), "{address}");
    page.open().await;
    page.visit(address.strip_prefix(&page.address("")).unwrap()).await;
    page.assert_ready().await;
    page.assert_shows(&COMMUNE).await;
    assert_eq!(noted(), "", "told to the server");
    page.open().await;
}

//! A commune or an EPCI found by name, its worksheet, and the way between the two.

use engine::catalogue::ServiceIx;
use engine::french::{money, number};
use engine::line::Outcome;
use engine::request::{Membership, Value};
use engine::territory::ways::{Cheapest, WayKind, ways};
use engine::{Catalogue, Estimate, Money, Request, amounts};
use fantoccini::Locator;
use fantoccini::key::Key;
use rust_decimal::Decimal;
use territory::{Territory, ccas_from, volume_field};
use visitor::examples::Deed;
use visitor::find::Role;
use visitor::page::{Page, SEARCH};
use visitor::wait::{PATIENCE, until, until_equal};

/// Small and large ones, one that begins with an article, one that the list prices on quote.
const FIVE: [&str; 5] =
    ["CC de Blaye", "CC Rurales de l'Entre-Deux-Mers", "CA du Libournais", "Bordeaux Métropole", "CC Jalle-Eau-Bourde"];

const VOLUME: u16 = 1000;

/// The figures of five EPCI, without and with the CCAS, are those of the engine.
pub async fn five(page: Page) {
    let mut is_first = true;
    for name in FIVE {
        page.perform(&[Deed::Find(name)]).await;
        if std::mem::take(&mut is_first) {
            page.perform(&[
                Deed::Pick("Adhésion", "Adhésion mutualisée pour le territoire de l'EPCI"),
                Deed::Type("Volume total de données", "1 To"),
            ])
            .await;
            page.unfold("Comparer les façons d'adhérer").await;
        }
        for with_ccas in [false, true] {
            if with_ccas {
                let press = "//button[starts-with(normalize-space(.), 'Compter le CCAS')]";
                page.click(&page.client.find(Locator::XPath(press)).await.unwrap()).await;
            }
            let expected = expected(name, with_ccas);
            until_equal(|| shown(&page), expected).await;
        }
    }
}

/// The worksheet's sums, then the ways to join with the cheapest marked.
async fn shown(page: &Page) -> (Vec<String>, Vec<Vec<String>>) {
    page.script(
        "const table = (caption) =>
             [...document.querySelectorAll('table')].find(table => table.caption?.innerText.startsWith(caption));
         const cells = (row) => [...row.cells].map(cell => cell.innerText.trim());
         const sheet = table('Feuille de calcul'), ways = table('Ce qui sort du budget');
         if (!sheet || !ways) return [[], []];
         const way = (row) => [row.cells[0].innerText.split('\\n')[0].trim(), row.cells[1].innerText.trim(),
             row.innerText.includes('La moins chère') ? 'la moins chère' : ''];
         return [cells(sheet.tFoot.rows[0]).slice(1, 6), [...ways.tBodies[0].rows].slice(0, 2).map(way)]",
    )
    .await
}

/// The same, from the engine and the list of communes.
fn expected(name: &str, with_ccas: bool) -> (Vec<String>, Vec<Vec<String>>) {
    let (catalogue, territory) = (catalogue(), Territory::embedded().unwrap());
    let edition = catalogue.newest().unwrap();
    let epci = territory.epcis.iter().find(|epci| epci.name == name).unwrap();
    let inhabitants: u32 = epci.members.iter().map(|at| territory.commune_at(*at).unwrap().total).sum();
    let mut request = territory.request(epci, Membership::Mutualised);
    let ccas = if with_ccas { territory.ccas(epci, ccas_from(edition).unwrap()) } else { Vec::new() };
    let ccas_count = ccas.len();
    request.bodies.extend(ccas);
    request.values.insert(volume_field(edition).unwrap().id.clone(), Value::Number(Decimal::from(VOLUME)));
    let price = |membership| amounts(catalogue, &Request { membership, ..request.clone() }).unwrap();
    let together = price(Membership::Mutualised);
    let apart = price(Membership::Individual);
    let rules = &edition.membership;
    let (participations, quotes) = sum(&apart, rules.individual);
    let participations = if quotes == 0 {
        money(participations)
    } else {
        format!("au moins {}, + {quotes} sur devis", money(participations))
    };
    let (bill, quotes) = sum(&together, rules.mutualised);
    let bill = if quotes == 0 { money(bill) } else { "sur devis".to_owned() };
    let (counted, all) = (together.census.counted(), request.bodies.len());
    let counted = format!("{counted} comptés sur {all} organismes");
    let sums = vec![number(Decimal::from(inhabitants)), counted, ccas_count.to_string(), participations, bill];
    let comparison = ways(catalogue, &request);
    let row = |kind: WayKind, name: &str| {
        let way = comparison.way(kind).unwrap();
        let is_cheapest =
            matches!(&comparison.cheapest, Cheapest::Known(leads) if leads.iter().any(|lead| lead.way == kind));
        let first = way.outlays[0];
        let first = match (first.at_least, first.amount.is_zero()) {
            (true, true) => "à chiffrer".to_owned(),
            (true, false) => format!("au moins {}", money(first.amount)),
            (false, _) => money(first.amount),
        };
        vec![name.to_owned(), first, if is_cheapest { "la moins chère".to_owned() } else { String::new() }]
    };
    let rows = vec![
        row(WayKind::Mutualised, "Adhésion mutualisée du territoire"),
        row(WayKind::Individual, "Participations individuelles"),
    ];
    (sums, rows)
}

fn catalogue() -> &'static Catalogue {
    simulateur::editions::embedded::catalogue().unwrap()
}

/// What the lines of a service come to a year, and how many of them are on quote.
fn sum(estimate: &Estimate<'_>, service: ServiceIx) -> (Money, usize) {
    let id = &estimate.edition.service(service).unwrap().id;
    let items: Vec<_> = estimate.items.iter().filter(|item| item.service.id == *id).collect();
    let charged = items.iter().filter_map(|item| match &item.outcome {
        Outcome::Charged(line) => Some(line.charge.outlay()),
        _ => None,
    });
    (charged.sum(), items.iter().filter(|item| matches!(item.outcome, Outcome::Quote(..))).count())
}

/// Nothing but keys: three letters, arrows, Enter, Escape; and what no list holds is said.
pub async fn keys(page: Page) {
    page.tab_to(SEARCH).await;
    page.press("saint em".chars()).await;
    until_equal(|| async { page.marked_place().await.starts_with("Saint-Émilion") }, true).await;
    let first = page.marked_place().await;
    page.press_key(Key::Down).await;
    until_equal(|| async { page.marked_place().await != first }, true).await;
    page.press_key(Key::Up).await;
    until_equal(|| async { page.marked_place().await == first }, true).await;
    page.press_key(Key::Escape).await;
    until_equal(|| async { page.marked_place().await }, String::new()).await;
    assert_eq!(page.focused().await, SEARCH, "the focus never leaves the field");
    page.press_key(Key::Escape).await;
    page.press("marmande".chars()).await;
    page.assert_says("« marmande » : ni commune ni EPCI de la Gironde à ce nom.", true).await;
    for _ in "marmande".chars() {
        page.press_key(Key::Backspace).await;
    }
    // A commune that joined another leads to it.
    page.press("castillon de castets".chars()).await;
    until_equal(|| async { page.marked_place().await.contains("anciennement Castillon-de-Castets") }, true).await;
    page.press_key(Key::Enter).await;
    page.assert_says("Castets et Castillon, commune de la CC du Sud Gironde.", true).await;
}

/// The search says whose answers these are, however they came to.
pub async fn asker(page: Page) {
    let sought = || async { page.control(Role::Search, SEARCH).await.prop("value").await.unwrap_or_default() };
    let shows = async |name: &str| until_equal(sought, Some(name.to_owned())).await;
    let press = async |name: &str| page.click(&page.control(Role::Button, name).await).await;
    page.perform(&[Deed::Find("Blaye")]).await;
    shows("Blaye").await;
    press("Voir la CC de Blaye et toutes ses communes").await;
    shows("CC de Blaye").await;
    // What writes the draft may still be on its way.
    until_equal(|| page.script::<bool>("return !!sessionStorage.getItem('simulateur.brouillon')"), true).await;
    page.client.refresh().await.unwrap();
    page.assert_ready().await;
    shows("CC de Blaye").await;
    page.perform(&[Deed::Choose("Type d'organisme", "Commune")]).await;
    shows("").await;
    press("Annuler la dernière action").await;
    shows("CC de Blaye").await;
    press("Tout effacer").await;
    press("Oui, tout effacer").await;
    shows("").await;
}

/// From a commune to its EPCI and back, nothing typed again.
pub async fn to_and_fro(page: Page) {
    page.perform(&[Deed::Find("Blaye")]).await;
    let inhabitants = page.control(Role::Textbox, "Nombre d'habitants").await;
    assert_eq!(
        page.control(Role::Combobox, "Type d'organisme").await.prop("value").await.unwrap().as_deref(),
        Some("commune")
    );
    page.assert_says("INSEE 2025", true).await;
    inhabitants.clear().await.unwrap();
    inhabitants.send_keys("6000").await.unwrap();
    page.assert_says("modifié (INSEE 2025 : 5\u{202f}137)", true).await;
    page.click(&page.control(Role::Button, "Voir la CC de Blaye et toutes ses communes").await).await;
    let row = || async { page.control(Role::Textbox, "Nombre d'habitants, Blaye").await.prop("value").await.unwrap() };
    until_equal(row, Some("6\u{202f}000".to_owned())).await;
    assert_eq!(page.bodies().await.len(), 20);
    page.click(&page.control(Role::Button, "Estimer à part Blaye").await).await;
    let value = || async { page.control(Role::Textbox, "Nombre d'habitants").await.prop("value").await.unwrap() };
    until_equal(value, Some("6\u{202f}000".to_owned())).await;
    let focused = || async { page.focused().await };
    assert!(until(PATIENCE, || async { (focused().await == "Votre collectivité").then_some(()) }).await.is_some());
}

/// A sorted worksheet stays as it was sorted while one types in it, and Enter behind the last commune adds none.
pub async fn sorted(page: Page) {
    page.perform(&[Deed::Find("CC de Blaye")]).await;
    let heading = page.control(Role::Button, "Habitants").await;
    page.click(&heading).await;
    let most = "Nombre d'habitants, Blaye";
    until_equal(|| async { page.bodies().await.first().cloned() }, Some("5\u{202f}137".to_owned())).await;
    let field = page.control(Role::Textbox, most).await;
    field.clear().await.unwrap();
    field.send_keys("100").await.unwrap();
    page.assert_says("modifié (INSEE 2025 : 5\u{202f}137)", true).await;
    assert_eq!(page.bodies().await[0], "100", "the row went away under the hand");
    assert_eq!(page.focused().await, most);
    // Asked for again, from the least on and back, it is the last.
    for _ in 0..2 {
        page.click(&heading).await;
    }
    until_equal(|| async { page.bodies().await.last().cloned() }, Some("100".to_owned())).await;
    page.control(Role::Textbox, most).await.send_keys("0").await.unwrap();
    page.press_key(Key::Enter).await;
    until_equal(|| page.focused(), "Ajouter un organisme").await;
    assert_eq!(page.bodies().await.len(), 20);
}

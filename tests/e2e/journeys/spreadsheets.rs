//! The estimate carried away in a spreadsheet: both files are made, by code that came at the click.

use std::time::Duration;
use visitor::examples::WORKSHEET;
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::{until, until_equal};

/// Keeps what the page hands over, in place of saving it on this machine.
const WATCH: &str = "
    window.handed = [];
    const offer = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        const file = { size: blob.size, type: blob.type };
        blob.arrayBuffer().then(bytes => file.head = [...new Uint8Array(bytes.slice(0, 4))]);
        window.handed.push(file);
        return offer.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () { window.handed.at(-1).name = this.download };";

/// Nothing arrives, until `arrive` is called.
const CUT: &str = "
    const arriving = window.fetch;
    window.arrive = () => window.fetch = arriving;
    window.fetch = () => Promise.reject(new TypeError('cut'));";

/// How many files with the writer of spreadsheets were fetched.
const FETCHED: &str =
    "return performance.getEntriesByType('resource').filter(it => it.name.includes('/part-sheets-')).length";

/// How long the writer may take to come: the tests' server packs it when it is first asked for.
const PACKING: Duration = Duration::from_secs(45);

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Presses both buttons of a territory's estimate.
pub async fn both(page: Page) {
    page.perform(WORKSHEET).await;
    page.client.execute(WATCH, Vec::new()).await.unwrap();
    // The buttons come with the detail, which is itself fetched.
    let button = page.control(Role::Button, "Tableur (XLSX)").await;
    assert_eq!(page.script::<usize>(FETCHED).await, 0, "nothing is fetched before the click");
    page.client.execute(CUT, Vec::new()).await.unwrap();
    page.click(&button).await;
    page.assert_says("Cette partie de la page n'a pas pu être téléchargée.", true).await;
    page.client.execute("window.arrive()", Vec::new()).await.unwrap();
    page.click(&button).await;
    let ready = "Fichier prêt : Estimation – CC Rurales de l'Entre-Deux-Mers – ";
    let said = || async { page.says(ready).await.then_some(()) };
    assert!(until(PACKING, said).await.is_some(), "« {ready} » is not said");
    assert_eq!(page.script::<usize>(FETCHED).await, 1);
    assert_handed(&page, ".xlsx", WORKBOOK, b"PK\x03\x04", 10_000).await;
    page.click(&page.control(Role::Button, "CSV").await).await;
    // The byte order mark, then "N" of "Nature".
    assert_handed(&page, ".csv", "text/csv;charset=utf-8", b"\xef\xbb\xbfN", 500).await;
    assert_eq!(page.script::<usize>(FETCHED).await, 1, "the second file needs nothing more");
}

/// Both files are made of what the page shows.
pub async fn assert_both(page: &Page) {
    page.client.execute(WATCH, Vec::new()).await.unwrap();
    page.click(&page.control(Role::Button, "Tableur (XLSX)").await).await;
    assert_handed(page, ".xlsx", WORKBOOK, b"PK\x03\x04", 5_000).await;
    page.click(&page.control(Role::Button, "CSV").await).await;
    assert_handed(page, ".csv", "text/csv;charset=utf-8", b"\xef\xbb\xbfN", 500).await;
}

/// The last file handed over ends so, is of that type, begins so, and holds at least that many bytes.
async fn assert_handed(page: &Page, end: &str, media: &str, head: &[u8], least: usize) {
    let script = format!(
        "const file = window.handed.at(-1);
         return file?.name.endsWith('{end}') ? [file.type, file.size >= {least}, file.head ?? []] : ['', false, []]"
    );
    let expected = (media.to_owned(), true, head.to_vec());
    until_equal(|| async { page.script::<(String, bool, Vec<u8>)>(&script).await }, expected).await;
}

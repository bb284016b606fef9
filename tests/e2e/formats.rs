//! Every worked case in every form that its estimate takes: the screen, the link, the file, the CSV, the
//! workbook as LibreOffice calculates it anew, and the paper. All say the engine's totals, to the cent.

use crate::run::Travel;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::french::money;
use engine::{Estimate, Money, Request, Span};
use leptos::prelude::Owner;
use serde_json::Value;
use simulateur::carrying::{of_file, of_link, to_link};
use simulateur::form::{Form, read};
use simulateur::state::State;
use simulateur::views::total;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use visitor::amounts::{ON_PAPER, ON_SCREEN, amounts};
use visitor::browser;
use visitor::find::Role;
use visitor::page::Page;
use visitor::wait::{until, until_equal};

/// The Python that Debian's openpyxl is for: another one may come first on PATH.
const PYTHON: &str = "/usr/bin/python3";

/// How long a file may take: the tests' server packs the writer when it is first asked for.
const PACKING: Duration = Duration::from_secs(45);

/// Keeps what the page hands over, in place of saving it on this machine.
const WATCH: &str = "
    window.handed = [];
    const offer = URL.createObjectURL;
    URL.createObjectURL = blob => {
        const reader = new FileReader();
        reader.onload = () => window.handed.push(reader.result.split(',')[1]);
        reader.readAsDataURL(blob);
        return offer.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = () => {};";

/// One travel: LibreOffice starts once.
pub fn all() -> Vec<Travel> {
    vec![Travel::new("every case in every form", every_case)]
}

/// A worked case, and its totals by the engine.
struct Case {
    name: String,
    link: String,
    expected: Estimate<'static>,
}

async fn every_case(page: Page) {
    let cases = cases();
    assert!(cases.len() > 30, "{}", cases.len());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    let [written, emptied, calculated] = ["written", "emptied", "calculated"].map(|name| folder.join(name));
    for folder in [&written, &emptied, &calculated] {
        fs::create_dir_all(folder).unwrap();
    }
    for case in &cases {
        case.assert_on_page(&page, &written).await;
    }
    calculate(&written, &emptied, &calculated);
    let sheets = read_back(&calculated);
    for case in &cases {
        // There the word is how nothing looks.
        case.assert_paid(&sheets[&case.name], "the workbook, calculated", "0.00");
    }
    println!("{} cases, each on screen, by link, file, CSV, workbook and paper", cases.len());
}

/// What stands where nothing of a sum is known.
const UNKNOWN: &str = "à chiffrer";

impl Case {
    /// Opens the case by its link, and holds all that the page says and hands over against the engine.
    async fn assert_on_page(&self, page: &Page, written: &Path) {
        page.visit(&format!("#{}", self.link)).await;
        page.assert_ready().await;
        self.assert_shown(page).await;
        page.client.execute(WATCH, Vec::new()).await.unwrap();
        let file = String::from_utf8(handed(page, "Enregistrer le fichier").await).unwrap();
        self.assert_opened(|state| of_file(&file, state).unwrap().form, "the file");
        let csv = String::from_utf8(handed(page, "CSV").await).unwrap();
        self.assert_paid(&csv, "the CSV", UNKNOWN);
        let workbook = handed(page, "Tableur (XLSX)").await;
        fs::write(written.join(format!("{}.xlsx", self.name)), workbook).unwrap();
        self.assert_printed(page).await;
    }

    /// The headline and the table of years.
    async fn assert_shown(&self, page: &Page) {
        let word = |sum: Option<Money>| sum.map_or(UNKNOWN.to_owned(), money);
        let rows: Vec<Vec<String>> = self.sums().map(|sums| sums.map(word).to_vec()).collect();
        let shown = || async { page.years().await.into_iter().map(|row| row[1..].to_vec()).collect::<Vec<_>>() };
        until_equal(shown, rows).await;
        let headline = page.headline().await;
        let [first, period] =
            [Span::Year(1), Span::Period].map(|span| total(self.expected.outlay(span).expect("within the period")));
        assert_eq!(headline.first().map(|(_, amount)| amount), Some(&first), "{}", self.name);
        assert_eq!(headline.last().map(|(_, amount)| amount), Some(&period), "{}", self.name);
    }

    /// What is opened again comes to the same.
    fn assert_opened(&self, open: impl FnOnce(State) -> Form, what: &str) {
        on_a_page(|state| {
            let request = read(&open(state), state.edition).request;
            let found = engine::amounts(state.catalogue, &request).unwrap();
            assert_eq!(found.by_year, self.expected.by_year, "{}: {what}", self.name);
            assert_eq!(found.is_at_least(), self.expected.is_at_least(), "{}: {what}", self.name);
        });
    }

    /// The rows of sums of a CSV, whose first cell is their name; `unknown` stands where a sum is not known.
    fn assert_paid(&self, csv: &str, what: &str, unknown: &str) {
        let names = ["Total exonéré", "Total HT", "Total TVA", "Total TTC", "À payer"];
        for (place, name) in names.into_iter().enumerate() {
            let word = |sum: Option<Money>| sum.map_or(unknown.to_owned(), |sum| format!("{:.2}", sum.euros()));
            let expected: Vec<String> = self.sums().map(|sums| word(sums[place])).collect();
            let rows = csv.trim_start_matches('\u{feff}').lines().filter(|row| row.starts_with(name));
            let rows: Vec<Vec<String>> = rows.map(|row| row.split(';').filter_map(bare).collect()).collect();
            assert!(!rows.is_empty(), "{}: {what}: no « {name} » in {csv}", self.name);
            for row in rows {
                assert_eq!(row, expected, "{}: {what}: {name}", self.name);
            }
        }
    }

    /// The note: every row of the table of years, every amount on the screen, and the link.
    async fn assert_printed(&self, page: &Page) {
        let shown: String = page.script("return document.querySelector('#estimation').innerText").await;
        let years = page.years().await;
        let paper = page.print().await;
        let on_paper = amounts(&paper.text(), ON_PAPER);
        for amount in amounts(&shown, ON_SCREEN) {
            assert!(on_paper.contains(&amount), "{}: {amount} in {}", self.name, paper.text());
        }
        let letters = paper.letters();
        for row in years {
            let row: String = row.concat().split_whitespace().collect();
            assert!(letters.contains(&row), "{}: {row} in {letters}", self.name);
        }
        let (_, after) = letters.split_once(&format!("{}#", browser::page_url())).expect("the link in full");
        assert!(after.starts_with(&self.link), "{}: {after}", self.name);
        self.assert_opened(|state| of_link(&format!("#{}", self.link), state).unwrap().form, "the link");
    }

    /// Year by year, then the period: the columns of a table of sums, as far as they are known.
    fn sums(&self) -> impl Iterator<Item = [Option<Money>; 5]> {
        let years = (1..).zip(&self.expected.by_year).map(|(year, totals)| self.expected.lacking(year).known(*totals));
        years.chain([self.expected.lacking_over_period().known(self.expected.period)])
    }
}

/// A cell that is a number, to the cent, or says that it is none yet.
fn bare(cell: &str) -> Option<String> {
    if cell == UNKNOWN {
        return Some(UNKNOWN.to_owned());
    }
    let number: f64 = cell.trim_end().replace(',', ".").parse().ok()?;
    assert!((number * 100.0 - (number * 100.0).round()).abs() < 1e-4, "{number} is not in whole cents");
    Some(format!("{number:.2}"))
}

/// What a button of the page hands over.
async fn handed(page: &Page, button: &str) -> Vec<u8> {
    let before = count(page).await;
    page.click(&page.control(Role::Button, button).await).await;
    let more = || async { (count(page).await > before).then_some(()) };
    assert!(until(PACKING, more).await.is_some(), "« {button} » hands nothing over");
    STANDARD.decode(page.script::<String>("return window.handed.at(-1)").await).unwrap()
}

async fn count(page: &Page) -> usize {
    page.script("return window.handed.length").await
}

/// Drops every result of the workbooks, and has LibreOffice calculate them anew: one start for all.
fn calculate(written: &Path, emptied: &Path, calculated: &Path) {
    python("rewrite.py", &[written, emptied]);
    let profile = format!("-env:UserInstallation=file://{}", calculated.with_file_name("profile").display());
    let files: Vec<PathBuf> = fs::read_dir(emptied).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut office = Command::new("soffice");
    office.arg(profile).args(["--headless", "--convert-to", "xlsx", "--outdir"]).arg(calculated).args(files);
    let output = office.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A sheet as openpyxl reads it: its name and its rows.
type Sheet = (String, Vec<Vec<Value>>);

/// The first sheet of each workbook of a folder, with `;` between the values of its cells, not as they are shown.
fn read_back(folder: &Path) -> BTreeMap<String, String> {
    let books: BTreeMap<String, Vec<Sheet>> = serde_json::from_str(&python("read.py", &[folder])).unwrap();
    let cell = |cell: &Value| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned);
    let row = |row: &Vec<Value>| row.iter().map(cell).collect::<Vec<_>>().join(";");
    let first = |sheets: Vec<Sheet>| sheets[0].1.iter().map(row).collect::<Vec<_>>().join("\n");
    books.into_iter().map(|(name, sheets)| (name, first(sheets))).collect()
}

/// What a script that the spreadsheets' own tests have prints.
fn python(script: &str, folders: &[&Path]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("sheets/tests/office").join(script);
    let output = Command::new(PYTHON).arg(script).args(folders).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Every case of `tests/cases`, as a link of the page and as the engine prices it.
fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let case = |file: PathBuf| {
        let case: serde_json::Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let request: Request = serde_json::from_value(case["request"].clone()).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        on_a_page(|state| {
            let form = of_file(&case["request"].to_string(), state).unwrap().form;
            let expected = engine::amounts(state.catalogue, &request).unwrap();
            Case { name, link: to_link(&form, state).text, expected }
        })
    };
    files.into_iter().map(case).collect()
}

/// Does something with the signals of an untouched page.
fn on_a_page<T>(act: impl FnOnce(State) -> T) -> T {
    let catalogue = simulateur::editions::embedded::catalogue().unwrap();
    Owner::new().with(|| act(State::new(catalogue, catalogue.newest().unwrap())))
}

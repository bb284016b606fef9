//! The workbook in the hands of others: openpyxl opens it and drops every result, LibreOffice calculates it
//! anew, and both still find the engine's figures. `cargo xtask test --only sheets` sets up what this needs.

use crate::samples::{FORGED, samples};
use crate::workbook::Workbook;
use calamine::{Data, Range};
use engine::request::Value;
use rust_decimal::Decimal;
use sheets::{csv, xlsx};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The Python that Debian's openpyxl is for: another one may come first on PATH.
const PYTHON: &str = "/usr/bin/python3";

/// The case whose quantity is changed in the sheet, the field behind it, and how many.
const CHANGED: (&str, &str, &str) = ("certificats-10-ans", "certificats", "7");

/// The heading above the quantities.
const QUANTITY: &str = "Quantité";

#[test]
fn openpyxl_and_libreoffice_find_the_engines_figures() {
    let catalogue = editions::catalogue();
    let mut samples = samples(&catalogue);
    let [written, emptied, calculated] = folders("cases");
    for (place, sample) in samples.iter().enumerate() {
        let bytes = sample.with(&catalogue, |document| xlsx(document).unwrap());
        fs::write(written.join(format!("{}.xlsx", stem(place))), bytes).unwrap();
    }
    let books = read(&written);
    for (place, sample) in samples.iter().enumerate() {
        sample.with(&catalogue, |document| books[&stem(place)].assert_is(document, &format!("{}, read", sample.name)));
    }
    let (case, field, quantity) = CHANGED;
    let changed = samples.iter().position(|sample| sample.name == case).unwrap();
    let cell = first_cell_under(&books[&stem(changed)], QUANTITY);
    let name = format!("{}.xlsx", stem(changed));
    python("rewrite.py", &[path(&written), path(&emptied), &name, "Estimation", &cell, quantity]);
    let before = samples[changed].with(&catalogue, |document| document.estimate.period);
    samples[changed].request.values.insert(field.to_owned(), Value::Number(quantity.parse::<Decimal>().unwrap()));
    let after = samples[changed].with(&catalogue, |document| document.estimate.period);
    assert_ne!(before, after, "the change changes something");
    calculate(&emptied, &calculated, &[]);
    let books = read(&calculated);
    for (place, sample) in samples.iter().enumerate() {
        let what = format!("{}, calculated", sample.name);
        sample.with(&catalogue, |document| books[&stem(place)].assert_is(document, &what));
    }
}

/// A formula would be worth 2, an error, or nothing.
#[test]
fn what_could_be_a_formula_is_a_text_for_libreoffice() {
    let catalogue = editions::catalogue();
    let sample = samples(&catalogue).pop().unwrap();
    let [written, _, calculated] = folders("forged");
    sample.with(&catalogue, |document| {
        fs::write(written.join("book.xlsx"), xlsx(document).unwrap()).unwrap();
        fs::write(written.join("text.csv"), csv(document)).unwrap();
    });
    calculate(&written, &calculated, &["--infilter=CSV:59,34,76,1"]);
    fs::remove_file(written.join("text.csv")).unwrap();
    calculate(&written, &calculated, &[]);
    let books = read(&calculated);
    for forged in FORGED.map(str::trim) {
        let is_kept = |text: &String| text.trim().trim_start_matches('\'') == forged;
        for (name, book) in &books {
            assert!(book.texts().iter().any(is_kept), "{name}: {forged:?}");
        }
    }
}

fn stem(place: usize) -> String {
    format!("case-{place:02}")
}

/// Empty folders for the workbooks as written, without results, and calculated.
fn folders(name: &str) -> [PathBuf; 3] {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office").join(name);
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    ["written", "emptied", "calculated"].map(|name| {
        fs::create_dir_all(root.join(name)).unwrap();
        root.join(name)
    })
}

/// The name of the first number's cell under a heading: `C8`.
fn first_cell_under(book: &Workbook, heading: &str) -> String {
    let rows: Vec<&[Data]> = book.sheet("Estimation").rows().collect();
    let is = |cell: &Data| matches!(cell, Data::String(text) if text == heading);
    let column = rows.iter().find_map(|row| row.iter().position(is)).unwrap();
    let top = rows.iter().position(|row| is(&row[column])).unwrap();
    let row = (top..rows.len()).find(|row| matches!(rows[*row][column], Data::Float(_))).unwrap();
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1)
}

/// Has LibreOffice open each workbook of a folder, calculate it, and save it in another: one start for all.
fn calculate(from: &Path, to: &Path, how: &[&str]) {
    let profile = format!("-env:UserInstallation=file://{}", path(&to.with_file_name("profile")));
    let files = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path());
    let mut office = Command::new("soffice");
    office.arg(profile).args(how).args(["--headless", "--convert-to", "xlsx", "--outdir"]).arg(to).args(files);
    let output = office.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A sheet as openpyxl reads it: its name and its rows.
type Sheet = (String, Vec<Vec<serde_json::Value>>);

/// The values of the workbooks of a folder, as openpyxl reads them.
fn read(folder: &Path) -> BTreeMap<String, Workbook> {
    let books: BTreeMap<String, Vec<Sheet>> = serde_json::from_str(&python("read.py", &[path(folder)])).unwrap();
    let book = |sheets: Vec<Sheet>| Workbook::of(sheets.into_iter().map(|(name, rows)| (name, range(&rows))).collect());
    books.into_iter().map(|(name, sheets)| (name, book(sheets))).collect()
}

fn range(rows: &[Vec<serde_json::Value>]) -> Range<Data> {
    let size = |length: usize| u32::try_from(length.saturating_sub(1)).unwrap();
    let widest = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut range = Range::new((0, 0), (size(rows.len()), size(widest)));
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            let value = match cell {
                serde_json::Value::Number(number) => Data::Float(number.as_f64().unwrap()),
                serde_json::Value::String(text) => Data::String(text.clone()),
                _ => Data::Empty,
            };
            range.set_value((row, column), value);
        }
    }
    range
}

/// What one of our scripts prints.
fn python(script: &str, args: &[&str]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office").join(script);
    let output = Command::new(PYTHON).arg(&script).args(args).output().unwrap();
    assert!(output.status.success(), "{}: {}", script.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

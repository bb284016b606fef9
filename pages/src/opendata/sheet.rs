//! `catalogue.csv`: one line for each printed price, as French spreadsheets read them.

use super::hypotheses;
use crate::french::per_unit;
use crate::{Printed, printed};
use csv::{Terminator, WriterBuilder};
use engine::Money;
use engine::catalogue::Edition;
use engine::explain::when;

/// Excel takes a file for UTF-8 only when it begins with this.
const BYTE_ORDER_MARK: &str = "\u{feff}";

const HEADINGS: [&str; 18] = [
    "Édition",
    "Identifiant",
    "Annexe",
    "Prestation",
    "Option de",
    "Famille",
    "Prix",
    "Détail",
    "Ligne du tableau",
    "Colonne du tableau",
    "Dont",
    "Montant en euros",
    "Mention",
    "Unité",
    "Échéance",
    "TVA",
    "Hypothèses",
    "Source",
];

/// The place of the amount among the headings: a number, never an escaped text.
const AMOUNT: usize = 11;

/// Every printed price, under its headings.
///
/// # Errors
/// When a line cannot be written, which memory alone can cause.
pub fn csv(edition: &Edition) -> csv::Result<String> {
    let mut sheet = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(Vec::new());
    sheet.write_record(HEADINGS)?;
    for price in printed(edition) {
        let mut cells = cells(edition, &price);
        for (_, cell) in cells.iter_mut().enumerate().filter(|(place, _)| *place != AMOUNT) {
            *cell = escaped(cell);
        }
        sheet.write_record(cells)?;
    }
    let bytes = sheet.into_inner().map_err(|error| error.into_error())?;
    Ok(format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes)))
}

fn cells(edition: &Edition, printed: &Printed<'_>) -> [String; 18] {
    let Printed { service, price, .. } = printed;
    let annexe = edition.annexes.get(usize::from(service.annexe)).map_or("", |annexe| annexe.name.as_str());
    let family = edition.families.get(usize::from(service.family)).map_or("", |family| family.label.as_str());
    let base = service.option_of.and_then(|ix| edition.service(ix)).map_or("", |base| base.label.as_str());
    let due = printed.amount.map(|_| when(price.schedule)).unwrap_or_default();
    [
        edition.id.clone(),
        price.id.clone(),
        annexe.to_owned(),
        service.label.clone(),
        base.to_owned(),
        family.to_owned(),
        price.label.clone(),
        price.detail.clone(),
        printed.line.unwrap_or_default().to_owned(),
        printed.column.unwrap_or_default().to_owned(),
        printed.part.unwrap_or_default().to_owned(),
        printed.amount.map(decimal_comma).unwrap_or_default(),
        printed.words.to_owned(),
        per_unit(edition, price).unwrap_or_else(|| price.unit.clone()),
        due,
        edition.vat_class(price.vat).map_or_else(String::new, vat),
        hypotheses(edition, service, price).join(" "),
        price.source.clone(),
    ]
}

fn vat(class: &engine::catalogue::VatClass) -> String {
    class
        .rate
        .map_or_else(|| class.label.clone(), |rate| format!("{} au taux de {} %, montant HT", class.label, rate.0))
}

/// An amount with a decimal comma and no spaces: `1362,91`.
fn decimal_comma(amount: Money) -> String {
    format!("{:.2}", amount.euros()).replace('.', ",")
}

/// A text that no spreadsheet takes for a formula.
fn escaped(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_text_is_never_a_formula() {
        assert_eq!(escaped("=1+1"), "'=1+1");
        assert_eq!(escaped("- Mise à disposition"), "'- Mise à disposition");
        assert_eq!(escaped("Coût SMS"), "Coût SMS");
        assert_eq!(escaped("< 500K€"), "< 500K€");
    }
}

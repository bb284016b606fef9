//! Units and weights as French sentences write them.

use engine::catalogue::{Edition, Price, Quantity, Rule};
use engine::french::{NBSP, counted, number};
use rust_decimal::Decimal;

/// The same text or HTML, where no line can begin with a sign that ends a sentence or a quotation.
pub fn typeset(text: &str) -> String {
    let signs = ["?", "!", ":", ";", "»", "%", "€"];
    let ended =
        signs.iter().fold(text.to_owned(), |text, sign| text.replace(&format!(" {sign}"), &format!("{NBSP}{sign}")));
    ended.replace("« ", &format!("«{NBSP}"))
}

/// What one amount of a row pays for, when it is charged by units: `par SMS`,
/// `par tranche de 10 Go, au-delà de 10 Go`; nothing for other rows.
pub fn per_unit(edition: &Edition, price: &Price) -> Option<String> {
    let quantity = quantity(&price.rule)?;
    let unit = &price.unit;
    if quantity.beyond.is_zero() {
        return Some(format!("par {unit}"));
    }
    let within = counted(quantity.beyond, edition.field(quantity.field).unit(quantity.beyond));
    Some(format!("par {unit}, au-delà de {within}"))
}

/// How a row counts units, when it does.
pub fn quantity(rule: &Rule) -> Option<&Quantity> {
    match rule {
        Rule::PerUnit(_, quantity) | Rule::Columns(_, _, Some(quantity)) => Some(quantity),
        _ => None,
    }
}

/// A number of bytes in thousands, to one decimal: `12,3 ko`.
pub fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.saturating_add(50) / 100;
    format!("{}{NBSP}ko", number(Decimal::new(i64::try_from(tenths).unwrap_or(i64::MAX), 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stay_with_their_words() {
        assert_eq!(typeset("« Oui » : 20 % ?"), "«\u{a0}Oui\u{a0}»\u{a0}: 20\u{a0}%\u{a0}?");
        assert_eq!(typeset("&lt; &amp; a:b"), "&lt; &amp; a:b");
    }

    #[test]
    fn weights_are_rounded_to_a_tenth() {
        assert_eq!(kilobytes(1_049), "1\u{a0}ko");
        assert_eq!(kilobytes(1_050), "1,1\u{a0}ko");
        assert_eq!(kilobytes(1_234_567), "1\u{202f}234,6\u{a0}ko");
    }
}

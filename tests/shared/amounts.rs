//! The amounts that a text says.

use std::collections::BTreeSet;

/// Every amount of a text in euros, without its spaces: "1234,50". What reads a PDF gives plain spaces.
pub fn amounts(text: &str) -> BTreeSet<String> {
    let plain = text.replace(['\u{a0}', '\u{202f}'], " ");
    plain.split('€').filter_map(|before| last_amount(before.trim_end())).collect()
}

/// The amount that a text ends with: thousands by one space each, a comma, cents.
fn last_amount(text: &str) -> Option<String> {
    let (before, cents) = text.rsplit_once(',')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = before.rsplit(' ');
    let mut euros = digits_at_end(groups.next()?);
    while euros.len() % 3 == 0 && !euros.is_empty() {
        let Some(group) = groups.next().map(digits_at_end).filter(|group| (1..=3).contains(&group.len())) else {
            break;
        };
        let is_last = group.len() < 3;
        euros = group + &euros;
        if is_last {
            break;
        }
    }
    (is_number(&euros) && is_number(cents)).then(|| format!("{euros},{cents}"))
}

fn digits_at_end(text: &str) -> String {
    let at = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    text[text.len() - at..].to_owned()
}

//! The amounts that a text says.

use std::collections::BTreeSet;

/// What stands between thousands on the screen.
pub const ON_SCREEN: char = '\u{202f}';

/// What a program that reads PDF finds there.
pub const ON_PAPER: char = ' ';

/// Every amount of a text in euros, without what stands between thousands: "1234,50".
pub fn amounts(text: &str, between: char) -> BTreeSet<String> {
    text.split('€').filter_map(|before| last_amount(before.trim_end(), between)).collect()
}

/// The amount that a text ends with: groups of three digits, a comma, cents.
fn last_amount(text: &str, between: char) -> Option<String> {
    let (before, cents) = text.rsplit_once(',')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = before.rsplit(between);
    let mut euros = digits_at_end(groups.next()?);
    while euros.len().is_multiple_of(3) && !euros.is_empty() {
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

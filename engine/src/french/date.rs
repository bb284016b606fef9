//! Days as French sentences write them.

use super::NBSP;
use alloc::{
    borrow::ToOwned,
    format,
    string::{String, ToString},
};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// `2021-05-20` as `20 mai 2021`; as it is when it is no date.
pub fn long_date(day: &str) -> String {
    parts(day).unwrap_or_else(|| day.to_owned())
}

fn parts(day: &str) -> Option<String> {
    let (year, rest) = day.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let day: u8 = day.parse().ok()?;
    let day = if day == 1 { String::from("1er") } else { day.to_string() };
    Some(format!("{day}{NBSP}{month}{NBSP}{year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_spelt() {
        assert_eq!(long_date("2021-05-20"), "20\u{a0}mai\u{a0}2021");
        assert_eq!(long_date("2026-08-01"), "1er\u{a0}août\u{a0}2026");
        assert_eq!(long_date("2026-13-01"), "2026-13-01");
    }
}

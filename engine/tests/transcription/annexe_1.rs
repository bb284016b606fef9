//! Annexe 1 as printed, exempt from VAT.

use crate::table::{Table, YEARLY, column, row};
use engine::catalogue::BodyKind::{Cc, Commune};

/// The membership grid's columns, each with its number of EP.
pub const GRID_COLUMNS: [(&str, usize); 15] = [
    ("CDC seule", 0),
    ("CDC + 3 EP", 3),
    ("CDC + 5 EP", 5),
    ("CDC + 10 EP", 10),
    ("CDC+ 14 EP", 14),
    ("CDC+ 18 EP", 18),
    ("CDC+ 22 EP", 22),
    ("CDC+ 25 EP", 25),
    ("CDC+ 28 EP", 28),
    ("CDC+ 31 EP", 31),
    ("CDC+ 34 EP", 34),
    ("CDC+ 37 EP", 37),
    ("CDC+ 40 EP", 40),
    ("CDC+ 43 EP", 43),
    ("CDC+ 46 EP", 46),
];

/// The membership grid's rows: heading, Go, the 15 printed cells.
#[rustfmt::skip]
pub const GRID_ROWS: [(&str, &str, &str); 7] = [
    ("500 Go", "500",  "5802 | 7 912 | 10 549 | 13 186 | 15 824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196"),
    ("1 To",   "1000", "7912 | 10 549 | 13 186 | 15 824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834"),
    ("1,5 To", "1500", "10549 | 13 186 | 15 824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471"),
    ("2 To",   "2000", "13186 | 15 824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471 | 50 108"),
    ("2,5To",  "2500", "15824 | 18 461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471 | 50 108 | 52 745"),
    ("3To",    "3000", "18461 | 21 098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471 | 50 108 | 52 745 | 55 383"),
    ("3,5To",  "3500", "21098 | 23 735 | 26 373 | 29 010 | 31 647 | 34 285 | 36 922 | 39 559 | 42 196 | 44 834 | 47 471 | 50 108 | 52 745 | 55 383 | 58 020"),
];

pub const PARTICIPATION: &str = "participation-individuelle";

pub const ANNEXE_1: &[Table] = &[
    Table {
        service: PARTICIPATION,
        columns: &[
            column("< 100", Commune, &[("habitants", "60")]),
            column("< 500", Commune, &[("habitants", "250")]),
            column("< 1 000", Commune, &[("habitants", "800")]),
            column("< 2 500", Commune, &[("habitants", "1700")]),
            column("< 5 000", Commune, &[("habitants", "3000")]),
            column("< 10 000", Commune, &[("habitants", "7000")]),
            column("< 20 000", Commune, &[("habitants", "15000")]),
            column("< 100 000", Commune, &[("habitants", "60000")]),
        ],
        rows: &[row(
            "participation",
            YEARLY,
            &["350€", "500€", "900€", "1 500€", "2 500€", "4 000€", "7 500€", "20 000€"],
        )],
    },
    Table {
        service: "informaticien",
        columns: &[
            column("1 journée / semaine", Cc, &[("rythme-informaticien", "jour-semaine")]),
            column("1 journée / mois", Cc, &[("rythme-informaticien", "jour-mois")]),
        ],
        rows: &[row("informaticien-annuel", YEARLY, &["12 500,00 €", "2 500,00 €"])],
    },
];

//! What a number becomes when its field is left.

use simulateur::fields::reformat;

#[test]
fn a_number_is_written_the_french_way_in_the_fields_own_unit() {
    let cases = [
        ("650 k€", "€", "650\u{202f}000"),
        ("650000", "€", "650\u{202f}000"),
        ("1234567,50 €", "€", "1\u{202f}234\u{202f}567,5"),
        ("1234.5", "€", "1\u{202f}234,5"),
        ("1,2 To", "Go", "1\u{202f}200"),
        ("500 Mo", "Go", "0,5"),
        ("800 habitants", "habitants", "800"),
        ("007", "agents", "7"),
        (",5", "Go", "0,5"),
        ("0", "SMS", "0"),
    ];
    for (typed, unit, expected) in cases {
        assert_eq!(reformat(typed, unit), expected, "{typed}");
    }
}

#[test]
fn nothing_stays_nothing() {
    for typed in ["", " ", "\u{a0}\u{202f}\t"] {
        assert_eq!(reformat(typed, "€"), "");
    }
}

#[test]
fn what_is_refused_stays_as_typed() {
    for typed in ["deux", "-5", "12 To", "1.2.3", " 12 patates ", "1e5", "١٢"] {
        assert_eq!(reformat(typed, "habitants"), typed);
    }
}

#[test]
fn writing_it_again_changes_nothing() {
    for typed in ["650 k€", "1234567,50", "0,5", "12 345", "deux", ""] {
        let once = reformat(typed, "€");
        assert_eq!(reformat(&once, "€"), once, "{typed}");
    }
}

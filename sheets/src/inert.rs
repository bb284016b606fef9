//! Text that a spreadsheet would take for a formula: what a visitor typed, opened by somebody else.

/// What a formula may begin with, for one spreadsheet or another; full-width forms included, which some
/// read like the plain ones.
const STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet might calculate this text.
pub fn is_like_a_formula(text: &str) -> bool {
    text.trim_start_matches([' ', '\u{a0}', '\n']).starts_with(STARTS)
}

/// The text, behind an apostrophe when it might be calculated: spreadsheets then leave it alone.
pub fn inert(text: &str) -> String {
    if is_like_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_kept_from_being_one() {
        for text in ["=1+1", "+33 5", "-2", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "\n=1", "＝1"] {
            assert_eq!(inert(text), format!("'{text}"));
        }
        for text in ["", "Blaye", "L'Isle = 2", "– tiret", "a@b.fr", "12"] {
            assert_eq!(inert(text), text);
        }
    }
}

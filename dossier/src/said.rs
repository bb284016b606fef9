//! What a sentence quotes of a link or a file: only what shows, and not all of it when it is long.

use crate::tidy::is_hidden;
use std::fmt;

/// The most that is quoted, in characters.
const LONGEST: usize = 120;

/// Writes a sentence without the signs that do not show, wherever in it they stand.
pub(crate) struct Seen<'o>(pub(crate) &'o mut dyn fmt::Write);

impl fmt::Write for Seen<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.split(is_hidden).try_for_each(|part| self.0.write_str(part))
    }
}

/// The beginning of a text.
pub(crate) struct Short<'t>(pub(crate) &'t str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(LONGEST) {
            Some((end, _)) => write!(out, "{}…", self.0.get(..end).unwrap_or_default()),
            None => out.write_str(self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Note, Refusal};

    #[test]
    fn a_sentence_has_an_end_and_reads_as_it_is_written() {
        let note = Note::Unreadable(format!("a\u{202e}b\0{}", "c".repeat(5_000))).to_string();
        assert!(note.starts_with("«\u{a0}abccc") && note.contains("c…\u{a0}»") && note.len() < 250, "{note}");
        let detail = format!("\u{7f}{}", "d".repeat(5_000));
        let refusal = Refusal::Unexpected { line: 1, column: 2, detail }.to_string();
        assert!(refusal.contains("(ddd") && refusal.len() < 300, "{refusal}");
    }
}

//! The weights of the files, their sum, and the gate that it must pass.

use std::fmt;

use anyhow::{Result, bail};

/// What a first visit may transfer at most, in bytes.
const CEILING: u64 = 120_000;

/// What it had better not pass.
const GOAL: u64 = 100_000;

/// One file of the page.
pub struct Line {
    /// Its path in the folder of the page.
    pub name: String,
    /// Its length.
    pub raw: u64,
    /// Its length once compressed.
    pub brotli: u64,
}

/// Files that go together, the heaviest first.
pub struct Bill {
    lines: Vec<Line>,
}

impl Bill {
    /// The bill for these files.
    pub fn new(mut lines: Vec<Line>) -> Self {
        lines.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
        Self { lines }
    }

    /// What the files weigh together.
    fn total(&self) -> Line {
        Line {
            name: String::from("total"),
            raw: self.lines.iter().map(|line| line.raw).sum(),
            brotli: self.lines.iter().map(|line| line.brotli).sum(),
        }
    }

    /// What all of it weighs once compressed, in words.
    pub fn weight(&self) -> String {
        kilobytes(self.total().brotli)
    }

    /// A line for each file, and one for all.
    pub fn table(&self) -> String {
        let total = self.total();
        let names = self.lines.iter().map(|line| line.name.len());
        let width = names.max().unwrap_or_default().max(total.name.len());
        let mut table = format!("{:<width$} {:>9} {:>9}\n", "file", "raw", "brotli");
        for line in self.lines.iter().chain([&total]) {
            table += &format!("{:<width$} {:>9} {:>9}\n", line.name, line.raw, line.brotli);
        }
        table
    }

    /// Fails when the total is not under the ceiling.
    pub fn check(&self) -> Result<()> {
        let total = self.total().brotli;
        if total >= CEILING {
            bail!("the page weighs {}, and must stay under {}", kilobytes(total), kilobytes(CEILING));
        }
        Ok(())
    }
}

impl fmt::Display for Bill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.total().brotli;
        let weight = kilobytes(total);
        let verdict = if total >= CEILING {
            "over the ceiling"
        } else if total > GOAL {
            "under the ceiling, over the goal"
        } else {
            "within the goal"
        };
        write!(f, "{}", self.table())?;
        writeln!(f, "first visit: {weight} (goal {}, ceiling {}): {verdict}", kilobytes(GOAL), kilobytes(CEILING))
    }
}

/// A number of bytes in thousands, to one decimal.
fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bill(weights: &[u64]) -> Bill {
        let line = |brotli: &u64| Line { name: format!("file-{brotli}"), raw: brotli * 3, brotli: *brotli };
        Bill::new(weights.iter().map(line).collect())
    }

    #[test]
    fn the_total_is_the_sum_of_all_files() {
        let total = bill(&[1, 20, 300]).total();
        assert_eq!((total.raw, total.brotli), (963, 321));
    }

    #[test]
    fn the_ceiling_itself_is_too_heavy() {
        assert!(bill(&[60_000, 59_999]).check().is_ok());
        assert!(bill(&[60_000, 60_000]).check().is_err());
        assert!(bill(&[120_001]).check().is_err());
    }

    #[test]
    fn the_text_says_where_the_page_stands() {
        assert!(bill(&[100_000]).to_string().contains("within the goal"));
        assert!(bill(&[100_001]).to_string().contains("over the goal"));
        assert!(bill(&[120_000]).to_string().contains("over the ceiling"));
    }

    #[test]
    fn the_heaviest_file_comes_first() {
        let text = bill(&[1, 300, 20]).to_string();
        let at = |name: &str| text.find(name).unwrap();
        assert!(at("file-300") < at("file-20") && at("file-20") < at("file-1 "));
    }
}

//! The weights of the files, their sum, and the gate that it must pass.

use anyhow::{Result, bail};

/// One file of the page.
#[derive(Clone)]
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

    /// Fails when the total is not under the ceiling, in bytes.
    pub fn check(&self, ceiling: u64) -> Result<()> {
        let total = self.total().brotli;
        if total >= ceiling {
            bail!("{} come first, and must stay under {}", kilobytes(total), kilobytes(ceiling));
        }
        Ok(())
    }
}

/// A number of bytes in thousands, to one decimal.
pub fn kilobytes(bytes: u64) -> String {
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
        assert!(bill(&[60, 59]).check(120).is_ok());
        assert!(bill(&[60, 60]).check(120).is_err());
        assert!(bill(&[121]).check(120).is_err());
    }

    #[test]
    fn the_heaviest_file_comes_first() {
        let text = bill(&[1, 300, 20]).table();
        let at = |name: &str| text.find(name).unwrap();
        assert!(at("file-300") < at("file-20") && at("file-20") < at("file-1 "));
    }
}

//! The table that closes a run of the tests.

use std::fmt;
use std::time::Duration;

use super::steps::Step;

/// Which steps passed, and in what time.
pub struct Report {
    names: Vec<String>,
    done: Vec<(bool, Duration)>,
}

impl Report {
    /// The report on these steps, none of them run yet.
    pub fn new(steps: &[Step]) -> Self {
        Self { names: steps.iter().map(|step| step.name.clone()).collect(), done: Vec::new() }
    }

    /// Notes the outcome of the next step.
    pub fn add(&mut self, passed: bool, time: Duration) {
        self.done.push((passed, time));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.names.iter().map(String::len).max().unwrap_or_default();
        for (at, name) in self.names.iter().enumerate() {
            match self.done.get(at) {
                Some((passed, time)) => {
                    let word = if *passed { "ok" } else { "FAILED" };
                    writeln!(f, "{name:<width$}  {word:<7} {:>7.1} s", time.as_secs_f64())?;
                }
                None => writeln!(f, "{name:<width$}  not run")?,
            }
        }
        let total: Duration = self.done.iter().map(|(_, time)| *time).sum();
        writeln!(f, "{:<width$}  {:<7} {:>7.1} s", "total", "", total.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::steps::all;

    #[test]
    fn the_table_tells_passed_failed_and_not_run_apart() {
        let mut report = Report::new(&all());
        report.add(true, Duration::from_millis(1500));
        report.add(false, Duration::from_secs(2));
        let text = report.to_string();
        let words: Vec<Vec<_>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[0], ["fmt", "ok", "1.5", "s"]);
        assert_eq!(words[1], ["clippy-native", "FAILED", "2.0", "s"]);
        assert_eq!(words[2], ["clippy-wasm", "not", "run"]);
        assert_eq!(words[words.len() - 1], ["total", "3.5", "s"]);
    }
}

//! The table that closes a run of the tests.

use std::fmt;
use std::time::Instant;

use super::pairs::Outcome;
use super::steps::Step;

/// Which steps passed, and in what time.
pub struct Report {
    names: Vec<String>,
    done: Vec<Outcome>,
    start: Instant,
}

impl Report {
    /// The report on these steps, none of them run yet.
    pub fn new(steps: &[Step]) -> Self {
        let names = steps.iter().map(|step| step.name.clone()).collect();
        Self { names, done: Vec::new(), start: Instant::now() }
    }

    /// Notes what became of the next steps.
    pub fn add(&mut self, outcomes: impl IntoIterator<Item = Outcome>) {
        self.done.extend(outcomes);
    }

    /// The name of the first step that failed.
    pub fn failed(&self) -> Option<&str> {
        let failed = |outcome: &Outcome| outcome.is_some_and(|(passed, _)| !passed);
        self.done.iter().position(failed).and_then(|at| self.names.get(at)).map(String::as_str)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.names.iter().map(String::len).max().unwrap_or_default();
        for (at, name) in self.names.iter().enumerate() {
            match self.done.get(at) {
                Some(Some((passed, time))) => {
                    let word = if *passed { "ok" } else { "FAILED" };
                    writeln!(f, "{name:<width$}  {word:<7} {:>7.1} s", time.as_secs_f64())?;
                }
                _ => writeln!(f, "{name:<width$}  not run")?,
            }
        }
        // Less than the sum of the steps: some run two at a time.
        writeln!(f, "{:<width$}  {:<7} {:>7.1} s", "total", "", self.start.elapsed().as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::steps::all;
    use std::time::Duration;

    #[test]
    fn the_table_tells_passed_failed_and_not_run_apart() {
        let mut report = Report::new(&all());
        report.add([Some((true, Duration::from_millis(1500))), Some((false, Duration::from_secs(2))), None]);
        let text = report.to_string();
        let words: Vec<Vec<_>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[0], ["fmt", "ok", "1.5", "s"]);
        assert_eq!(words[1], ["clippy-native", "FAILED", "2.0", "s"]);
        assert_eq!(words[2], ["clippy-wasm", "not", "run"]);
        assert_eq!(words[words.len() - 1], ["total", "0.0", "s"]);
        assert_eq!(report.failed(), Some("clippy-native"));
    }
}

//! The figures of each run, their medians, and the verdicts, as they are printed.

use super::figures::{Figures, Load, Series, median, p95};
use super::judge::Verdict;

/// How wide a figure is printed.
const CELL: usize = 8;

/// The whole text.
pub fn of(figures: &Figures, verdicts: &[Verdict]) -> String {
    let mut text = format!("{}; {}; milliseconds\n\n", figures.browser, figures.conditions);
    let rows = rows(figures);
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    for (name, runs) in rows {
        text.push_str(&format!("{name:<width$}"));
        for run in &runs {
            text.push_str(&format!("{run:>CELL$.1}"));
        }
        text.push_str(&format!("  median {:.1}\n", median(&runs)));
    }
    text.push('\n');
    for verdict in verdicts {
        let word = if verdict.kept { "ok" } else { "MISSED" };
        text.push_str(&format!("{word:<7} {}: {} (bound {})\n", verdict.about, verdict.found, verdict.bound));
    }
    text
}

/// What was measured, and its figure in each run.
fn rows(figures: &Figures) -> Vec<(String, Vec<f64>)> {
    let each = |loads: &[Load], what: fn(&Load) -> f64| loads.iter().map(what).collect();
    let mut rows = vec![
        (String::from("first paint, page"), each(&figures.page, |load| load.paint)),
        (String::from("first paint, hello"), each(&figures.hello, |load| load.paint)),
        (String::from("answer, page"), each(&figures.page, |load| load.answer)),
        (String::from("answer, hello"), each(&figures.hello, |load| load.answer)),
        (String::from("answer, page again"), each(&figures.again, |load| load.answer)),
    ];
    for field in figures.fields() {
        rows.extend(keys(&format!("« {field} »"), figures.series(field)));
    }
    rows.extend(keys("hello", figures.hello_keys.iter()));
    rows
}

/// The slowest keys and those in the middle of each run.
fn keys<'a>(field: &str, series: impl Iterator<Item = &'a Series>) -> [(String, Vec<f64>); 2] {
    let (slow, middle) = series.map(|series| (p95(&series.changes), median(&series.changes))).unzip();
    [(format!("p95 of keys, {field}"), slow), (format!("median of keys, {field}"), middle)]
}

#[cfg(test)]
mod tests {
    use super::super::judge;
    use super::*;

    #[test]
    fn each_run_is_printed_with_the_median_and_the_verdict() {
        let load = |paint| Load { paint, answer: 2_000.0 };
        let keys = vec![Series { field: "f".into(), waits: vec![1.0], changes: vec![14.0], frames: vec![20.0] }];
        let page = vec![load(700.0), load(900.0), load(710.0)];
        let figures = Figures {
            browser: "Chrome/1".into(),
            conditions: "c".into(),
            page,
            hello: vec![],
            again: vec![],
            keys,
            hello_keys: vec![],
        };
        let text = of(&figures, &judge::all(&figures));
        let line = |start: &str| text.lines().find(|line| line.starts_with(start)).unwrap().to_owned();
        assert!(line("first paint, page").ends_with("   700.0   900.0   710.0  median 710.0"), "{text}");
        assert!(line("ok").contains("710 ms"), "{text}");
        assert!(text.lines().last().unwrap().starts_with("MISSED  key to new total"), "{text}");
        assert!(text.starts_with("Chrome/1; c"), "{text}");
    }
}

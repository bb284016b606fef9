//! The bounds of the page's speed, and what the figures say of each.

use anyhow::{Result, bail};

use super::figures::{Figures, Load, Series, median, p95};

/// The first paint comes within this, in milliseconds…
const PAINT: f64 = 800.0;

/// … or within this many times the smallest page's.
const PAINT_RATIO: f64 = 1.1;

/// What is typed is answered within this many times the smallest page's answer.
const ANSWER_RATIO: f64 = 1.5;

/// A second visit answers within this many times the first one's time.
const AGAIN_RATIO: f64 = 0.5;

/// The total follows a key within this, 95 times of 100, in milliseconds.
const KEY: f64 = 13.0;

/// What was found, what is allowed, and whether that is kept.
pub struct Verdict {
    /// What was measured.
    pub about: String,
    /// The figure that is judged, with its unit.
    pub found: String,
    /// The bound, in words.
    pub bound: String,
    /// Whether the figure keeps to it.
    pub kept: bool,
}

/// Every verdict.
pub fn all(figures: &Figures) -> Vec<Verdict> {
    let paint = |load: &Load| load.paint;
    let answer = |load: &Load| load.answer;
    let mut verdicts = vec![
        first_paint(of(&figures.page, paint), of(&figures.hello, paint)),
        first_answer(of(&figures.page, answer), of(&figures.hello, answer)),
        second_visit(of(&figures.again, answer), of(&figures.page, answer)),
    ];
    verdicts.extend(figures.fields().into_iter().map(|field| key(field, figures)));
    verdicts
}

/// Fails when a bound is missed.
pub fn check(verdicts: &[Verdict]) -> Result<()> {
    let missed: Vec<_> =
        verdicts.iter().filter(|verdict| !verdict.kept).map(|verdict| verdict.about.as_str()).collect();
    if !missed.is_empty() {
        bail!("too slow: {}", missed.join("; "));
    }
    Ok(())
}

fn first_paint(page: f64, hello: f64) -> Verdict {
    let ratio = page / hello;
    Verdict {
        about: String::from("navigation to first contentful paint"),
        found: format!("{page:.0} ms, {ratio:.2}× hello"),
        bound: format!("≤ {PAINT:.0} ms or ≤ {PAINT_RATIO}× hello"),
        kept: page <= PAINT || ratio <= PAINT_RATIO,
    }
}

fn first_answer(page: f64, hello: f64) -> Verdict {
    let ratio = page / hello;
    Verdict {
        about: String::from("navigation to a typed value's total"),
        found: format!("{page:.0} ms, {ratio:.2}× hello"),
        bound: format!("≤ {ANSWER_RATIO}× hello"),
        kept: ratio <= ANSWER_RATIO,
    }
}

fn second_visit(again: f64, first: f64) -> Verdict {
    let ratio = again / first;
    Verdict {
        about: String::from("second visit, navigation to a typed value's total"),
        found: format!("{again:.0} ms, {ratio:.2}× the first visit"),
        bound: format!("≤ {AGAIN_RATIO}× the first visit"),
        kept: ratio <= AGAIN_RATIO,
    }
}

fn key(field: &str, figures: &Figures) -> Verdict {
    let slowest = |times: fn(&Series) -> &[f64]| {
        let of_runs: Vec<f64> = figures.series(field).map(|series| p95(times(series))).collect();
        median(&of_runs)
    };
    let change = slowest(|series| &series.changes);
    let wait = slowest(|series| &series.waits);
    let frame = slowest(|series| &series.frames);
    Verdict {
        about: format!("key to new total, p95, « {field} »"),
        found: format!("{change:.1} ms (heard after {wait:.1} ms, drawn after {frame:.0} ms)"),
        bound: format!("≤ {KEY:.0} ms"),
        kept: change <= KEY,
    }
}

/// The median of one thing over the visits.
fn of(loads: &[Load], what: impl Fn(&Load) -> f64) -> f64 {
    median(&loads.iter().map(what).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(page: Load, key: f64) -> Figures {
        let hello = Load { paint: 1_000.0, answer: 1_000.0 };
        let times = vec![key; 30];
        let series = Series { field: "f".into(), waits: times.clone(), changes: times.clone(), frames: times };
        let again = Load { paint: 1.0, answer: 500.0 };
        let (page, hello, again) = (vec![page; 7], vec![hello; 7], vec![again; 7]);
        Figures {
            browser: "b".into(),
            conditions: "c".into(),
            page,
            hello,
            again,
            keys: vec![series],
            hello_keys: vec![],
        }
    }

    fn kept(paint: f64, answer: f64, key: f64) -> Vec<bool> {
        all(&figures(Load { paint, answer }, key)).iter().map(|verdict| verdict.kept).collect()
    }

    #[test]
    fn a_figure_on_its_bound_keeps_it() {
        assert_eq!(kept(1_100.0, 1_500.0, 13.0), [true, true, true, true]);
        assert_eq!(kept(800.0, 1_000.0, 1.0), [true, true, true, true]);
    }

    #[test]
    fn a_figure_beyond_its_bound_misses_it() {
        assert_eq!(kept(1_101.0, 1_501.0, 13.1), [false, false, true, false]);
        assert_eq!(kept(1.0, 999.0, 1.0), [true, true, false, true]);
    }

    #[test]
    fn a_fast_page_need_not_be_faster_than_the_smallest() {
        let mut fast = figures(Load { paint: 790.0, answer: 1.0 }, 1.0);
        fast.hello = vec![Load { paint: 100.0, answer: 100.0 }];
        assert!(all(&fast)[0].kept);
    }

    #[test]
    fn what_was_not_measured_keeps_no_bound() {
        let mut none = figures(Load { paint: 1.0, answer: 1.0 }, 1.0);
        (none.page, none.keys[0].changes) = (vec![], vec![]);
        let verdicts = all(&none);
        assert!(verdicts.iter().all(|verdict| !verdict.kept));
        let error = check(&verdicts).unwrap_err().to_string();
        assert!(error.contains("first contentful paint; navigation to a typed"), "{error}");
    }
}
